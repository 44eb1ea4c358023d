/** Lines of the test scripts of a collection that say something of an answer, as passages: no question calls it silent there. */
import { isObject, type JsonObject } from '../../formats/json.ts';

/** The key under which an operation has these lines, each with the name of its request. */
export const testedWords = 'x-tested-words';

/** A status that is asked for, and a member that is taken from the body. */
const ofStatus = /\.to\.(?:have|be)\.status\(\s*(\d{3})\s*\)|\b(?:responseCode|pm\.response)\.code\s*===?\s*(\d{3})\b/;
const ofMember =
  /\b(?:pm\.response\.json\(\)|jsonData|responseJson|response|res|data|body)(?:\.\w+)*\.(?:access_?token|token|expires_?in)\b/i;

/** What a line of a test says of the answer; null where it says nothing of it. */
function saidBy(line: string): string | null {
  const [, one, other] = ofStatus.exec(line) ?? [];
  const status = one ?? other;
  // That a good request is granted the answer itself shows.
  if (status !== undefined) return Number(status) < 400 ? null : `the test expects the status ${status}`;
  return ofMember.test(line) ? line : null;
}

/** Characters of a line, and lines of a collection, that are shown. */
const [longest, most] = [200, 40];

/** The lines of the tests of some requests that say something of their answers. */
export function linesOfTests(items: JsonObject[]): string[] {
  const found = items.flatMap((item) => {
    const scripts = [item['event'] ?? []].flat().filter(isObject);
    const lines = scripts
      .filter(({ listen }) => listen === 'test')
      .flatMap(({ script }) => (isObject(script) ? [script['exec'] ?? []].flat() : []));
    const said = lines
      .filter((line) => typeof line === 'string')
      .map((line) => line.trim())
      .filter((line) => line.length <= longest && !line.startsWith('//'))
      .flatMap((line) => saidBy(line) ?? []);
    return said.map((words) => `${String(item['name'] ?? '')}: ${words}`);
  });
  return [...new Set(found)].slice(0, most);
}

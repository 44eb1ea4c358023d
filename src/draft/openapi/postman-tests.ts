/** What the test scripts of a collection say of an answer: the JSON Schema that they hold it against, and its status. */
import json5 from 'json5';
import { isObject, type Json, type JsonObject } from '../../formats/json.ts';
import { linesOfTests, testedWords } from './tested-words.ts';

/** The key under which an operation has the schemas that tests hold its answers against, each with the name of its request. */
export const testedAnswers = 'x-tested-answers';

/** The key under which it has the requests whose tests were not read, with what these hold. */
export const testsLeft = 'x-tests-left';

/** Characters of a script that are looked at. */
const mostOfScript = 100_000;

/** Characters before a comparison and behind it that may turn it down. */
const [near, mostBehind] = [10, 300];

/** A status that a script asks for. */
const status = /\.to\.(?:have|be)\.status\(\s*(\d{3})\s*\)|\b(?:responseCode|pm\.response)\.code\s*===?\s*(\d{3})\b/g;

/** A comparison with a schema: by its name, or written in place. */
const comparison = /\.to\.have\.jsonSchema\(\s*|\btv4\.validate(?:Result|Multiple)?\(\s*[\w.]+(?:\(\))?\s*,\s*/g;

/** A comparison that has to fail, before it or behind it, and one that is made in some cases alone. */
const turnedDown = /(?:!\s*|\.not)$/;
const fails = /^[^;\n]*\.to\.(?:be\.false|eql\(\s*false|equal\(\s*false)/;

/** The tests of a request, as one text without its comments. */
function scriptOf({ event }: JsonObject): string {
  const scripts = (Array.isArray(event) ? event.filter(isObject) : []).filter(({ listen }) => listen === 'test');
  const lines = scripts.flatMap(({ script }) => (isObject(script) ? [script['exec'] ?? []].flat() : []));
  const text = lines.filter((line) => typeof line === 'string').join('\n');
  return text.length > mostOfScript ? '' : text.replace(/^[^\S\n]*\/\/.*$/gm, '');
}

/** The object that is written at a place of a text; null where none is, or it is no data alone. */
function objectAt(text: string, at: number): JsonObject | null {
  if (text[at] !== '{') return null;
  let depth = 0;
  let quote = '';
  for (let index = at; index < text.length; index++) {
    const one = text[index] ?? '';
    if (one === '\\') index++;
    else if (quote !== '') quote = one === quote ? '' : quote;
    else if (/["'`]/.test(one)) quote = one;
    else if (one === '{') depth++;
    else if (one === '}' && --depth === 0) return parsed(text.slice(at, index + 1));
  }
  return null;
}

function parsed(text: string): JsonObject | null {
  try {
    const found: Json = json5.parse(text);
    return isObject(found) ? found : null;
  } catch {
    return null;
  }
}

/** The object that a name stands for, where the script gives it one alone. */
function named(script: string, name: string): JsonObject | null {
  const given = [...script.matchAll(RegExp(`(?<![\\w$.])${name}\\s*=(?!=)\\s*`, 'g'))];
  const [only, ...others] = given;
  return only === undefined || others.length > 0 ? null : objectAt(script, only.index + only[0].length);
}

/** What the tests of a request say of its answer. */
interface Tested {
  status: string;
  schema: JsonObject;
}

/** A member of a JSON answer that a script keeps in a variable for later calls. */
const kept =
  /\b(?:pm\.(?:environment|globals|collectionVariables|variables)|postman)\.set\w*\(\s*["'`][^"'`\n]{1,100}["'`]\s*,\s*pm\.response\.json\(\)\.([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*\)/g;

/** What a script keeps of an answer, of which it says neither status nor type. */
function keptOf(script: string): string | null {
  const names = new Set([...script.matchAll(kept)].map(([, name = '']) => name));
  return names.size === 0 ? null : `keeps ${[...names].join(', ')} of the JSON answer`;
}

/** The answer that a request is held against; a text says what was not read; null where no schema is. */
function testedOf(item: JsonObject): Tested | string | null {
  const script = scriptOf(item);
  const found = [...script.matchAll(comparison)].filter(
    ({ 0: { length }, index }) =>
      !turnedDown.test(script.slice(Math.max(0, index - near), index)) &&
      !fails.test(script.slice(index + length, index + length + mostBehind)),
  );
  // A saved answer shows what is kept of it.
  if (found.length === 0) return [item['response'] ?? []].flat().length > 0 ? null : keptOf(script);
  const statuses = new Set([...script.matchAll(status)].map(([, one, two]) => one ?? two ?? ''));
  const [only] = statuses;
  const [one, ...others] = found;
  if (one === undefined || others.length > 0) return 'several schemas';
  const behind = one.index + one[0].length;
  const [name] = /^[A-Za-z_$][\w$]*/.exec(script.slice(behind)) ?? [];
  const schema = name === undefined ? objectAt(script, behind) : named(script, name.replaceAll('$', '\\$'));
  if (schema === null) return 'a schema that is no data alone';
  // A script may hold each of several answers against a schema of its own.
  if (only === undefined || statuses.size > 1 || /\bif\s*\(|\bswitch\s*\(/.test(script))
    return 'a schema without a status of its own';
  return { status: only, schema };
}

/** Notes for an operation what the tests of its requests say of its answers. */
export function noteTests(operation: JsonObject, items: JsonObject[]): void {
  const tested = items.map((item) => ({ name: String(item['name'] ?? ''), found: testedOf(item) }));
  const read = tested.flatMap(({ name, found }) =>
    found === null || typeof found === 'string' ? [] : [{ name, ...found }],
  );
  const left = tested.flatMap(({ name, found }) => (typeof found === 'string' ? [`"${name}" (${found})`] : []));
  if (read.length > 0) operation[testedAnswers] = read;
  if (left.length > 0) operation[testsLeft] = left;
  const lines = linesOfTests(items);
  if (lines.length > 0) operation[testedWords] = lines;
}

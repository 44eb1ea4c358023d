/** What a description says in words of an operation and of the whole, as passages of a page. */
import type { Json } from '../../formats/json.ts';
import { atPointer, isObject } from '../../formats/json.ts';
import { type Passage, speaksOfAny } from '../facts/subjects.ts';
import { convertedFrom, type Description } from './description.ts';
import { passageOf } from './passage.ts';
import { testedWords } from './tested-words.ts';

/** The keys below which a description holds words for people. */
const worded: ReadonlySet<string> = new Set(['description', 'summary', 'title']);

function* wordsIn(value: Json): Generator<string> {
  const left: Json[] = [value];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (Array.isArray(one)) left.push(...one.toReversed());
    if (!isObject(one)) continue;
    for (const [key, own] of Object.entries(one)) if (worded.has(key) && typeof own === 'string') yield own;
    left.push(
      ...Object.values(one)
        .filter((own) => typeof own === 'object')
        .toReversed(),
    );
  }
}

/** Characters of a message that is quoted whole. */
const longestMessage = 80;

/** The sentences of a description about an operation that have a word of any subject. */
export function passagesFrom(api: Description, item: Json | undefined, operation: Json | undefined): Passage[] {
  const about = atPointer(api, '/info/description');
  const all = [...(typeof about === 'string' ? [about] : []), ...wordsIn(JSON.parse(passageOf(api, item, operation)))];
  // In a collection each of few short lines is the name of an answer or its message.
  const isOfMessages = (lines: string[]): boolean =>
    api[convertedFrom] === 'Postman' && lines.length < 5 && lines.every((line) => line.length <= longestMessage);
  const sentences = all.flatMap((text) => {
    const lines = text.split('\n');
    return isOfMessages(lines) ? lines : text.split(/(?<=[.;!?])\s+|\n{2,}/);
  });
  const tested = isObject(operation) ? [operation[testedWords] ?? []].flat().map(String) : [];
  sentences.push(...tested);
  return [...new Set(sentences.map((one) => one.trim()))].filter(speaksOfAny).map((text) => ({ text, line: 0 }));
}

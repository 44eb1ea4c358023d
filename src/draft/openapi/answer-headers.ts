/** The headers of an answer, as a description gives them. */
import type { Json } from '../../formats/json.ts';
import { isObject } from '../../formats/json.ts';
import type { HeaderFact, Todo } from '../facts/facts.ts';
import { ignoredOfAnswers } from '../facts/ignored-headers.ts';
import { quotedWords } from '../facts/quoted.ts';
import { sometimesTodo } from '../page/words/challenges.ts';
import { oneOf, pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';
import type { Description } from './description.ts';
import { follow, merged, nowhere } from './follow.ts';
import { mark, openOf, wordsOf } from './members.ts';
import { soundOf } from './sound.ts';

/** That a header is there in some answers alone. */
const there = oneOf(word.sent, word.only, word.is, 'present', 'returned', 'given', 'set', 'included', 'there', 'ada');
const sometimes = pattern`^\W*(?:(?:${there}) ){0,3}(?:${word.when}|${word.unless}|if|jika|bila|kalau) `;

/** The question whether such a header is always there. */
const sometimesAsked = (name: string, notes: string, at: string): Todo =>
  name.toLowerCase() === 'www-authenticate'
    ? sometimesTodo(notes, at)
    : {
        name: `${at} at times`,
        what: `whether ${name} is always there (${at}): the description calls it required, and says "${quotedWords(notes)}"; the draft lets it be absent`,
      };

/** The headers of the answer at this place; one that nothing calls required may be absent. */
export function headersOf(api: Description, headers: Json | undefined, of: string, todos: Todo[]): HeaderFact[] {
  return Object.entries(isObject(headers) ? headers : {}).flatMap(([name, value]): HeaderFact[] => {
    const header = follow(api, value, nowhere)?.value;
    if (!header || ignoredOfAnswers.includes(name.toLowerCase())) return [];
    const { schema, wrong } = soundOf(merged(api, header['schema'], nowhere)?.schema ?? {});
    const at = `${of}, header ${name}`;
    todos.push(...openOf(schema, wrong, at));
    const words = wordsOf(header);
    const { notes = '' } = words;
    const isAtTimes = header['required'] === true && sometimes.test(notes);
    if (isAtTimes) todos.push(sometimesAsked(name, notes, at));
    const required = header['required'] === true && !isAtTimes;
    return [{ ...{ name, at, origin: 'openapi', required, schema }, ...words, ...mark(header) }];
  });
}

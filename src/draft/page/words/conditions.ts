/** Words about a member of an answer that say when it is there, and for which a contract has no word. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** When something is there: alone under a condition, or there under one. */
const when = oneOf(word.when, word.with, word.after, word.for, 'in', 'pada', 'saat');
// What is set in or filled with something has it as a value.
const there = `(?!(?:set|diisi)\\b)${oneOf(word.sent, 'muncul')}`;
const condition = pattern`(?:^|[.;,(]\s*)((?:${word.only}(?: \p{L}+)?|(?:${word.is} )?${there}(?: ${word.only})?) ${when} [^.;]{1,200})`;

/** The words that say when a member that need not be there is; null where none do. */
export const conditionIn = (words: string): string | null => condition.exec(words.slice(0, 1000))?.[1]?.trim() ?? null;

/** Where credentials may go, and where not, in questions with their answers and in sentences. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const credentials = oneOf(
  ...[word.secret, 'credentials?', 'kredensial', 'client[ _-]?ids?', 'user ?names?', word.password, word.key],
);
const parts = oneOf(
  word.body,
  'forms?(?: fields?)?',
  'query(?: string| parameters?)?',
  'headers?',
  'urls?',
  word.member,
);
const at = `${oneOf('in', 'on', 'as', 'via', 'through', 'within', 'di', 'dalam', 'pada', 'lewat', 'melalui', 'sebagai')} (?:\\p{L}+ ){0,2}?${parts}`;
const placed = `${credentials}\\b[^.;?]{0,60}\\b${at}\\b`;
const asks = pattern`\b${placed}[^.;?]{0,40}\?(?:[\s*_]*$|\s+(?:yes|no|ya|tidak|bukan)\b)`;

const taken = oneOf(
  word.accepted,
  'supported',
  'allowed',
  'permitted',
  'possible',
  'valid',
  'didukung',
  'boleh',
  'bisa',
  'dapat',
);
const isNotTaken = oneOf(`${word.not} (?:be |yet )?${taken}`, word.refused, 'ignored', 'diabaikan', 'unsupported');
const refuses = pattern`\b${placed}[^.;?]{0,40}\b${isNotTaken}\b|\b${word.not} [^.;?]{0,30}\b${placed}`;

/** One way to authenticate, and no other. */
const way = '(?:http )?(?:basic|client_secret_(?:basic|post|jwt)|private_key_jwt)(?: auth\\w*)?';
const onlyOne = pattern`\b${word.only} (?:the )?${way} (?:yang )?(?:${word.is} )?${taken}\b|\b${way} ${word.is} the only\b`;

/** Whether a question is about where credentials may go. */
export const asksPlace = (sentence: string): boolean => asks.test(sentence.replace(/[`*_]/g, ''));

/** Whether a sentence says where credentials do not go, or that there is one way alone to authenticate. */
export const refusesPlace = (sentence: string): boolean => {
  const words = sentence.replace(/[`*]/g, '');
  return refuses.test(words) || onlyOne.test(words);
};

/** The sentences that say so, each question with the answer behind it; `title` is that above them. */
export function placesAsked(sentences: string[], title: string): string[] {
  const all = asksPlace(title) ? [title, ...sentences] : sentences;
  return all.flatMap((one, at) => {
    const next = all[at + 1];
    if (asksPlace(one)) return next === undefined ? [] : [`${one.trim()} ${next.trim()}`];
    return refusesPlace(one) && !asksPlace(all[at - 1] ?? '') ? [one] : [];
  });
}

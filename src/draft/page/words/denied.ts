/** What sentences deny, so that it is no fact. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isQualified } from './doubts.ts';
import { remembered } from './remembered.ts';

const status = '\\b[45]\\d\\d\\b';

// Not `tanpa`: `204 tanpa isi` says what an answer is like.
const negated = pattern`\b(?:${word.not}|${word.noLonger}|instead of|without|deprecated)\b`;

/** When something is refused: `401 if the client is not known` denies no fact. */
const refusedWhen = pattern`(${status}[^.;]{0,200}?)\b${word.when}\b.*$`;

/** The same ahead of the status, to the comma behind it: `if the client is not known, the status is 401`. */
const whenRefused = everywhere`\b${word.when}\b[^.;,]{0,100}(?=,\s[^.;,]{0,40}${status})`;

/** What a request lacks that is refused: `a request without it is answered with 401` denies no fact. */
const refusedWithout = pattern`\b(?:without|lacking|tanpa)\b[^.;,]{0,60}(?=\b(?:is|are|gets?|ditolak|dijawab)\b[^.;,]{0,40}${status})`;

/** What is said of the thing that is refused: `a shop that is not known gives 404` denies no fact. */
const ofThing = oneOf('that', 'which', 'who', 'we', 'you', 'yang');
const gives = oneOf(
  ...['gives', 'gets', 'yields', 'results in', 'leads to', `is (?:${word.answered}|${word.refused})`],
  ...['dijawab', 'ditolak', 'menghasilkan', 'mendapat(?:kan)?'],
);
const refusedThing = everywhere`\b${ofThing}\s(?:\p{L}+\s){0,2}?${word.not}\s\p{L}[^,.;]{0,40}?(?=\s${gives}\b[^,.;]{0,30}${status})`;

/** What a status is said to be for: `401 for a client we do not know` and `400 means that it is not read` deny no fact; `404 is for nobody, and not sent` does. */
const says = oneOf(word.for, word.means, 'says?', 'tells?', 'signals?', 'indicates?', 'that', 'menandakan', 'bahwa');
const sameThought = `(?:(?! ${oneOf(word.and, word.but, word.only)} )[^.;,()]){0,80}?`;
const answered = oneOf(
  ...[word.used, word.answered, 'sent', 'returned', 'given', 'in', 'supported', 'issued'],
  ...['dikirim', 'dikembalikan'],
);
const ofStatus = `(?:(?:be|been|longer|yet|lagi) )?${answered}`;
const refusedFor = everywhere`(${status}[^.;,]{0,20}\b${says}\b${sameThought})\b${word.not} (?!${ofStatus}\b)(?=\p{L})`;

/** What a list of statuses says of each: `Errors: 400 parameter wrong, 415 media type not a form` denies no fact. */
const isList = pattern`^\W*(?:\w+ )?${oneOf(word.fault, 'status(?:es)?', 'codes?', 'kode')}\b[^:.;]{0,40}:\s*[\`*]*(?:HTTP )?[45]\d\d\b`;
const listedFor = everywhere`(\b[45]\d\d\b[\`*]*[\s:(–—-]+[^.;,:()]{0,60}?)\b${word.not} (?!(?:(?:be|been|longer|yet|lagi) )?(?:${word.sent}|used|answered|in|supported|issued|dipakai|digunakan|dijawab)\b)(?=\p{L})`;

/** Words for when something is to be done: `ask in the last minute, not before` denies no fact. */
const notBefore = /\bnot (?:before|earlier|sooner|until)\b/gi;

/** Whether a sentence denies what it speaks of. */
export const denies = remembered(
  (sentence: string): boolean =>
    // Most sentences deny nothing, as they are.
    negated.test(sentence) &&
    negated.test(
      sentence
        .replace(refusedWhen, '$1')
        .replace(whenRefused, '')
        .replace(refusedFor, '$1 ')
        .replace(refusedWithout, '')
        .replace(refusedThing, '')
        .replace(notBefore, '')
        .replace(listedFor, (part, rest: string) => (isList.test(sentence) ? rest : part)),
    ),
);

const parts = pattern`;\s+(?!charset)|,\s+(?=${word.not}\b)`;

/** The parts of a sentence that turn nothing down; `send a form; JSON is not accepted` has one. */
export const withoutTurnedDown = (sentence: string): string =>
  sentence
    .replace(/\(([^()]{0,80})\)/g, (whole, part: string) => (negated.test(part) ? ' ' : whole))
    .split(parts)
    .filter((part) => !negated.test(part))
    .join('; ');

/** What is not taken, and with which status it is refused: `JSON is not accepted here and is answered with 415`. */
const isNotTaken = `(?:${word.is} )?\\W{0,2}(?:not|tidak)\\W{0,2} ${oneOf(word.accepted, 'understood', 'read', 'possible', 'dibaca')}`;
const isRefused = `(?:(?:${word.is}|will be|gets?|akan) )?(?:${word.answered}|${word.refused}) (?:${word.with}|by) (?:HTTP )?\\W?[45]\\d\\d\\b`;
const here = `${oneOf(word.in, word.by)} (?:${word.the} )?${word.operation}(?: ini)?`;
const notTaken = pattern`^[^.;:]{1,60}?\b${isNotTaken}(?: ${here}| \p{L}+)?,? ${oneOf(word.and, word.but)} (${isRefused}[^,.;]{0,60})`;

/**
 * What stands behind a colon and denies nothing, as `XML is not read: such a request fails with 415` has it, or what is said
 * with `and` of something that is not taken; empty without it.
 */
export function behindDenied(sentence: string): string {
  const [, refused] = notTaken.exec(sentence) ?? [];
  if (refused !== undefined && !isQualified(refused)) return refused;
  const at = sentence.lastIndexOf(': ');
  const rest = at < 0 ? '' : sentence.slice(at + 2);
  return denies(rest) ? '' : rest;
}

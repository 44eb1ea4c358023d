/** What sentences deny, so that it is no fact. */
import { everywhere, oneOf, pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';
import { isQualified } from './doubts.ts';

const negated = /\b(not|never|no longer|instead of|without|deprecated|bukan|tidak|belum)\b/i;

/** When something is refused: `401 if the client is not known` denies no fact. */
const refusedWhen = /(\b[45]\d\d\b[^.;]{0,200}?)\b(?:when|if|bila|jika|apabila)\b.*$/i;

/** What a request lacks that is refused: `a request without it is answered with 401` denies no fact. */
const refusedWithout =
  /\b(?:without|lacking|tanpa)\b[^.;,]{0,60}(?=\b(?:is|are|gets?|ditolak|dijawab)\b[^.;,]{0,40}\b[45]\d\d\b)/i;

/** What is said of the thing that is refused: `a shop that is not known gives 404` denies no fact. */
const refusedThing =
  /\b(?:that|which|who|we|you|yang)\s(?:\p{L}+\s){0,2}?(?:not|never|tidak|belum|bukan)\s\p{L}[^,.;]{0,40}?(?=\s(?:gives|gets|yields|results in|leads to|is (?:answered|refused|rejected)|dijawab|menghasilkan|mendapat(?:kan)?)\b[^,.;]{0,30}\b[45]\d\d\b)/giu;

/** What a status is said to be for: `401 for a client we do not know` and `400 means that it is not read` deny no fact; `404 is for nobody, and not sent` does. */
const refusedFor =
  /(\b[45]\d\d\b[^.;,]{0,20}\b(?:for|means?|says?|tells?|signals?|indicates?|that|untuk|bagi|berarti|artinya|menandakan|bahwa)\b(?:(?! (?:and|dan|but|tetapi|only|hanya) )[^.;,()]){0,80}?)\b(?:not|never|tidak|belum|bukan) (?!(?:(?:be|been|longer|yet|lagi) )?(?:used|sent|answered|returned|given|in|supported|issued|dipakai|digunakan|dikirim|dijawab|dikembalikan)\b)(?=\p{L})/giu;

/** What a list of statuses says of each: `Errors: 400 parameter wrong, 415 media type not a form` denies no fact. */
const isList = pattern`^\W*(?:\w+ )?${oneOf(word.fault, 'status(?:es)?', 'codes?', 'kode')}\b[^:.;]{0,40}:\s*[\`*]*(?:HTTP )?[45]\d\d\b`;
const listedFor = everywhere`(\b[45]\d\d\b[\`*]*[\s:(–—-]+[^.;,:()]{0,60}?)\b${word.not} (?!(?:(?:be|been|longer|yet|lagi) )?(?:${word.sent}|used|answered|in|supported|issued|dipakai|digunakan|dijawab)\b)(?=\p{L})`;

/** Words for when something is to be done: `ask in the last minute, not before` denies no fact. */
const notBefore = /\bnot (?:before|earlier|sooner|until)\b/gi;

/** Whether a sentence denies what it speaks of. */
export const denies = (sentence: string): boolean =>
  negated.test(
    sentence
      .replace(refusedWhen, '$1')
      .replace(refusedFor, '$1 ')
      .replace(refusedWithout, '')
      .replace(refusedThing, '')
      .replace(notBefore, '')
      .replace(listedFor, (part, rest: string) => (isList.test(sentence) ? rest : part)),
  );

/** The parts of a sentence that turn nothing down; `send a form; JSON is not accepted` has one. */
export const withoutTurnedDown = (sentence: string): string =>
  sentence
    .replace(/\(([^()]{0,80})\)/g, (whole, part: string) => (negated.test(part) ? ' ' : whole))
    .split(/;\s+(?!charset)|,\s+(?=(?:not|never|bukan|tidak)\b)/i)
    .filter((part) => !negated.test(part))
    .join('; ');

/** What is not taken, and with which status it is refused: `JSON is not accepted here and is answered with 415`. */
const notTaken =
  /^[^.;:]{1,60}?\b(?:(?:is|are) \W{0,2}not\W{0,2} (?:accepted|supported|allowed|understood|read|possible)|tidak (?:diterima|didukung|dibaca))(?: \p{L}+)?,? (?:and|dan|but|tetapi) ((?:(?:is|are|will be|gets?|akan) )?(?:answered|refused|rejected|dijawab|ditolak) (?:with|by|dengan) (?:HTTP )?\W?[45]\d\d\b[^,.;]{0,60})/iu;

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

/** Sentences that say of a request that it has no body, or no Content-Type, as a request without one has none. */
import type { Said, Statement } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { readRefusedBodies } from './bodiless.ts';
import { isPartial, takesBack } from './doubts.ts';
import { isOfOthers } from './others.ts';

const body =
  '(?:(?:http |request |message |json )?(?:body|payload)|content[- ]type(?: header)?|header content[- ]type|badan permintaan|isi permintaan|badan|muatan)';

/** What may follow: the end of what is said, or what it is said of. */
const ends =
  '(?=\\s*$|\\s*[.,;:()]| (?:is|are|and|or|to|for|at|when|if|unless|except|parameters?|fields?|dan|atau|apa|pada|untuk|jika|bila|kecuali)\\b)';

/** That there is none, with nothing between that and what there is none of. */
const forms: readonly RegExp[] = [
  `\\b(?:no|without(?: an?| any)?|tanpa|tidak (?:ada|memiliki|mempunyai|punya|membawa|memuat|memakai|perlu|memerlukan|membutuhkan)|jangan (?:mengirim(?:kan)?|kirim(?:kan)?|sertakan|menyertakan)|(?:do|does|must|should|may|shall) not (?:have|take|carry|contain|expect|need|send|include|set|use|hold)(?: an?| any)?|never (?:has|takes|carries|send)(?: an?| any)?) ${body}`,
  `\\b${body}(?: (?:is|are|must be|has to be|stays|remains|adalah|harus|dibiarkan|:)|:)? (?:always |selalu )?(?:empty|none|nothing|kosong|not (?:sent|used|needed|there)|tidak (?:ada|dikirim|dipakai|diperlukan|digunakan))(?! unless)`,
].map((form) => RegExp(`${form}${ends}`, 'iu'));

/** Words beside it that say nothing else. */
const small = new Set(
  (
    'the this a an it its is are of in with has have there and or our your http https get post put request requests call calls operation endpoint method ' +
    'token sent send made takes needed required necessary used expected fields as to for all parameter parameters headers header be must ' +
    'dan ini itu permintaan panggilan operasi metode dengan dikirim kirim adalah pada untuk memiliki apa pun'
  ).split(' '),
);

/** Words that speak of what is answered. */
const answered =
  /\b(?:answers?|answered|responses?|respond\w*|repl(?:y|ies|ied)|returns?|returned|errors?|status|refus\w*|respons|jawaban|balasan|dijawab|[2-5]\d\d)\b/i;

/** What a sentence says of it: that there is no body, or so with words that are not understood; null where it says nothing. */
export function noBodySaid(sentence: string): 'said' | 'unsure' | null {
  if (sentence.length > longest || isOfOthers(sentence)) return null;
  const pieces = sentence
    .replace(/[`*_]/g, '')
    .split(/[;.,:]\s+|\s(?:and|so|dan|sehingga|karena itu)\s|[()]/)
    .map((piece) => piece.trim());
  const saying = [sentence.replace(/[`*_]/g, ''), ...pieces].filter((piece) => forms.some((form) => form.test(piece)));
  if (saying.length === 0 || answered.test(sentence)) return null;
  const beside = (text: string): string => forms.reduce((rest, form) => rest.replace(form, ' '), text);
  const others = pieces.map(beside).join('; ');
  if (takesBack(others) || isPartial(others)) return 'unsure';
  const isKnown = (piece: string): boolean =>
    beside(piece)
      .split(/[^\p{L}]+/u)
      .every((word) => word === '' || small.has(word.toLowerCase()));
  return saying.some(isKnown) ? 'said' : 'unsure';
}

/** Characters of the longest sentence that is looked at. */
const longest = 300;

/** Takes what a sentence says of it into a statement. */
export function readNoBody(sentence: string, at: string, statement: Statement): void {
  readRefusedBodies(sentence, at, statement);
  if (!/body|payload|content|badan|isi|muatan/i.test(sentence)) return;
  const found = noBodySaid(sentence);
  if (found === null || (statement.noBody && !statement.noBody.isUnsure)) return;
  const said: Said = { value: quotedWords(sentence), at };
  statement.noBody = found === 'said' ? said : { ...said, isUnsure: true };
}

/** Words about the bodies that there are, which say nothing of a request without one. */
const ofSome =
  /\b(?:requests?|calls?|permintaan|panggilan) (?:with|that (?:have|has|carry|carries|need)|having|carrying|dengan|yang (?:memiliki|mempunyai|punya|membawa|memuat|memakai)) (?:an? |any )?(?:request )?(?:body|bodies|payloads?|badan|isi)\b|\b(?:all |any |every |semua )?(?:request )?(?:bodies|payloads)\b|\b(?:if|where|when|jika|bila) (?:there is )?(?:an? |any )?(?:request )?body\b/i;

/** Whether words give a media type to those requests alone that have a body. */
export const isOfBodies = (words: string): boolean => ofSome.test(words);

/** Sentences that say which members of a grant every refusal has as well, as `All errors use the same `code` and `text`.` */

import { glue } from '../../vocabulary/glue.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const answers = oneOf('responses?', 'answers?', 'replies', 'bodies');
const failed = oneOf(word.refusal, 'gagal');
const refusals = `(?:the )?${oneOf(`(?:error|failure) ${answers}`, `(?:respons|jawaban) ${failed}`, word.refusal)}`;
const hold = oneOf(word.holds, word.uses, 'returns?', 'shares?', 'keeps?', 'mengembalikan');
const named = '(?:`[A-Za-z_][\\w.-]{0,60}`|[A-Za-z]\\w{2,60})';

/** A name with the marks of code, or as programs write it and people write no word. */
const isName = (text: string): boolean => /^`|_|[a-z][A-Z]/.test(text);

/** The whole sentence: every refusal, the names, and that they are the same as above or in a grant. */
const everyRefusal = `(?:${oneOf(word.all, 'an?')}(?: of)? )?${refusals}`;
const between = `(?:${oneOf('the', word.both)} )?(same )?(?:${word.member} )?`;
const names = `(${named}(?:(?:,|,? ${word.and}) ${named}){0,9})`;
const sentenceForm = pattern`^[\s*]*${everyRefusal} (?:${oneOf(word.also, word.always)} )?${hold} ${between}${names}(?: ${word.member})?( yang sama)?([^\`.]{0,80})[.\s]*$`;
const betweenNames = pattern`,? ${word.and} |, `;

/** Words that say where else they are. */
const elsewhere = new Set([
  ...glue,
  ...(
    'for untuk yaitu those like answer answers response responses success successful grant granted body above ' +
    'lengths length types type form forms presence given listed shown described defined stated ' +
    'panjang tipe disebut disebutkan tercantum tersebut seperti atas respons jawaban sukses berhasil sebagaimana'
  ).split(' '),
]);

/** Words that say of these that they are as they stand elsewhere. */
const stated = oneOf('given', 'listed', 'shown', 'described', 'defined', 'stated', 'disebut(?:kan)?', 'tercantum');
const asElsewhere = pattern`\b${oneOf(stated, 'as', 'seperti')}\b.{0,30}\b${oneOf(word.above, word.succeeds, 'grant')}\b`;

/** That there are no others. */
const noOther = oneOf(
  'nothing else',
  `no(?:thing)? ${oneOf('other', 'more')}(?: ${word.member})?`,
  'tidak ada (?:yang )?lain',
);
const alone = pattern`,? ${oneOf(word.and, 'but')}? ?${noOther}\s*$`;

/** The names of the members that a sentence gives to every refusal, as a grant has them; null for any other sentence. */
export function sameIn(sentence: string): string[] | null {
  const [, before, list = '', behind, rest = ''] =
    sentenceForm.exec(sentence.replace(/\.\s*$/, '').replace(alone, '')) ?? [];
  const all = list.split(betweenNames).map((name) => name.trim());
  const end = all.findIndex((name) => !isName(name));
  const found = end < 0 ? all : all.slice(0, end);
  // A word behind a comma is no name, and goes with what follows it.
  const said = `${end < 0 ? '' : all.slice(end).join(' ')}${rest}`;
  if (found.length === 0 || (before === undefined && behind === undefined && !asElsewhere.test(said))) return null;
  const words = said.toLowerCase().split(/[^\p{L}]+/u);
  if (/\d/.test(said) || !words.every((one) => one === '' || elsewhere.has(one))) return null;
  return found.map((name) => name.replaceAll('`', ''));
}

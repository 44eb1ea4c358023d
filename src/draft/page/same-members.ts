/** Sentences that say which members of a grant every refusal has as well, as `All errors use the same `code` and `text`.` */

const refusals =
  '(?:the )?(?:errors?|refusals?|failures?|(?:error|failure) (?:responses?|answers?|replies|bodies)|kesalahan|galat|penolakan|(?:respons|jawaban) (?:error|gagal|kesalahan|galat))';
const hold =
  '(?:uses?|ha(?:s|ve)|holds?|carry|carries|contains?|returns?|shares?|keeps?|memakai|menggunakan|memuat|berisi|mengembalikan|memiliki|mempunyai)';
const named = '(?:`[A-Za-z_][\\w.-]{0,60}`|[A-Za-z]\\w{2,60})';

/** A name with the marks of code, or as programs write it and people write no word. */
const isName = (text: string): boolean => /^`|_|[a-z][A-Z]/.test(text);

/** The whole sentence: every refusal, the names, and that they are the same as above or in a grant. */
const sentenceForm = RegExp(
  `^[\\s*]*(?:(?:all|every|each|any|an?|semua|setiap|seluruh)(?: of)? )?${refusals} (?:also |juga |always |selalu )?${hold} (?:(?:the|both) )?(same )?(?:(?:fields?|members?|kolom|atribut) )?(${named}(?:(?:,| and| dan|, and|, dan) ${named}){0,9})(?: (?:fields?|members?))?( yang sama)?([^\\x60.]{0,80})[.\\s]*$`,
  'i',
);

/** Words that say where else they are. */
const elsewhere = new Set(
  (
    'as like in of on with a an the those that answer answers response responses success successful grant granted body above ' +
    'lengths length types type form forms presence given listed shown described defined stated ' +
    'panjang tipe disebut disebutkan tercantum tersebut seperti dengan pada di atas respons jawaban sukses berhasil sebagaimana'
  ).split(' '),
);

/** Words that say of these that they are as they stand elsewhere. */
const asElsewhere =
  /\b(?:given|listed|shown|described|defined|stated|as|disebut(?:kan)?|tercantum|seperti)\b.{0,30}\b(?:above|success\w*|grant|di ?atas|sukses|berhasil)\b/i;

/** That there are no others. */
const alone =
  /,? (?:and|but|dan)? ?(?:nothing else|no(?:thing)? (?:other|more)(?: fields?| members?)?|tidak ada (?:yang )?lain)\s*$/i;

/** The names of the members that a sentence gives to every refusal, as a grant has them; null for any other sentence. */
export function sameIn(sentence: string): string[] | null {
  const [, before, list = '', behind, rest = ''] =
    sentenceForm.exec(sentence.replace(/\.\s*$/, '').replace(alone, '')) ?? [];
  const all = list.split(/,? (?:and|dan) |, /).map((name) => name.trim());
  const end = all.findIndex((name) => !isName(name));
  const names = end < 0 ? all : all.slice(0, end);
  // A word behind a comma is no name, and goes with what follows it.
  const said = `${end < 0 ? '' : all.slice(end).join(' ')}${rest}`;
  if (names.length === 0 || (before === undefined && behind === undefined && !asElsewhere.test(said))) return null;
  const words = said.toLowerCase().split(/[^\p{L}]+/u);
  if (/\d/.test(said) || !words.every((word) => word === '' || elsewhere.has(word))) return null;
  return names.map((name) => name.replaceAll('`', ''));
}

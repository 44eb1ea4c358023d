/** Sentences that say which members of a grant every refusal has as well, as `All errors use the same `code` and `text`.` */

const refusals =
  '(?:the )?(?:errors?|refusals?|failures?|(?:error|failure) (?:responses?|answers?|replies|bodies)|kesalahan|galat|penolakan|(?:respons|jawaban) (?:error|gagal|kesalahan|galat))';
const hold =
  '(?:uses?|ha(?:s|ve)|holds?|carry|carries|contains?|returns?|shares?|keeps?|memakai|menggunakan|memuat|berisi|mengembalikan|memiliki|mempunyai)';
const named = '`[A-Za-z_][\\w.-]{0,60}`';

/** The whole sentence: every refusal, the names, and that they are the same as above or in a grant. */
const sentenceForm = RegExp(
  `^[\\s*]*(?:all|every|each|any|semua|setiap|seluruh)(?: of)? ${refusals} (?:also |juga )?${hold} (?:(?:the|both) )?(same )?(?:(?:fields?|members?|kolom|atribut) )?(${named}(?:(?:,| and| dan|, and|, dan) ${named}){0,9})(?: (?:fields?|members?))?( yang sama)?([^\\x60.]{0,80})[.\\s]*$`,
  'i',
);

/** Words that say where else they are. */
const elsewhere = new Set(
  (
    'as like in of on with a an the those that answer answers response responses success successful grant granted body above ' +
    'seperti dengan pada di atas respons jawaban sukses berhasil sebagaimana'
  ).split(' '),
);

/** The names of the members that a sentence gives to every refusal, as a grant has them; null for any other sentence. */
export function sameIn(sentence: string): string[] | null {
  const [, before, list = '', behind, rest = ''] = sentenceForm.exec(sentence) ?? [];
  if (before === undefined && behind === undefined) return null;
  const words = rest.toLowerCase().split(/[^\p{L}]+/u);
  if (/\d/.test(rest) || !words.every((word) => word === '' || elsewhere.has(word))) return null;
  return list.match(/[A-Za-z_][\w.-]*(?=`)/g);
}

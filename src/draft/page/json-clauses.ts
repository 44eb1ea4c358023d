/** Clauses that call all requests or all answers JSON, whatever stands in the clauses beside them. */
import { isQualified } from './doubts.ts';

const all =
  '(?:(?:all|every|each|both|semua|setiap|seluruh)(?: of)? (?:(?:the|our|its|these) )?(?:(?:api|http|rest) )?)';
const json =
  '(?:in |as |dalam |sebagai |berupa |berformat |format |bentuk |an? |plain |valid |body |isi )*JSON(?: format| objects?| documents?| body| bodies)?';

/** What a clause calls JSON: all requests, all answers, or all refusals. */
export type JsonSide = 'request' | 'response' | 'refusal';

/** Refusals, whichever they are. */
const refusals =
  '(?:errors?|failures?|refusals?|(?:error|failure|failed) (?:answers?|responses?|repl(?:y|ies)|bod(?:y|ies)|messages?)|galat|kesalahan|penolakan|(?:respons|jawaban|balasan) (?:error|gagal|galat|kesalahan))';

/** What calls a body JSON; a verb may stand before it, with the method of the request. */
const clauses: readonly (readonly [JsonSide, RegExp])[] = [
  [
    'response',
    RegExp(
      `^${all}(?:answers?|responses?|repl(?:y|ies)|jawaban|respons|balasan)(?: (?:api|body|bodies))? (?:(?:is|are|comes?|adalah|selalu|always|dikirim|returned|sent) )*${json}$`,
      'i',
    ),
  ],
  [
    'request',
    RegExp(
      `^${all}(?:requests?|calls?|permintaan|panggilan)(?: (?:body|bodies))? (?:(?:is|are|uses?|adalah|memakai|menggunakan|sent) )*(?:(?:a )?POST(?: requests?)? )?(?:(?:with|and|have|has|dengan) )*${json}$`,
      'i',
    ),
  ],
  // What all operations take is a body of a request where it is called so.
  [
    'request',
    RegExp(
      `^${all}(?:endpoints?|operations?|services?|layanan|operasi) (?:uses?|takes?|expects?|reads?|accepts?|memakai|menggunakan|menerima) (?:an? )?(?:JSON (?:request )?bod(?:y|ies)|body JSON|isi JSON)$`,
      'i',
    ),
  ],
  [
    'refusal',
    RegExp(
      `^(?:(?:the )?(?:bod(?:y|ies)|content|isi|badan) (?:of |dari )?)?(?:${all}|the |an? )?${refusals} (?:(?:is|are|has|have|comes?|always|answered|adalah|selalu|dikirim|memakai|returned|sent) )*${json}$`,
      'i',
    ),
  ],
];

/** A host that all operations share, before what else they share. */
const sharedHost =
  /\b(?:the )?(?:hosts?|servers?|domains?|base urls?|alamat) https?:\/\/[^\s,;]+ (?:and|dan|serta) (?=(?:an? )?(?:JSON|body|isi)\b)/i;

/** A clause about all that goes over the line, as `Everything is JSON over HTTPS`. */
const overTheLine = RegExp(
  `^(?:everything|semuanya|(?:the|this|our) api|${all}(?:calls?|traffic|messages|communication|exchanges?|panggilan|komunikasi|pesan)) (?:(?:is|are|speaks?|uses?|adalah|memakai|menggunakan) )?(?:plain )?JSON (?:over|via|through|melalui|lewat) HTTPS?$`,
  'i',
);

/** Characters of the longest sentence that is looked at. */
const longest = 300;

/** Words by which another clause of the sentence may take back what one says of all: a contrast, or another form of a body. */
const otherwise =
  /\b(?:but|only|just|though|although|however|while|whereas|tetapi|tapi|namun|hanya|sedangkan|xml|text|html|csv|plain|teks)\b/i;

/** The sides whose bodies the clauses of a sentence call JSON; none where some words take that back. */
export function sidesOfJson(sentence: string): JsonSide[] {
  if (sentence.length > longest || !/JSON/.test(sentence)) return [];
  if (isQualified(sentence) || otherwise.test(sentence.replace(/plain JSON/g, 'JSON'))) return [];
  const found = sentence
    .replace(/[`*_]|[.:]\s*$/g, '')
    .replace(sharedHost, '')
    .replace(
      /(HTTPS?) \((?:with |at least )?TLS(?: v?1\.[0-3])?(?: or (?:later|higher|newer|above)|\+| atau lebih(?: baru| tinggi)?)?\)/gi,
      '$1',
    )
    .split(/[,;]\s+(?:(?:and|dan|serta) )?|\s(?:and|dan|serta) (?=(?:all|every|each|semua|setiap|seluruh)\b)/i)
    .map((clause) => clause.trim());
  // Of such pages many send the request for a token as a form.
  if (found.some((clause) => overTheLine.test(clause))) return ['response'];
  return clauses.flatMap(([side, form]) => (found.some((clause) => form.test(clause)) ? [side] : []));
}

/** Clauses that call all requests or all answers JSON, whatever stands in the clauses beside them. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isQualified } from './doubts.ts';

const every = oneOf(word.all, 'both');
const all = `(?:${every}(?: of)? (?:(?:the|our|its|these) )?(?:(?:api|http|rest) )?)`;
const asWhat = oneOf(word.in, 'as', 'sebagai', 'berupa', 'berformat', 'format', 'bentuk');
const json = `(?:${oneOf(asWhat, 'an?', 'plain', 'valid', 'the same', word.body)} )*JSON(?: ${oneOf('format', 'objects?', 'documents?', word.body)})?`;
const isSo = oneOf(word.is, word.always, 'sent', 'returned', 'dikirim', 'comes?');

/** What a clause calls JSON: all requests, all answers, or all refusals. */
export type JsonSide = 'request' | 'response' | 'refusal';

/** Refusals, whichever they are. */
const failed = oneOf(word.fault, word.fails);
const refusals = oneOf(
  word.refusal,
  `${failed} ${oneOf(word.answer, word.body, 'messages?')}`,
  `${word.answer} ${failed}`,
);

const takes = oneOf(word.uses, 'takes?', 'expects?', 'reads?', 'accepts?', 'menerima');
const aPost = '(?:(?:a )?POST(?: requests?)? )?';
const ofBody = `(?:(?:the )?${oneOf(word.body, 'content')} (?:${word.of} )?)?`;

/** What calls a body JSON; a verb may stand before it, with the method of the request. */
const clauses: readonly (readonly [JsonSide, RegExp])[] = [
  ['response', pattern`^${all}${word.answer}(?: ${oneOf('api', word.body)})? (?:${isSo} )*${json}$`],
  [
    'request',
    pattern`^${all}${word.request}(?: ${word.body})? (?:${oneOf(isSo, word.uses)} )*${aPost}(?:${oneOf(word.with, 'and', 'have', 'has')} )*${json}$`,
  ],
  // What all operations take is a body of a request where it is called so.
  [
    'request',
    pattern`^${all}${word.operation} ${takes} (?:an? )?(?:JSON (?:request )?${word.body}|${word.body} JSON)$`,
  ],
  [
    'refusal',
    pattern`^${ofBody}(?:${all}|the |an? )?${refusals} (?:${oneOf(isSo, word.uses, 'has', 'have', 'answered')} )*${json}$`,
  ],
];

/** A host that all operations share, before what else they share. */
const host = oneOf('hosts?', 'servers?', 'domains?', 'base urls?', 'alamat');
const sharedHost = pattern`\b(?:the )?${host} https?:\/\/[^\s,;]+ ${word.and} (?=(?:an? )?${oneOf('JSON', word.body)}\b)`;

/** A clause about all that goes over the line, as `Everything is JSON over HTTPS`. */
const traffic = oneOf(
  ...['calls?', 'traffic', 'messages', 'communication', 'exchanges?'],
  ...['panggilan', 'komunikasi', 'pesan'],
);
const everything = oneOf('everything', 'semuanya', '(?:the|this|our) api', `${all}${traffic}`);
const overTheLine = pattern`^${everything} (?:${oneOf(word.is, word.uses, 'speaks?')} )?(?:plain )?JSON ${oneOf(word.via, 'over')} HTTPS?$`;

/** A sentence that announces an answer, as `The above command returns JSON structured like this` does, each word of it known. */
const who = oneOf(
  ...['you', 'we', 'it', 'anda', 'kamu', 'kami'],
  '(?:the|this|our|your) (?:above )?(?:\\p{L}+ )?(?:commands?|apis?|endpoints?|servers?|services?|calls?|requests?|app)',
);
const receives = oneOf(
  ...['receives?', 'gets?', 'returns?', '(?:responds?|answers?|replies) with', 'gives?', 'sends?'],
  ...['menerima', 'mendapat(?:kan)?', 'memperoleh', 'mengembalikan'],
);
const jsonAnswer = oneOf(
  `JSON(?: ${oneOf(word.answer, word.body, 'objects?', 'documents?', 'structure')})?`,
  `${oneOf(word.answer, 'objek')} JSON`,
);
const asShown = oneOf(
  '(?:(?:that|which|and) )?(?:looks? |is |structured |formatted )?(?:like|as|similar to) (?:this|follows|below|shown|the following)(?: one)?',
  ...['below', '(?:sebagai |seperti )?berikut(?: ini)?'],
);
const announced = pattern`^(?:${who} )?(?:(?:will|should|akan) )?${receives} (?:back )?(?:(?:an?|the|following|sebuah) )*${jsonAnswer}(?: ${asShown})?$`;

/** When a grant is answered, at the beginning of a sentence: the answer that is announced is that of any grant. */
const whenGranted = pattern`^${word.when} [^,;]{0,60}?\b(?:(?:HTTP|status|code)\b[^,;]{0,20}\b20[01]|success\p{L}*|${word.succeeds})\b[^,;]{0,20}, `;

/** Characters of the longest sentence that is looked at. */
const longest = 300;

/** Words by which another clause of the sentence may take back what one says of all: a contrast, or another form of a body. */
const otherForm = oneOf('xml', 'text', 'html', 'csv', 'plain', 'teks');
const otherwise = pattern`\b${oneOf(word.but, word.while, word.only, 'just', otherForm)}\b`;

/** Where another clause begins. */
const newClause = everywhere`[,;]\s+(?:${word.and} )?|\s${word.and} (?=${word.all}\b)`;

/** Whether a sentence announces an answer of JSON, that of any grant included. */
export const announcesJson = (sentence: string): boolean =>
  sentence.length <= longest &&
  announced.test(
    sentence
      .replace(/[`*_]|[.:]\s*$/g, '')
      .trim()
      .replace(whenGranted, ''),
  );

/** A subject whose verb stands behind the next one, as in `every request and every response is JSON`. */
const bare = pattern`^${all}${oneOf(word.request, word.answer)}(?: ${word.body})?$`;

const isCalled = (clause: string | undefined): boolean => clauses.some(([, form]) => form.test(clause ?? ''));

/** The sides whose bodies the clauses of a sentence call JSON; none where some words take that back. */
export function sidesOfJson(sentence: string): JsonSide[] {
  if (sentence.length > longest || !/JSON/.test(sentence)) return [];
  if (announcesJson(sentence)) return ['response'];
  if (isQualified(sentence) || otherwise.test(sentence.replace(/plain JSON/g, 'JSON'))) return [];
  const found = sentence
    .replace(/[`*_]|[.:]\s*$/g, '')
    .replace(sharedHost, '')
    .replace(
      /(HTTPS?) \((?:with |at least )?TLS(?: v?1\.[0-3])?(?: or (?:later|higher|newer|above)|\+| atau lebih(?: baru| tinggi)?)?\)/gi,
      '$1',
    )
    .split(newClause)
    .map((clause) => clause.trim())
    .map((clause, at, those) => (bare.test(clause) && isCalled(those[at + 1]) ? `${clause} is JSON` : clause));
  // Of such pages many send the request for a token as a form.
  if (found.some((clause) => overTheLine.test(clause))) return ['response'];
  return clauses.flatMap(([side, form]) => (found.some((clause) => form.test(clause)) ? [side] : []));
}

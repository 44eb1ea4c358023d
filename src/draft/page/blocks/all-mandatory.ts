/** What stands before fields and says of all of them that they are there, as `The body must contain the following fields:`. */
import type { Schema } from '../../../formats/json.ts';
import { glue } from '../../vocabulary/glue.ts';
import { numbers } from '../../vocabulary/numbers.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { typeWord } from '../values/values.ts';
import { isQualified } from '../words/doubts.ts';
import { type Block, boldDepth } from './blocks.ts';
import { contextOf } from './heading-words.ts';

/** Such words, and the side that they name. */
export interface AllThere {
  words: string;
  side: 'request' | 'response' | null;
  /** Where the fields are sent, where these are called headers. */
  place: 'header' | null;
  /** How many fields it says that these are; null where it does not. */
  count: number | null;
  /** The type that it gives to each of them. */
  schema?: Schema;
}

/** Each of several; `any` may be one of them. */
const each = oneOf(
  ...[word.both, word.allOfSoMany, 'all', 'each', 'every(?: one)?', 'semua(?:nya)?', 'seluruh', 'setiap', 'tiap'],
);

/** A sentence that is nothing but that each field of what follows has to be there. */
const those = `${each}(?: of)?(?: ${word.the})?(?: (?:${word.number}|\\d))?(?: ${oneOf(word.below, 'request', 'body', 'header', 'form')})?`;
const fields = oneOf(word.member, word.value, 'headers?');
const areThere = oneOf(
  `(?:${word.is}|${word.must}(?: be)?) (?:${word.always} )?${oneOf(word.mandatory, word.sent, 'filled')}`,
  `(?:bersifat )?wajib(?: ${word.sent})?`,
  `${word.always} ${word.sent}`,
);
/** What is there in each answer that grants is there in that of a grant. */
const onSuccess = `${word.in} (?:${oneOf(word.the, word.all)} )?${oneOf(`${word.succeeds} ${word.answer}`, `${word.answer} (?:yang )?${word.succeeds}`)}`;
/** The type of all of them, as in `mandatory strings`. */
const ofType = `(?: (?:${word.and} )?(?:of type )?(string|text|integer|number|boolean)s?)?`;
const allAreThere = pattern`^\W*${those} ${fields}(?: (?:${word.below}|ini))? ${areThere}${ofType}(?: ${onSuccess})?\W*$`;

const beginsWithAll = pattern`^\W*${each} `;

/** The same behind what the fields are, as `Form fields, all mandatory:`. */
const called = `(?:the |its )?(?:(?:form|request|body|json|query|http) ){0,2}${fields}(?: (?:form|permintaan|lines?))?`;
const numberOfTable = '(?:(?:table|tabel) \\d[\\d.]{0,6}[:.]? (?:[–-] )?)?';
const allMandatory = `${each} (?:of them )?(?:${word.is} )?${word.mandatory}`;
const inAnyOrder = `(?:,| ${word.and})+ ${oneOf('in any order', 'dalam urutan apa ?pun', 'urutan bebas')}`;
const ofWhich = pattern`^\W*${numberOfTable}(${called})(?:,| [-–—]| \()\s*${allMandatory}(?:${inAnyOrder})?\)?\W*$`;

/** The same in parentheses at the end of a caption with its number, whatever the table is called, and with one type of all. */
const captioned = pattern`^\W*(?:table|tabel) \d[\d.]{0,6}[:.]? ([^.;:()]{1,80}) \((?:${allMandatory})(?:, (?:${each}) (?:strings?|texts?))?\)\W*$`;

/** What is `needed` may be so for some. */
const duty = oneOf('required', 'mandatory', 'obligatory', 'compulsory', 'wajib', 'diwajibkan', 'mandatori');
const things = oneOf(word.member, 'headers?', 'items?', 'keys', 'key-value pairs');
const kinds = oneOf(word.request, word.answer, word.body, 'query', 'headers?', 'form', 'json');
const ofDuty = oneOf(
  `${duty} (?:${kinds} ){0,2}${things}`,
  `${things} (?:yang )?${oneOf(`${word.is} ${duty}`, `${word.must} be ${word.sent}`, `(?:wajib|harus) ${word.sent}`)}`,
  `${things} ${word.below} ${oneOf('wajib', 'harus')} ${word.sent}`,
  `(?<=${word.below} )${things} (?:${word.is} )?${duty}`,
);

/** What has to be sent, or is always there, is what holds the fields that follow. */
const hold = oneOf(
  ...['contain(?:s|ing)?', 'includ(?:es?|ing)', 'have', 'having', 'has', 'carry(?:ing)?', 'carries', 'holds?', 'with'],
  ...['consists? of', 'consisting of', word.send, 'memuat', 'berisi', 'menyertakan', 'mengirim(?:kan)?', 'dengan'],
);
const must = oneOf('must', 'shall', 'has to', 'have to', 'needs? to', 'is required to', 'are required to');
const these = oneOf(
  `(?:all )?(?:of )?(?:(?:the )?following|these) (?:${kinds} ){0,2}${things}`,
  `${things} (?:${word.below}|ini)`,
);
const mustHold = pattern`\b${oneOf(must, 'harus', 'wajib', word.always)}\b[^.;]{0,200}\b${hold} ${oneOf(these, `(?:the )?${things}$`)}`;
const saysDuty = pattern`\b${ofDuty}\b`;
const pointsBelow = pattern`\b${word.below}\b|:$`;

/** A heading that is nothing but such words. */
const title = pattern`^\W*(?:the )?${oneOf(`${duty} (?:${kinds} ){0,2}${things}`, `${things} (?:${kinds} )?wajib`)}\W*$`;

const namesDuty = pattern`\b${duty}\b`;

/** Fields that are called headers and nothing else. */
const ofHeaders = pattern`^\W*(?:the )?${duty} (?:${word.request} )?headers?\W*$|\b${word.below} (?:${duty} )?(?:(?:http|${word.request}) )?headers?\b(?! ${oneOf(word.and, word.or)}\b)`;

/** Words of which such a sentence is made: none of them denies, leaves a choice, or says when it is so. */
const known = new Set([
  ...[...glue, ...numbers.keys()],
  ...(
    'order obtain get fetch retrieve receive request requests create generate issue new access token tokens you your we our client ' +
    'clients partner partners merchant merchants application must shall has have need needs required mandatory obligatory ' +
    'compulsory post put get method url uri endpoint address using use via through http https header headers json form ' +
    'urlencoded encoded body payload query contain contains containing include includes including having carry carries carrying hold ' +
    'holds consist consists consisting send sending sent give provide provided supply pass passed present included make making call ' +
    'following below here table list lists listed show shows identify identifies describe describes gives state states fields field members ' +
    'parameters parameter params attributes attribute elements element properties property items item keys key value pairs for from our ' +
    'message messages all both each always success successful successfully api apis oauth oauth2 authentication service server as ' +
    'response responses answer answers returned permintaan respons berikut bawah tabel daftar kolom atribut isian elemen wajib ' +
    'harus selalu dikirim dikirimkan disertakan diisi berisi memuat menyertakan mengirim mengirimkan mendapatkan memperoleh meminta ' +
    'token akses jawaban balasan tanggapan berupa berbentuk untuk anda klien mitra badan muatan semua seluruh bersifat alamat menggunakan it ia anggota'
  ).split(' '),
]);

/** Characters of the longest such sentence. */
const longest = 400;

/** A sentence without what it names: code, addresses and headers. */
const withoutNames = (sentence: string): string =>
  sentence
    .replace(/`[^`]*`|<?https?:\S+|[^\s:]*[/_{}=]\S*|\b[A-Z]\w*(?:-[A-Z]\w*)+:?/gi, ' ')
    .replace(/\bclient[ -]credentials?(?: grant)?\b|\bkey-value\b/gi, ' ');

/** Whether each word may stand in such a sentence. */
const isUnderstood = (words: string): boolean =>
  words
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .every((one) => one === '' || known.has(one));

/** Whether a sentence says of the fields that follow it that all of them are there. */
export function announcesFields(sentence: string): boolean {
  if (sentence.length > longest || !pointsBelow.test(sentence.trim())) return false;
  const words = withoutNames(sentence);
  return isUnderstood(words) && (saysDuty.test(words) || mustHold.test(words));
}

/** Whether a sentence says of each field below it that it is there, and nothing else. */
export const saysAllThere = (sentence: string): boolean => beginsWithAll.test(sentence) && allAreThere.test(sentence);

/** What a caption names beside its fields may be that for which these are there. */
const ofSome = pattern`\b${oneOf(word.for, word.when, word.optional)}\b`;

const endsCaption = (sentence: string): boolean => {
  const called = captioned.exec(sentence.slice(0, longest))?.[1];
  return called !== undefined && !isQualified(called) && !ofSome.test(called);
};

const saysAll = (sentence: string): boolean =>
  saysAllThere(sentence) || ofWhich.test(sentence) || endsCaption(sentence) || announcesFields(sentence);

const ofBoth = pattern`^\W*${oneOf(word.both, 'kedua')}(?: of)? `;

/** What is said of words: what is posted is the request. */
function toldBy(words: string): AllThere {
  const side = contextOf(words).side ?? (/\b(?:POST|PUT)\b/.test(words) ? 'request' : null);
  const counted = words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .flatMap((one) => numbers.get(one) ?? []);
  const schema = beginsWithAll.test(words) ? typeWord(allAreThere.exec(words)?.[1] ?? '') : null;
  const place = ofHeaders.test(words) ? 'header' : null;
  return { words, side, place, count: ofBoth.test(words) ? 2 : (counted[0] ?? null), ...(schema ? { schema } : {}) };
}

/** The words before a block that announce that all fields in it have to be there; null where none do. */
export function announcesAll(before: Block | undefined, above: string): AllThere | null {
  if (namesDuty.test(above) && title.test(above)) return toldBy(above);
  const lines = before?.kind === 'lines' ? before.lines : [];
  const sentence =
    before?.kind === 'heading' && before.depth >= boldDepth
      ? // A caption has lost the colon that ended it.
        `${before.title}:`
      : (lines.findLast((line) => line.trim() !== '') ?? '');
  const last = sentence
    .replace(/[*]/g, '')
    .split(/(?<=[.!?])\s+/)
    .at(-1);
  return last && saysAll(last) ? toldBy(before?.kind === 'heading' ? before.title : last) : null;
}

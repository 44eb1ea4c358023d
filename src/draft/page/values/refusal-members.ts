/** Words around the members that a sentence gives to every refusal, and what it says of each of them. */
import { pointerOf, type Schema } from '../../../formats/json.ts';
import type { Member } from '../../facts/facts.ts';
import { glue } from '../../vocabulary/glue.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { mayBeLeftOut } from '../words/left-out.ts';
import { attributesOf } from './attributes.ts';
import { lengthsOf } from './values.ts';

const listOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words for refusals, of which one at least announces their members. */
const refusals = listOf(
  'error errors refusal refusals failure failures failed fault faults refused rejected galat kesalahan penolakan gagal ditolak',
);

/** What refusals are sent as and hold, and the words between. */
const around: ReadonlySet<string> = new Set([
  ...glue,
  ...(
    'all every each any always also which following two three four ' +
    'have has carry carries hold holds contain contains bear bears include includes return returns sent send come comes given answered described ' +
    'follow follows take takes use uses share shares look looks like form shape structure format layout json object objects document body bodies ' +
    'member members field fields key keys attribute attributes property properties response responses answer answers reply replies ' +
    'media type content payload message messages rfc ' +
    'semua setiap tiap seluruh juga selalu memuat berisi memiliki mempunyai mengandung membawa mengikuti mengembalikan berupa berbentuk ' +
    'ialah tetap pasti dikirim bentuk struktur objek dokumen badan isi isian kolom atribut anggota respons respon jawaban balasan pesan berikut seperti'
  ).split(' '),
]);

/** A media type or a standard by its number, which say nothing of the members. */
const named = /\b(?:application|text)\/[a-z0-9.+-]+|\bRFC[ -]?\d{3,5}\b/gi;

/** Whether words before the first member say that every refusal holds what follows, each of them understood. */
export function announcesRefusals(before: string): boolean {
  const words = before.replace(named, ' ').replace(/[`*_]/g, ' ').toLowerCase();
  if (/\d|[.;?!()]/.test(words)) return false;
  const all = words.split(/[^\p{L}]+/u).filter((word) => word !== '');
  return all.some((word) => refusals.has(word)) && all.every((word) => refusals.has(word) || around.has(word));
}

/** That a member is there, or may be left out, in words of a sentence. */
export const isThere = everywhere`\b(${word.always}) ${word.sent}\b`;
const mayLack = everywhere`\b(?:${mayBeLeftOut}|${word.may} dikosongkan)\b`;

/** A case in which alone a member is there: whether it is to be there is open. */
const inCase = oneOf(word.for, word.when, word.with, word.in, 'saat');
const onlyFor = pattern`^(?:${word.sent} )?${word.only}(?: ${word.sent})? ${inCase}\b[^\`"“]*$`;

/** A sentence without the cases that it gives to single members, which say nothing of the others: `source (string, only for invalid arguments)`. */
export const withoutCases = (sentence: string): string =>
  sentence.replace(
    /(`[\w.-]{1,60}` ?\()([^()`]{1,80})(?=\))/g,
    (_, name: string, said: string) =>
      name +
      said
        .split(/,\s*/)
        .filter((piece) => !onlyFor.test(piece))
        .join(', '),
  );

const countsCharacters = pattern`\b${word.character}\b`;
const isSo = pattern`^\s*${oneOf(word.is, 'bersifat', 'yang')}\s+`;

/** What is said of one member, between parentheses or behind its name; null where some of it is not understood. */
function memberSaid(said: string): { schema: Schema; required: boolean | null } | null {
  const pieces = said
    .replace(mayLack, 'optional')
    .replace(isThere, '$1')
    .replace(isSo, '')
    .split(/,\s*/)
    .map((piece) => piece.replace(/^an?\s+/i, '').trim());
  const open = pieces.filter((piece) => onlyFor.test(piece));
  const { schema, required, rest } = attributesOf(pieces.filter((piece) => !open.includes(piece)).join(', '));
  if (open.length > 0 && required !== null) return null;
  if (rest.length === 0) return schema === null && required === null ? null : { schema: schema ?? {}, required };
  // A length in characters is that of a text, whose type is said elsewhere.
  const [only = '', ...more] = pieces.filter((piece) => attributesOf(piece).required === null);
  const lengths = schema === null && more.length === 0 && countsCharacters.test(only) ? lengthsOf(only) : null;
  return lengths === null || required === null ? null : { schema: lengths, required };
}

/** Characters of a sentence that is looked at. */
const longest = 600;

const marked = '`[A-Za-z_][\\w.-]{0,60}`';
const first = RegExp(marked);
const between = pattern`(?:\s*[,;]\s*|\s+)(?:${oneOf(word.and, word.with, 'plus', 'juga')}\s+)?(?=${marked})`;
const piece = /^`([\w.-]+)`(?:\s*\(([^()]{1,80})\)|\s+([^`()]{1,80}))?$/;

/** What a refusal is called by, and words that say where it stands. */
const nameOfIt = listOf('name names code codes kode nama');
const standing = listOf(
  'in into under as at inside within returned called named stands stand found put written placed di dalam pada ada berada terdapat disebut',
);

/** The member that a sentence calls the place of the code of a refusal, as ``The code of the error is in `error`.`` */
function placeOfCode(sentence: string, begin: number, at: string): Member[] | null {
  const before = sentence.slice(0, begin).replace(/[*_]/g, ' ').toLowerCase();
  const all = before.split(/[^\p{L}]+/u).filter((word) => word !== '');
  const isWhole = /^[^.;?!():,\d]*$/.test(before) && RegExp(`^${marked}[\\s.*]*$`).test(sentence.slice(begin));
  const isUnderstood = all.every((word) => [refusals, around, nameOfIt, standing].some((list) => list.has(word)));
  const isPlaced = [refusals, nameOfIt, standing].every((list) => all.some((word) => list.has(word)));
  if (!isWhole || !isUnderstood || !isPlaced) return null;
  const [name = ''] = /[A-Za-z_][\w.-]*/.exec(sentence.slice(begin)) ?? [];
  return [{ ...{ pointer: pointerOf(name.split('.')), at, origin: 'text' }, schema: {}, required: null }];
}

/** The members that a sentence gives to every refusal, each of its words understood; null for any other sentence. */
export function membersOfRefusals(sentence: string, at: string): Member[] | null {
  const begin = sentence.search(first);
  if (begin < 0 || sentence.length > longest) return null;
  const place = placeOfCode(sentence, begin, at);
  if (place !== null) return place;
  if (!announcesRefusals(sentence.slice(0, begin))) return null;
  const list = sentence.slice(begin).replace(/[\s.;*]+$/, '');
  const found: Member[] = [];
  for (const part of list.split(between)) {
    const [, name = '', inside, behind] = piece.exec(part) ?? [];
    const said = inside ?? behind;
    const read = said === undefined ? null : memberSaid(said);
    if (name === '' || read === null) return null;
    found.push({ ...{ pointer: pointerOf(name.split('.')), at, origin: 'text' }, ...read });
  }
  return new Set(found.map(({ pointer }) => pointer)).size < found.length ? null : found;
}

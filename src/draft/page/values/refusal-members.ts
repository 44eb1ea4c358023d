/** Words around the members that a sentence gives to every refusal, and what it says of each of them. */
import { pointerOf, type Schema } from '../../../formats/json.ts';
import type { Member } from '../../facts/facts.ts';
import { glue } from '../../vocabulary/glue.ts';
import { numbers } from '../../vocabulary/numbers.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { mayBeLeftOut } from '../words/left-out.ts';
import { attributesOf } from './attributes.ts';
import { eachOfThem, inParentheses, marked, partsOf, withAllBehind, withClauses } from './member-clauses.ts';
import { typeApart, valuesApart, withValue } from './member-values.ts';
import { lengthsOf } from './values.ts';

const listOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words for refusals, of which one at least announces their members. */
const refusals = listOf(
  'error errors refusal refusals failure failures failed fault faults refused rejected galat kesalahan penolakan gagal ditolak',
);

/** What refusals are sent as and hold, and the words between. */
const around: ReadonlySet<string> = new Set([
  ...[...glue, ...numbers.keys()],
  ...(
    'all every each any always also too well only same which we our following included including ' +
    'have has carry carries hold holds contain contains bear bears include includes return returns sent send come comes given answered dijawab described ' +
    'follow follows take takes use uses share shares look looks like form shape structure format layout json object objects document body bodies ' +
    'member members field fields key keys attribute attributes property properties response responses answer answers reply replies ' +
    'media type content payload message messages rfc endpoint operation api call operasi layanan ' +
    'semua setiap tiap seluruh juga selalu hanya sama ada memuat berisi memiliki mempunyai mengandung membawa mengikuti mengembalikan berupa berbentuk ' +
    'ialah tetap pasti dikirim bentuk struktur objek dokumen badan isi isian kolom atribut anggota respons respon jawaban balasan pesan berikut seperti'
  ).split(' '),
]);

/** A media type or a standard by its number, which say nothing of the members. */
const named = /\b(?:application|text)\/[a-z0-9.+-]+|\bRFC[ -]?\d{3,5}\b/gi;
/** The section of the standard about OAuth that is about refusals. */
const ofOauth =
  /\bRFC[ -]?6749\b[,( ]{1,3}(?:section|bagian|§) ?5\.2\b\)?|(?:section|bagian|§) ?5\.2 (?:of|dari) RFC[ -]?6749\b/gi;

/** What is refused is answered by a refusal. */
const refusedRequest = everywhere`\b(?:${word.refused} ${word.request}|${word.request} (?:(?:yang|that ${word.is}|which ${word.is}) )?${word.refused})\b`;

/** The words of a text about refusals, in small letters; null where it has other signs or numbers. */
function wordsOf(text: string): string[] | null {
  const plain = text.replace(ofOauth, ' error ').replace(named, ' ').replace(refusedRequest, ' error ');
  const words = plain.replace(/[`*_]/g, ' ').toLowerCase();
  return /\d|[.;?!()]/.test(words) ? null : words.split(/[^\p{L}]+/u).filter((word) => word !== '');
}

/** Whether words before the first member say that every refusal holds what follows, each of them understood. */
export function announcesRefusals(before: string): boolean {
  const all = wordsOf(before) ?? [];
  return all.some((word) => refusals.has(word)) && all.every((word) => refusals.has(word) || around.has(word));
}

/** Whether the words of a text below a heading of refusals are about what those hold and nothing else. */
const goesOn = (text: string): boolean =>
  wordsOf(text)?.every((word) => refusals.has(word) || around.has(word) || word === 'they') ?? false;

/** That a member is there, or may be left out, in words of a sentence. */
export const isThere = everywhere`\b(${word.always}) ${word.sent}\b`;
const mayLack = everywhere`\b(?:${mayBeLeftOut}|${word.may} dikosongkan|sometimes|kadang(?:-kadang)?)\b`;

/** That the member before it may be left out, behind its name or its parentheses. */
const lacksBehind = everywhere`(\`[\w.-]{1,60}\`(?: ?\(${inParentheses}\))?) (?:${mayBeLeftOut}|sometimes|kadang(?:-kadang)?)(?=\s*(?:[,.;]|$))`;

/** A case in which alone a member is there: whether it is to be there is open. */
const inCase = oneOf(word.for, word.when, word.with, word.in, 'saat', 'where');
const onlyFor = pattern`^(?:${word.sent} )?${word.only}(?: ${word.sent})? ${inCase}\b[^\`"“]*$`;

/** A sentence without the cases that it gives to single members, which say nothing of the others: `source (string, only for invalid arguments)`. */
export const withoutCases = (sentence: string): string =>
  sentence.replace(lacksBehind, '$1').replace(
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

/** What is said of members; `isOpen` where they are there in some cases alone. */
interface MemberSaid {
  schema: Schema;
  required: boolean | null;
  isOpen?: boolean;
}

/** What is said of all members of a body that a sentence shows. */
const all = `${oneOf(eachOfThem, 'they')}(?: of them)?(?: ${word.is})?`;
const ofThem = pattern`^\s*(?:${word.and}\s+)?${all}\s+(?:(${word.always})\s+)?(?:an?\s+)?([\p{L} ]{2,30}?)\s*$`;
const and = pattern` ${word.and} `;
const isThereAlone = pattern`^${word.sent}$`;

/** What the words behind members say of all of them, as `; both are always present` does; null where they say anything else. */
export function saidOfThem(behind: string): MemberSaid | null {
  const found: MemberSaid = { schema: {}, required: null };
  for (const piece of behind.split(/[;,.]/)) {
    if (piece.trim() === '') continue;
    const [, always, said = ''] = ofThem.exec(piece) ?? [];
    const words = said
      .replace(isThere, '$1')
      .replace(/(?<!alway)s$/, '')
      .split(and)
      .join(', ');
    const { schema, required, rest } = attributesOf(words);
    if (isThereAlone.test(said) && always !== undefined) found.required = true;
    else if (always === undefined && rest.length === 0 && schema !== null)
      Object.assign(found, { schema, required: required ?? found.required });
    else if (required === true && schema === null) found.required = true;
    else return null;
  }
  return found;
}

/** What is said of one member, between parentheses or behind its name; null where some of it is not understood. */
function memberSaid(said: string): MemberSaid | null {
  const pieces = said
    .replace(mayLack, 'optional')
    .replace(isThere, '$1')
    .split(/,\s*/)
    .map((piece) =>
      piece
        .replace(isSo, '')
        .replace(/^an?\s+/i, '')
        .trim(),
    );
  const open = pieces.filter((piece) => onlyFor.test(piece));
  const { schema, required, rest } = attributesOf(pieces.filter((piece) => !open.includes(piece)).join(', '));
  if (open.length > 0 && required !== null) return null;
  const isOpen = open.length > 0;
  if (rest.length === 0)
    return schema === null && required === null ? null : { schema: schema ?? {}, required, isOpen };
  // A length in characters is that of a text, whose type is said elsewhere.
  const [only = '', ...more] = pieces.filter((piece) => attributesOf(piece).required === null);
  const lengths = schema === null && more.length === 0 && countsCharacters.test(only) ? lengthsOf(only) : null;
  return lengths === null || required === null ? null : { schema: lengths, required };
}

/** Characters of a sentence that is looked at. */
const longest = 600;

const first = RegExp(marked);

/** Words that announce what a body holds, right before its first member, and that each refusal has such a body. */
const holder = oneOf(
  word.holds,
  word.member,
  'keys?',
  'anggota',
  `(?:${oneOf(word.body, 'json', 'objects?', 'objek', 'documents?')}) ${oneOf(word.with, 'of')}`,
);
const those = oneOf(word.number, 'the', 'its', 'both', 'following', word.member, 'anggota');
const areThere = `(?: ${oneOf('that are', 'yang', 'which are')} ${word.always} ${word.sent})?`;
const announcesMembers = pattern`\b${holder}(?: ${those}){0,3}${areThere}\s*:?\s*$`;
const ofEach = pattern`\b${oneOf(word.all, word.always)}\b`;

/** Names without a mark behind a word for members, up to the end of the sentence or what is said of all of them. */
const unmarked = pattern`(\b${word.member}(?: (?:named|called))?:? )([A-Za-z]\w*(?:(?:, (?:${word.and} )?| ${word.and} )[A-Za-z]\w*)+)(?=[\s.]*$|[,;] ${eachOfThem}\b)`;
/** What describes members is none of them: `described and shown`. */
const isWord = /^(?:[a-z]+(?:ed|ing|own)|below|above|here|others?|so|more)$/;

/** A sentence with the marks of code around the names that a word for members announces. */
function withMarks(sentence: string): string {
  if (sentence.includes('`')) return sentence;
  return sentence.replace(unmarked, (whole, before: string, list: string) => {
    const names = list.split(pattern`,? ${word.and} |, `);
    return names.some((name) => isWord.test(name))
      ? whole
      : `${before}${names.map((name) => `\`${name}\``).join(', ')}`;
  });
}

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

/** What stands behind the last member of a list and is said of all of them. */
const behindAll = pattern`[,;]?\s+(?=(?:${word.and}\s+)?${eachOfThem}\b[^\`]*$)`;

/** The members that a sentence gives to every refusal, each of its words understood; null for any other sentence. */
export function membersOfRefusals(written: string, at: string, isBelow = false): Member[] | null {
  if (written.length > longest) return null;
  const { sentence, values } = valuesApart(withAllBehind(withClauses(withMarks(written))));
  const begin = sentence.search(first);
  if (begin < 0) return null;
  const place = placeOfCode(sentence, begin, at);
  if (place !== null) return place;
  const { before, schema: typed } = typeApart(sentence.slice(0, begin));
  if (!announcesRefusals(before) && !(isBelow && goesOn(before))) return null;
  const isHeld = announcesMembers.test(before);
  const [list = '', behind = ''] = sentence
    .slice(begin)
    .replace(/[\s.;:*]+$/, '')
    .split(behindAll);
  const ofAll = saidOfThem(behind);
  if (ofAll === null) return null;
  const inEach = isHeld && ofEach.test(before) ? true : null;
  const found: Member[] = [];
  for (const { name, inside, after } of partsOf(list)) {
    const said = [inside, after].filter((one) => one !== undefined).join(', ');
    // A name alone is a value, where no word says that it is a member.
    const read = said === '' ? (isHeld || behind !== '' ? ofAll : null) : memberSaid(said);
    if (name === '' || name.includes('-') || read === null) return null;
    const required = read.required ?? ofAll.required ?? (read.isOpen ? null : inEach);
    const schema = withValue({ ...typed, ...ofAll.schema, ...read.schema }, values.get(name));
    if (schema === null) return null;
    found.push({ ...{ pointer: pointerOf(name.split('.')), at, origin: 'text' }, schema, required });
  }
  return new Set(found.map(({ pointer }) => pointer)).size < found.length ? null : found;
}

/** That the subject is what the sentence before it is about. */
const goesBack = /^\W*(?:they|it|its)\b/i;

/**
 * The members that one of the sentences below a heading of refusals gives to each of these, where it and those before it are
 * about nothing else: ``The body has `code` (string, always).`` Null for any other.
 */
export function membersBelow(sentences: string[], index: number, at: string): Member[] | null {
  const own = sentences[index] ?? '';
  const before = sentences.slice(0, index).filter((one) => one.trim() !== '');
  if (goesBack.test(own) && before.length === 0) return null;
  const isOfThem = (one: string): boolean =>
    goesOn(one.replace(/[.;:\s*]+$/, '')) || membersOfRefusals(one, at, true) !== null;
  return before.every(isOfThem) ? membersOfRefusals(own, at, true) : null;
}

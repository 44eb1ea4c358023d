/** What stands beside the description of a field: each piece is understood word by word, or it may say for whom the field is. */
import type { Json } from '../../../formats/json.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { grants } from '../values/affirmed-value.ts';
import { attributesOf } from '../values/attributes.ts';
import { fitsName } from '../values/only-value.ts';
import { lengthsOf } from '../values/values.ts';
import { isOfEach } from '../words/known-pieces.ts';
import { withoutEnvironments } from '../words/named-addresses.ts';
import { takenOnce } from '../words/new-each-time.ts';
import { otherGrantsIn } from '../words/other-grants.ts';
import { isNoOther } from '../words/other-values.ts';
import { isPlaceTime } from '../words/zone-names.ts';
import { small, telling } from './known-words.ts';
import { isAlwaysThere } from './required-words.ts';
import { saysMeaning } from './shown-meaning.ts';

/** Whether a word is one about a value, or a small one. */
export const isKnown = (word: string): boolean => telling.has(word) || small.has(word);

/** Known words that may as well say whom a value is for. */
const whom = new Set(
  (
    'service layanan system server endpoint partner mitra merchant corporate company bank user pengguna team us we snap b2b ' +
    'public private http api app application new both only hanya saja'
  ).split(' '),
);

/** One of those who send requests; in English it stands behind the word for its kind. */
const sender = new Set('client partner merchant company bank user team app application server'.split(' '));

/** Several of those who send requests. */
const senders = new Set(
  'clients partners merchants companies corporates banks users teams apps applications accounts servers'.split(' '),
);

/** What Indonesian names before its owner, as in `rahasia merchant`. */
const owned = new Set('id data token kode nama kunci rahasia nomor jenis pesan kata sandi nilai akun'.split(' '));

/** Whether a word is one about a value. */
export const isTelling = (word: string): boolean => telling.has(word);

const tellsWhom = (word: string): boolean =>
  whom.has(word) || sender.has(word) || senders.has(word) || word === 'klien';

/** Whether words are about some of those who send requests: they name nothing else, or a kind of them that belongs to no other word. */
function isOfSome(words: string[]): boolean {
  const joins = (word: string | undefined): boolean => word !== undefined && small.has(word) && !whom.has(word);
  const namesAny = words.some(tellsWhom) && words.every((word) => tellsWhom(word) || joins(word));
  if (namesAny && !joins(words[0])) return true;
  if (words.some((word, at) => senders.has(word) && !joins(words[at - 1]))) return true;
  return sender.has(words.at(-1) ?? '') && !words.some(joins) && !owned.has(words[0] ?? '');
}

/** Words that are nothing but the value to send. */
const setsValue =
  /^\W*(?:set|fixed|equal|equals|filled|isi|diisi|berisi)(?: (?:to|as|with|dengan))?\s+`?[\w.-]*[A-Z\d_][\w.-]*`?\W*$/;

/** Words of a choice of marked values. */
const isOfChoice = pattern`^(?:either|it|${word.or}|${word.is}|${word.value})$`;

/** Words of a piece that may say nothing but for whom a field is; a longer one says so with a condition. */
const fewWords = 6;

/** A sentence that lists values. */
const listsValues = pattern`\b(?:one of|salah satu|pilihan|${oneOf(word.accepted, 'possible', 'valid')} ${word.value})\b`;

/** Values of which one is to be chosen, and nothing beside them. */
const bareChoice = pattern`^\s*(?:either )?[\w.-]+(?:\s*(?:\b${word.or}\b|/)\s*[\w.-]+)+[\s.]*$`;

/** Whether a piece is a choice of values, of which one is shown. */
export const isChoice = (piece: string, example: Json | undefined): boolean =>
  bareChoice.test(piece) && piece.match(/[\w.-]*\w/g)?.includes(String(example)) === true;

const onlyMarked = pattern`^\W*${word.only}\s+[\`"'“‘]([\w.-]+)[\`"'”’]\W*$`;

/** Whether a piece limits a field to its own value: the one that is shown of it, or the grant of a type of grant. */
function limitsValue(piece: string, name: string, example: Json | undefined): boolean {
  const [, value] = onlyMarked.exec(piece) ?? [];
  return value !== undefined && (value === example || (grants.includes(value) && fitsName(value, name)));
}

/** Whether a piece names another grant; a password by itself is a value. */
const namesOtherGrant = (piece: string): boolean =>
  otherGrantsIn(/\b(?:grants?|flows?|alur)\b/i.test(piece) ? piece : piece.replace(/\bpasswords?\b|\bsandi\b/gi, ' '))
    .length > 0;

/** The pieces of a sentence; what is marked as code is never taken apart. */
const piecesOf = (sentence: string): string[] =>
  sentence.replace(/`[^`]*`/g, (code) => code.replace(/[,;()]/g, ' ')).split(/,(?!\d{3}\b)|[;()]|\s[-–—]\s/);

/** A piece without what it names: what is put together with `+`, code, what is quoted, names as programs write them, formats and numbers. */
const wordsOf = (piece: string): string[] =>
  piece
    .replace(
      /\b\w+(?:\s\+\s[\w'":|.-]+)+|`[^`]*`|"[^"]*"|“[^”]*”|'[^']*'|\S*[\d_/<>{}|=+^\\]\S*|\S+[:.]\S+|\b[a-z]+[A-Z]\w*|\b[A-Za-z]+(?:-[A-Z]\w*)+/g,
      ' ',
    )
    .split(/[^\p{L}']+/u)
    .filter((word) => /\p{L}{2}/u.test(word));

/** A word for mandatory that is the first sentence or piece: what the field is stands behind it. */
const dutyAhead = pattern`^[\s*_]*(?:(${word.mandatory})|(?:it ${word.is} )?${word.always} ${word.sent})[\s*_]*([.,;])[\s*_]+(?=\S)`;

/** Words without the attributes ahead, as `M — String(18) — ` are; a piece behind them that may say for whom the field is does not describe it. */
function withoutAttributes(notes: string, name: string): string {
  const [ahead = '', mandatory, mark] = dutyAhead.exec(notes) ?? [];
  let rest = notes.slice(ahead.length);
  const isSentence = mandatory !== undefined && mark === '.';
  for (let next = attribute.exec(rest); !isSentence && next !== null; next = attribute.exec(rest)) {
    const { schema, required, rest: left } = attributesOf(next[1] ?? '');
    if (left.length > 0 || (schema === null && required === null)) break;
    rest = rest.slice(next[0].length);
  }
  if (rest.length === notes.length || isSentence) return rest;
  const [piece = ''] = piecesOf(rest.split(/[.!?](?:\s|$)|\n/)[0] ?? '');
  const words = wordsOf(piece.replace(plainly, '')).map((one) => one.toLowerCase());
  const saysLittle = words.length === 1 && !isTelling(words[0] ?? '');
  return saysLittle || isStrange(piece, name) || isOfSome(words) ? notes : rest;
}

/** A piece that may be an attribute, with what parts it from the next. */
const attribute = /^\s*([^,;\n–—]{1,30}?)(?:[,;]|\s[–—-])\s+(?=\S)/;

/** How a length begins that stands as an attribute. */
const isLength = pattern`^\s*${word.length}\b`;

/** The operations that a token is for, by their names: one list. */
const ofToken = /(?<=\b[Tt]oken for [A-Z][a-z]+)(?:, [A-Z][a-z]+){0,6},? (?:and|or) [A-Z][a-z]+(?=\s*(?:[.;]|$))/g;

/** Words that are known together, though not each of them. */
const plainly = everywhere`'s\b|\b${oneOf(
  'api version\\b',
  'versi api\\b',
  '(?:since|sejak) (?=1970\\b|(?:the )?(?:unix )?epoch\\b)',
  ...['time to live\\b', 'apa adanya\\b', 'as (?:it )?is\\b', 'nothing else\\b', 'older (?:than|requests|ones)\\b'],
)}`;

/**
 * The first piece beside the description of a field of which some word is not known; null where all are.
 * @param name the field's
 * @param isOwn whether a word is one for what the page is about, as its title has it
 * @param example a value of the field, which shows that the words beside it are values as well
 */
export function strangePiece(
  notes: string,
  name: string,
  isOwn: (word: string) => boolean,
  example?: Json,
): string | null {
  const sentences = withoutEnvironments(withoutAttributes(notes.slice(0, mostNotes), name).replace(ofToken, '')).split(
    /(?<=[.;!?])(?<!\b(?:e\.g|i\.e|mis|cth)\.)\s+|\n+/,
  );
  // The first piece says what the field is, whatever that may be.
  // A length that stands as an attribute says nothing of what the field is.
  const first = sentences.findIndex(
    (sentence) => !isLength.test(sentence) || lengthsOf(sentence.replace(/\.\s*$/, '')) === null,
  );
  const beside = sentences
    .slice(Math.max(first, 0))
    .flatMap((sentence, index) => (listsValues.test(sentence) ? [] : piecesOf(sentence).slice(index === 0 ? 1 : 0)));
  return (
    beside.find((piece) => {
      if (isOfEach(piece) || saysMeaning(piece, example) || isPlaceTime(piece)) return false;
      if (isChoice(piece, example) || limitsValue(piece, name, example) || isAlwaysThere(piece) || isNoOther(piece))
        return false;
      const words = wordsOf(piece.replace(plainly, '').replace(takenOnce, '')).map((word) => word.toLowerCase());
      if (words.length > fewWords || words.every((word) => isOfChoice.test(word))) return false;
      // A user is what a user name is about.
      const isNamed = words.length === 1 && name.toLowerCase().startsWith(words[0] ?? '');
      return (
        namesOtherGrant(piece) || (isOfSome(words) && !isNamed) || words.some((word) => !isKnown(word) && !isOwn(word))
      );
    }) ?? null
  );
}

/** The words of a name. */
export const partsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 1);

const asks = /^(?:what|who|whom|whose|when|where|how|which|whether|apa|siapa|kapan|berapa)\b/i;
const ofSomething = pattern`^(?:${word.of}|milik)\s`;

/**
 * Whether a description of a few words has none that is known and none of the field's name: it may say for whom the field is.
 */
export function isStrange(description: string, name: string): boolean {
  const notes = description.slice(0, mostNotes);
  if (isOfEach(notes)) return false;
  if (setsValue.test(notes.trim().replace(/^(?=[A-Z][a-z])[A-Z]/, (letter) => letter.toLowerCase()))) return false;
  const words = wordsOf(notes.replace(plainly, '').replace(takenOnce, '')).map((word) => word.toLowerCase());
  // One word in capitals is the name of a format, or of a service that the field is for.
  const alone = /^[A-Z][A-Z\d]{1,7}s?$/.exec(notes.trim())?.[0].toLowerCase();
  if (alone !== undefined) {
    const word = alone.replace(/\d+$/, '');
    return !(telling.has(word) && !whom.has(word)) && !partsOf(name).some((part) => alone.startsWith(part));
  }
  if (words.length < 2 || words.length > 3 || /[`"'.,;:()]/.test(notes.trim().replace(/\.$/, ''))) return false;
  // A question is what the value answers.
  if (asks.test(notes.trim())) return false;
  // `Of the application` says whose value it is, and not for whose requests.
  if (ofSomething.test(notes.trim()) && words.every((word) => isKnown(word) || word === 'milik')) return false;
  const parts = partsOf(name);
  const isNamed = (word: string): boolean =>
    parts.some((part) => word.startsWith(part.slice(0, 4)) || part.startsWith(word.slice(0, 4)));
  if (words.some((word) => senders.has(word) && !parts.includes(word))) return isOfSome(words);
  if (words.some(isNamed)) return false;
  return isOfSome(words) || !words.some((word) => telling.has(word) && !whom.has(word));
}

/** What RFC 6749, section 4.4, says of the grant itself: it is so of each request for one, whatever its words are. */
const client = oneOf('(?:the )?client', 'klien');
const ofGrant = [
  everywhere`${client} can request an access token using only its client credentials ?\( ?or other supported means of authentication ?\) when ${client} is requesting access to the protected resources under its control`,
  everywhere`${client} dapat meminta ${oneOf('token akses', 'akses token', 'access token')} hanya (?:dengan )?menggunakan ${oneOf('kredensial klien(?:nya)?', 'client credentials?(?:nya)?')} ?\( ?atau ${oneOf('cara', 'metode', 'sarana')} (?:o|au)tentikasi lain(?:nya)? yang didukung ?\) ${word.when} ${client} meminta akses (?:ke|terhadap) sumber daya (?:yang )?(?:di|ter)lindungi (?:yang )?(?:ada |berada )?di ?bawah kendalinya`,
];

/** A description without the sentence of the standard about its grant. */
export const withoutGrant = (notes: string): string =>
  /\btoken akses|\ba(?:ccess|kses) token/i.test(notes)
    ? ofGrant.reduce((left, form) => left.replace(form, ' '), notes.replace(/\s+/g, ' '))
    : notes;

/** Characters of a description that are looked at. */
const mostNotes = 1000;

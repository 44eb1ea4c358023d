/** Words beside a length that leave open whether it is that of the whole value: each number and each exception is understood, or asked. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { credentialKind } from '../values/values.ts';
import { countsCharacters, isOfPresence, isOneOfSeveral, isRetired, presenceDoubt } from '../words/doubts.ts';
import { bearsMark } from '../words/marks.ts';
import { ungrouped } from '../words/numbers.ts';
import { flat } from '../words/spellings.ts';
import { strangePiece } from './note-words.ts';

const bound = oneOf(word.atMost, word.atLeast, 'hingga', 'sampai', '[<>]=', '≤', '≥');

/** A bound that does not say what it counts. */
const bareBound = pattern`^\W*${bound}\.?(?:\s*${word.length}(?:\s+of)?)?(?:\s*[:=])?\s*\d{1,7}\W*$`;

/** What a number is of that stands behind it: a part of a text, a standard, a version or a step. */
const partOfText = oneOf(
  ...['see', word.section, 'appendix', 'annex', 'table', 'page', 'note', 'footnote'],
  ...['lihat', 'lampiran', 'tabel', 'halaman', 'catatan'],
  ...['e\\.?g\\.?', 'for example', 'for instance', 'such as', word.example],
);
const numbered = oneOf(
  ...['RFC', 'ISO', 'SHA', 'MD', 'AES', 'RSA', 'UTF', 'HMAC', 'UUID', 'PKCS', 'PS', 'ES', 'RS', 'HTTP', 'IPv', 'TLS'],
  ...['OAuth', 'base', 'v', 'version', 'versi', 'step', 'langkah'],
);

/** Numbers that are none of characters: those of sections, of standards, of examples, in code, and values with what they mean. */
const otherNumbers = everywhere`${oneOf(
  '`[^`]*`|["“][^"”]*["”]',
  `\\b${partOfText}\\b[\\s:.,(]*(?:section |bagian )?[^\\s,;)]*`,
  `\\b${numbered}[ -]?#?v?\\d[\\w.-]*`,
  `(?:^|[,;(:])\\s*(?:\\d{2,}\\s*=|(?:0\\d+|\\d{5,})\\s*${word.when}\\b)[^,;.]*`,
)}`;

/** What is left out of a count or added to it. */
const leftOut = oneOf(
  ...['without', 'tanpa', 'excluding', 'exclusive', 'except', 'not counting', 'not including'],
  ...['(?:belum|tidak) termasuk', 'tidak dihitung', 'di luar', 'selain'],
);
const added = oneOf('plus', 'more', 'longer', 'else', 'otherwise', 'extra', 'ditambah', 'lebih');
const each = oneOf('each', 'per', 'every', 'tiap', 'setiap');
const apartFrom = pattern`\b${oneOf(leftOut, added, each, word.before, word.after, 'masing-masing')}\b|\+`;

/** Words beside a count in its own sentence that is about the whole value all the same. */
const another = oneOf('unique', 'unik', 'new', 'different', 'another', 'baru', 'berbeda');
const harmless = everywhere`${oneOf(
  `\\b${oneOf(word.not, 'no')} (?:more|longer|lebih)(?: than| dari)?`,
  `\\b${oneOf(word.before, word.after)} (?:url-?|percent-?)?(?:encoding|escaping|dienkode)`,
  '\\blower',
  `\\b${another}\\b[^,;.]{0,30}\\b${each}\\b[^,;.]*`,
  `\\b(?:sent|send|(?:di)?kirim(?:kan)?)\\b[^,;.]*\\b${each}\\b[^,;.]*`,
)}`;

/** A sentence about the field itself: it gives no length. */
const ofField = pattern`\b${oneOf('specif(?:y|ied)', 'suppl(?:y|ied)', 'fill(?:ed)?', word.member, 'diisi', 'isi')}\b`;

const ofWhom = pattern`\b${oneOf(word.for, 'utk')}\b`;

/**
 * The words that give something for some requests alone, and do not say that it is there: they may give another length. Of
 * a field that not each request has they say which have it, where they count nothing.
 */
function ofSome(notes: string, name: string, counting: string[], isOptional: boolean): string | null {
  const piece = strangePiece(notes, name, () => false);
  const isBeside = isOptional && !counting.some((one) => one.includes(piece ?? ''));
  const strange = piece !== null && !isBeside && ofWhom.test(piece) ? piece : null;
  const said = presenceDoubt(notes);
  const doubt = said !== null && isOneOfSeveral(said) && !isRetired(said) ? said : strange;
  return doubt !== null && (countsCharacters(doubt) || !(isOfPresence(doubt) || ofField.test(doubt))) ? doubt : null;
}

/** What stands between parentheses behind a count. */
const aside = /\d\s{0,3}\p{L}*\s{0,3}\(([^()]{1,80})\)/u;

const sentencesOf = (words: string): string[] =>
  words
    .slice(0, mostWords)
    .split(/(?<=[.;!?])(?<!\b(?:max|min|maks|e\.g|i\.e|mis|cth)\.)\s+|\n+/i)
    .filter((one) => one.trim() !== '');

/** Characters of words that are looked at. */
const mostWords = 1000;

/** Names of texts, of which a bound without a unit counts the characters. */
const ofText = RegExp(
  `${oneOf(
    ...['id', 'key', 'secret', 'code', 'name', 'token', 'text', 'ref', 'reference', 'remarks?', 'notes?', 'label'],
    ...['description', 'desc', 'message', 'url', 'uri', 'email', 'mail', 'phone', 'address', 'number', 'no', 'type'],
    ...['user', 'username', 'login', 'password', 'pin', 'scopes?', 'kind', 'channel', 'memo', 'title', 'comment'],
    ...['hash', 'signature', 'city', 'state', 'branch', 'store', 'shop', 'terminal', 'partner', 'client', 'merchant'],
    ...['device', 'currency', 'country', 'language', 'lang', 'locale', 'purpose', 'trace', 'nonce', 'value', 'data'],
    ...['otp', 'word', 'phrase', 'kode', 'nama', 'nomor', 'catatan', 'keterangan', 'alamat', 'kunci', 'rahasia'],
    ...['sandi', 'pesan', 'judul', 'kota'],
  )}$`,
  'u',
);

/** Words for a text. */
const counted = oneOf('names?', 'ids?', 'identifiers?', 'codes?', 'keys?', 'tokens?');
const texts = oneOf(
  ...['urls?', 'uri', 'uuid', 'guid', 'texts?', 'strings?', 'free text', 'e-?mail', word.password],
  ...['nama', 'kode', 'teks', 'alamat'],
);
const calledText = pattern`\b(?:(?<!number of )${counted}|${texts})\b`;

/** Whether a field of a name and of words about it holds a text, so that a bound without a unit is of its length. */
export const isOfText = (name: string, notes: string): boolean =>
  credentialKind(name) !== null ||
  ofText.test(flat(name)) ||
  /^(?:kode|nama|nomor|no|id)(?=[_A-Z-])/.test(name) ||
  calledText.test(notes);

/** Names of amounts and numbers, which a text may hold as well. */
const ofQuantity = RegExp(
  oneOf(
    ...['amount', 'price', 'total', 'sum', 'fee', 'balance', 'quantity', 'qty', 'limit', 'count', 'rate', 'percent'],
    ...['weight', 'age$', 'year', 'discount', 'tax', 'tenor', 'interest', 'points?$', 'nominal', 'jumlah', 'harga'],
    ...['saldo', 'biaya', 'tarif', 'umur', 'tahun', 'denda', 'pajak', 'bunga', 'poin$'],
  ),
  'u',
);

/** Whether bounds of a column may be those of the amount that a field holds, written as a text. */
export const mayBeAmount = (name: string, notes: string, hasLeast: boolean): boolean =>
  ofQuantity.test(flat(name)) || (hasLeast && !isOfText(name, notes));

/**
 * The first sentence that gives a length and leaves open of what; null where none does.
 * @param name that of the field
 * @param isText whether the page calls its type a text
 * @param isOptional whether not each request has it
 */
export function lengthsDoubt(
  notes: string,
  lengths: (number | undefined)[],
  name: string,
  isText = false,
  isOptional = false,
): string | null {
  const sentences = sentencesOf(ungrouped(notes));
  const isBound = (one: string): boolean => one.split(/[,;()]/).some((piece) => bareBound.test(piece));
  const counting = sentences.filter((one) => countsCharacters(one) || isBound(one));
  const [first] = counting;
  if (first === undefined) return null;
  const isOfLength = isOfText(name, notes) || (isText && !ofQuantity.test(flat(name)));
  const isStrange = (number: number): boolean => !lengths.includes(number);
  const numbersIn = (one: string): number[] =>
    (one.replace(otherNumbers, ' ').match(/(?<![\w.])\d{1,7}(?![\w.]*\w)/g) ?? []).map(Number);
  // A sentence of its own may be about something else; what has no verb of its own goes on with the length.
  const goesOn = (one: string): boolean => counting.includes(one) || one.trim().split(/\s+/).length <= fewWords;
  return (
    counting.find(bearsMark) ??
    sentences.find((one) => goesOn(one) && numbersIn(one).some(isStrange)) ??
    ofSome(notes, name, counting, isOptional) ??
    counting.find((one) => apartFrom.test(one.replace(harmless, ' '))) ??
    counting.find((one) => strangePiece(`${name}, ${aside.exec(one)?.[1] ?? ''}`, name, () => false) !== null) ??
    counting.find((one) => !countsCharacters(one) && !isOfLength) ??
    null
  );
}

/** Words of a sentence that goes on with the one before. */
const fewWords = 4;

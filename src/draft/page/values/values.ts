/** What the cells of a table and the words about a field say of its value. */
import type { Schema } from '../../../formats/json.ts';
import { isCredentialName } from '../../../wire/clear/names.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { ungrouped, withoutMay } from '../words/numbers.ts';
import { remembered } from '../words/remembered.ts';
import { flat, isKindName, kebab, lettersOf } from '../words/spellings.ts';

/** The words that pages use for each type, in English and Indonesian, and as ISO 8583 abbreviates them. */
const typeWords: readonly (readonly [Schema, readonly string[]])[] = [
  [
    { type: 'string' },
    [
      ...'string|str|text|teks|varchar|char|character|alphanumeric|alpha numeric|alfanumerik'.split('|'),
      ...['alphabetic', 'alpha', 'a', 'an', 'ans', 'enum', 'numeric string', 'datetime', 'date', 'jwt', 'password'],
      ...['alphabet', 'alphabets', 'alphabetical', 'alfabet'],
    ],
  ],
  [{ type: 'integer' }, ['integer', 'int', 'int32', 'int64', 'long', 'bilangan bulat', 'angka bulat', 'whole number']],
  [{ type: 'number' }, ['number', 'numeric', 'numerik', 'angka', 'bilangan', 'decimal', 'float', 'double']],
  [{ type: 'boolean' }, ['boolean', 'bool']],
  [{ type: 'object' }, ['object', 'objek', 'json object', 'jsonobject', 'map']],
  [{ type: 'array' }, ['array', 'larik', 'list', 'json array', 'jsonarray']],
  [{ type: 'string', format: 'date-time' }, ['date-time', 'iso8601', 'iso 8601']],
  [{ type: 'string', format: 'uuid' }, ['uuid', 'uuid v4', 'uuidv4', 'uuid4', 'guid']],
  [{ type: 'string', format: 'uri' }, ['uri', 'url']],
  [{ type: 'string', format: 'email' }, ['email', 'e-mail']],
];

const types = new Map(typeWords.flatMap(([schema, words]) => words.map((one): [string, Schema] => [one, schema])));

/** The whole number a cell is; null for anything else. */
export function wholeNumber(cell: string): number | null {
  const text = cell.trim().replaceAll(',', '');
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

const ofText = oneOf(word.character, word.digit, word.letter);
const ofKind = '(?:(?:lower|upper)[- ]?case )?(?:(?:hex\\w*|(?:alpha)?numeric|alfanumerik|ascii) )?';
const unit = `${ofKind}${ofText}?`;
const countsText = pattern`\d\s*${ofKind}${ofText}`;
const length = oneOf('length', 'len', 'panjang');
// `to 18` alone is half of a range.
const most = oneOf(`${word.atMost}(?:\\s+${length}(?:\\s+of)?)?`, `(?!to)${word.to}`, '<=', '≤', '\\.\\.');
const least = oneOf(`${word.atLeast}(?:\\s+${length}(?:\\s+of)?)?`, '>=', '≥');
const bounding = oneOf(word.atMost, word.atLeast);
const variable = '(?:variable|var\\.?|bervariasi)(?: length)?';
const fixed = oneOf('fix(?:ed)?', word.exactly, 'exact', 'tetap', '=');

/** The forms in which a cell gives lengths; each with what its numbers are. */
const lengthForms: readonly (readonly [RegExp, (one: number, two: number) => Schema])[] = [
  [
    pattern`^(?:between|from|antara|dari)\s+(\d+)\s*${unit}\s*${oneOf(word.and, word.to)}\s+(\d+)\s*${unit}$`,
    (one, two) => ({ minLength: one, maxLength: two }),
  ],
  [
    pattern`^${least}\s*:?\s*(\d+)\s*${unit}(?:[\s,;/]|\b${word.and}\b)*${most}\s*:?\s*(\d+)\s*${unit}$`,
    (one, two) => ({ minLength: one, maxLength: two }),
  ],
  [
    pattern`^(\d+)\s*${unit}\s*${oneOf('[-–—…]', '\\.\\.', word.to)}\s*(\d+)\s*${unit}$`,
    (one, two) => ({ minLength: one, maxLength: two }),
  ],
  [pattern`^(?:${fixed}[,\s(]+)?${most}\s*[:,]?\s*\(?(\d+)\)?\s*${unit}$`, (one) => ({ maxLength: one })],
  [pattern`^(?:${fixed}[,\s(]+)?\(?(\d+)\)?\s*${unit}\s*\(?${most}\)?$`, (one) => ({ maxLength: one })],
  [
    pattern`^${variable}[,\s(]+(?:${most}\s*:?\s*)?(\d+)\)?\s*${unit}\s*\(?(?:${most})?\)?$`,
    (one) => ({ maxLength: one }),
  ],
  [pattern`^${least}\s*:?\s*(\d+)\s*${unit}$`, (one) => ({ minLength: one })],
  [pattern`^(\d+)\s*${unit}\s*(?:\(?${least}\)?|\+)$`, (one) => ({ minLength: one })],
  [pattern`^${fixed}(?: length)?[\s,:(]*(\d+)\)?\s*${unit}$`, (one) => ({ minLength: one, maxLength: one })],
  [pattern`^(\d+)\s*${unit}[\s,(]+${fixed}\)?$`, (one) => ({ minLength: one, maxLength: one })],
  // A value in hexadecimal is as long as what it encodes.
  [/^(\d+)\s*hex\w* (?:char\w*|digits?|karakter|digit)$/, (one) => ({ minLength: one, maxLength: one })],
  [pattern`^(\d+)\s*${unit}$`, (one) => ({ maxLength: one })],
];

/** A word behind a length that says that it is the only one. */
export const isFixed = pattern`^${oneOf('fix(?:ed)?(?:[ -]length)?', 'exact', word.exactly, '(?:panjang )?tetap')}$`;

/** Words that say what a number beside them bounds, and have none of their own. */
const aloneBound = pattern`^${oneOf(most, least, length)}$`;

/** Whether a piece of a cell is a part of a length: the number stands in the piece before it or behind it. */
export const isLengthPart = (piece: string): boolean => isFixed.test(piece) || aloneBound.test(piece);

const noLength =
  '|-|–|—|n/a|na|variable|variable size|variable length|unlimited|varies|no limit|bebas|tidak terbatas|tidak dibatasi'.split(
    '|',
  );

const lengthAhead = pattern`^${length}\s*:?\s*(?=\d|between\s|antara\s)`;
const lengthEquals = pattern`^${length}\s*=\s*(?=\d+\s*${unit}$)`;

/** The lengths a cell gives: `18`, `1-18`, `max. 18`, `Fixed, 18`, `18 characters`; null where it says something else. */
export function lengthsOf(cell: string): Schema | null {
  const text = ungrouped(cell)
    .trim()
    .toLowerCase()
    .replace(/\bs\/d\b/g, 'sampai')
    .replace(lengthEquals, 'exactly ')
    .replace(lengthAhead, '');
  if (noLength.includes(text)) return {};
  if (!/\d/.test(text)) return null;
  // A number alone is the most there may be, as the last form has it.
  if (/^\d+$/.test(text)) return { maxLength: Number(text) };
  for (const [form, make] of lengthForms) {
    const found = form.exec(text);
    if (!found) continue;
    const made = make(Number(found[1]), Number(found[2]));
    return Number(made['minLength'] ?? 0) <= Number(made['maxLength'] ?? Number.MAX_SAFE_INTEGER) ? made : null;
  }
  return null;
}

/** A bound without what it counts; of a string that is its length. */
const bareBound = pattern`^\s*${oneOf(most, least)}\s*:?\s*\d+\s*$`;

/** A count of characters of one kind. */
const countsKind = /\d\s*(?:digit|letter|huruf|angka|hex|numeric)/i;

/** Words before a length that are no part of it. */
const alwaysAhead = pattern`^\s*${word.always}\s+(?=\d+ ${ofText})`;
const textAhead = pattern`^\s*(?:any |an? )?(?:free |plain )?(?:string|text|teks) ${oneOf('of', word.with)} (?=\d|${word.atMost}\b)`;
const isOf = oneOf(word.is, 'of', '[:=]');
/** A sentence that is about nothing but a length, as `The maximum length is 64`. */
const lengthIs = pattern`^\s*(?:(?:the|its)\s+)?(?:(${bounding})\s+${length}|${length}(?:nya)?\s+(${bounding}))\s*${isOf}\s*(\d{1,6})\s*${unit}$`;
const bound = oneOf(most, least, fixed, '\\d', '[<>]=', 'between', 'from', 'antara');
const lengthBeforeBound = pattern`^\s*${length}\s*[:=]?\s+(?=${bound})`;
const nameAhead = pattern`^(?!.*\b${oneOf(bounding, length, word.example, word.default)}\b.*:)[^:\d]{1,60}:\s+(?=${bound})`;

/** The lengths that a sentence about a value gives, as `Max. 80 characters.` does, and `Max. 80` of a string; empty where none does. */
export function lengthsInWords(words: string, isString: boolean): Schema {
  const sentences = withoutMay(ungrouped(words))
    .replace(/(?:possible|allowed) values: `([<>]=? ?\d+ characters)`/i, '$1')
    .split(/(?<!\b(?:max|min|maks))\.\s+|[.;\n]$|\n|[;,]\s|[()]/i)
    .map((text) => text.replace(lengthIs, (_, one, other, number) => `${one ?? other} ${number} characters`))
    .map((text) =>
      text
        .replace(alwaysAhead, 'exactly ')
        .replace(textAhead, '')
        .replace(nameAhead, '')
        .replace(lengthBeforeBound, ''),
    );
  const found: Schema = {};
  const counts = (one: string): boolean => countsText.test(one) || (isString && bareBound.test(one));
  for (const text of sentences.filter(counts)) {
    const lengths = lengthsOf(text) ?? {};
    // `At least 1 digit` is what a text has to hold, and not how long it is.
    if (lengths['maxLength'] === undefined && countsKind.test(text)) continue;
    if (!Object.keys(lengths).some((keyword) => keyword in found)) Object.assign(found, lengths);
  }
  return Number(found['minLength'] ?? 0) <= Number(found['maxLength'] ?? Number.MAX_SAFE_INTEGER) ? found : {};
}

/** The keywords that a word for a type means; null for any other. */
export const typeWord = (text: string): Schema | null => {
  const name = text.trim().toLowerCase().replaceAll('*', '').replaceAll('`', '');
  const known = types.get(name);
  // Most words are none, and begin as none does.
  if (known || !/^(?:array|list|larik)|\[\]$/.test(name)) return known ? { ...known } : null;
  if (/^(array|list|larik)\s*(of\b|<|\[|\()|\[\]$/.test(name)) return { type: 'array' };
  const [, held = ''] = /^(?:array|list|larik) (?:dari |berisi )?(\p{L}+)$/u.exec(name) ?? [];
  return types.has(held) ? { type: 'array' } : null;
};

/** Whether a value is a placeholder for the reader's own: `YOUR_ID`, `<token>`, `{{key}}`, `string`, `xxxx`. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return (
    text === '' ||
    /[<>{}]|\.\.\.|…|\byour\b|^(string|text|value|null|x{2,}|\*+|xxx.*)$/i.test(text.replaceAll('_', ' ')) ||
    /^\$|x{4,}|\*{3,}/i.test(text)
  );
}

/** Whether a value is a sentence about it. */
export const isWords = (value: string): boolean =>
  value.split(/\s+/).filter((one) => /^[("']?\p{L}{2,}[,.)"']?$/u.test(one)).length > 2;

const holder = oneOf(
  ...['client', 'app', 'application', 'partner', 'merchant', 'consumer', 'user', 'account', 'api', 'corporate'],
  ...['company', 'institution', 'member', 'customer', 'agent'],
);
const secretWords = RegExp(
  [
    'secret|password|passwd|passphrase|passcode|passkey|rahasia|katasandi|^sandi$|^pwd$|^pin$',
    `^x?(?:${holder})?pass$`,
    'apikey|apitoken|privatekey|accesskey|securitykey|authkey|subscriptionkey|appkey|^x?kunci(?!publi[ck])|^key$',
    '^token$|authtoken',
  ].join('|'),
);
const owner = 'klien|aplikasi|mitra|pengguna|merchant|perusahaan|anggota|agen';
const idWords = RegExp(
  [
    `^x?${holder}(?:id|key|code|name|no|number)$`,
    `^(?:id|kode|nama|nomor|no)(?:${owner})$`,
    '^(?:user|username|login|email|clientid|partnerid)$',
  ].join('|'),
);

/** What a field holds by its name: a secret, the name of an account, or neither. */
export const credentialKind = remembered((name: string): 'secret' | 'id' | null => {
  const letters = flat(name);
  // The id of a key names it, and is no key.
  if (/keyid$/.test(letters) && !/^(?:public|device|session)/.test(letters)) return 'id';
  if (secretWords.test(letters)) return 'secret';
  return idWords.test(letters) ? 'id' : null;
});

/** Whether a name is that of the public half of a pair of keys: anybody may know it, and it shows who a client is. */
export const isPublicHalf = (name: string): boolean =>
  /^x?(?:(?:api|app|client|my)?(?:public|pub|publishable)(?:api)?key|kuncipublik)(?:pem|base64)?$/.test(flat(name));

/** Whether words call a key the public half of a pair: `The public half of your credentials`. */
export const saysPublicHalf = (name: string, words: string): boolean =>
  /key|kunci/.test(flat(name)) && !/private|secret|privat|rahasia/.test(flat(name)) && publicWords.test(words);
const publicWords = /^\W*(?:(?:the|your|an?) )?(?:public (?:half|part|key|id(?:entifier)?)|(?:bagian|kunci) publik)\b/i;
const keptSecret = pattern`\b${oneOf(word.secret, 'private', 'confidential', 'privat')}\b`;

/** Words for a secret: what a name ends with that is in no list of names, and what a description has. */
const guardedName = /(?:key|kunci|sandi|kredensial|tandatangan|hash|pin)$/;
const guardedWords =
  /\b(?:api[- ]?keys?|secrets?|passwords?|credentials?|signatures?|kata sandi|rahasia|kredensial|tanda tangan)\b/i;

/** Words that call a value the id of something. */
const identifies =
  /^\W*(?:(?:the|your|an?) )?(?:id|identifier|identitas|pengenal)\b|^\W*(?:(?:the|your|an?) )?(?:\p{L}+ )?key[ -]?id\b/iu;

/** Whether a field of a name and of words about it may hold a secret: what may be one, and is no id, is treated so. */
export function mayBeSecret(name: string, words: string): boolean {
  if ((isPublicHalf(name) || saysPublicHalf(name, words)) && !keptSecret.test(words.replace(/\bkunci\b/gi, '')))
    return false;
  const kind = credentialKind(name);
  if (kind !== 'secret' && identifies.test(words) && !keptSecret.test(words.replace(/\bkunci\b/gi, ''))) return false;
  // A key that is called as an account is may be what the words about it say.
  if (kind === 'id') return guardedName.test(flat(name)) && guardedWords.test(words);
  const isGuarded = isCredentialName(name) || isProof(name) || guardedName.test(flat(name));
  return kind !== null || (!isKindName(name) && (isGuarded || guardedWords.test(words)));
}

const proof =
  /signature(?!(?:version|algorithm|alg|method|type|format|encoding|keyid)$)|tandatangan|^(x)?sign$|hmac|digest|assertion|checksum|mac$|^(x)?(timestamp|nonce)$/;
/** Whether a name is that of a proof that is made anew for each request: a signature, or what is signed with it. */
export const isProof = (name: string): boolean => proof.test(flat(name)) || /(?<!\bcall)-sign$/.test(kebab(name));

/** Whether a name is that of a time or a nonce, which are signed, and alone prove nothing. */
export const isFresh = (name: string): boolean => /(timestamp|nonce)$/.test(lettersOf(name));

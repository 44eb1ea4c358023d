/** What the cells of a table and the words about a field say of its value. */
import type { Schema } from '../../formats/json.ts';
import { isCredentialName } from '../../wire/clear/names.ts';
import { ungrouped, withoutMay } from './numbers.ts';
import { flat } from './spellings.ts';

/** The words that pages use for each type, in English and Indonesian, and as ISO 8583 abbreviates them. */
const typeWords: readonly (readonly [Schema, readonly string[]])[] = [
  [
    { type: 'string' },
    [
      ...[
        'string',
        'str',
        'text',
        'teks',
        'varchar',
        'char',
        'character',
        'alphanumeric',
        'alpha numeric',
        'alfanumerik',
      ],
      ...['alphabetic', 'alpha', 'a', 'an', 'ans', 'enum', 'numeric string', 'datetime', 'date', 'jwt', 'password'],
    ],
  ],
  [{ type: 'integer' }, ['integer', 'int', 'int32', 'int64', 'long', 'bilangan bulat', 'whole number']],
  [{ type: 'number' }, ['number', 'numeric', 'numerik', 'angka', 'bilangan', 'decimal', 'float', 'double']],
  [{ type: 'boolean' }, ['boolean', 'bool']],
  [{ type: 'object' }, ['object', 'objek', 'json object', 'jsonobject', 'map']],
  [{ type: 'array' }, ['array', 'larik', 'list', 'json array', 'jsonarray']],
  [{ type: 'string', format: 'date-time' }, ['date-time', 'iso8601', 'iso 8601']],
  [{ type: 'string', format: 'uuid' }, ['uuid', 'uuid v4', 'uuidv4', 'uuid4', 'guid']],
  [{ type: 'string', format: 'uri' }, ['uri', 'url']],
  [{ type: 'string', format: 'email' }, ['email', 'e-mail']],
];

const types = new Map(typeWords.flatMap(([schema, words]) => words.map((word): [string, Schema] => [word, schema])));

/** The whole number a cell is; null for anything else. */
export function wholeNumber(cell: string): number | null {
  const text = cell.trim().replaceAll(',', '');
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

const unit =
  '(?:(?:hex\\w*|(?:alpha)?numeric|alfanumerik|ascii) )?(?:char(?:acter)?s?|karakter|digits?|letters?|huruf)?';
const most =
  '(?:(?:max(?:imum|imal|\\.)?|maks(?:im(?:um|al)|\\.)?)(?:\\s+(?:length|len|panjang)(?:\\s+of)?)?|up to|at most|paling (?:banyak|panjang)|(?:no|not|never) (?:more|longer) than|tidak (?:lebih(?: panjang)?|melebihi)(?: dari)?|hingga|sampai(?: dengan)?|s\\.?d\\.?|<=|≤|\\.\\.)';
const least =
  '(?:min(?:imum|imal|\\.)?(?:\\s+(?:length|len|panjang)(?:\\s+of)?)?|at least|paling (?:sedikit|pendek)|>=|≥)';
const variable = '(?:variable|var\\.?|bervariasi)(?: length)?';
const fixed = '(?:fix(?:ed)?|exactly|exact|tepat|tetap|=)';

/** The forms in which a cell gives lengths; each with what its numbers are. */
const lengthForms: readonly (readonly [RegExp, (one: number, two: number) => Schema])[] = [
  [
    RegExp(`^(?:between|from|antara|dari)\\s+(\\d+)\\s*${unit}\\s*(?:and|to|dan|sampai|hingga)\\s+(\\d+)\\s*${unit}$`),
    (one, two) => ({ minLength: one, maxLength: two }),
  ],
  [
    RegExp(`^${least}\\s*:?\\s*(\\d+)\\s*${unit}(?:[\\s,;/]|\\b(?:and|dan)\\b)*${most}\\s*:?\\s*(\\d+)\\s*${unit}$`),
    (one, two) => ({ minLength: one, maxLength: two }),
  ],
  [
    RegExp(`^(\\d+)\\s*${unit}\\s*(?:[-–—…]|\\.\\.|to|s\\.?d\\.?|sampai)\\s*(\\d+)\\s*${unit}$`),
    (one, two) => ({ minLength: one, maxLength: two }),
  ],
  [RegExp(`^(?:${fixed}[,\\s(]+)?${most}\\s*[:,]?\\s*\\(?(\\d+)\\)?\\s*${unit}$`), (one) => ({ maxLength: one })],
  [RegExp(`^(?:${fixed}[,\\s(]+)?\\(?(\\d+)\\)?\\s*${unit}\\s*\\(?${most}\\)?$`), (one) => ({ maxLength: one })],
  [
    RegExp(`^${variable}[,\\s(]+(?:${most}\\s*:?\\s*)?(\\d+)\\)?\\s*${unit}\\s*\\(?(?:${most})?\\)?$`),
    (one) => ({ maxLength: one }),
  ],
  [RegExp(`^${least}\\s*:?\\s*(\\d+)\\s*${unit}$`), (one) => ({ minLength: one })],
  [RegExp(`^(\\d+)\\s*${unit}\\s*(?:\\(?${least}\\)?|\\+)$`), (one) => ({ minLength: one })],
  [RegExp(`^${fixed}(?: length)?[\\s,:(]*(\\d+)\\)?\\s*${unit}$`), (one) => ({ minLength: one, maxLength: one })],
  [RegExp(`^(\\d+)\\s*${unit}[\\s,(]+${fixed}\\)?$`), (one) => ({ minLength: one, maxLength: one })],
  // A value in hexadecimal is as long as what it encodes.
  [/^(\d+)\s*hex\w* (?:char\w*|digits?|karakter|digit)$/, (one) => ({ minLength: one, maxLength: one })],
  [RegExp(`^(\\d+)\\s*${unit}$`), (one) => ({ maxLength: one })],
];

/** A word behind a length that says that it is the only one. */
export const isFixed = /^(?:fix(?:ed)?(?:[ -]length)?|exact(?:ly)?|(?:panjang )?tetap)$/i;

/** Words that say what a number beside them bounds, and have none of their own. */
const aloneBound = RegExp(`^(?:${most}|${least}|length|len|panjang)$`, 'i');

/** Whether a piece of a cell is a part of a length: the number stands in the piece before it or behind it. */
export const isLengthPart = (piece: string): boolean => isFixed.test(piece) || aloneBound.test(piece);

const noLength = '|-|–|—|n/a|na|variable|unlimited|varies|no limit|bebas|tidak terbatas|tidak dibatasi'.split('|');

/** The lengths a cell gives: `18`, `1-18`, `max. 18`, `Fixed, 18`, `18 characters`; null where it says something else. */
export function lengthsOf(cell: string): Schema | null {
  const text = ungrouped(cell)
    .trim()
    .toLowerCase()
    .replace(/\bs\/d\b/g, 'sampai')
    .replace(/^(?:length|len|panjang)\s*[:=]?\s*(?=\d)/, '');
  if (noLength.includes(text)) return {};
  if (!/\d/.test(text)) return null;
  for (const [form, make] of lengthForms) {
    const found = form.exec(text);
    if (!found) continue;
    const made = make(Number(found[1]), Number(found[2]));
    return Number(made['minLength'] ?? 0) <= Number(made['maxLength'] ?? Number.MAX_SAFE_INTEGER) ? made : null;
  }
  return null;
}

/** A bound without what it counts; of a string that is its length. */
const bareBound = RegExp(`^\\s*(?:${most}|${least})\\s*:?\\s*\\d+\\s*$`, 'i');

/** A count of characters of one kind. */
const ofKind = /\d\s*(?:digit|letter|huruf|angka|hex|numeric)/i;

/** The lengths that a sentence about a value gives, as `Max. 80 characters.` does, and `Max. 80` of a string; empty where none does. */
export function lengthsInWords(words: string, isString: boolean): Schema {
  const sentences = withoutMay(ungrouped(words))
    .replace(/(?:possible|allowed) values: `([<>]=? ?\d+ characters)`/i, '$1')
    .split(/(?<!\b(?:max|min|maks))\.\s+|[.;\n]$|\n|[;,]\s|[()]/i)
    .map((text) =>
      text
        .replace(/^\s*(?:always|selalu)\s+(?=\d+ (?:char|karakter|digit|huruf|letter))/i, 'exactly ')
        .replace(/^\s*(?:any |an? )?(?:string|text|teks) (?:of|with|dengan) (?=\d)/i, '')
        .replace(
          /^\s*(?:length|len|panjang)\s*[:=]?\s+(?=\d|[<>]=|≥|≤|max|maks|min|between|from|antara|exact|fix|at (?:most|least)|up to|tepat|tetap|paling|hingga)/i,
          '',
        ),
    );
  const found: Schema = {};
  const counts = (one: string): boolean =>
    /\d\s*(?:(?:hex\w*|(?:alpha)?numeric|alfanumerik|ascii) )?(?:char|karakter|digit|huruf|letter)/i.test(one) ||
    (isString && bareBound.test(one));
  for (const text of sentences.filter(counts)) {
    const lengths = lengthsOf(text) ?? {};
    // `At least 1 digit` is what a text has to hold, and not how long it is.
    if (lengths['maxLength'] === undefined && ofKind.test(text)) continue;
    if (!Object.keys(lengths).some((keyword) => keyword in found)) Object.assign(found, lengths);
  }
  return Number(found['minLength'] ?? 0) <= Number(found['maxLength'] ?? Number.MAX_SAFE_INTEGER) ? found : {};
}

/** The keywords that a word for a type means; null for any other. */
export const typeWord = (text: string): Schema | null => {
  const word = text.trim().toLowerCase().replace(/[*`]/g, '');
  if (/^(array|list|larik)\s*(of\b|<|\[|\()|\[\]$/.test(word)) return { type: 'array' };
  const [, held = ''] = /^(?:array|list|larik) (?:dari |berisi )?(\p{L}+)$/u.exec(word) ?? [];
  if (types.has(held)) return { type: 'array' };
  const known = types.get(word);
  return known ? { ...known } : null;
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
  value.split(/\s+/).filter((word) => /^[("']?\p{L}{2,}[,.)"']?$/u.test(word)).length > 2;

const secretWords =
  /secret|password|passwd|passphrase|passcode|passkey|apikey|apitoken|privatekey|accesskey|securitykey|authkey|subscriptionkey|appkey|rahasia|katasandi|^sandi$|^pass$|^pwd$|^x?kunci(?!publi[ck])|^key$|^pin$|^token$|authtoken/;
const idWords =
  /^(x)?(client|app|application|partner|merchant|consumer|user|account|api|corporate|company|institution|member|customer|agent)(id|key|code|name|no|number)$|^(id|kode|nama|nomor|no)(klien|aplikasi|mitra|pengguna|merchant|perusahaan|anggota|agen)$|^(user|username|login|email|clientid|partnerid)$/;

/** What a field holds by its name: a secret, the name of an account, or neither. */
export function credentialKind(name: string): 'secret' | 'id' | null {
  const word = flat(name);
  // The id of a key names it, and is no key.
  if (/keyid$/.test(word) && !/^(?:public|device|session)/.test(word)) return 'id';
  if (secretWords.test(word)) return 'secret';
  return idWords.test(word) ? 'id' : null;
}

/** Words for a secret: what a name ends with that is in no list of names, and what a description has. */
const guardedName = /(?:key|kunci|sandi|kredensial|tandatangan|hash|pin)$/;
const guardedWords =
  /\b(?:api[- ]?keys?|secrets?|passwords?|credentials?|signatures?|kata sandi|rahasia|kredensial|tanda tangan)\b/i;

/** Whether a field of a name and of words about it may hold a secret: what may be one, and is no id, is treated so. */
export function mayBeSecret(name: string, words: string): boolean {
  const kind = credentialKind(name);
  // A key that is called as an account is may be what the words about it say.
  if (kind === 'id') return guardedName.test(flat(name)) && guardedWords.test(words);
  if (kind !== null) return true;
  return isCredentialName(name) || isProof(name) || guardedName.test(flat(name)) || guardedWords.test(words);
}

/** Whether a name is that of a proof that is made anew for each request: a signature, or what is signed with it. */
export function isProof(name: string): boolean {
  return /signature|^(x)?sign$|hmac|digest|assertion|checksum|mac$|^(x)?(timestamp|nonce)$/.test(flat(name));
}

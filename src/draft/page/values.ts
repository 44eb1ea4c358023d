/** What the cells of a table and the words about a field say of its value. */
import type { Schema } from '../../formats/json.ts';
import { ungrouped } from './numbers.ts';
import { remembered } from './remembered.ts';
import { iso8583, iso20022 } from './type-notations.ts';
import { flat, isRequiredWord, saysRequired } from './words.ts';

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
  '(?:(?:max(?:imum|imal|\\.)?|maks(?:imal|\\.)?)(?:\\s+(?:length|len|panjang)(?:\\s+of)?)?|up to|at most|paling (?:banyak|panjang)|(?:no|not|never) (?:more|longer) than|tidak (?:lebih(?: panjang)?|melebihi)(?: dari)?|hingga|sampai(?: dengan)?|s\\.?d\\.?|<=|≤|\\.\\.)';
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

/** The lengths that a sentence about a value gives, as `Max. 80 characters.` does, and `Max. 80` of a string; empty where none does. */
export function lengthsInWords(words: string, isString: boolean): Schema {
  const sentences = ungrouped(words)
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
    if (!Object.keys(lengths).some((keyword) => keyword in found)) Object.assign(found, lengths);
  }
  return Number(found['minLength'] ?? 0) <= Number(found['maxLength'] ?? Number.MAX_SAFE_INTEGER) ? found : {};
}

const typeWord = (text: string): Schema | null => {
  const word = text.trim().toLowerCase().replace(/[*`]/g, '');
  if (/^(array|list|larik)\s*(of\b|<|\[|\()|\[\]$/.test(word)) return { type: 'array' };
  const [, held = ''] = /^(?:array|list|larik) (?:dari |berisi )?(\p{L}+)$/u.exec(word) ?? [];
  if (types.has(held)) return { type: 'array' };
  const known = types.get(word);
  return known ? { ...known } : null;
};

/** What a cell or the words behind a name say of a value: `String (Mandatory)`, `an..18`, `String(18)`, `string, required, max 18`. */
export interface Attributes {
  schema: Schema | null;
  required: boolean | null;
  /** Pieces that were not understood. */
  rest: string[];
}

/** Reads attributes; each piece between commas, parentheses and dashes is a type, a word for mandatory, or a length. */
export function attributesOf(cell: string): Attributes {
  const { schema, required, rest } = known(cell);
  return { schema: schema && { ...schema }, required, rest: [...rest] };
}

/** A cell with a comma before what stands behind a type without one. */
function withCommas(cell: string): string {
  const parted = cell.replace(/^(\p{L}+)\s+(?=\d+$)/u, '$1, ');
  if (!/[<[=]/.test(parted)) return parted;
  return (
    parted
      // The format of a string that is none we know says nothing we read.
      .replace(/\bstring\s+<\s?([\w-]+)\s?>/gi, (_, format: string) =>
        typeWord(format)?.['format'] === undefined ? 'string' : `string, ${format}`,
      )
      .replace(/(?<=\w)\s+<\s?([\w-]+)\s?>/g, ', $1')
      // As Redoc writes them: `string [ 1 .. 20 ] characters`, `string <= 20 characters`, `string = 20 characters`.
      .replace(/\s\[ ?(\d+) ?\.\. ?(\d+) ?\] (?=char)/g, ', $1..$2 ')
      .replace(/\s([<>]=) (\d+) (?=char)/g, ', $1 $2 ')
      .replace(/\s= (\d+) (?=char)/g, ', exactly $1 ')
  );
}

const known = remembered((cell: string): Attributes => {
  const found: Attributes = { schema: null, required: null, rest: [] };
  const whole = typeWord(cell);
  if (whole) return { ...found, schema: whole };
  const alone = iso20022(cell) ?? iso8583(cell);
  if (alone) return { ...found, schema: alone };
  let lengths: Schema = {};
  // What a list holds has lengths of its own, and `max 5` behind it counts items.
  const pieces = withCommas(cell.replace(/\b\w+ ?\[\]/g, 'array').replace(/\bs\/d\b/g, 'sampai'))
    .split(/[,;()[\]|/]|\s[-–—]\s|:\s/)
    .map((piece) => piece.trim());
  for (const piece of pieces.filter((one) => one !== '')) {
    const type = found.schema === null ? (typeWord(piece) ?? iso8583(piece)) : null;
    // A number between parentheses is a length; alone it may be a cardinality.
    const required = /^\d+$/.test(piece) && piece !== cell.trim() ? null : saysRequired(piece);
    const length = type === null && required === null ? lengthsOf(piece) : null;
    const format = found.schema?.['type'] === 'string' ? typeWord(piece)?.['format'] : undefined;
    const isWidth =
      ['integer', 'number'].includes(String(found.schema?.['type'])) && /^(?:int|float|double)\d*$/i.test(piece);
    if (type) found.schema = type;
    else if (isWidth) continue;
    else if (isFixed.test(piece) && lengths['maxLength'] !== undefined)
      lengths = { minLength: lengths['maxLength'], ...lengths };
    else if (format !== undefined) found.schema = { ...found.schema, format };
    else if (required !== null && found.required === null && piece !== '-') found.required = required;
    else if (length && !Object.keys(length).some((keyword) => keyword in lengths)) lengths = { ...lengths, ...length };
    else if (!/^(?:in )?(seconds?|secs?|detik)$/i.test(piece) && !isRequiredWord(piece)) found.rest.push(piece);
  }
  // `String(16,2)` gives digits before and behind a point, and no lengths.
  const isDecimal = /\(\s*\d+\s*,\s*\d+\s*\)/.test(cell);
  if (isDecimal) found.rest.push(cell.trim());
  else if (found.schema?.['type'] === 'string') found.schema = { ...found.schema, ...lengths };
  else if (Object.keys(lengths).length > 0) found.rest.push(cell.trim());
  return found;
});

/** The keywords that a type cell means, `String(18)` included; null for a word we do not know. */
export function typeOf(cell: string): Schema | null {
  // Each word of a page is asked for; one of letters or digits alone is the word for a type, or none.
  if (/^(?:\p{L}+|\d+)$/u.test(cell)) return typeWord(cell);
  if (!/[\s,;()[\]|/<=:]/.test(cell)) return typeWord(cell) ?? iso20022(cell) ?? iso8583(cell);
  const { schema, rest } = attributesOf(cell);
  return rest.length > 0 ? null : schema;
}

/** Whether a value is a placeholder for the reader's own: `YOUR_ID`, `<token>`, `{{key}}`, `string`, `xxxx`. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return (
    text === '' ||
    /[<>{}]|\.\.\.|…|\byour\b|^(string|text|value|null|x{2,}|\*+|xxx.*)$/i.test(text.replaceAll('_', ' ')) ||
    /^\$|x{4,}|\*{3,}/i.test(text)
  );
}

const secretWords =
  /secret|password|passwd|passphrase|passcode|passkey|apikey|apitoken|privatekey|accesskey|securitykey|authkey|subscriptionkey|appkey|rahasia|katasandi|^sandi$|^pass$|^pwd$|^x?kunci(?!publi[ck])|^key$|^pin$|^token$|authtoken/;
const idWords =
  /^(x)?(client|app|application|partner|merchant|consumer|user|account|api|corporate|company|institution|member|customer)(id|key|code|name|no|number)$|^(id|kode|nama|nomor|no)(klien|aplikasi|mitra|pengguna|merchant|perusahaan|anggota)$|^(user|username|login|email|clientid|partnerid)$/;

/** What a field holds by its name: a secret, the name of an account, or neither. */
export function credentialKind(name: string): 'secret' | 'id' | null {
  const word = flat(name);
  if (secretWords.test(word)) return 'secret';
  return idWords.test(word) ? 'id' : null;
}

/** Whether a name is that of a proof that is made anew for each request: a signature, or what is signed with it. */
export function isProof(name: string): boolean {
  return /signature|^(x)?sign$|hmac|digest|assertion|checksum|mac$|^(x)?(timestamp|nonce)$/.test(flat(name));
}

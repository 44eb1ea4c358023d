/** What the cells of a table and the words about a field say of its value. */
import type { Schema } from '../../formats/json.ts';
import { saysRequired } from './words.ts';

const types: Record<string, Schema> = {
  string: { type: 'string' },
  str: { type: 'string' },
  text: { type: 'string' },
  teks: { type: 'string' },
  varchar: { type: 'string' },
  char: { type: 'string' },
  character: { type: 'string' },
  alphanumeric: { type: 'string' },
  'alpha numeric': { type: 'string' },
  alfanumerik: { type: 'string' },
  alphabetic: { type: 'string' },
  alpha: { type: 'string' },
  a: { type: 'string' },
  an: { type: 'string' },
  ans: { type: 'string' },
  enum: { type: 'string' },
  integer: { type: 'integer' },
  int: { type: 'integer' },
  int32: { type: 'integer' },
  int64: { type: 'integer' },
  long: { type: 'integer' },
  bilangan: { type: 'integer' },
  number: { type: 'number' },
  numeric: { type: 'number' },
  angka: { type: 'number' },
  decimal: { type: 'number' },
  float: { type: 'number' },
  double: { type: 'number' },
  boolean: { type: 'boolean' },
  bool: { type: 'boolean' },
  object: { type: 'object' },
  objek: { type: 'object' },
  'json object': { type: 'object' },
  map: { type: 'object' },
  array: { type: 'array' },
  larik: { type: 'array' },
  list: { type: 'array' },
  datetime: { type: 'string' },
  date: { type: 'string' },
  'date-time': { type: 'string', format: 'date-time' },
  iso8601: { type: 'string', format: 'date-time' },
  'iso 8601': { type: 'string', format: 'date-time' },
  uuid: { type: 'string', format: 'uuid' },
  uri: { type: 'string', format: 'uri' },
  url: { type: 'string', format: 'uri' },
  jwt: { type: 'string' },
};

/** The whole number a cell is; null for anything else. */
export function wholeNumber(cell: string): number | null {
  const text = cell.trim().replaceAll(',', '');
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

const unit = '(?:char(?:acter)?s?|karakter|digits?|digit|letters?|huruf)?';
const most =
  '(?:(?:max(?:imum|imal|\\.)?|maks(?:imal|\\.)?)(?:\\s+(?:length|len|panjang))?|up to|at most|hingga|<=|≤|\\.\\.)';
const least = '(?:min(?:imum|imal|\\.)?|at least|>=|≥)';
const fixed = '(?:fix(?:ed)?|exactly|exact|tepat|tetap)';

/** The forms in which a cell gives lengths; each with what its numbers are. */
const lengthForms: readonly (readonly [RegExp, (one: number, two: number) => Schema])[] = [
  [
    RegExp(`^${least}\\s*:?\\s*(\\d+)\\s*${unit}[\\s,;/]*${most}\\s*:?\\s*(\\d+)\\s*${unit}$`),
    (one, two) => ({ minLength: one, maxLength: two }),
  ],
  [
    RegExp(`^(\\d+)\\s*${unit}\\s*(?:[-–—]|\\.\\.|to|s\\.?d\\.?|sampai)\\s*(\\d+)\\s*${unit}$`),
    (one, two) => ({ minLength: one, maxLength: two }),
  ],
  [RegExp(`^(?:${fixed}[,\\s(]+)?${most}\\s*:?\\s*\\(?(\\d+)\\)?\\s*${unit}$`), (one) => ({ maxLength: one })],
  [RegExp(`^(?:${fixed}[,\\s(]+)?\\(?(\\d+)\\)?\\s*${unit}\\s*\\(?${most}\\)?$`), (one) => ({ maxLength: one })],
  [RegExp(`^${least}\\s*:?\\s*(\\d+)\\s*${unit}$`), (one) => ({ minLength: one })],
  [RegExp(`^(\\d+)\\s*${unit}\\s*\\(?${least}\\)?$`), (one) => ({ minLength: one })],
  [RegExp(`^${fixed}(?: length)?[\\s,:(]+(\\d+)\\)?\\s*${unit}$`), (one) => ({ minLength: one, maxLength: one })],
  [RegExp(`^(\\d+)\\s*${unit}[\\s,(]+${fixed}\\)?$`), (one) => ({ minLength: one, maxLength: one })],
  [RegExp(`^(\\d+)\\s*${unit}$`), (one) => ({ maxLength: one })],
];

const noLength = ['', '-', '–', '—', 'n/a', 'na'];

/** The lengths a cell gives: `18`, `1-18`, `max. 18`, `Fixed, 18`, `18 characters`; null where it says something else. */
export function lengthsOf(cell: string): Schema | null {
  const text = cell
    .trim()
    .toLowerCase()
    .replace(/(\d),(\d{3})\b/g, '$1$2');
  if (noLength.includes(text)) return {};
  for (const [form, make] of lengthForms) {
    const found = form.exec(text);
    if (!found) continue;
    const made = make(Number(found[1]), Number(found[2]));
    return Number(made['minLength'] ?? 0) <= Number(made['maxLength'] ?? Number.MAX_SAFE_INTEGER) ? made : null;
  }
  return null;
}

const typeWord = (text: string): Schema | null => {
  const word = text.trim().toLowerCase().replace(/[*`]/g, '');
  if (/^(array|list|larik)\s*(of\b|<|\[|\()|\[\]$/.test(word)) return { type: 'array' };
  return Object.hasOwn(types, word) ? { ...types[word] } : null;
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
  const found: Attributes = { schema: null, required: null, rest: [] };
  const whole = typeWord(cell);
  if (whole) return { ...found, schema: whole };
  // `an..18` and `AN18` are the notation of ISO 8583.
  const card = /^(a|an|ans)\s*(\.\.|\s)?\s*(\d+)$/i.exec(cell.trim());
  if (card) {
    const length = Number(card[3]);
    return {
      ...found,
      schema: { type: 'string', ...(card[2] === '..' ? {} : { minLength: length }), maxLength: length },
    };
  }
  let lengths: Schema = {};
  const pieces = cell.split(/[,;()[\]|/]|\s[-–—]\s|:\s/).map((piece) => piece.trim());
  for (const piece of pieces.filter((one) => one !== '')) {
    const type = found.schema === null ? typeWord(piece) : null;
    const required = piece.length > 0 ? saysRequired(piece) : null;
    const length = type === null && required === null ? lengthsOf(piece) : null;
    if (type) found.schema = type;
    else if (required !== null && found.required === null && piece !== '-') found.required = required;
    else if (length && !Object.keys(length).some((keyword) => keyword in lengths)) lengths = { ...lengths, ...length };
    else if (!/^(?:in )?(seconds?|secs?|detik)$/i.test(piece)) found.rest.push(piece);
  }
  // `String(16,2)` gives digits before and behind a point, and no lengths.
  const isDecimal = /\(\s*\d+\s*,\s*\d+\s*\)/.test(cell);
  if (isDecimal) found.rest.push(cell.trim());
  else if (found.schema?.['type'] === 'string') found.schema = { ...found.schema, ...lengths };
  else if (Object.keys(lengths).length > 0) found.rest.push(cell.trim());
  return found;
}

/** The keywords that a type cell means, `String(18)` included; null for a word we do not know. */
export function typeOf(cell: string): Schema | null {
  const { schema, rest } = attributesOf(cell);
  return rest.length > 0 ? null : schema;
}

/** Words that announce the only value, in English and Indonesian. */
const announces =
  /\b(always|only|fixed|must be|must equal|must contain|set|set to|should be|shall be|constant|static|equals?|filled|fill|filled with|fill with|selalu|harus|hanya|tetap|diisi|diisi dengan|isi dengan|bernilai|wajib diisi|value)$/i;
const announcedAfter = /^(always|only|constant|selalu|saja|tetap)\b/i;
const weakens =
  /\b(such as|e\.g\.?|eg|example|for instance|like|or|either|default|one of|any of|misal(nya)?|contoh|atau|not|never|without|depends?)\b/i;
const between =
  /^[\s:="'`“”‘’(]*(?:the\s|a\s|an\s|with\s|to\s|as\s|dengan\s|nilai\s|value\s|string\s|literal\s|text\s)*["'`“”‘’(]*$/i;

/** Words without the marks around them. */
export const bare = (words: string): string => words.trim().replace(/^["'`“‘(]+|["'`”’).]+$/g, '');

/** The value that words call the only one, given one the page shows; null where they do not. */
function announced(words: string, value: string): boolean {
  if (!/[a-z]/i.test(value)) return false;
  if (bare(words) === value) return true;
  for (let at = words.indexOf(value); at >= 0; at = words.indexOf(value, at + 1)) {
    const before = words.slice(0, at);
    const after = words.slice(at + value.length);
    if (/[\w-]$/.test(before) || /^[\w-]/.test(after)) continue;
    const sentence = (before.split(/[.;]\s/).at(-1) ?? '') + value + (after.split(/[.;](\s|$)/)[0] ?? '');
    if (weakens.test(sentence)) continue;
    const lead = before
      .replace(/["'`“”‘’(:=\s]+$/, '')
      .replace(/\s+(the|a|an|with|to|as|dengan|nilai|value|string|literal|text)$/i, '');
    if (announces.test(lead) && between.test(before.slice(lead.length))) return true;
    if (announcedAfter.test(after.replace(/^["'`”’),\s]+/, ''))) return true;
  }
  return false;
}

/** Words that are written as a value: in quotes, or with an underscore, as `client_credentials` and `API_USER`. */
const written = /["'`“‘]([A-Za-z][\w:./-]*)["'`”’]|\b([A-Za-z]+(?:_[A-Za-z]+)+)\b/g;

/**
 * The value that the words about a field call its only one: one that a sample shows too, or one written as a value.
 * @param shown values that the page shows elsewhere
 */
export function onlyValue(words: string, shown: string[]): string | null {
  const seen = shown.find((value) => value.length > 1 && !value.includes(' ') && announced(words, value));
  if (seen !== undefined) return seen;
  for (const [whole, quoted, plain] of words.matchAll(written)) {
    const value = quoted ?? plain ?? '';
    if (
      /\b(from|of|you|your|received|issued|given|obtained)\b/i.test(
        words.slice(words.indexOf(whole) + whole.length, words.indexOf(whole) + whole.length + 24),
      )
    )
      continue;
    // Words that are the value alone may as well be an example of it.
    if (value.length > 1 && bare(words) !== value && announced(words, value)) return value;
  }
  return null;
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

const flat = (name: string): string => name.replace(/[^a-z0-9]/gi, '').toLowerCase();

const secretWords =
  /secret|password|passwd|passphrase|passcode|apikey|apitoken|privatekey|accesskey|securitykey|authkey|subscriptionkey|appkey|^key$|^pin$|^token$|authtoken/;
const idWords =
  /^(x)?(client|app|application|partner|merchant|consumer|user|account|api|corporate|company|institution|member|customer)(id|key|code|name|no|number)$|^(user|username|login|email|clientid|partnerid)$/;

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

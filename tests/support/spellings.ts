/** Secrets and the ways in which a server may write one, made without the code that has to find them. */

/** One secret of each kind that encodings treat in their own way. */
export const canaries: Record<string, string> = {
  plain: 'PlainCanary7Qm2Vx9Kd4Wz1Rb6Ty3Np8',
  markup: `m&x<A>"q'/Zk7&lt<Wv>"p'/Yt3&Hd`,
  'beyond ASCII': 'größe-ключ-Ñandú-密碼表-føø-ÿ-9Lw2',
  hex: 'c0ffee1d8a93b47f5e2d6c9b0a1f3e57',
  blanks: 'wibble frotz  quux plugh xyzzy 47',
  'regex signs': 'r(e)g[e]x{3}^$.*+?|\\d-Zt6\\w',
  'line breaks': 'first-Lx83\nsecond-Qv27\r\nthird-Mz51',
  'percent and plus': 'a%41b+c=d%2Be&f=%25g+H9%zzKw=Vx',
};

const each = (text: string, spell: (character: string) => string): string => [...text].map(spell).join('');
const code = (character: string): number => character.codePointAt(0) ?? 0;
const hex4 = (unit: number): string => unit.toString(16).padStart(4, '0');
const units = (text: string): number[] => text.split('').map((unit) => unit.charCodeAt(0));
const unicode = (character: string, upper = false): string =>
  units(character)
    .map((unit) => `\\u${upper ? hex4(unit).toUpperCase() : hex4(unit)}`)
    .join('');
const escapes = (text: string, signs: string, upper = false, ascii = true): string =>
  each(JSON.stringify(text).slice(1, -1), (one) =>
    signs.includes(one) || (ascii && code(one) > 126) ? unicode(one, upper) : one,
  );
const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');
const bytes = (text: string): string[] => [...Buffer.from(text)].map((byte) => byte.toString(16).padStart(2, '0'));
const names: Record<string, string> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
  '/': 'sol',
  '+': 'plus',
  '=': 'equals',
  '%': 'percnt',
  '(': 'lpar',
  ')': 'rpar',
  '[': 'lbrack',
  ']': 'rbrack',
  '{': 'lcub',
  '}': 'rcub',
  $: 'dollar',
  '*': 'ast',
  '?': 'quest',
  '\\': 'bsol',
  '.': 'period',
  ö: 'ouml',
  ß: 'szlig',
  Ñ: 'Ntilde',
  ú: 'uacute',
  ø: 'oslash',
  ÿ: 'yuml',
};
const quotedPrintable = (text: string, all: boolean): string =>
  [...Buffer.from(text)]
    .map((byte) =>
      all || byte < 32 || byte > 126 || byte === 61
        ? `=${byte.toString(16).padStart(2, '0').toUpperCase()}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/(?:=..|[^=]){70}/g, '$&=\r\n');
const middle = (text: string): number => Math.floor([...text].length / 2);

/** Ways to write a secret as text. */
export const spellings: Record<string, (secret: string) => string> = {
  'as it is': (s) => s,
  'JSON of .NET': (s) => escapes(s, "<>&'+`", true),
  'JSON of Gson': (s) => escapes(s, "<>&='", false, false),
  'JSON of PHP': (s) => escapes(s, '').replaceAll('/', '\\/'),
  'JSON of Go': (s) => escapes(s, '<>&', false, false),
  'JSON, every character': (s) => each(s, (one) => unicode(one)),
  'JSON twice': (s) => JSON.stringify(JSON.stringify(s).slice(1, -1)).slice(1, -1),
  'escapes of JavaScript': (s) =>
    each(s, (one) => (code(one) < 256 ? `\\x${hex4(code(one)).slice(2)}` : `\\u{${code(one).toString(16)}}`)),
  'HTML, named': (s) => each(s, (one) => (names[one] ? `&${names[one]};` : one)),
  'HTML, decimal': (s) => each(s, (one) => (/[\w ]/.test(one) ? one : `&#${code(one)};`)),
  'HTML, hexadecimal': (s) => each(s, (one) => (/[\w ]/.test(one) ? one : `&#x${code(one).toString(16)};`)),
  'HTML, every character': (s) => each(s, (one) => `&#${code(one)};`),
  'HTML twice': (s) => each(s, (one) => `&amp;#x${code(one).toString(16)};`),
  percent: (s) => encodeURIComponent(s),
  'percent, small letters': (s) => encodeURIComponent(s).replace(/%../g, (one) => one.toLowerCase()),
  'percent, every byte': (s) =>
    bytes(s)
      .map((byte) => `%${byte}`)
      .join(''),
  'percent twice': (s) => encodeURIComponent(encodeURIComponent(s)),
  'percent twice, every byte': (s) =>
    bytes(s)
      .map((byte) => `%25${byte}`)
      .join(''),
  form: (s) => new URLSearchParams({ s }).toString().slice(2),
  Base64: (s) => base64(s),
  'Base64, one byte before': (s) => base64(`:${s}`),
  'Base64, two bytes before': (s) => base64(`ab${s}z`),
  'Base64 behind a name': (s) => base64(`client-7:${s}`),
  'Base64 twice': (s) => base64(base64(s)),
  'Base64 twice, at other offsets': (s) => base64(`x${base64(`yz${s}`)}`),
  base64url: (s) => Buffer.from(s).toString('base64url'),
  'Base64 in lines': (s) => base64(s).replace(/.{76}/g, '$&\r\n'),
  'Base64 in lines of four': (s) => base64(s).replace(/.{4}/g, '$&\n'),
  'Base64 behind a slash': (s) => `/v1/${base64(s)}`,
  'Base64, percent': (s) => encodeURIComponent(base64(s)),
  'Base64 of JSON': (s) => base64(JSON.stringify({ value: escapes(s, '<>&+') })),
  'Base64 of UTF-16': (s) => base64(Buffer.from(s, 'utf16le')),
  'hex, small': (s) => bytes(s).join(''),
  'hex, capitals': (s) => bytes(s).join('').toUpperCase(),
  'hex, colons': (s) => bytes(s).join(':'),
  'hex, blanks': (s) => bytes(s).join(' '),
  'hex of C': (s) =>
    bytes(s)
      .map((byte) => `0x${byte}`)
      .join(', '),
  'hex of Base64': (s) => bytes(base64(s)).join(''),
  'decimal bytes': (s) => JSON.stringify([...Buffer.from(s)]),
  'quoted-printable': (s) => quotedPrintable(s, false),
  'quoted-printable, every byte': (s) => quotedPrintable(s, true),
  'UTF-8 read as Latin-1': (s) => Buffer.from(s).toString('latin1'),
  capitals: (s) => s.toUpperCase(),
  'small letters': (s) => s.toLowerCase(),
  'other case': (s) => each(s, (one) => (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase())),
  'Base64 in small letters': (s) => base64(s).toLowerCase(),
  backwards: (s) => [...s].reverse().join(''),
  'split by markup': (s) => s.replace(/[\s\S]{3}/g, '$&<wbr/>'),
  'in marks': (s) => each(s, (one) => `<b class="c">${one}</b>`),
  'split by zero-width': (s) => s.replace(/[\s\S]{2}/g, '$&\u200b'),
  'split by soft hyphens': (s) => s.replace(/[\s\S]{5}/g, '$&\u00ad'),
  'split by line breaks, 4': (s) => s.replace(/[\s\S]{4}/g, '$&\n'),
  'split by line breaks, 16': (s) => s.replace(/[\s\S]{16}/g, '$&\r\n  '),
  'split by blanks': (s) => [...s].join(' '),
  'split by quotes and plus': (s) => s.replace(/[\s\S]{6}/g, '$&" + "'),
  'all but the first': (s) => [...s].slice(1).join(''),
  'all but the last': (s) => [...s].slice(0, -1).join(''),
  'all but one in the middle': (s) => [...s].map((one, at) => (at === middle(s) ? '\u2022' : one)).join(''),
  'first eight': (s) => s.slice(0, 8),
  'first half': (s) => [...s].slice(0, middle(s)).join(''),
  'last half': (s) => [...s].slice(middle(s)).join(''),
};

/** Ways to write a body as bytes, with the charset that it declares. */
export const charsets: Record<string, { encode(text: string): Uint8Array; charset: string }> = {
  'Latin-1': { encode: (text) => Buffer.from(text, 'latin1'), charset: '; charset=iso-8859-1' },
  'Latin-1, undeclared': { encode: (text) => Buffer.from(text, 'latin1'), charset: '' },
  'UTF-16, little end first': { encode: (text) => Buffer.from(`\ufeff${text}`, 'utf16le'), charset: '' },
  'UTF-16, big end first': {
    encode: (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    charset: '; charset=utf-16',
  },
  'UTF-16 without mark': { encode: (text) => Buffer.from(text, 'utf16le'), charset: '' },
};

const unescapeAll = (text: string): string =>
  text
    .replace(/\\u\{?([0-9a-f]{4,5})\}?|\\x([0-9a-f]{2})/gi, (_, wide: string, narrow: string) =>
      String.fromCodePoint(Number.parseInt(wide ?? narrow, 16)),
    )
    .replace(/&(?:amp;)?#x([0-9a-f]+);/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replace(/&(?:amp;)?#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/(?:%(?:25)?[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replace(/%(?:25)?/g, ''), 'hex').toString('utf8'))
    .replace(/\\([\\/"'])/g, '$1');

/** A text and what simple decoders make of it. */
function readings(text: string): string[] {
  const plain = unescapeAll(text);
  const decoded = (text.match(/[A-Za-z0-9+/_-]{12,}/g) ?? []).flatMap((run) =>
    [0, 1, 2, 3].map((offset) => Buffer.from(run.slice(offset), 'base64').toString('latin1')),
  );
  const hex = (text.match(/(?:[0-9a-f]{2}[:, ]{0,2}(?:0x)?){8,}/gi) ?? []).map((run) =>
    Buffer.from(run.replace(/0x|[^0-9a-f]/gi, ''), 'hex').toString('latin1'),
  );
  const bare = plain.replace(/<[^<>]{0,40}>|[\s\u200b\u00ad\0]|" \+ "/g, '');
  const utf8 = Buffer.from(text, 'latin1').toString('utf8');
  return [
    text,
    utf8,
    plain,
    unescapeAll(plain),
    bare,
    [...bare].reverse().join(''),
    decoded.join('\n'),
    unescapeAll(decoded.join('\n')),
    hex.join('\n'),
  ];
}

const gramsOf = (secret: string): string[] => {
  const forms = [secret, secret.replace(/\s/g, ''), Buffer.from(secret).toString('latin1')].map((form) =>
    form.toLowerCase(),
  );
  return forms.flatMap((form) =>
    Array.from({ length: Math.max(0, form.length - 7) }, (_, at) => form.slice(at, at + 8)),
  );
};

/**
 * Where parts of eight characters may begin, by a hash of three of their characters, which rules out most places at
 * once.
 */
function sieveOf(grams: Iterable<string>): Uint8Array {
  const sieve = new Uint8Array(hashes);
  for (const gram of grams) sieve[hashAt(gram, 0)] = 1;
  return sieve;
}

const hashes = 2 ** 16;
const hashAt = (text: string, at: number): number =>
  (text.charCodeAt(at) + 67 * text.charCodeAt(at + 3) + 4099 * text.charCodeAt(at + 7)) % hashes;

/** Parts of eight or more characters of secrets in a text, after simple decoders; each with the text around it. */
export function leaksIn(text: string, secrets: Record<string, string>): string[] {
  const grams = new Map(
    Object.entries(secrets).flatMap(([name, secret]) => gramsOf(secret).map((gram) => [gram, name] as const)),
  );
  const sieve = sieveOf(grams.keys());
  const found = new Map<string, string>();
  for (const reading of readings(text)) {
    const lower = reading.toLowerCase();
    for (let at = 0; at + 8 <= lower.length; at++) {
      if (sieve[hashAt(lower, at)] === 0) continue;
      const name = grams.get(lower.slice(at, at + 8));
      if (name && !found.has(name)) found.set(name, JSON.stringify(reading.slice(Math.max(0, at - 50), at + 40)));
    }
  }
  return [...found].map(([name, near]) => `${name}: ${near}`);
}

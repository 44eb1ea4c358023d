/** Further forms of a value: its bytes in other charsets, its letters in other cases, and what it encodes itself. */
import { asCharacters, decodeIn } from './decoder.ts';

/** The charsets of the Encoding Standard that have one byte for each character. */
const ofOneByte = [
  ...[2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15].map((part) => `iso-8859-${part}`),
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((page) => `windows-125${page}`),
  ...['ibm866', 'koi8-r', 'koi8-u', 'macintosh', 'x-mac-cyrillic', 'windows-874'],
];
/** Its others, but UTF-8 and UTF-16. */
const ofSeveralBytes = ['gb18030', 'big5', 'euc-jp', 'shift_jis', 'euc-kr'];

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

const tables = new Map<string, Map<string, number>>();

/** The byte of each character of a charset that has one for each. */
function bytesOf(charset: string): Map<string, number> {
  const known = tables.get(charset);
  if (known) return known;
  const all = decodeIn(
    charset,
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
  );
  const table = new Map([...all].map((character, byte): [string, number] => [character, byte]));
  tables.set(charset, table);
  return table;
}

/** The value in a charset of one byte a character; null where that has not all of its characters. */
function encoded(value: string, charset: string): string | null {
  const table = bytesOf(charset);
  const bytes = [...value].map((character) => table.get(character));
  return bytes.every((byte) => byte !== undefined) ? String.fromCharCode(...bytes) : null;
}

function utf32(value: string, isLittle: boolean): string {
  const bytes = Buffer.alloc([...value].length * 4);
  for (const [at, character] of [...value].entries()) {
    const code = character.codePointAt(0) ?? 0;
    if (isLittle) bytes.writeUInt32LE(code, at * 4);
    else bytes.writeUInt32BE(code, at * 4);
  }
  return asCharacters(bytes);
}

/** Characters of the longest value that is looked for where it was misread twice: it has four times as many then. */
const longestTwice = 512;

/** What would be found in any text that could not be decoded. */
const undecoded = /(?:\ufffd\s*){8}/;

/**
 * A value whose UTF-8 was read in another charset, once or twice. What keeps no control characters loses the bytes that were
 * taken for these: what is left is no UTF-8 that could be read back.
 */
function misreadTexts(value: string): string[] {
  const replaced = (text: string, sign: string): string => text.replace(/\p{Cc}/gu, sign);
  return [null, ...ofOneByte, ...ofSeveralBytes].flatMap((charset) => {
    const read = (text: string): string =>
      charset === null ? asCharacters(Buffer.from(text)) : decodeIn(charset, Buffer.from(text));
    const once = read(value);
    if (value.length > longestTwice) return [once];
    const twice = [once, replaced(once, ' '), replaced(once, '\ufffd')].map(read);
    const all = [...twice, ...twice.map((text) => replaced(text, ' '))];
    return [once, ...all.filter((text) => !undecoded.test(text))];
  });
}

/**
 * A value as a server may make it that takes its characters for others: in another letter case (ß has two capitals),
 * composed and decomposed, its bytes of any charset read as those of another. None for ASCII.
 */
export function otherTexts(value: string): string[] {
  if (isAscii(value)) return [];
  const written = ofOneByte.flatMap((charset) => encoded(value, charset) ?? []);
  const cases = [value.toUpperCase(), value.toLowerCase()];
  const forms = (['NFC', 'NFD', 'NFKC', 'NFKD'] as const).map((form) => value.normalize(form));
  const wide = [utf32(value, true), utf32(value, false)];
  return [...new Set([...cases, ...forms, ...wide, ...misreadTexts(value), ...written])].filter(
    (text) => text !== value,
  );
}

/** Fewest bytes of what a value encodes: fewer are a part that is not looked for. */
const leastBytes = 8;
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function fromBase32(text: string): Buffer {
  const bits = [...text].map((digit) => base32.indexOf(digit).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The bytes that a value encodes, as characters: a server may store those of a key, and write them in its own way. */
export function decodedForms(value: string): string[] {
  const text = value.replace(/\s/g, '');
  const hex = text.replaceAll('-', '');
  const found = [
    /^(?:[\da-f]{2})+$/i.test(hex) ? Buffer.from(hex, 'hex') : null,
    /^[\w+/-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : null,
    /^[A-Z2-7]+=*$/.test(text) ? fromBase32(text.replace(/=+$/, '')) : null,
  ];
  return found.flatMap((bytes) => (bytes && bytes.length >= leastBytes ? [asCharacters(bytes)] : []));
}

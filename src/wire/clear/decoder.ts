/** Decodes the charsets of the Encoding Standard, windows-1252 alike on every Node.js. */

/** What windows-1252 shows for the bytes 0x80 to 0x9f (Encoding Standard, index windows-1252). */
export const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The characters that have the numbers of some bytes (ISO 8859-1). */
export const asCharacters = (bytes: Buffer): string => bytes.toString('latin1');

/**
 * Decodes bytes by a charset of the Encoding Standard; byte order marks stay.
 * Node.js 20 takes windows-1252, and so Latin-1 as the standard defines it, for ISO 8859-1.
 * @throws RangeError for a charset that is not known, TypeError where `fatal` and the bytes are not valid.
 */
export function decodeIn(charset: string, bytes: Uint8Array, { fatal = false } = {}): string {
  const decoder = new TextDecoder(charset, { fatal, ignoreBOM: true });
  if (decoder.encoding !== 'windows-1252') return decoder.decode(bytes);
  const text = asCharacters(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return text.replace(/[\x80-\x9f]/g, (one) => windows1252.charAt(one.charCodeAt(0) - 0x80));
}

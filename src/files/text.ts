/** Which text bytes are, where nothing but the bytes says so. */

/** Text in UTF-8 or UTF-16, by its byte order mark or, without one, by the zero bytes of its first characters; null for none. */
export function textIn(bytes: Buffer): string | null {
  const [first = 0, second = 0, third] = bytes;
  if (first === 0xff && second === 0xfe) return bytes.subarray(2).toString('utf16le');
  if (first === 0xfe && second === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.subarray(3).toString('utf8');
  if (first > 0 && second === 0 && bytes[3] === 0) return bytes.toString('utf16le');
  if (first === 0 && second > 0 && bytes[2] === 0)
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  return bytes.includes(0) ? null : bytes.toString('utf8');
}

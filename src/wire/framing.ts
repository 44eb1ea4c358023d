/** Why an answer could not be read as HTTP/1.1, from its first bytes and the parser's code. Pure. */
import { mostKept } from './answers.ts';

/** The reason of llhttp that undici puts into brackets; undici has no code for it. */
function reasonOf({ name, message }: Error): string | null {
  return name === 'HTTPParserError' ? (/\(([^()]+)\)$/.exec(message)?.[1] ?? 'it cannot be read') : null;
}

/** A frame of SETTINGS, the first that a server of HTTP/2 sends (RFC 9113, section 3.4). */
function isHttp2(bytes: Buffer): boolean {
  return bytes.length >= 9 && bytes[3] === 4 && bytes.readUIntBE(0, 3) % 6 === 0 && bytes.readUInt32BE(5) === 0;
}

/** What begins otherwise than HTTP/1.1; null for HTTP/1.1. */
function otherProtocol(bytes: Buffer): string | null {
  const text = bytes.toString('latin1', 0, 64);
  if (/^HTTP\/1\.[01] /.test(text) || 'HTTP/1.1 '.startsWith(text)) return null;
  if (isHttp2(bytes) || /^HTTP\/2/.test(text)) return 'the server speaks HTTP/2 without being asked to';
  if (bytes[0] === 0x15 && bytes[1] === 3)
    return 'what listens at the address speaks TLS; baseUrl should begin with https://';
  if (/^\s*[<{[]/.test(text)) return 'the answer has no status line, as in HTTP/0.9';
  return 'what came back is not HTTP';
}

/** Faults of two headers together, and those without a code in the parser. */
function faultOfHead(head: string): string | null {
  const [line = '', ...fields] = head.split(/\r?\n/);
  const named = (name: string): string[] =>
    fields.flatMap((field) =>
      field.toLowerCase().startsWith(`${name}:`) ? [field.slice(name.length + 1).trim()] : [],
    );
  const lengths = named('content-length');
  const codings = named('transfer-encoding');
  if (/^HTTP\/1\.[01] 101\b/.test(line)) return 'the server switches protocols (101) without being asked to';
  if (lengths.length > 0 && codings.length > 0)
    return 'the answer has a Content-Length beside Transfer-Encoding (RFC 9112, section 6.2)';
  if (lengths.length > 1) return 'the answer has more than one Content-Length (RFC 9112, section 6.3)';
  if (lengths.some((length) => !/^\d+$/.test(length)))
    return 'the Content-Length of the answer is not a number (RFC 9110, section 8.6)';
  if (/[^\r]\n/.test(head)) return 'the answer ends a header line with a bare LF (RFC 9112, section 2.2)';
  const odd = fields.find((field) => field !== '' && !/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+:/.test(field));
  if (odd === undefined) return null;
  return /^[ \t]/.test(odd)
    ? 'the answer folds a header over two lines (RFC 9112, section 5.2)'
    : 'the answer has a header line without a name that can be read (RFC 9112, section 5)';
}

/** What is wrong with an answer that began with these bytes; null where it only ended too early. */
export function framingFault(error: Error, code: string | null, start: Buffer): string | null {
  if (start.length === 0) return null;
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return `the answer has more than ${mostKept / 1024} KiB of headers`;
  const head = start.toString('latin1').split(/\r?\n\r?\n/, 1)[0] ?? '';
  const reason = reasonOf(error);
  const other = otherProtocol(start);
  if (other !== null) return other;
  const together = faultOfHead(head);
  if (reason !== null && reason !== 'Invalid EOF state')
    return together ?? `the answer is not HTTP/1.1: ${reason.toLowerCase()}`;
  // undici may report these faults as a body shorter than its Content-Length, or as a closed connection.
  return together?.includes('Content-Length') || together?.includes('(101)') ? together : null;
}

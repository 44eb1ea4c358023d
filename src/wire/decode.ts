import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** Most bytes of an answer that are read, before and after its content coding is undone. */
export const bodyLimit = 1024 * 1024;

const options = { maxOutputLength: bodyLimit };

// Some servers send raw deflate data under this name; both forms are read.
const inflate = (body: Buffer): Buffer => {
  try {
    return inflateSync(body, options);
  } catch {
    return inflateRawSync(body, options);
  }
};

const decoders: Record<string, (body: Buffer) => Buffer> = {
  gzip: (body) => gunzipSync(body, options),
  'x-gzip': (body) => gunzipSync(body, options),
  br: (body) => brotliDecompressSync(body, options),
  deflate: inflate,
  identity: (body) => body,
};

/** The items of a list header, in lower case. */
const listed = (headers: readonly [name: string, value: string][], header: string): string[] =>
  headers
    .flatMap(([name, value]) => (name.toLowerCase() === header ? value.split(',') : []))
    .map((value) => value.trim().toLowerCase())
    .filter((value) => value !== '');

/** Undoes the content codings of a body, last first; `fault` says why it could not be done. */
export function decodeContent(
  body: Buffer,
  headers: readonly [name: string, value: string][],
): { body: Buffer; fault: string | null } {
  // No request has TE, so that no transfer coding but chunks may be used (RFC 9112, section 7.4).
  const transfer = listed(headers, 'transfer-encoding').find((coding) => coding !== 'chunked' && coding !== 'identity');
  if (transfer !== undefined)
    return { body, fault: `the transfer coding "${transfer}", which the request did not ask for` };
  let decoded = body;
  for (const coding of listed(headers, 'content-encoding').reverse()) {
    const decode = decoders[coding];
    if (!decode) return { body: decoded, fault: `the content coding "${coding}" is not known` };
    if (decoded.length === 0) return { body: decoded, fault: null };
    try {
      decoded = decode(decoded);
    } catch (error) {
      const large = error instanceof RangeError;
      return {
        body: large ? Buffer.alloc(0) : decoded,
        fault: large ? `the body is larger than ${bodyLimit} bytes` : `the body is not ${coding} data`,
      };
    }
  }
  return { body: decoded, fault: null };
}

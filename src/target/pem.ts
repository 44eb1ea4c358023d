/**
 * PEM (RFC 7468, RFC 1421) in every layout that people paste: on one line, with \n for the line breaks, indented, in
 * quotes.
 */

/** A key or certificate that cannot be read; the message says what it is or lacks, and never quotes it. */
export class KeyError extends Error {
  override name = 'KeyError';
  /** What is wrong with the passphrase, where it is that. */
  readonly passphrase: 'missing' | 'wrong' | null;

  constructor(message: string, passphrase: 'missing' | 'wrong' | null = null) {
    super(message);
    this.passphrase = passphrase;
  }
}

/** One block between BEGIN and END. */
export interface PemBlock {
  /** `RSA PRIVATE KEY`, `CERTIFICATE` … */
  label: string;
  /** Cipher and initialisation vector of a key that is encrypted as PEM (RFC 1421), and not inside its DER. */
  encryption: { cipher: string; iv: string } | null;
  der: Buffer;
}

const begin = /-----BEGIN ([A-Z0-9 ]+?)-----/;

/** Whether a text is meant to be PEM. */
export function isPem(text: string): boolean {
  return begin.test(text);
}

const headers = /Proc-Type:\s*4,\s*ENCRYPTED\s*DEK-Info:\s*([A-Z0-9-]+),\s*/;

/** Hexadecimal digits of the vector: where the line breaks are lost, only their number shows where the key begins. */
const vectorDigits = (cipher: string): number => (cipher.startsWith('AES') ? 32 : 16);

function blockOf(label: string, content: string): PemBlock {
  const header = headers.exec(content);
  const cipher = header?.[1] ?? '';
  const rest = (header ? content.slice(header.index + header[0].length) : content).replace(/\s+/g, '');
  const iv = header ? rest.slice(0, vectorDigits(cipher)) : '';
  const base64 = rest.slice(iv.length);
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
    throw new KeyError(`holds a ${label} whose text is not Base64; copy it again, whole`);
  return { label, encryption: header ? { cipher, iv } : null, der: Buffer.from(base64, 'base64') };
}

/** The blocks of a text, in order. @throws KeyError for one that is cut off or is not Base64. */
export function pemBlocks(text: string): PemBlock[] {
  // A line break may be written \n or \r\n, escaped once or twice.
  let rest = text.replace(/\\+r|\\+n/g, '\n');
  const blocks: PemBlock[] = [];
  for (let start = begin.exec(rest); start; start = begin.exec(rest)) {
    const label = start[1] ?? '';
    const after = rest.slice(start.index + start[0].length);
    const end = after.indexOf(`-----END ${label}-----`);
    if (end < 0) throw new KeyError(`is cut off: -----END ${label}----- is missing; in .env put the value in quotes`);
    blocks.push(blockOf(label, after.slice(0, end)));
    rest = after.slice(end);
  }
  return blocks;
}

/** A block as PEM text with its proper line breaks. */
export function pemText({ label, encryption, der }: PemBlock): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  const head = encryption ? ['Proc-Type: 4,ENCRYPTED', `DEK-Info: ${encryption.cipher},${encryption.iv}`, ''] : [];
  return [`-----BEGIN ${label}-----`, ...head, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** The tokens that a run was granted, known to all of its processes and never written in clear. */

import { createCipheriv, createDecipheriv, createHmac, randomBytes, scryptSync } from 'node:crypto';
import {
  accessSync,
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { parseJson } from '../formats/json.ts';
import type { Granted } from '../wire/clear/gate.ts';

const cipher = 'aes-256-gcm';
const lengths = { nonce: 12, tag: 16 };
const name = /^granted-\d{4}-\d\d-\d\d\.jsonl$/;
const day = 86_400_000;

function seal(key: Buffer, tokens: string[]): string {
  const nonce = randomBytes(lengths.nonce);
  const sealing = createCipheriv(cipher, key, nonce);
  const text = Buffer.concat([sealing.update(JSON.stringify(tokens), 'utf8'), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), text]).toString('base64');
}

/** The tokens in a line; none where it was sealed with other secrets, or is cut off. */
function open(key: Buffer, line: string): string[] {
  const bytes = Buffer.from(line, 'base64');
  const start = lengths.nonce + lengths.tag;
  if (bytes.length <= start) return [];
  try {
    const opening = createDecipheriv(cipher, key, bytes.subarray(0, lengths.nonce));
    opening.setAuthTag(bytes.subarray(lengths.nonce, start));
    const tokens = parseJson(Buffer.concat([opening.update(bytes.subarray(start)), opening.final()]).toString());
    return Array.isArray(tokens) ? tokens.map(String) : [];
  } catch {
    return [];
  }
}

/** The salt of a folder; the first process creates it, whole or not at all. */
function saltIn(folder: string): Buffer {
  const file = join(folder, 'granted.salt');
  if (!existsSync(file)) {
    const own = `${file}.${process.pid}`;
    writeFileSync(own, randomBytes(16).toString('hex'), { mode: 0o600 });
    try {
      linkSync(own, file);
    } catch {
      // Another process was first; its salt counts.
    }
    rmSync(own);
  }
  return Buffer.from(readFileSync(file, 'utf8'), 'hex');
}

/** For a run without a shared folder: each process knows only the tokens that it was granted itself. */
function alone(): Granted {
  return { salt: randomBytes(16).toString('hex'), fresh: () => [], add: () => undefined };
}

/**
 * Tokens in a folder that processes share, a line of it encrypted (AES-256-GCM) with a key that scrypt derives from the
 * secrets of the environment; `cost` is its N. A keyed hash of parts of eight characters would not do: who guesses one part
 * gets the next by trying 64 characters. Lines older than a day are deleted: no answer is expected to hold so old a
 * token.
 */
export function fileGranted(folder: string, secrets: string[], cost: number, now = Date.now): Granted {
  // Without a secret there is no key that another could not derive.
  if (secrets.length === 0) return alone();
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch {
    return alone();
  }
  const key = scryptSync(secrets.join('\n'), saltIn(folder), 32, { cost });
  const fileOf = (instant: number): string =>
    join(folder, `granted-${new Date(instant).toISOString().slice(0, 10)}.jsonl`);
  const files = [-day, 0, day].map((ms) => fileOf(now() + ms));
  for (const file of readdirSync(folder).filter((one) => name.test(one)))
    if (!files.includes(join(folder, file))) rmSync(join(folder, file), { force: true });
  /** Bytes of each file that were read, up to the end of a line. */
  const read = new Map<string, number>();

  function linesSince(file: string): string[] {
    const from = read.get(file) ?? 0;
    const size = existsSync(file) ? statSync(file).size : 0;
    if (size <= from) return [];
    const bytes = Buffer.alloc(size - from);
    const handle = openSync(file, 'r');
    readSync(handle, bytes, 0, bytes.length, from);
    closeSync(handle);
    const end = bytes.lastIndexOf('\n') + 1;
    read.set(file, from + end);
    return bytes.subarray(0, end).toString('latin1').split('\n');
  }

  return {
    salt: createHmac('sha256', key).update('masks').digest('hex'),
    fresh: () => files.flatMap(linesSince).flatMap((line) => open(key, line)),
    add(tokens) {
      // On a line of its own, after any half a line that a killed process left.
      appendFileSync(fileOf(now()), `\n${seal(key, tokens)}\n`, { mode: 0o600 });
    },
  };
}

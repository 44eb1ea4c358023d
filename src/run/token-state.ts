import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LockHeld, withLock } from '../files/lock.ts';
import { writeWhole } from '../files/whole.ts';
import type { Target } from '../target/target.ts';
import { readState, type Sealed, type StateFile, sizes, stateText, stateVersion } from './state-file.ts';

/** A token that a run keeps for a later one; `endsAt` in milliseconds since the epoch. */
export interface KeptToken {
  token: string;
  endsAt: number;
}

/** Keeps one token of each target between runs. `now` is in milliseconds since the epoch. */
export interface TokenState {
  /** Null when none is kept, or the kept one is of another client, target, address or time. */
  read(target: Target, now?: number): KeptToken | null;
  /** Whether it is kept now. Without another writing process, this is done at once. */
  write(target: Target, kept: KeptToken, now?: number): Promise<boolean>;
  /** Each fault that was found so far, as a sentence for the report. */
  notes(): string[];
}

/** The cost (N) of scrypt: high, so that a real secret is hard to guess. */
export const guessingCost = 16384;

/** Longest life of a token, in milliseconds: one that claims more would not end before a later run. */
const mostLife = 366 * 86_400_000;

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');

/** The data that a token is sealed with: it cannot be opened for another target, address or end. */
function boundTo({ name, contract, baseUrl }: Target, endsAt: number): Buffer {
  return Buffer.from(JSON.stringify([stateVersion, name, contract.provider, baseUrl, endsAt]));
}

const keyOf = (target: Target, salt: Buffer, cost: number): Buffer =>
  scryptSync(target.ownSecrets.join('\n'), salt, 32, { cost });

function seal(target: Target, { token, endsAt }: KeptToken, cost: number): Sealed {
  const [salt, nonce] = [randomBytes(sizes.salt), randomBytes(sizes.nonce)];
  const cipher = createCipheriv('aes-256-gcm', keyOf(target, salt, cost), nonce, { authTagLength: sizes.tag });
  cipher.setAAD(boundTo(target, endsAt));
  const text = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
  const base64 = (bytes: Buffer): string => bytes.toString('base64');
  return { endsAt, salt: base64(salt), nonce: base64(nonce), tag: base64(cipher.getAuthTag()), text: base64(text) };
}

function open(target: Target, sealed: Sealed, cost: number): KeptToken | null {
  const bytes = (name: 'salt' | 'nonce' | 'tag' | 'text'): Buffer => Buffer.from(sealed[name], 'base64');
  const key = keyOf(target, bytes('salt'), cost);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes('nonce'), { authTagLength: sizes.tag });
    decipher.setAAD(boundTo(target, sealed.endsAt));
    decipher.setAuthTag(bytes('tag'));
    const token = Buffer.concat([decipher.update(bytes('text')), decipher.final()]).toString('utf8');
    return { token, endsAt: sealed.endsAt };
  } catch {
    return null;
  }
}

/** Reads the file; null where there is none. Whatever its mode was, only this user may read it from then on. */
function load(file: string): StateFile | null {
  const unread = (why: string): StateFile => ({ tokens: new Map(), fault: `it cannot be read (${why})`, newer: false });
  try {
    const found = statSync(file);
    if (!found.isFile()) return unread('it is not a regular file');
    if ((found.mode & 0o077) !== 0) chmodSync(file, 0o600);
    return readState(readFileSync(file, 'utf8'));
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? null : unread(codeOf(error));
  }
}

/** Removes the files of writers that were killed half-way; only under the lock, since all writers hold it. */
function tidy(file: string): void {
  const left = readdirSync(dirname(file)).filter(
    (name) => name.startsWith(`${basename(file)}.`) && name.endsWith('.tmp'),
  );
  for (const name of left) rmSync(join(dirname(file), name), { force: true });
}

/**
 * A state in a file of mode 0600, each token encrypted and authenticated (AES-256-GCM) with a key derived from the
 * client's secrets by scrypt; `cost` is its N. Many processes may write it at once.
 */
export function fileState(file: string, cost = guessingCost): TokenState {
  const notes = new Set<string>();
  const noteFault = ({ fault, newer }: StateFile): void => {
    const done = newer ? 'nothing is kept in it' : 'its valid tokens stay, and the others are kept anew';
    if (fault !== null) notes.add(`the state file ${file} was not accepted whole: ${fault}; ${done}`);
  };

  function put(target: Target, sealed: Sealed): boolean {
    const state = load(file);
    if (state) noteFault(state);
    if (state?.newer) return false;
    tidy(file);
    writeWhole(file, stateText(new Map(state?.tokens).set(target.name, sealed)), 0o600);
    return true;
  }

  return {
    read(target, now = Date.now()) {
      const state = load(file);
      if (!state) return null;
      noteFault(state);
      const sealed = state.tokens.get(target.name);
      if (!sealed) return null;
      const kept = sealed.endsAt <= now + mostLife ? open(target, sealed, cost) : null;
      if (kept === null)
        notes.add(
          `the token kept for ${target.name} is of another address or other credentials, or was changed; another is kept in its place`,
        );
      return kept;
    },
    async write(target, kept, now = Date.now()) {
      if (!(kept.endsAt <= now + mostLife)) {
        notes.add(`the token of ${target.name} is not kept for a later run: it claims to live for more than a year`);
        return false;
      }
      const sealed = seal(target, kept, cost);
      try {
        return await withLock(file, () => put(target, sealed));
      } catch (error) {
        const cause = error instanceof LockHeld ? error.message : `${file} cannot be written (${codeOf(error)})`;
        notes.add(`the token of ${target.name} is not kept for a later run: ${cause}`);
        return false;
      }
    },
    notes: () => [...notes],
  };
}

import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Target } from '../target/target.ts';

/** A token that a run leaves to a later one; `endsAt` in milliseconds since the epoch. */
export interface KeptToken {
  token: string;
  endsAt: number;
}

/** Keeps one token of each target between runs. */
export interface TokenState {
  /** Null when none is kept, or the target's secret is not the one it was kept with. */
  read(target: Target): KeptToken | null;
  write(target: Target, kept: KeptToken): void;
}

/** A kept token as it stands in the file; all but the instant in Base64. */
interface Sealed {
  endsAt: number;
  salt: string;
  nonce: string;
  tag: string;
  text: string;
}

/** The cost (N) of scrypt: dear to guess, where the secret is a real one. */
export const guessingCost = 16384;

/**
 * A state in a file of mode 0600, each token encrypted (AES-256-GCM) with a key derived from the client's secret by
 * scrypt; `cost` is its N.
 */
export function fileState(file: string, cost = guessingCost): TokenState {
  const keyOf = (target: Target, salt: Buffer): Buffer => scryptSync(target.ownSecrets.join('\n'), salt, 32, { cost });
  const all = (): Record<string, Sealed> => {
    if (!existsSync(file)) return {};
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Sealed>;
    } catch {
      // A torn file is worth as much as none: the next run keeps a token anew.
      return {};
    }
  };
  return {
    read(target) {
      const sealed = all()[target.name];
      if (!sealed) return null;
      const bytes = (name: 'salt' | 'nonce' | 'tag' | 'text'): Buffer => Buffer.from(sealed[name], 'base64');
      try {
        const decipher = createDecipheriv('aes-256-gcm', keyOf(target, bytes('salt')), bytes('nonce'));
        decipher.setAuthTag(bytes('tag'));
        const token = Buffer.concat([decipher.update(bytes('text')), decipher.final()]).toString('utf8');
        return { token, endsAt: sealed.endsAt };
      } catch {
        return null;
      }
    },
    write(target, { token, endsAt }) {
      const [salt, nonce] = [randomBytes(16), randomBytes(12)];
      const cipher = createCipheriv('aes-256-gcm', keyOf(target, salt), nonce);
      const text = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
      const base64 = (bytes: Buffer): string => bytes.toString('base64');
      const sealed: Sealed = {
        endsAt,
        salt: base64(salt),
        nonce: base64(nonce),
        tag: base64(cipher.getAuthTag()),
        text: base64(text),
      };
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ ...all(), [target.name]: sealed }), { mode: 0o600 });
    },
  };
}

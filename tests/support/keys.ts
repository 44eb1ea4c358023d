/** Fixed keys: to make an RSA key takes a fifth of a second or more, and no test is about the numbers in one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../fixtures/keys/rsa');

/** RSA keys of 2048 bits, all different, as PKCS#8 in PEM. */
export const rsaKeys = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'));
/** Two of them. */
export const [rsaKey = '', otherRsaKey = ''] = rsaKeys;

/** Throw-away authorities as the mock mints them, with fixed keys. */
import forge from 'node-forge';
import { type Authority, mintAuthority as mint } from '../../mock/certificates.ts';
import { rsaKeys } from './keys.ts';

let given = 0;

/** The next of the fixed keys, with the public key that belongs to it; a new one where it is to have another size. */
function nextPair(bits: number): forge.pki.rsa.KeyPair {
  const pem = rsaKeys[given++ % rsaKeys.length];
  if (bits !== 2048 || pem === undefined) return forge.pki.rsa.generateKeyPair(bits);
  const privateKey = forge.pki.privateKeyFromPem(pem);
  return { privateKey, publicKey: forge.pki.setRsaPublicKey(privateKey.n, privateKey.e) };
}

/** An authority of its own; a key comes back only after all others were given. */
export const mintAuthority = (commonName?: string): Authority => mint(commonName, nextPair);

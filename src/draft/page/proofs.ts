/** Values that are made of a request or of a secret: no environment gives them as they are sent. */
import { signedIn } from './signed.ts';
import { credentialKind, isProof } from './values.ts';

/** Whether a field holds a proof that is made of the request: by its name, or by words that say what is signed and how. */
export function holdsProof(name: string, words = ''): boolean {
  return isProof(name) || (credentialKind(name) === null && Object.keys(signedIn(words)).length > 1);
}

const made =
  /\b(?:sha-?(?:1|224|256|384|512)|md5|bcrypt|hash(?:ed)?|encrypt(?:ed|ion)?|enkripsi|dienkripsi|terenkripsi|di-?hash|aes|rsa)\b/i;

/** Whether words say that a secret is sent hashed or encrypted, and not as it is. */
export const isMadeOfSecret = (name: string, words: string): boolean =>
  credentialKind(name) === 'secret' && made.test(words);

/** Words that say that a token is sent in a header, with the name of that header. */
const inHeader =
  /\b(?:put|send|pass|sent|include|use|used|passed|kirim\w*|sertakan|dikirim|gunakan|dipakai|digunakan|pakai)\b[^.;]{0,60}?\b(?:in|as|via|by|with|pada|di|dalam|lewat|sebagai)\b[^.;]{0,40}?["'`“]?\b((?:X-[\w-]+)|[A-Za-z]+-[A-Za-z]*Token\b)/i;

/** The header of its own in which words say that the token is sent; null where they name none. */
export function tokenHeader(words: string): string | null {
  return /\bbearer\b|\bauthorization\b/i.test(words) ? null : (inHeader.exec(words)?.[1] ?? null);
}

/** Values that are made of a request or of a secret: no environment gives them as they are sent. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { signedIn } from '../words/signed.ts';
import { flat } from '../words/spellings.ts';
import { credentialKind, isProof } from './values.ts';

/** Words of a value that is made of others, and those of what is only needed to make one. */
const ofOthers = /\b(?:of|over|dari|atas|terhadap)\b|\(/i;
const forOthers = pattern`\b${oneOf(word.for, word.used)}\b`;

/** Whether a field holds a proof that is made of the request: by its name, or by words that say what is signed and how. */
export function holdsProof(name: string, words = ''): boolean {
  if (isProof(name)) return true;
  // The name of a key is that of a proof only where its words make it one.
  const isNamed = credentialKind(name) !== null && !(ofOthers.test(words) && !forOthers.test(words));
  return !isNamed && Object.keys(signedIn(`signature: ${words}`)).length > 1;
}

const made =
  /\b(?:sha-?(?:1|224|256|384|512)|md5|bcrypt|hash(?:ed)?|encrypt(?:ed|ion)?|enkripsi|dienkripsi|terenkripsi|di-?hash|aes|rsa)\b/i;

/** Whether words say that a secret is sent hashed or encrypted, and not as it is. */
export const isMadeOfSecret = (name: string, words: string): boolean =>
  credentialKind(name) === 'secret' && made.test(words);

const hash = oneOf(
  ...['sha-?(?:1|224|256|384|512)', 'md5', 'crc-?\\d*', 'hash(?:es|ed)?', 'digests?', 'checksums?', 'check sums?'],
);
/** The request, or what it holds. */
const whole = oneOf(
  ...[word.request, 'messages?', 'pesan', 'bod(?:y|ies)', 'payloads?', 'badan', 'isi', 'contents?'],
  `(?:${word.all}|the|seluruh) (?:${oneOf(word.other, 'remaining')} )?${word.member}`,
);
const size = oneOf(word.length, 'sizes?', 'ukuran', 'number of (?:bytes|characters)');
const ofRequest = `(?:${oneOf('of', 'over', 'from', 'dari', 'atas')} )(?:${word.the} )?(?:[a-z-]+ )?${whole}`;
const madeOfRequest = pattern`\b${hash}\b[^.;]{0,40}?\b${ofRequest}\b|\b${hash}\W{1,3}${whole}\b|\b${oneOf('body', 'payload', 'content', 'request')} ${hash}\b|\b${size} (?:in bytes )?${ofRequest}\b`;
const nameOfHash = /(?:body|content|payload|request)(?:sha\d+|md5|hash|digest|crc\d*)$/;

/** Whether a value is computed of what is sent with it, as a hash of the body is. */
export const isMadeOfRequest = (name: string, words: string): boolean =>
  nameOfHash.test(flat(name)) || madeOfRequest.test(words);

/** Words that send something in a header of its own, with the name of that header. */
const sends = oneOf(
  ...[word.send, word.use, word.used, 'put', 'sent', 'passed', 'carr(?:y|ies|ied)', 'goes', 'kirim\\w*', 'dikirim'],
  ...['needs?', 'requires?', 'expects?', 'memerlukan', 'membutuhkan'],
);
const by = oneOf(word.in, word.with, 'as', 'via', 'by', 'lewat', 'melalui', 'sebagai');
const headerName = '(?:X-[\\w-]+)|[A-Za-z]+-[A-Za-z]*Token\\b';
const inHeader = pattern`\b${sends}\b[^.;]{0,60}?\b${by}\b[^.;]{0,40}?["'\`“]?\b(${headerName})`;
/** A header, and that it holds the token: `Header X-Session with the token`. */
const headerWith = pattern`\bheaders? ["'\`*]{0,3}(${headerName})["'\`*]{0,4}:? ${oneOf(word.with, word.holds, word.for, '=')} (?:${word.the} )?(?:(?:access|session)[- ])?token\b`;
const inQuery = pattern`[?&]\w*token=|\b${oneOf(word.in, 'as', 'via')} (?:(?:the|an?) )?query\b`;

/** Where words say that the token is sent, if it is anywhere but as Bearer in Authorization; null where they do not. */
export function tokenPlace(words: string): string | null {
  if (/\bbearer\b/i.test(words)) return null;
  const scheme = /\bauthorization: ?(?!basic\b)([a-z][\w-]*) /i.exec(words)?.[1];
  if (scheme !== undefined) return `Authorization with the scheme ${scheme}`;
  if (/\btoken\b/i.test(words) && inQuery.test(words)) return 'the query';
  const header = (inHeader.exec(words) ?? headerWith.exec(words))?.[1];
  return header === undefined ? null : `the header ${header}`;
}

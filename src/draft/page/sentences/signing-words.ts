/** What a sentence, a label or an item says of how a request for a token is signed: a fact where each of its words is understood. */
import type { Said, Statement } from '../../facts/facts.ts';
import { smallWords } from '../../vocabulary/glue.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { isOfNotices } from '../words/made-before-sent.ts';
import { algorithmsIn, encodingsIn, signedIn, withoutKnown } from '../words/signed.ts';
import { isNotOfToken } from './not-of-token.ts';

/** Most characters of a sentence that are looked at. */
const most = 1000;

/** Words of a signature itself, and those of a heading above what is said of one. */
const ofSignature = /signature|\bsign(?:ed|ing)?\b(?! (?:in|up|on|off|out)\b)|string-?to-?sign|tanda ?tangan|\bx-sign/i;

/** Ways to sign, which are used for nothing else. */
const way = /hmac|sha[ _-]?\d{1,3}[ _-]{0,2}with|\b(?:ecdsa|eddsa|ed25519|rsa[ _-]?pss|[rpeh]s(?:256|384|512))\b/i;

/** What a signature is made with, and what else is; the kind of a key says nothing of that. */
const means = /\b(?:dsa|pss|pkcs|md5)\b|\bsha[ _-]?\d{1,3}\b/i;

/** The same in code, which names the hash of most signatures in many ways. */
const otherMeans = /\b(?:dsa|pss|md5)\b|sha[ _-]?(?!256)\d{1,3}/i;

/** A label of what a signature is made with. */
const label = /^[\s>*_`-]*(?:algorith?ms?|algoritma|signing method|metode (?:signature|tanda tangan))\b[*_` ]*:/i;

/** How a signature is written. */
const written = pattern`\bbase[ -]?64|\bhexa?|heksa|url-?safe|\bpadding\b|\b${oneOf(word.upperCase, word.lowerCase)}\b`;

/** A way to write a signature that is turned down beside the one that is meant: `in Base64, not hexadecimal`. */
const way64 = oneOf('base[ -]?64(?:[ -]?url)?', 'hexa?\\w*', 'heksa\\w*');
const turnedDown = everywhere`\(?\b${oneOf('bukan', 'not', 'never', 'rather than', 'instead of', 'alih-alih')} (?:${oneOf('in', 'as', 'a', 'dalam', 'sebagai', word.upperCase, word.lowerCase)} ){0,2}${way64}\b\)?`;

/** What requests are for that ask for no token, and messages that are none. */
const deals = oneOf(
  ...['transaksi', 'transaction(?:s|al)?', 'payments?', 'pembayaran', 'transfers?', 'pencairan', 'disbursements?'],
  ...['payouts?', 'refunds?', 'inquir(?:y|ies)'],
);
const others = pattern`\b${oneOf(deals, 'webhooks?', 'call-?backs?', 'notif\\w*')}\b`;
/** Words that take the request for a token in again. */
const allOfOthers = `(?:of )?(?:the )?(?:\\p{L}+ )?(?:transak|transac|pay|pembay|transfer|webhook|call-?back|notif)`;
const ofThis = pattern`\b${oneOf('token', 'login', word.both, word.also, word.same, `${word.all}(?! ${allOfOthers})`)}\b`;

const isOfOthers = (words: string): boolean => isNotOfToken(words) || (others.test(words) && !ofThis.test(words));

/** A token that is signed itself. */
const accessToken = oneOf('access[ _-]?tokens?', 'tokens?(?: akses)?');
const signedToken = pattern`^\W*(?:${oneOf(word.the, word.all)} )?${accessToken}\b(?! (?:request|endpoint|call|b2b))[^.;]{0,80}\b${oneOf(word.is, 'berupa', 'merupakan')}\b`;

/** The same as a field of an answer has it: `access_token` (string): JWT signed with ES256. */
const tokenField = pattern`^\W*(?:${accessToken})[\`"*]*\s*(?:\([^()]{0,60}\))?\s*(?:[:|–—]|-\s)[^.;]{0,40}\b(?:jwt|jws)\b`;
const ofAnswer = pattern`^\W*(?:\w+ ){0,3}${word.answer}\b`;
const itIsSigned = pattern`^\W*(?:(?:it|ini|ia) (?:${word.is} )?)?(?:${word.the} )?(?:signed )?(?:jwt|jws)\b`;

/** Whether words say how a token is signed, and not a request for one. */
const isOfSignedToken = (text: string, title: string): boolean =>
  signedToken.test(text) || tokenField.test(text) || (ofAnswer.test(title) && itIsSigned.test(text));

/** What a refusal is for says of no request how it is signed. */
const mismatch = oneOf('mismatch\\w*', 'does not match', 'tidak (?:cocok|sesuai)');
const refusing = pattern`(?<!sha[ _-]?)\b[45]\d\d\b|\b${oneOf(word.wrong, mismatch)}\b`;

/** Where one part of a sentence ends, and another begins that may be of other requests. */
const parts = pattern`;\s|,\s(?=${oneOf(word.while, word.but, word.and, word.for)}\b)|\s(?=${word.while}\b)`;

/** Words that say how a signature is made, and those between them: none of them takes anything back. */
const known = new Set([
  ...smallWords,
  ...(
    'for untuk yaitu by using use uses used being into onto from via through then over which your our you we must should shall ' +
    'has have always every each all any request requests call calls header headers field value values result ' +
    'output hasil hasilnya nya client clients klien id ids key keys kunci code kode partner partners mitra ' +
    'merchant merchants app application secret private privat pribadi rahasia milik own anda assertion ' +
    'assertions asersi jwt jws json web authenticate authenticates authenticated access token tokens b2b auth ' +
    'authentication login endpoint service api asymmetric asymmetrical symmetric asimetris asimetrik simetris ' +
    'simetrik signature signatures sign signs signed signing digital tandatangan tandatangani tanda tangan ' +
    'tangani ditandatangani menandatangani penandatanganan x hash hashed hashing algorithm algorithms algoritma ' +
    'algoritme method metode function fungsi scheme skema rsa hmac format form encoding encode encoded encodes ' +
    'huruf kecil small lower case letters characters hexadecimal made make makes create created creates compute ' +
    'computed computes calculate calculated calculates generate generated generates obtained built build formed ' +
    'apply applied dibuat membuat buat buatlah dibentuk dihasilkan dihitung hitung menggunakan gunakan digunakan ' +
    'memakai pakai dipakai memanfaatkan dikodekan dienkode disandikan enkode string text alphanumeric ' +
    'alfanumerik teks message pesan data payload content concatenation concatenated concatenate joined gabungan ' +
    'gabung digabung rangkaian pipe colon titik dua vertical bar character karakter pemisah separator separated ' +
    'dipisahkan dipisah between antara timestamp time moment waktu nonce body path url uri date tanggal minified ' +
    'minify lowercase uppercase atas terhadap oleh ke sebagai lalu kemudian lantas selanjutnya setelah after ' +
    'finally next first step langkah pertama kedua ketiga second third harus wajib setiap semua ini tersebut bentuk berupa ' +
    'mandatory required nilai isi berisi diisi permintaan panggilan bit bits non repudiation integrity checking proof standard ' +
    'standar snap bi aspi bank indonesia national nasional open pem pair asli see lihat below bawah above ' +
    'berikut following follows yakni namely i e sent send sends dikirim kirim kirimkan put placed included ' +
    'include disertakan contains contain sha256withrsa according sesuai specification spesifikasi issued ' +
    'registered given provided terdaftar diberikan pjp pihak layanan new baru'
  ).split(' '),
]);

/** The words that a text has beside what is understood of it, names as programs write them taken apart. */
function strangeIn(text: string): string[] {
  const words = withoutKnown(text)
    .replace(/\b(?:2048|3072|4096)[ -]?(?:bits?)?/gi, ' ')
    .replace(/\bpkcs ?#?(?:8|1 v1[._]5)(?: padding)?/gi, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    // The key of a client is the client's.
    .replace(/(?<=[a-z])['’]s\b/g, ' ')
    .toLowerCase();
  return [...words.matchAll(/[\p{L}\d]+/gu)].flatMap(([one]) =>
    known.has(one) || known.has(one.replace(/nya$/, '')) || /^(?:[1-9]|step\d)$/.test(one) ? [] : [one],
  );
}

const kinds = (words: string): number => Math.max(algorithmsIn(words).length, encodingsIn(words).length);

/** Whether a part of a sentence tells how a signature is made or written. */
function tells(words: string, isBelow: boolean): boolean {
  const isAbout = isBelow || ofSignature.test(words) || label.test(words);
  return way.test(words) || (isAbout && (means.test(words) || written.test(words)));
}

/** Letters that all words about a signature have some of. */
const mayTell = /sign|tangan|hmac|sha|rsa|dsa|ed25519|base|hex|heksa|url|padding|case|huruf|[rpeh]s\d|md5|pkcs/i;

/**
 * What words say of how a request for a token is signed.
 * @param title the heading above them
 */
export function signingSaid(words: string, title: string, at: string): Said[] {
  // Most sentences say nothing of a signature.
  if (!mayTell.test(words)) return [];
  const text = words.slice(0, most).replace(turnedDown, ' ').replace(/\s+/g, ' ');
  if (isOfNotices(text) || isOfNotices(title) || isOfOthers(title) || isOfSignedToken(text, title)) return [];
  const isBelow = ofSignature.test(title);
  const pieces = others.test(text) || isNotOfToken(text) ? text.split(parts).filter((one) => !isOfOthers(one)) : [text];
  return pieces.flatMap((piece): Said[] => {
    const value = `signature: ${piece.trim()}`;
    const isSaid =
      Object.keys(signedIn(value)).length > 0 &&
      (isBelow || way.test(piece) || Object.keys(signedIn(piece)).length > 0);
    if (!isSaid && !tells(piece, isBelow)) return [];
    if (refusing.test(piece)) return [];
    const isUnderstood = isSaid && kinds(piece) < 2 && strangeIn(piece).length === 0;
    return [{ value, at, ...(isUnderstood ? {} : { isUnsure: true as const }) }];
  });
}

/** What code says of how a request for a token is signed. */
export function signingInCode(text: string, title: string, at: string): Said[] {
  const isSaid = Object.keys(signedIn(text)).length > 0;
  // Most code is of no signature.
  if (!isSaid && !ofSignature.test(title) && !ofSignature.test(text)) return [];
  const isUnsure = algorithmsIn(text).length > 1 || otherMeans.test(withoutKnown(text));
  if ((!isSaid && !isUnsure) || isOfNotices(title) || isOfOthers(title)) return [];
  return [{ value: text, at, ...(isUnsure ? { isUnsure: true as const } : {}) }];
}

/** Takes what words say of how a request for a token is signed. */
export function readSigning(words: string, title: string, at: string, statement: Statement): void {
  statement.signed.push(...signingSaid(words, title, at));
}

/** Takes what the items of a list say of it; of how many something was taken. */
export function readSigningItems({ items, title }: Extract<Block, { kind: 'list' }>, statement: Statement): number {
  const said = items.map(({ text }) =>
    text.split(/(?<=[.;!?])\s+|\n+/).flatMap((sentence) => signingSaid(sentence, title, `${title}, list`)),
  );
  statement.signed.push(...said.flat());
  return said.filter((one) => one.length > 0).length;
}

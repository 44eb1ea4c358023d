/** Sentences about limits and duties that no draft holds: how often may be asked, over which connection, from where, and with which keys. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { numberWords } from './durations.ts';

const times = oneOf(word.unit, 'secs?', 'mins?', 'hrs?');
const counted = oneOf(
  ...[word.request, 'tokens?', 'attempts?', 'times', 'logins?', 'queries', 'transactions?', 'tps', 'rps'],
  ...['kali', 'percobaan', 'transaksi'],
);
const inEach = oneOf('per', 'an?', word.all, 'in (?:an?|one)', 'dalam');
const atMost = oneOf(word.atMost, word.only, 'more than', 'over', 'lebih dari', 'hingga', 'sampai');

/** A connection on which a client shows a certificate of its own. */
const ownCertificate = oneOf(
  ...['mutual[- ]TLS', 'm-?TLS', 'two-way (?:TLS|SSL)', 'client[- ]certificates?', 'client cert'],
  ...['sertifikat (?:klien|client)', 'TLS dua arah', 'QWACs?'],
);

/** That each client has to show one, or that a host takes none without. */
const demands = oneOf(
  'requires?',
  'required',
  'needs?',
  'demands?',
  'only with',
  'memerlukan',
  'membutuhkan',
  'mewajibkan',
  word.must,
  'wajib',
);

/** How many tokens there may be at a time, and which one ends where there are more. */
const held = oneOf('hold', 'have', 'keep', 'own', 'memiliki', 'mempunyai', 'menyimpan', 'punya');
const several = oneOf(`\\d{1,4}|${numberWords}`, 'only one', 'one', 'a single', 'hanya satu', 'satu');
const oldest = oneOf('oldest', 'earliest', 'first one', 'tertua', 'terlama', 'paling lama', 'paling tua');

/** Addresses from which a client may ask, and that they are known. */
const places = oneOf('IPs?', 'alamat IP', 'IP addresses');
const known = oneOf(
  ...['regist\\w+', 'allow\\w*', 'white-?list\\w*', 'known', 'permitted'],
  ...['didaftarkan', 'terdaftar', 'diizinkan', 'mendaftarkan', 'daftarkan'],
);

const keys = oneOf('RSA', 'DSA', 'ECDSA', word.key);
const bits = '\\d{3,4}[- ]?bits?';

/** Environments, and that the credentials of one are none of another. */
const environment = oneOf(word.testing, word.live, 'uji');
const doNot = oneOf('do(?:es)? not', "don't", 'never', 'cannot', 'tidak');
const work = oneOf('work', 'valid', 'accepted', 'used', 'berlaku', 'dapat', 'bisa', 'diterima');

const limits = [
  // So many in so much time, and what is refused beyond it.
  pattern`\b\d+\b[^.;\d]{0,40}(?:\b${inEach}\s+(?:1 |one |satu )?|/\s?)${times}\b`,
  pattern`\b${atMost}\s+\d+\s+(?:\p{L}+\s+){0,2}?${counted}\b`,
  /\b(?:rate|call|request)[- ]?limit\w*|\bthrottl\w*|\bquotas?\b|\bkuota\b|\bbatas (?:panggilan|permintaan|laju)\b|\bdibatasi\b/i,
  /\b(?:HTTP |status )?429\b/,
  // The connection, and where it comes from.
  /\b(?:TLS|SSL) ?v?\d(?:\.\d)?\b/i,
  pattern`\b${places}\b[^.;]{0,60}\b${known}\b|\b${known}\b[^.;]{0,60}\b${places}\b`,
  pattern`\b(?:time-?outs?|batas waktu)\b[^.;]{0,40}\b\d+ ${times}\b`,
  pattern`\b${environment}\b[^;]{0,120}\b${ownCertificate}(?!\w)|\b${ownCertificate}(?!\w)[^;]{0,120}\b${environment}\b`,
  pattern`\b${demands}\b[^.;]{0,40}\b${ownCertificate}(?!\w)|\b${ownCertificate}(?!\w)[^.;]{0,40}\b${demands}\b`,
  // Tokens at a time.
  pattern`\b${held}\b[^.;]{0,30}\b${several}\b(?: \p{L}+){0,2}? tokens?\b`,
  pattern`\btokens?\b[^.]{0,80}\b${oldest}\b|\b${oldest}\b[^.]{0,40}\btokens?\b`,
  // The keys that sign.
  pattern`\b${keys}\b[^.;]{0,40}\b${bits}\b|\b${bits}\b[^.;]{0,40}\b${keys}\b`,
  // Which credentials are good where.
  pattern`\b${environment}\b[^.;]{0,60}\b${doNot}\b[^.;]{0,20}\b${work}\b[^.;]{0,60}\b${environment}\b`,
];

/** Whether a sentence states a limit or a duty of whoever asks. */
export const statesLimit = (sentence: string): boolean => limits.some((form) => form.test(sentence));

/** Sentences about limits and duties that no draft holds: how often may be asked, over which connection, from where, and with which keys. */

const times = '(?:seconds?|secs?|minutes?|mins?|hours?|days?|detik|menit|jam|hari)';
const counted =
  '(?:calls?|requests?|tokens?|attempts?|times|logins?|queries|transactions?|permintaan|panggilan|kali|percobaan|transaksi|tps|rps)';

const limits = [
  // So many in so much time, and what is refused beyond it.
  RegExp(
    `\\b\\d+\\b[^.;\\d]{0,40}(?:\\b(?:per|an?|each|every|in (?:an?|one)|dalam|tiap|setiap)\\s+(?:1 |one |satu )?|/\\s?)${times}\\b`,
    'i',
  ),
  RegExp(
    `\\b(?:more than|over|at most|up to|no more than|only|lebih dari|maksimal|paling banyak|hingga|sampai)\\s+\\d+\\s+(?:\\p{L}+\\s+){0,2}?${counted}\\b`,
    'iu',
  ),
  /\b(?:rate|call|request)[- ]?limit\w*|\bthrottl\w*|\bquotas?\b|\bkuota\b|\bbatas (?:panggilan|permintaan|laju)\b|\bdibatasi\b/i,
  /\b(?:HTTP |status )?429\b/,
  // The connection, and where it comes from.
  /\b(?:TLS|SSL) ?v?\d(?:\.\d)?\b/i,
  /\b(?:IPs?|alamat IP|IP addresses)\b[^.;]{0,60}\b(?:regist\w+|allow\w*|white-?list\w*|known|permitted|didaftarkan|terdaftar|diizinkan|mendaftarkan)\b|\b(?:regist\w+|allow\w*|white-?list\w*|mendaftarkan|daftarkan)\b[^.;]{0,60}\b(?:IPs?|IP addresses)\b/i,
  RegExp(`\\b(?:time-?outs?|batas waktu)\\b[^.;]{0,40}\\b\\d+ ${times}\\b`, 'i'),
  // The keys that sign.
  /\b(?:RSA|DSA|ECDSA|key|kunci)\b[^.;]{0,40}\b\d{3,4}[- ]?bits?\b|\b\d{3,4}[- ]?bits?\b[^.;]{0,40}\b(?:RSA|keys?|kunci)\b/i,
  // Which credentials are good where.
  /\b(?:test|live|sandbox|production|produksi|uji)\b[^.;]{0,60}\b(?:do(?:es)? not|don't|never|cannot|tidak)\b[^.;]{0,20}\b(?:work|valid|accepted|used|berlaku|dapat|bisa|diterima)\b[^.;]{0,60}\b(?:test|live|sandbox|production|produksi|uji)\b/i,
];

/** Whether a sentence states a limit or a duty of whoever asks. */
export const statesLimit = (sentence: string): boolean => limits.some((form) => form.test(sentence));

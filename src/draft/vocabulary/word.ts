/**
 * What documentation pages say, in English and Indonesian: each concept once, with all the words that people use for it.
 * A reader of pages puts its patterns together from these, so that a word that one of them knows is known to all.
 * Each is one alternative of lower-case words and may stand behind or before anything.
 */
import { allOfSoMany, allOfThese, numberWord } from './numbers.ts';
import { oneOf } from './pattern.ts';

/** How words are joined, turned down and made conditions. */
const grammar = {
  and: oneOf('and', 'dan', 'serta'),
  or: oneOf('or', 'atau'),
  not: oneOf('not', 'never', 'tidak', 'bukan', 'belum'),
  without: oneOf('without', 'no', 'tanpa'),
  when: oneOf('if', 'when', 'whenever', 'jika', 'bila', 'apabila', 'bilamana', 'kalau', 'ketika'),
  unless: oneOf('unless', 'except', 'kecuali'),
  only: oneOf('only', 'solely', 'exclusively', 'hanya'),
  always: oneOf('always', 'selalu'),
  exactly: oneOf('exactly', 'precisely', 'tepat', 'persis'),
  all: oneOf('all', 'every', 'each', 'any', 'semua', 'setiap', 'tiap', 'seluruh'),
  other: oneOf('others?', 'another', 'lain(?:nya)?'),
  is: oneOf('is', 'are', 'adalah', 'merupakan'),
  means: oneOf('means?', 'stands? for', 'denotes?', 'berarti', 'artinya'),
  for: oneOf('for', 'untuk', 'bagi'),
  with: oneOf('with', 'dengan'),
  in: oneOf('in', 'on', 'at', 'di', 'dalam', 'pada'),
  of: oneOf('of', 'from', 'dari'),
  the: oneOf('the', 'an?', 'this', 'these', 'our', 'your', 'its'),
  /** What was so, and is not now; `no longer than` is a length. */
  noLonger: 'no longer(?! than)',
  number: numberWord,
  /** All of so many, in one word; `allOfThese` are so many that were named before. */
  allOfSoMany,
  allOfThese,
  now: oneOf('now', 'currently', 'at present', 'at the moment', 'for now', 'saat ini', 'sekarang'),
  usually: oneOf('usually', 'normally', 'typically', 'biasanya', 'umumnya'),
  doNot: oneOf('do not', "don['’]t", 'never', 'jangan'),
  before: oneOf('before', 'prior to', 'sebelum'),
  after: oneOf('after', 'setelah', 'sesudah'),
  since: oneOf('since', 'as of', 'starting', 'sejak', 'mulai'),
  until: oneOf('until', 'till', 'sampai', 'hingga'),
  both: oneOf('both', 'kedua(?:nya)?'),
  also: oneOf('also', 'too', 'as well', 'juga'),
  but: oneOf('but', 'however', 'though', 'although', 'tetapi', 'tapi', 'namun'),
  these: oneOf('these', 'those', 'them', 'ini', 'tersebut'),
  below: oneOf('following', 'below', 'berikut(?: ini)?', 'di bawah(?: ini)?'),
  above: oneOf('above', 'di ?atas'),
  see: oneOf('see', 'refer to', 'lihat'),
  by: oneOf('by', 'oleh'),
  via: oneOf('via', 'through', 'melalui', 'lewat'),
  while: oneOf('while', 'whereas', 'sedangkan', 'sementara'),
  uses: oneOf('uses?', 'using', 'memakai', 'menggunakan', 'pakai', 'gunakan', 'digunakan'),
  same: oneOf('same', 'sama'),
  suchAs: oneOf('e\\.?g', 'for example', 'for instance', 'such as', 'misal(?:nya|kan)?', 'contoh(?:nya)?', 'seperti'),
  andSoOn: oneOf('etc', 'and so on', 'and others', 'among others', 'dll', 'dst', 'dan lain-lain', 'antara lain'),
};

/** What has to be there, may be there, or is not. */
const presence = {
  must: oneOf('must', 'shall', 'has to', 'have to', 'needs? to', 'harus', 'perlu'),
  may: oneOf('may', 'can', 'could', 'might', 'boleh', 'dapat', 'bisa'),
  mandatory: oneOf(
    ...['mandatory', 'required', 'obligatory', 'compulsory', 'necessary', 'needed'],
    ...['wajib', 'diwajibkan', 'mandatori', 'diperlukan', 'dibutuhkan'],
  ),
  optional: oneOf('optional', 'opsional'),
  sent: oneOf(
    ...['sent', 'present', 'there', 'given', 'included', 'provided', 'supplied', 'passed', 'returned', 'set'],
    ...['ada', 'dikirim(?:kan)?', 'disertakan', 'dicantumkan', 'diisi', 'dikembalikan', 'filled', 'hadir', 'terisi'],
  ),
  send: oneOf(
    'send',
    'give',
    'includes?',
    'provide',
    'supply',
    'pass',
    'fill(?:ed)?(?: in)?',
    'kirim(?:kan)?',
    'isi',
    'sertakan',
  ),
  missing: oneOf('missing', 'absent', 'omitted', 'left out', 'tidak ada', 'tidak dikirim', 'tidak disertakan'),
  empty: oneOf('empty', 'blank', 'kosong', 'dikosongkan'),
  fixed: oneOf('fixed', 'constant', 'static', 'tetap'),
  use: oneOf('use', 'gunakan', 'pakai'),
  used: oneOf('used', 'digunakan', 'dipakai'),
  conditional: oneOf('conditional(?:ly)?', 'kondisional', 'bersyarat'),
};

/** What a request, an answer and their parts are called. */
const things = {
  request: oneOf('requests?', 'calls?', 'permintaan', 'panggilan'),
  answer: oneOf('answers?', 'responses?', 'repl(?:y|ies)', 'respons?', 'jawaban', 'balasan'),
  member: oneOf(
    ...['fields?', 'members?', 'parameters?', 'params?', 'attributes?', 'elements?', 'propert(?:y|ies)'],
    ...['kolom', 'atribut', 'isian', 'elemen'],
  ),
  value: oneOf('values?', 'nilai'),
  example: oneOf('examples?', 'samples?', 'contoh(?:nya)?', 'misal(?:nya)?'),
  client: oneOf('clients?', 'partners?', 'merchants?', 'consumers?', 'klien', 'mitra'),
  authentication: oneOf('authenticat\\w+', 'autentikasi', 'otentikasi', 'log-?in', 'sign-?in'),
  operation: oneOf('operations?', 'endpoints?', 'services?', 'apis?', 'operasi', 'layanan'),
  server: oneOf('servers?', 'banks?', 'providers?', 'gateways?', 'systems?', 'sistem'),
  character: oneOf('chars?', 'characters?', 'karakter', 'positions?'),
  letter: oneOf('letters?', 'huruf'),
  digit: oneOf('digits?', 'angka'),
  address: oneOf('address(?:es)?', 'ur[li]s?', 'alamat'),
  testing: oneOf('sandbox', 'staging', 'uat', 'test(?:ing)?', 'demo', 'pilot', 'pengujian', 'uji coba'),
  live: oneOf('live', 'production', 'produksi'),
  replace: oneOf('replace', 'swap', 'change', 'exchange', 'substitute', 'switch', 'ganti(?:lah|kan)?', 'ubah(?:lah)?'),
  body: oneOf('bod(?:y|ies)', 'payloads?', 'badan', 'muatan', 'isi'),
  code: oneOf('codes?', 'kode'),
  type: oneOf('types?', 'tipe', 'jenis'),
  user: oneOf('users?', 'user ?names?', 'pengguna', 'nama pengguna'),
  secret: oneOf('secrets?', 'passwords?', 'pass ?phrases?', 'kunci', 'rahasia', 'kata sandi', 'sandi'),
  array: oneOf('arrays?', 'lists?', 'larik', 'daftar'),
  key: oneOf('keys?', 'kunci'),
  password: oneOf('passwords?', '(?:kata )?sandi'),
  signature: oneOf('signatures?', 'tanda ?tangan'),
  section: oneOf('sections?', 'chapters?', 'bagian', 'bab'),
  default: oneOf('defaults?', 'bawaan', 'baku'),
  payment: oneOf(
    ...['payments?', 'transfers?', 'refunds?', 'withdrawals?', 'payouts?', 'disbursements?', 'remittances?'],
    ...['transactions?', 'pembayaran', 'transaksi', 'pencairan', 'penarikan'],
  ),
  money: oneOf('money', 'funds', 'cash', 'dana', 'uang'),
  programming: oneOf(
    ...['curl', 'shell', 'bash', 'http(?:ie)?', 'powershell', 'node(?:\\.?js)?', 'java ?script', 'type ?script', 'php'],
    ...['python', 'ruby', 'java', 'kotlin', 'swift', 'go(?:lang)?', 'rust', 'c', 'c#', 'c\\+\\+', '\\.net', 'dart'],
    ...['objective-c', 'perl', 'scala', 'r', 'axios', 'fetch', 'okhttp', 'guzzle', 'wget', 'postman'],
  ),
  holds: oneOf(
    ...['has', 'have', 'holds?', 'carr(?:y|ies)', 'contains?', 'includes?'],
    ...['memuat', 'berisi', 'memiliki', 'mempunyai', 'mengandung', 'membawa'],
  ),
};

/** What is done with a token. */
const deeds = {
  obtain: oneOf(
    ...['request', 'ask', 'fetch', 'get', 'create', 'obtain', 'generate', 'issue', 'refresh'],
    ...['meminta', 'minta', 'mengambil', 'membuat', 'mendapatkan'],
  ),
};

/** How a request ends. */
const outcome = {
  succeeds: oneOf('success', 'successful(?:ly)?', 'succeeds?', 'succeeded', 'berhasil', 'sukses'),
  refused: oneOf('refused', 'rejected', 'denied', 'declined', 'ditolak'),
  fault: oneOf('errors?', 'faults?', 'galat', 'kesalahan'),
  wrong: oneOf('wrong', 'invalid', 'incorrect', 'bad', 'faulty', 'salah', 'keliru', 'tidak (?:sah|valid)'),
  remaining: oneOf('remaining', 'remains', 'left(?! (?:out|blank|empty))', 'sisa', 'tersisa'),
  expired: oneOf('expired', 'k[ae]d[ae]luw?arsa'),
  fails: oneOf('fail\\w*', 'gagal'),
  accepted: oneOf(
    ...['accepted', 'allowed', 'permitted', 'supported', 'taken'],
    ...['diterima', 'didukung', 'diizinkan', 'diperbolehkan'],
  ),
  responds: oneOf('answers?', 'returns?', 'responds?', 'replies', 'menjawab', 'mengembalikan', 'membalas'),
  answered: oneOf('answered', 'dijawab'),
  refusal: oneOf('errors?', 'refusals?', 'failures?', 'galat', 'kesalahan', 'penolakan'),
  unknown: oneOf('unknown', 'tidak (?:dikenal|terdaftar)'),
};

/** Times and how they are counted. */
const time = {
  unit: oneOf('seconds?', 'minutes?', 'hours?', 'days?', 'detik', 'menit', 'jam', 'hari'),
  lifetime: oneOf('lifetimes?', 'life ?span', 'validity', 'ttl', 'time to live', 'masa berlaku', 'masa aktif', 'umur'),
};

/** How many there are, and how long a text is. */
const amounts = {
  atMost: oneOf(
    ...['max(?:imum|imal|\\.)?', 'maks(?:im(?:um|al)|\\.)?', 'up to', 'at (?:the )?most'],
    ...['(?:no|not|never) (?:more|longer) than', 'paling (?:banyak|panjang|lama)'],
    'tidak (?:lebih(?: panjang)?|melebihi)(?: dari)?',
  ),
  atLeast: oneOf(
    ...['min(?:imum|imal|\\.)?', 'at (?:the )?least', 'paling (?:sedikit|pendek|tidak)', 'setidaknya', 'sekurangnya'],
  ),
  length: oneOf('lengths?', 'len', 'panjang(?:nya)?'),
  to: oneOf('to', 'sampai(?: dengan)?', 'hingga', 's/d', 's\\.?d\\.?'),
  upperCase: oneOf('upper[- ]?cased?', 'capitals?', 'huruf (?:besar|kapital)'),
  lowerCase: oneOf('lower[- ]?cased?', 'huruf kecil'),
};

/** The words of each concept. */
export const word = { ...grammar, ...presence, ...things, ...deeds, ...outcome, ...time, ...amounts };

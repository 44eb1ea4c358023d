/**
 * What documentation pages say, in English and Indonesian: each concept once, with all the words that people use for it.
 * A reader of pages puts its patterns together from these, so that a word that one of them knows is known to all.
 * Each is one alternative of lower-case words and may stand behind or before anything.
 */
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
  is: oneOf('is', 'are', 'adalah'),
  means: oneOf('means?', 'stands? for', 'denotes?', 'berarti', 'artinya'),
  for: oneOf('for', 'untuk', 'bagi'),
  with: oneOf('with', 'dengan'),
  in: oneOf('in', 'on', 'at', 'di', 'dalam', 'pada'),
  of: oneOf('of', 'from', 'dari'),
  the: oneOf('the', 'an?', 'this', 'these', 'our', 'your', 'its'),
  by: oneOf('by', 'oleh'),
  via: oneOf('via', 'through', 'melalui', 'lewat'),
  since: oneOf('since', 'as of', 'starting', 'sejak', 'mulai'),
  until: oneOf('until', 'till', 'sampai', 'hingga'),
  but: oneOf('but', 'tetapi', 'namun', 'tapi', 'however', 'though', 'although'),
  while: oneOf('while', 'whereas', 'sedangkan', 'sementara'),
  before: oneOf('before', 'prior to', 'sebelum'),
  after: oneOf('after', 'setelah', 'sesudah'),
  uses: oneOf('uses?', 'using', 'memakai', 'menggunakan', 'pakai', 'gunakan', 'digunakan'),
  usually: oneOf('usually', 'normally', 'typically', 'biasanya', 'umumnya'),
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
    ...['ada', 'dikirim(?:kan)?', 'disertakan', 'dicantumkan', 'diisi', 'dikembalikan'],
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
  body: oneOf('bod(?:y|ies)', 'payloads?', 'badan', 'muatan', 'isi'),
  operation: oneOf('endpoints?', 'operations?', 'services?', 'methods?', 'apis?', 'layanan', 'operasi'),
  character: oneOf('chars?', 'characters?', 'karakter'),
  letter: oneOf('letters?', 'huruf'),
  digit: oneOf('digits?', 'angka'),
  array: oneOf('arrays?', 'lists?', 'larik', 'daftar'),
  key: oneOf('keys?', 'kunci'),
  password: oneOf('passwords?', '(?:kata )?sandi'),
  signature: oneOf('signatures?', 'tanda ?tangan'),
  testing: oneOf('sandbox', 'staging', 'uat', 'test(?:ing)?', 'demo', 'pilot', 'pengujian', 'uji coba'),
  live: oneOf('live', 'production', 'produksi'),
  section: oneOf('sections?', 'chapters?', 'bagian', 'bab'),
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
  wrong: oneOf('wrong', 'invalid', 'incorrect', 'bad', 'faulty', 'salah', 'keliru'),
  expired: oneOf('expired', 'k[ae]d[ae]luw?arsa'),
  fails: oneOf('fail\\w*', 'gagal'),
  refusal: oneOf('errors?', 'refusals?', 'failures?', 'galat', 'kesalahan', 'penolakan'),
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
};

/** The words of each concept. */
export const word = { ...grammar, ...presence, ...amounts, ...things, ...deeds, ...outcome, ...time };

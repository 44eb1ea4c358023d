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
  also: oneOf('also', 'too', 'as well', 'juga'),
  same: oneOf('same', 'sama'),
  both: oneOf('both', 'keduanya'),
  while: oneOf('while', 'whereas', 'sedangkan', 'sementara'),
  above: oneOf('above', 'di ?atas'),
  suchAs: oneOf('e\\.?g', 'for example', 'for instance', 'such as', 'misal(?:nya|kan)?', 'contoh(?:nya)?', 'seperti'),
  andSoOn: oneOf('etc', 'and so on', 'and others', 'among others', 'dll', 'dst', 'dan lain-lain', 'antara lain'),
  but: oneOf('but', 'however', 'tetapi', 'tapi', 'namun'),
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
  allowed: oneOf(
    ...['allowed', 'accepted', 'permitted', 'supported', 'valid'],
    ...['diizinkan', 'diperbolehkan', 'diterima', 'didukung'],
  ),
};

/** How many there are, and of what a text is made. */
const amounts = {
  few: oneOf('two', 'three', 'four', 'five', 'dua', 'tiga', 'empat', 'lima'),
  atMost: oneOf(
    ...[
      'max(?:imum|imal|\\.)?',
      'maks(?:im(?:um|al)|\\.)?',
      'up to',
      'at (?:the )?most',
      '(?:no|not|never) (?:more|longer) than',
    ],
    ...['paling (?:banyak|panjang|lama)', 'tidak (?:lebih(?: panjang)?|melebihi)(?: dari)?'],
  ),
  atLeast: oneOf(
    'min(?:imum|imal|\\.)?',
    'at (?:the )?least',
    'paling (?:sedikit|pendek|tidak)',
    'setidaknya',
    'sekurangnya',
  ),
  to: oneOf('to', 'sampai(?: dengan)?', 'hingga', 's/d', 's\\.?d\\.?'),
  character: oneOf('char(?:acter)?s?', 'karakter'),
  digit: oneOf('digits?', 'angka'),
  letter: oneOf('letters?', 'huruf'),
  upperCase: oneOf('upper[- ]?cased?', 'capitals?', 'huruf (?:besar|kapital)'),
  lowerCase: oneOf('lower[- ]?cased?', 'huruf kecil'),
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
  body: oneOf('bod(?:y|ies)', 'payloads?', 'badan'),
  code: oneOf('codes?', 'kode'),
  default: oneOf('defaults?', 'bawaan', 'baku'),
  api: oneOf('apis?', 'endpoints?', 'operations?', 'services?', 'layanan', 'operasi'),
  authentication: oneOf('authentication', 'authori[sz]ation', 'autentikasi', 'otentikasi', 'otorisasi'),
  holds: oneOf(
    ...['has', 'have', 'holds?', 'carr(?:y|ies)', 'contains?', 'includes?'],
    ...['memuat', 'berisi', 'memiliki', 'mempunyai', 'mengandung', 'membawa'],
  ),
  uses: oneOf('uses?', 'using', 'memakai', 'menggunakan', 'pakai', 'gunakan', 'digunakan'),
};

/** How a request ends. */
const outcome = {
  succeeds: oneOf('success', 'successful(?:ly)?', 'succeeds?', 'succeeded', 'berhasil', 'sukses'),
  refused: oneOf('refused', 'rejected', 'denied', 'declined', 'ditolak'),
  fault: oneOf('errors?', 'faults?', 'galat', 'kesalahan'),
  wrong: oneOf('wrong', 'invalid', 'incorrect', 'bad', 'faulty', 'salah', 'keliru', 'tidak (?:sah|valid)'),
  expired: oneOf('expired', 'k[ae]d[ae]luw?arsa'),
  refusal: oneOf('errors?', 'refusals?', 'failures?', 'galat', 'kesalahan', 'penolakan'),
  fails: oneOf('fail(?:s|ed)?', 'gagal'),
  unknown: oneOf('unknown', 'tidak (?:dikenal|terdaftar)'),
};

/** Times and how they are counted. */
const time = {
  unit: oneOf('seconds?', 'minutes?', 'hours?', 'days?', 'detik', 'menit', 'jam', 'hari'),
  lifetime: oneOf('lifetimes?', 'life ?span', 'validity', 'ttl', 'time to live', 'masa berlaku', 'masa aktif', 'umur'),
};

/** The words of each concept. */
export const word = { ...grammar, ...presence, ...amounts, ...things, ...outcome, ...time };

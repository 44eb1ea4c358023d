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
  before: oneOf('before', 'prior to', 'sebelum'),
  after: oneOf('after', 'setelah', 'sesudah'),
  since: oneOf('since', 'as of', 'starting', 'sejak', 'mulai'),
  until: oneOf('until', 'till', 'sampai', 'hingga'),
  both: oneOf('both', 'kedua(?:nya)?'),
  also: oneOf('also', 'too', 'as well', 'juga'),
  but: oneOf('but', 'tetapi', 'namun'),
  these: oneOf('these', 'those', 'them', 'ini', 'tersebut'),
  below: oneOf('following', 'below', 'berikut(?: ini)?', 'di bawah(?: ini)?'),
  above: oneOf('above', 'di atas'),
  see: oneOf('see', 'refer to', 'lihat'),
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
  conditional: oneOf('conditional(?:ly)?', 'kondisional', 'bersyarat'),
  fixed: oneOf('fixed', 'constant', 'static', 'tetap'),
  use: oneOf('use', 'gunakan', 'pakai'),
  used: oneOf('used', 'digunakan', 'dipakai'),
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
  body: oneOf('bod(?:y|ies)', 'payloads?', 'badan', 'muatan', 'isi'),
  code: oneOf('codes?', 'kode'),
  type: oneOf('types?', 'tipe', 'jenis'),
  character: oneOf('chars?', 'characters?', 'karakter'),
  letter: oneOf('letters?', 'huruf'),
  digit: oneOf('digits?', 'angka'),
  user: oneOf('users?', 'user ?names?', 'pengguna', 'nama pengguna'),
  secret: oneOf('secrets?', 'passwords?', 'pass ?phrases?', 'kunci', 'rahasia', 'kata sandi', 'sandi'),
};

/** How a request ends. */
const outcome = {
  succeeds: oneOf('success', 'successful(?:ly)?', 'succeeds?', 'succeeded', 'berhasil', 'sukses'),
  refused: oneOf('refused', 'rejected', 'denied', 'declined', 'ditolak'),
  fault: oneOf('errors?', 'faults?', 'galat', 'kesalahan'),
  wrong: oneOf('wrong', 'invalid', 'incorrect', 'bad', 'faulty', 'salah', 'keliru'),
  expired: oneOf('expired', 'k[ae]d[ae]luw?arsa'),
  accepted: oneOf(
    ...['accepted', 'allowed', 'permitted', 'supported', 'taken'],
    ...['diterima', 'didukung', 'diizinkan', 'diperbolehkan'],
  ),
  answered: oneOf('answered', 'dijawab'),
};

/** Times and how they are counted. */
const time = {
  unit: oneOf('seconds?', 'minutes?', 'hours?', 'days?', 'detik', 'menit', 'jam', 'hari'),
  lifetime: oneOf('lifetimes?', 'life ?span', 'validity', 'ttl', 'time to live', 'masa berlaku', 'masa aktif', 'umur'),
};

/** The words of each concept. */
export const word = { ...grammar, ...presence, ...things, ...outcome, ...time };

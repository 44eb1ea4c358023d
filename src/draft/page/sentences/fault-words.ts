/** Whether words about a status are those of the request for a token: each of them is known, and the fault is not that of a token. */
import { glue } from '../../vocabulary/glue.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { withoutRenewals } from '../words/fault-pieces.ts';
import { remembered } from '../words/remembered.ts';
import { kebab } from '../words/spellings.ts';
import { isReason } from '../words/status-words.ts';
import { isOfOthers } from './others.ts';

const listOf = (...words: string[]): ReadonlySet<string> => new Set(words.join(' ').split(/\s+/));

/** What is wrong with a request, and with whoever sends it. */
const faults = listOf(
  'wrong unknown invalid incorrect bad missing absent omitted left empty blank malformed unsupported unrecognised unrecognized unregistered',
  'mismatch mismatched mismatches match matches matching differ differs fit fits fails fail failed failing failure failures refused rejected denied',
  'declined lacking lacks lack incomplete incorrectly broken faulty improper illegal repeated twice duplicate duplicated forbidden expired',
  'revoked rotated blocked locked disabled suspended inactive deactivated banned terminated regenerated changed altered shortened lengthened truncated skew skewed late',
  'early old stale ahead future drift tolerance window outside range limit limits limited exceed exceeds exceeded exceeding rate quota throttled slow down unavailable overloaded busy maintenance',
  'timeout timed temporarily temporary problem exception unexpected malfunction fault error errors internal unauthorized unauthorised unauthenticated',
  'required mandatory needed insufficient wrongly inconsistent unprocessable unreadable unparseable unparsable undecodable untrusted unlisted unverified closed ended trouble fast conflict conflicts conflicting konflik bentrok',
  'breaks break broke violates violate violated unacceptable',
  'salah keliru kosong kurang hilang ganda ditolak gagal diblokir terblokir dikunci terkunci dicabut dirotasi kedaluwarsa kadaluarsa kadaluwarsa nonaktif',
  'dinonaktifkan melebihi melewati gangguan kesalahan galat pemeliharaan sibuk habis terlambat dilarang ditangguhkan rusak wajib mandatori diperlukan',
);

/** What a request holds, who sends it, and what answers. */
const subjects = listOf(
  'client clients id ids identifier key keys keypair secret secrets password passwords passcode pass phrase passphrase pin code codes user users',
  'username name names login credential credentials certificate certificates cert signature signatures hash hmac digest timestamp timestamps time',
  'clock date nonce header headers hdr hdrs line lines parameter parameters param params field fields value values element elements attribute attributes property properties',
  'body bodies json form encoding content type types media multipart syntax format formats length size schema validation grant grants flow scope scopes',
  'audience role roles permission permissions authorization authorisation authentication auth access bearer method methods post get put http https tls ip ips',
  'address addresses whitelist allowlist list registration app apps application applications api apis partner partners merchant merchants',
  'company corporate corporation tenant store shop agent consumer channel participant member membership subscription contract request requests call calls',
  'message data input percent occurrence occurrences server servers service system general technical network gateway upstream host url uri path endpoint route attempt attempts tries',
  'second seconds minute minutes hour hours milliseconds reason description entity instance provider tpp issuer assertion jwt pair identity algorithm part parts',
  'argument arguments shape payload payloads environment environments lingkungan structure query string strings array number country region accept version origin caller sender basic text corp constraint scheme schemes violations violation apikey secretkey rule rules',
  'oauth oauth2 oidc one two three four five six seven eight nine ten dua tiga empat lima enam tujuh delapan sembilan sepuluh milidetik example misalnya contoh xml proof proofs operation operations operasi realm shops respons jawaban bukti',
  'klien mitra pengguna kunci rahasia sandi kata kredensial tanda tangan sertifikat waktu stempel isian isi elemen parameter kolom nilai tipe jenis panjang',
  'tubuh badan formulir pesan permintaan panggilan batas menit detik jam sistem layanan autentikasi otentikasi otorisasi alamat daftar kode nama nomor unsur',
  'masukan percobaan kanal aplikasi hak izin akses peran cakupan aturan ketentuan metode jaringan umum teknis skema privat publik agen toko kali identitas pasangan',
);

/** What is done with them, and how a request is to be. */
const deeds = listOf(
  'valid correct right well formed known found recognised recognized registered accepted acceptable allowed listed enrolled active enabled verified verify verifiable authenticated authorized',
  'authorised authenticate authorize supported permitted possible understood understand understanding parsed parse read readable reading decoded decode encoded encode formatted',
  'signed sent send sends sending given give gives provided supplied present set filled passed exist exists existing belong belongs issued issue',
  'granted processed process processing logged log sign try retry again later wait see check look select use open linked assigned',
  'got get acting act made make know knows allow allows keep kept ended gone unable were requested names choose select offered something possibly ask asked leads lead opened follow follows dibuka tulis ditulis',
  'occurred occurs occur appear appears stand stands repeat repeats happened happens went goes side respond responded reach reached reachable working works handled handle perform performed completed complete',
  'terjadi sedang sementara dihubungi dilakukan dijalankan merespons ditangani sah cocok sesuai dikenal dikenali terdaftar ditemukan lengkap benar aktif dibaca terbaca diurai diproses didukung diizinkan berhak diterima tersedia',
  'milik dikirim diisi disertakan terisi terverifikasi diverifikasi terotorisasi terautentikasi berwenang coba ulang ulangi tunggu kirim periksa perbaiki cek lengkapi gunakan berformat',
  'memproses pakai hubungi lihat dikodekan dapat bisa boleh ditandatangani dibuat termasuk lulus terpenuhi memenuhi diharapkan',
);

/** Words between those. */
const small = listOf(
  ...glue,
  'for from into than then was were been being has have had having hold holds held holding own owns owned memiliki dimiliki mempunyai punya does do did not no none nor neither any another',
  'other others something anything everything else together bersama same one ones two each every both all either',
  'they there which who whose what when if while until because since due or only also but can cannot could may',
  'might must should will would we us our you your i me my yours ours more less most least too many much long',
  'longer short shorter pendek large great small first last after before during within between per over under without once',
  'out off up below above about yet still already now please e g i.e eg s t don doesn isn aren o k ok http status',
  'error answer response instead so just such second third fourth fifth named rfc section here sini alasan batasan',
  'melanggar terbuka kembali data untuk atau maupun ataupun berupa setiap tiap akan harus tidak bukan belum tanpa ada antara',
  'sudah telah sampai hingga karena jika bila apabila saat ketika terlalu banyak kebanyakan sekali sama lebih lagi nanti',
  'setelah sebelum luar selain lain satu beberapa anda kami tim nya semua maksimal maksimum tak tetapi tapi namun padahal atas meskipun walaupun even though although',
);

/** What is said of a status that is no answer, or none any more; a list of known words may say that too. */
const answered = oneOf(
  ...[word.used, word.answered, 'in use', 'sent', 'given', 'supported', 'active', 'issued', 'available', 'made'],
  ...['present', 'set', 'dikirim', 'aktif', 'tersedia', 'didukung', 'ada'],
);
const anyMore = '(?: (?:any ?more|yet|here|at all|now|lagi|di sini))?';
const noAnswer = pattern`\b(?:${word.not}|${word.noLonger}|tidak lagi) (?:yet )?${answered}${anyMore}\W*$`;

/** What has to be there, and is not: no words about an answer. */
const ofDuty = pattern`\b(?:yang )?${oneOf('harus', word.mandatory)}(?: ada)?\b`;

/** That it is answered elsewhere, or at another time. */
const elsewhere = oneOf(word.in, word.for, 'by', 'from', 'yet', 'oleh', 'dari');
const notHere = pattern`^\W*${word.not} ${elsewhere}\b(?! ${word.the} (?:allow|white)?[- ]?list)`;

/** What stands in a cell that has nothing to say. */
const noValue = /^\W*(?:n\/?a|tba|tbd|nil|none|nihil)\W*$/i;

const token = '(?:access )?tokens?';
const failed = oneOf('no', 'cannot', 'could not', 'unable to', 'failed to', 'tidak (?:dapat|bisa)', 'gagal');
const grant = oneOf(
  ...['issue', 'create', 'generate', 'make', 'give', 'grant', 'get', 'obtain'],
  ...['membuat', 'menerbitkan', 'memberikan'],
);
const willBe = oneOf('is', 'was', 'can', 'could', 'cannot', 'could not', 'will', 'are');
const granted = oneOf('issued', 'created', 'generated', 'given', 'granted');

/** Words around a token that is asked for, and not sent. */
const asked = [
  /\btokens?[- ](?:requests?|calls?|endpoint|service|server|url|generation|issuance|per|an? (?:minute|hour|day)|in (?:an?|one|\d+))\b/gi,
  /\b(?:many|(?:than|over|to|exceeds?) \d+|number of|new|another|second|further|next|more|banyak) (?:access )?tokens?\b/gi,
  everywhere`\b(?:has|have|had|holds?) (?:already |still |got )?(?:an? |the )?${token}\b|\btoken (?:baru|lain|kedua)\b`,
  everywhere`\b${failed} (?:be )?${grant}\w* (?:an? |the )?${token}\b`,
  everywhere`\b(?:no )?${token} ${willBe} ?(?:not |no )?(?:be )?${granted}\b`,
  /\b(?:pada|di|ke) (?:api|endpoint|layanan) token\b/gi,
  /\b(?:permintaan|pembuatan|penerbitan|minta|meminta) (?:access )?token\b/gi,
];

/** Words that give a status, and advice on whom to ask. */
const somebody = oneOf(word.is, word.may, 'will be', 'akan', 'server', 'you', 'we', 'kami');
const answers = oneOf(
  ...[word.answered, word.refused, 'returned', 'answers?', 'returns?', 'gives?', 'gets?', 'receives?', 'responds?'],
  ...[word.uses, 'berstatus', 'mendapat', 'mengembalikan', 'menjawab', 'menghasilkan', 'dikembalikan'],
);
const withWhat = oneOf(word.with, word.code, 'as', 'by', 'an?', 'status', 'http');
const status = '[45]\\d\\d\\b';
const marks = '[\\`*]{0,3}';
const isAnswered = `(?:${word.is}|will be) (?:${word.answered}|returned|sent)`;
const atCondition = oneOf(word.when, word.after, word.for, word.until, 'while', 'once');
const says = oneOf(word.means, 'says?', 'tells?', 'signals?', 'indicates?', 'menandakan');
const look = oneOf(
  word.see,
  'verify',
  'check',
  'make sure',
  'ensure',
  'look at',
  'periksa',
  'pastikan',
  'cek',
  'silakan',
);
/** Whoever asks for a token: an account that is none of these may be one that money is sent to. */
const asking = oneOf(word.client, 'api', 'apps?', 'aplikasi');
const wasUsed = '(?:was|were|has been|have been|is already|are already) (?:already )?(?:re)?used';
const frames = everywhere`${oneOf(
  `\\b(?:${somebody} )*${answers}(?: ${withWhat}){0,4} ${marks}${status}`,
  `${status}${marks} ${isAnswered}\\b`,
  `\\b${isAnswered}(?=\\W*$| ${atCondition}\\b)`,
  `(?<=^\\W*)${oneOf(word.answered, 'returned', 'raised', 'dikembalikan')}(?= ${atCondition}\\b)`,
  `(?<=${status}${marks} )${says}\\b`,
  `\\bnever (?=\\p{L})`,
  `\\b${oneOf('(?:this|your) accounts?', 'akun (?:ini|anda)', 'see the \\w+ page', wasUsed)}\\b`,
  `\\bakun(?= ${asking}\\b)|(?<=\\b${asking} )accounts?\\b`,
  '\\b(?:contact|hubungi)\\b[^.;]*',
  `(?<=[.;,]\\s)(?:please )?${look}\\b[^.;]*`,
  '\\b(?:application|text)/[\\w.+\\-]+',
)}`;

/** Most characters of words that are looked at. */
const most = 600;

/** The parts of a name, as words. */
const partsOf = (name: string): string[] => kebab(name).split('-');

/** Words, those of codes taken apart; what holds a digit names no thing, unless it is a version. */
const wordsIn = remembered((words: string): readonly string[] =>
  words
    .slice(0, most)
    .split(/[^\p{L}\d_.'’-]+/u)
    .filter((one) => !/\d/.test(one) || /^v\d/i.test(one))
    .flatMap((one) => (/[_-]|[a-z][A-Z]/.test(one) ? partsOf(one) : one.split(/[.'’]/)))
    .map((one) => one.toLowerCase())
    .filter((one) => one.length > 1),
);

/** Whether a word says how something was done, as `properly` behind `encoded` does: it is no thing, and no condition. */
const isManner = (word: string, before: string | undefined): boolean =>
  /\p{L}{3}ly$/u.test(word) && before !== undefined && deeds.has(before);

/** Words without those that give the status. */
const withoutFrames = remembered((words: string): string => words.replace(frames, ' '));

/** The words of a piece about a refusal, without those that give the status. */
export const toldIn = (words: string): readonly string[] => wordsIn(withoutFrames(words.slice(0, most)));

/** Words without those that give the status, and without those about the tokens that are asked for. */
const withoutAsked = remembered((words: string): string =>
  asked.reduce((text, form) => text.replace(form, ' '), withoutFrames(words)),
);

/** Whether a word is that of a thing, or not known: it says neither what is wrong nor what is done. */
export const isThing = (word: string): boolean => ![faults, deeds, small].some((list) => list.has(word));

/** Words that are known whatever a request holds. */
const known = new Set([faults, subjects, deeds, small].flatMap((list) => [...list]));

/** Names for the media type of a body. */
export const mediaTypeWords =
  /\b(?:content[- ]?types?|media[- ]?types?|mime[- ]?types?|(?:tipe|jenis) (?:media|konten))\b/i;

/** Tells the words of refusals apart, given the names of what the request holds. */
export interface FaultWords {
  /** Whether words say nothing but that the request was refused. */
  isSilent: (status: number, words: string) => boolean;
  /** Whether each word is one about a request for a token, and none is about a token that is sent. */
  isOwn: (status: number, words: string) => boolean;
}

/** What says no more than the status itself. */
const silent = listOf(
  'unauthorized unauthorised unauthenticated error errors failed failure refused rejected denied request general bad refusal refusals',
  'gagal ditolak galat kesalahan see rfc section response http status answer the is was of a with no below above page table',
);

/** What says no more where it is said of 401. */
const ofUsual = listOf(
  'authentication authorization authorisation required autentikasi otentikasi otorisasi diperlukan',
);

/** Reads words by the names of the fields of a request. */
export function faultWords(names: string[]): FaultWords {
  const own = new Set(names.flatMap(partsOf));
  const renews = names.some((name) => kebab(name) === 'refresh-token');
  const isKnown = (word: string): boolean =>
    // One item of a list is called by the singular of its name.
    own.has(`${word}s`) ||
    // `formatnya` is its format.
    [word, word.replace(/s$/, ''), word.replace(/nya$/, '')].some((one) => known.has(one) || own.has(one));
  const isSilent = (status: number, words: string): boolean => {
    const said = words.replace(/[`*_"]/g, ' ').trim();
    return (
      isReason(String(status), said) ||
      wordsIn(words).every((word) => silent.has(word) || (status === 401 && ofUsual.has(word)))
    );
  };
  return {
    isSilent,
    isOwn: (status, words) => {
      if (noValue.test(words) || notHere.test(words) || isOfOthers(words.slice(0, most))) return false;
      if (isSilent(status, words)) return true;
      const told = withoutAsked(renews ? withoutRenewals(words.slice(0, most)) : words.slice(0, most));
      const all = wordsIn(told);
      const telling = all.filter((word) => !small.has(word));
      if (telling.length < 2 && noAnswer.test(told) && !ofDuty.test(told)) return false;
      // `None` says that there is no such answer.
      if (telling.length === 0 && all.length > 0 && wordsIn(words).every((word) => small.has(word))) return false;
      return (
        all.every((word, at) => isKnown(word) || isManner(word, all[at - 1])) &&
        !all.some((word) => /^tokens?$/.test(word))
      );
    },
  };
}

/** Words that tell whether a sentence says something of the request or the answer that a contract could hold. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** What a fact of a contract is about. */
const subjects = oneOf(
  ...[word.member, 'bod(?:y|ies)', 'payloads?', 'headers?', word.request, word.answer, word.value, 'formats?'],
  ...[word.refusal, word.fault, 'signatures?', 'timestamps?', 'tokens?', 'credentials?', 'secrets?', 'passwords?'],
  ...['isi', 'tanda tangan', 'kredensial', '(?:permintaan|respons?e?|jawaban|balasan|nilai)nya'],
);
export const subject = pattern`\b${subjects}\b`;

/** That something is there; what is only needed, as a token is for other calls, is no word about a field. */
const presence = oneOf(
  ...[word.optional, word.always, 'required', 'mandatory', 'obligatory', 'wajib', 'never', 'must', 'harus'],
  ...['omitted', 'absent', 'null', 'dikosongkan'],
);
const form = oneOf(
  ...['json', 'strings?', 'integers?', 'numeric', 'booleans?', 'arrays?', 'teks', 'bilangan', 'utc', 'iso ?8601'],
  ...[word.lowerCase, word.upperCase, 'case[- ](?:in)?sensitive', 'hex\\w*', 'base64\\w*'],
);
/** A count of characters, whatever kind they are of. */
const kind = oneOf('alpha-?numeric', 'alfanumerik', 'numeric', 'hex\\w*', 'ascii', 'printable', 'latin');
const counted = `\\d+ (?:${kind} )?${oneOf(word.character, word.letter, word.digit, 'bytes?')}`;
const amount = oneOf(
  counted,
  `\\d+ ${oneOf(word.character, word.digit, 'bytes?', word.unit)}`,
  '(?:at most|at least|no more than|paling (?:lama|banyak|sedikit)) \\d+',
);
const howOften = oneOf(
  ...['unique', 'unik', 'only once', 'repeated', 'duplicated?', 'twice', 'idempoten\\w*', 'replay\\w*'],
  ...['same token', 'token yang sama', 'previous token', 'token (?:lama|sebelumnya)'],
);
const treated = oneOf(
  ...[word.refused, 'ignored', 'blocked', 'locked', 'revoked', 'invalidat\\w*', '(?:http|status) [45]\\d\\d'],
  ...['diabaikan', 'diblokir', 'dikunci', 'dicabut', 'dijawab', 'diperlakukan'],
);
/** The time that a value is in, and its form in letters. */
const time = oneOf(
  'time ?zones?',
  'zona waktu',
  'wib',
  'wita',
  'yy(?:yy)?[-/.]?mm[-/.]?dd\\w*',
  'dd[-/.]mm[-/.]yy\\w*',
);
/** The status that something ends with. */
const ends = `${oneOf(word.with, word.by, 'dengan', 'berupa')} (?:an? )?(?:HTTP )?[\`*]*[45]\\d\\d`;
const until = '(?:valid|expires?) (?:until|at|on)|berlaku (?:sampai|hingga)';
const noMore = `deprecated|${word.noLonger}|since (?:version|release|v?\\d)|sejak (?:versi|rilis)|tidak lagi`;
const unlike = 'another|differ(?:s|ent|ently)?|berbeda';

/** Words about whether something is there, its type, its form, its length, and how often it is taken. */
export const telling = pattern`\b${oneOf(presence, form, amount, time, ends, howOften, treated, until, noMore, unlike)}\b`;

/** What counts the characters of all texts, or of those that a notation stands for: it needs no name of a field. */
export const countsOfAll = pattern`${oneOf(
  `^\\W*(?:${word.all} )?(?:other )?${oneOf('strings?', 'texts?', 'text fields', 'teks', 'kolom teks')}\\b[^.;]*\\b${counted}`,
  `[\`"'“][A-Za-z]{1,4}[ .(]{0,3}(?:\\d{1,5}|[nxN])\\)?[\`"'”]\\s*(?:[=:–-]|${word.means}|${word.is})[^.;]*\\b(?:${kind}|${counted})`,
)}`;

/** A length of all that has none of its own, as `Lengths that are not stated are 128.` gives it. */
const length = oneOf('lengths?', 'max-?length', 'min-?length', 'panjang(?:nya)?', 'size', 'ukuran');
const unsaid = oneOf(
  ...[`${word.not} (?:stated|given|specified|listed|named|mentioned|shown)`, 'otherwise', 'unspecified', 'by default'],
  ...[
    'tidak (?:disebut|tertulis|ditulis|dicantum|dinyata|ditentu|diberi)\\w*',
    'without (?:an? )?',
    'tanpa',
    'kecuali',
  ],
);
export const lengthOfOthers = pattern`\b${length}\b[^.;]*\b${unsaid}\b[^.;]*\b\d+\b|\b${unsaid}\b[^.;]*\b${length}\b[^.;]*\b\d+\b`;

/** Which operation the codes of a kind are of, as "AUTH codes come from the token endpoint" has it. */
const codes = oneOf('[Cc]odes?', '[Kk]ode');
const areOf = oneOf(
  'come from',
  'comes from',
  'belongs? to',
  `${word.is} (?:${word.of}|from|for|raised by|returned by)`,
  'berasal dari',
  'milik',
  'dari',
  'dipakai',
  'apply to',
);
const mark = '[`"\'“]?[A-Z][A-Z\\d]*[A-Zx\\d_.*-]*[`"\'”]?';
/** Codes are in capitals, unlike the words around them. */
export const codesOfCalls = RegExp(`(?<!\\w)(?:${mark} ${codes}|${codes} ${mark})(?!\\w)[^.;]{0,40}\\b${areOf}\\b`);

/** Advice, and what is asked of a person: no request and no answer shows whether it was followed. */
const kept = oneOf('keep', 'store', 'cache', 're-?use', 'share[ds]?', 'disclos\\w*', 'safe', 'secur(?:e|ely)');
const ofPeople = oneOf(
  ...['contact', 'support', 'portal', 'console', 'dashboard', 'onboard\\w*', 'regist(?:er|ration)\\w*'],
  ...['sign(?:ed)? up', 'recommend\\w*', 'should', 'we (?:will|are)', 'your (?:team|account manager)', 'refer to'],
  ...['simpan', 'jaga', 'hubungi', 'rahasiakan', 'disarankan', 'pendaftaran', 'didaftarkan'],
);
const begins = oneOf(
  ...['see', 'lihat', 'note that you', 'please', 'mohon', 'silakan', 'before', 'sebelum'],
  ...['to (?:use|call|get|access|obtain|make|send)', 'untuk (?:memakai|menggunakan|mendapatkan|mengakses)'],
);
export const advice = pattern`\b${oneOf(kept, ofPeople)}\b|^\W*${begins}\b`;

const contains = oneOf(word.holds, 'consists? of', 'terdiri');

/** That nothing else is held: `only holds`, `no other field`. */
export const closes = pattern`\b${oneOf(
  ...[`${word.only} ${contains}`, `${contains} ${word.only}`, 'nothing else'],
  ...[`${word.without} ${word.other} ${word.member}`, `tidak ada ${word.member} ${word.other}`],
)}\b`;

/** A proof that a request is to hold, however softly it is said. */
const isTo = oneOf(word.must, 'should', 'ought to', 'wajib', 'sebaiknya', 'hendaknya', 'seharusnya');
const holds = oneOf(
  ...[word.holds, 'included', 'contained', 'carried', 'add(?:ed)?', 'sen[dt]', 'attach(?:ed)?', 'accompanied'],
  ...['come with', 'compute[ds]?', 'calculate[ds]?', 'protected', 'bear', 'disertai', '(?:di)?sertakan'],
  ...['menyertakan', 'ditambah(?:kan)?', 'dihitung'],
);
const proofs = oneOf(
  ...['checksums?', 'check sums?', 'hash(?:es)?', 'digests?', 'crc\\w*', 'hmac', 'macs?', 'fingerprints?'],
  ...['signatures?', 'tanda tangan'],
);
export const holdsAProof = pattern`\b${isTo}\b[^.;]{0,40}?\b${holds}\b[^.;]{0,40}?\b(${proofs})\b`;

/** Calls of any kind, and that each of them is to be authenticated: with what is asked wherever no other words say it. */
const calls = oneOf(word.request, word.operation, 'methods?', 'resources?');
const ofApi = `(?: ${oneOf(word.in, 'to', 'of', 'ke', 'dari')} (?:${word.the} )?${word.operation})?`;
const allCalls = `(?:${word.all}(?: of)? )?(?:${word.the} )?(?:(?:api|http|https|rest) )?${calls}${ofApi}`;
const needs = oneOf('requires?', 'needs?', 'demands?', 'memerlukan', 'membutuhkan', 'mewajibkan', `wajib ${word.uses}`);
const isNeeded = `(?:${oneOf(word.is, 'bersifat')} )?(?:${word.always} )?${word.mandatory}`;
const authenticated = oneOf('authenticated', 'authori[sz]ed', '(?:di|ter)(?:au|o)tentikasi');
export const isAuthenticated = pattern`^\W*${oneOf(
  `${word.authentication} ${isNeeded} ${oneOf(word.for, word.with, word.in, 'by')} ${allCalls}`,
  `${allCalls} (?:${word.always} )?${needs} ${word.authentication}`,
  `${allCalls} ${oneOf(word.must, 'are to', 'wajib')} (?:${word.always} )?(?:be )?${authenticated}`,
  `you ${word.must} authenticate ${allCalls}`,
)}\W*$`;

/** What is done with a token once it is there. */
const use = oneOf(
  ...['send', 'sent', 'pass', 'passed', 'put', 'include', 'included', 'attach', 'use', 'carry', 'provided'],
  ...['kirim\\w*', 'dikirim', 'sertakan', 'gunakan', 'digunakan'],
);
const later = oneOf('subsequent', 'following', 'later', 'selanjutnya', 'berikutnya');
const ofToken = oneOf('tokens?', 'bearer');
const service = oneOf(word.operation, 'resources?');
const everyCall = '(?:all|every|each) (?:\\p{L}+ )?(?:calls?|requests?)';
const sentBy = oneOf(ofToken, 'https', 'tls');
export const useOfToken = pattern`\b${oneOf(
  `${use}\\b[^.]{0,80}\\b${ofToken}\\b[^.]{0,120}\\b${oneOf(word.all, later, 'other', 'lain\\w*')}`,
  `(?:other|protected|subsequent) (?:\\p{L}+ )?${oneOf('calls?', 'requests?', service)}`,
  `(?:all|every|each) (?:\\p{L}+ )?${service}`,
  `${sentBy}\\b[^.]{0,120}\\b${everyCall}`,
  `${everyCall}\\b[^.]{0,120}\\b${sentBy}`,
  'resource servers?',
)}\b`;

/** How long a token lives, where its answer declares it as well. */
const lives = oneOf('valid', 'expires?', 'lives?', 'lifetime', 'berlaku', word.expired);
export const plainLife = everywhere`\b${lives}\b[^.;]{0,30}?\b\d+ ${word.unit}\b`;

/** A method and an address in cells that a page has lost the marks between, as `HTTP MethodPOSTPath/v1/token`. */
const addressRun =
  /(?:method|metode)(?: HTTP)?[\s:|]{0,3}(?:GET|POST|PUT|PATCH|DELETE)[\s|]{0,3}(?:(?:relative|full|API) ?)?(?:path|url|uri|endpoint|jalur|alamat)[\s:|]{0,3}(?:https?:\/\/|\.{0,3}\/)\S/i;

/** Whether words are cells with a method and an address that stand right behind each other. */
export const runsTogether = (words: string): boolean =>
  /(?:GET|POST|PUT|PATCH|DELETE)\p{L}/u.test(words) && addressRun.test(words);

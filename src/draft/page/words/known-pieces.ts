/** Pieces beside a description that are of no request alone: they say whence its value is, how it is handled or how long it lives. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isInstruction } from './instructions.ts';

const it = oneOf('it', 'them', 'this', 'nya');
const madeBy = oneOf(
  ...['copied', 'taken', 'found', 'listed', 'shown', 'given', 'provided', 'issued', 'obtained', 'received', 'assigned'],
  ...['generated', 'created', 'shared', 'supplied', 'retrieved'],
  ...['diberikan', 'diterbitkan', 'diperoleh', 'didapat(?:kan)?', 'dibuat'],
);
const ofMany = oneOf(word.suchAs, 'i\\.?e', 'mis\\.', 'see', 'refer', 'lihat', `(?:for )?${word.example}`);
const publish = oneOf(
  ...['hard-?code', 'assume', 'rely on'],
  ...['parse', 'decode', 'interpret', 'log', 'share', 'store', 'put', 'commit', 'publish', 'expose', 'disclose'],
);
const tokenLives = [
  `(?:${oneOf(word.the, word.all)} )?(?:access )?(?:tokens?|it|sessions?)`,
  ` (?:lives?|lasts?|${word.is} (?:valid|good)|expires?|runs? out)\\b[^.;]{0,40}\\b${word.unit}\\W*$`,
].join('');

/** What a piece begins with that says where the value comes from, or gives one of many. */
const begins = pattern`^\s*${oneOf(
  'looks? like\\b',
  `(?:which (?:is|was) )?${madeBy}\\b`,
  ofMany,
  `${word.usually}\\s+[\`"'“‘]`,
  `(?:you (?:can )?)?(?:copy|find|get|see|look) ${it}\\b`,
  `${word.doNot} (?:try to )?${publish} ${it}\\b`,
  tokenLives,
  `(?:${word.and} )?(?:nothing else|no others?|no other values?)\\W*$`,
  '(?:tidak ada|bukan) (?:yang |nilai )?lain\\W*$',
  `\\d{2,}\\s*(?:=|${oneOf(word.when, word.for)}\\b)`,
  `${oneOf('any(?:thing|ything)? else', `(?:${word.all} )?${word.other} ${oneOf(word.value, word.code)}`, 'selain itu')}\\s*[:=]`,
)}`;

/** How a counter begins anew. */
const startsAnew = [
  '(?:which )?(?:diulang|dimulai|mulai|kembali|restart(?:s|ed|ing)?|reset|starts?|begins?|counts?)(?: (?:again|lagi|over))?',
  ` (?:${word.of}|at|to|ke) \\d{1,9}(?: (?:lagi|again))? ${word.all} (?:hari|bulan|day|month|midnight)`,
].join('');
const safely =
  '(?: (?:\\w+ly|safe|secured?|secret|private|confidential|dengan aman|as (?:an? )?(?:secret|opaque|confidential)(?: (?:value|string|text))?))';
const keptSafe = [
  '(?:(?:so|and|therefore|maka) )?(?:please )?(?:(?:be|make) sure (?:to|that you|you) )?(?:store|keep|save|treat|handle|(?:percent-|url-|uri-)?encode|simpan|jaga)',
  `(?: ?${it}${safely}*|${safely}+)`,
].join('');
const mighty = [
  '(?:this|these|the|your) (?:api )?(?:keys?|secrets?|tokens?|credentials?|passwords?|values?|ids?)',
  ' (?:carr(?:y|ies)|ha(?:s|ve)|grants?|gives?|holds?) (?:many|great|all|full|broad|wide|extensive|high) (?:privileges?|permissions?|access|rights?)',
].join('');
const ownPurposes = oneOf(
  ...['troubleshooting', 'debugging', 'tracing', 'tracking', 'logging', 'auditing', 'diagnostics'],
  ...['your (?:own )?(?:records?|reference|logs?)', 'pelacakan', 'penelusuran'],
);
const inPublic = [
  `${word.doNot} (?:send|use|put|embed|kirim(?:kan)?|pakai|taruh) (?:${it} )?(?:${oneOf(word.in, word.of)}|into|to|ke)`,
  ` (?:${oneOf(word.the, word.all)} )?(?:(?:mobile|public|source|client[- ]side) )?`,
  '(?:browsers?|apps?|code|repositor(?:y|ies)|front[- ]?ends?|peramban|aplikasi|kode)',
].join('');
const fromPortal = [
  `(?:${oneOf(word.of, word.in)}|melalui|lewat) (?:${word.the} )?`,
  '(?:\\p{L}+ )?(?:portal|dashboard|console|dasbor)(?: \\p{L}+)?',
].join('');
const otherElsewhere = oneOf(
  `(?:another|(?:a )?(?:different|separate))(?: one| value)? ${oneOf(word.for, word.in)} ${word.all} environment`,
  `(?:nilainya )?berbeda ${oneOf(word.for, word.in)} ${word.all} lingkungan`,
);
const holdsThat = `(?:since|because|karena) (?:it|they|nilainya) (?:${word.may} )?(?:holds?|contains?|includes?|memuat|berisi)`;

const ofPlace = oneOf('(?:url |query )?param(?:eter)?s?', 'query(?: string)?', 'headers?', word.body, 'url');

const goesTo =
  '(?:please )?(?:navigate|go|log ?in|sign ?in|visit|open|buka|kunjungi|masuk)(?: to| ke)? [`<]?https?:[^\\s`>]+[`>]?';
const sentBack = `(?:played back|echoed|mirrored|sent back|dikirim kembali)(?: back)?(?: unchanged)?(?: ${word.in} (?:${word.the} )?${word.answer})?`;
const checkedBy =
  '(?:verified|checked|validated|diverifikasi|divalidasi|dicek) (?:via|by|with|melalui|lewat|dengan) (?:an? )?(?:hash|checksum|digest)';
const onEachCall = `(?:${word.for}|${word.in}|${word.with}) (?!any\\b)${word.all} (?:${word.operation}|${word.request})`;
const ofAllCalls = `(?:valid|good|applies|used|berlaku|dipakai) (?:${word.for}|to|${word.in}) ${word.all} (?:(?:our|other|the) )?(?:${word.operation}|${word.request})`;
const soonEnough = `\`\\w{1,20}\` ${word.atMost} \\d{1,6} ${word.unit} (?:ahead|${word.in} the future|ke depan)`;

const portalShows =
  '(?:the |our |your )?(?:portal|dashboard|console|dasbor) (?:shows|lists|displays|menampilkan) (?:it|them|this|ini|nya) (?:under|in|on|at|di|pada) [^\\s,;.]+(?: [^\\s,;.]+){0,3}';
const toBeShown =
  '(?:to be|(?:it )?(?:can|may) be|untuk|dapat) (?:shown|displayed|presented|ditampilkan|ditunjukkan) (?:to|kepada) (?:an? |the |your )?(?:end )?(?:users?|operators?|cashiers?|customers?|people|pengguna|operator|kasir|pelanggan)';

const contract = oneOf('agreement', 'contract', 'perjanjian', 'kesepakatan', 'kontrak');
/** Somebody who agrees with the one that the page is for, and sends no requests. */
const counterpart = `(?:(?:with|by) (?:us|you|${word.the} (?:account|relationship|key account) manager|${word.the} bank)|dengan (?:kami|bank))`;
const asAgreed = oneOf(
  `(?:as )?agreed(?: up ?on)?(?: ${counterpart})?`,
  `(?:as )?agreed (?:in|at|during) (?:${word.the} )?(?:key |onboarding |technical )?(?:ceremony|exchange|meeting|workshop|kick-?off)`,
  `(?:according to|as per|per|as set out in|sesuai(?: dengan)?) (?:${word.the} )?(?:\\p{L}+ )?${contract}(?: kerja ?sama)?(?: ${oneOf('anda', 'kami', '(?:of (?:the|your) )?(?:client|partner|merchant|klien|mitra)')})?`,
);
const inLog = [
  oneOf('(?:is )?(?:recorded|logged|stored|kept|written|archived)', 'dicatat', 'disimpan', 'ditulis'),
  ` ${oneOf(word.in, 'to', 'ke')} (?:${word.the} )?(?:audit )?(?:logs?|trails?|journals?|jurnal)(?: audit)?`,
].join('');
const toHelp = `${word.for} (?:our|the|tim) (?:support|help ?desk|service desk|dukungan|bantuan)(?: (?:teams?|staff|kami))?`;

/** How each item of a list is written, and with which key a value is made. */
const plainWord = `(?!${oneOf(word.when, word.only, word.for, word.by, word.unless, word.mandatory, word.optional)}\\b)\\p{L}+`;
const eachItem = `(?:each|masing-masing) (?:(?:written|given|ditulis) )?(?:as|sebagai|berupa) ${plainWord}(?: ${plainWord}){0,4}`;
const madeWithKey = [
  '(?:which is )?(?:keyed|signed|encrypted|hashed|computed|calculated) (?:with|using|by) (?:the|your|its) ',
  '(?:\\p{L}+ ){0,2}(?:secret|key|password)',
].join('');

/** Whom a value is to be kept from: anybody at all. */
const anybody = oneOf(
  'any(?:one|body)(?: else)?',
  '(?:third|other) part(?:y|ies)',
  'siapa ?pun',
  '(?:orang|pihak) (?:lain|ketiga)',
);
const keptSecret = oneOf(
  `${word.doNot} (?:share|disclose|publish|expose) ?(?:${it} )?(?:(?:with|to) ${anybody})?`,
  `jangan (?:di)?(?:bagikan|sebarkan|publikasikan|bocorkan|ungkapkan)(?:nya)?(?: (?:ke|kepada|dengan) ${anybody})?`,
);
const enrolled = oneOf('enrolled', 'registered', 'onboarded', 'didaftarkan', 'terdaftar');
const asEnrolled = `(?:as|sebagaimana|seperti) (?:it (?:is|was) )?${enrolled}(?: (?:at|during|on|saat|pada) (?:the )?(?:onboarding|enrol?lment|registration|pendaftaran))?`;
const withBearer = `(?:please )?(?:${word.send}|put|use)(?: ${it})? (?:as|in|sebagai|di|pada) (?:(?:the|a) )?(?:header )?(?:\`Authorization(?:: ?Bearer[^\`]{0,40})?\`|Bearer(?: token)?)(?: header)?`;
const issuedThen = oneOf(
  `(?:the |an? )?(?:access )?token (?:${word.is}|was) (?:issued|created|generated)`,
  '(?:access )?token (?:akses )?(?:diterbitkan|dibuat|dikeluarkan)',
  '(?:its |the )?(?:issuance|issue|creation|penerbitan)(?: (?:of the )?(?:access )?token)?',
);
const countedFrom = [
  '(?:counted|counting|measured|calculated|computed|dihitung) (?:from|since|sejak|dari|mulai)',
  ` (?:(?:the (?:time|moment|instant)|saat|waktu)(?: (?:of|when|that))? )?${issuedThen}`,
].join('');

/** How the values of a list stand beside one another, with the first of them, and how many there are. */
const listed = oneOf(
  `(?:separated|dipisah(?:kan)?)(?: (?:by|with|dengan|oleh))?(?: (?:an?|one|single|satu))* (?:spaces?|blanks?|commas?|spasi|koma)(?:: ?[\`"']?[\\w.:/-]{1,60}[\`"']?)?`,
  `(?:\\d{1,4} (?:${word.to}|[-–]) )?\\d{1,4} (?:items?|entries|elements?|buah)`,
);

/** Pieces that say how a value is handled, what it is kept for, and how many items there are: each is of no request alone. */
const handles = pattern`^\s*${oneOf(
  startsAnew,
  keptSafe,
  mighty,
  `${word.doNot} ${publish} ${it}`,
  `${word.for} ${ownPurposes}`,
  '(?:min|max)(?:imum|imal|\\.)? items:? \\d+',
  listed,
  inPublic,
  fromPortal,
  `\\d+ ${word.unit} after (?:${word.the} )?(?:creation|issuance|it (?:is|was) (?:created|issued))`,
  otherElsewhere,
  `(?:${word.always} )?(?:read|take|baca) (?:the|this|its) (?:${word.value}|${word.member}|number)`,
  ...[goesTo, sentBack, checkedBy, ofAllCalls, onEachCall, soonEnough],
  '(?:for|meant for|untuk) (?:people|humans|manusia)',
  ...[
    portalShows,
    toBeShown,
    asAgreed,
    inLog,
    toHelp,
    keptSecret,
    asEnrolled,
    withBearer,
    countedFrom,
    eachItem,
    madeWithKey,
  ],
  `${holdsThat}\\s+\\S{1,20}`,
  `(?:please )?(?:put|add|place|${word.send}|masukkan|taruh)(?: ${it})? (?:under|into|as|${word.in}) (?:${word.the} )?(?:request )?${ofPlace}`,
)}[\s.]*$`;

/** Whether a piece says what is so for every request. */
export const isOfEach = (piece: string): boolean => begins.test(piece) || handles.test(piece) || isInstruction(piece);

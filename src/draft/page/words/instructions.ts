/** Pieces about a field that tell the reader what to do with its value, or that its text may change: none says whether it is there. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const it = oneOf('it', 'them', 'this', 'these', '(?:the|this) (?:value|text|id)');

/** Words before `it` that are no verb, or one about what is sent, what is there, or whether the field is of use. */
const notHandled = oneOf(
  ...[word.send, word.use, word.when, word.unless, word.only, word.with, word.for, word.of, word.in, word.by, word.via],
  ...[
    word.may,
    word.must,
    word.is,
    word.not,
    word.all,
    word.and,
    word.or,
    word.but,
    word.before,
    word.after,
    word.since,
  ],
  ...[
    word.until,
    word.both,
    word.also,
    'to',
    'as',
    'that',
    'where',
    'because',
    'while',
    'than',
    'like',
    'so',
    'from',
    'at',
  ],
  ...[
    'about',
    'without',
    'within',
    'instead',
    'on',
    'upon',
    'once',
    'per',
    'need',
    'require',
    'want',
    'get',
    'have',
    'has',
  ],
  ...[
    'omit',
    'leave',
    'skip',
    'drop',
    'remove',
    'delete',
    'replace',
    'ignore',
    'add',
    'put',
    'set',
    'fill',
    'pass',
    'supply',
  ],
  ...[
    'submit',
    'enclose',
    'attach',
    'append',
    'specify',
    'enter',
    'choose',
    'select',
    'transmit',
    'present',
    'make',
    'do',
  ],
  ...['expect', 'receive', 'obtain', 'request', 'enable', 'disable', 'swap', 'switch', 'exchange', 'avoid', 'combine'],
);

/** A plain form of a verb, as an instruction has it. */
const verb = `(?!${notHandled} )(?!\\p{L}+(?:ed|ing|[^s]s) )\\p{L}{3,14}`;
const verbIndonesian =
  '(?!(?:kirim|serta|cantum|guna|masuk|tambah|hilang|kosong|abai|isi|lampir|ganti)kan)\\p{L}{3,10}kan(?:nya| (?:nilai )?ini)';
const lead = `(?:(?:${word.and}|so|then) )?(?:please |mohon |harap )?(?:${word.doNot} |${word.always} )?`;

/** A condition about what the reader does; one about what is sent may say when the field is. */
const whenYou = `(?:${word.when}|saat) (?:(?:you|anda) )?(?:contact|ask|call|write to|talk to|report|raise|open|compare|log|menghubungi|melapor|melaporkan)\\p{L}{0,3}`;
const plainWord = `(?!${oneOf(
  ...[word.when, word.unless, word.only, word.sent, word.missing, word.mandatory, word.optional, word.conditional],
  ...[word.empty, word.send, word.request, word.body, word.member, word.client, word.operation, word.used, word.or],
  ...[
    'headers?',
    'grants?',
    'flows?',
    'available',
    'exists?',
    'instead',
    'where',
    'while',
    'depend\\w*',
    'saat',
    'otherwise',
  ],
)}\\b)[\\p{L}'’-]+`;
const support = oneOf('support', 'service', 'help', 'bantuan', 'dukungan');
const behind = `(?: (?:${support} ${word.request}|${plainWord})){0,8}`;
const instruction = pattern`^\s*${lead}${oneOf(`${verb} ${it}`, verbIndonesian)}${behind}(?: ${whenYou}${behind})?[\s.!]*$`;

/** Signs that are to be written in another way, whatever the value is. */
const writing = oneOf('(?:percent-|url-|uri-)?(?:escape|encode)', '(?:percent|url|uri) encode');
const signs = `(?:(?:${word.all}|the|its) )?(?:(?:reserved|special|unsafe|non-ascii) )?(?:${word.character}|signs?|symbols?)`;
const escaping = pattern`^\s*${lead}${writing} ${signs}[\s.!]*$`;

/** That a text is another one some day. */
const changing = oneOf('change', 'vary', 'be (?:changed|reworded|translated|localized|localised)', 'berubah', 'diubah');
const someDay = oneOf(
  'at any time',
  'any time',
  'over time',
  'without (?:prior )?notice',
  'sewaktu-waktu',
  'tanpa pemberitahuan',
);
const text = oneOf(
  'it',
  `(?:its|the|this) (?:${word.value}|text|wording|words|message)`,
  'teks(?:nya)?',
  'isinya',
  'nilainya',
);
const mayChange = pattern`^\s*(?:${word.and} )?(?:${text} )?${word.may} ${changing}(?: ${someDay})?[\s.!]*$`;

/** Whether a piece says nothing of whether its field is there: an instruction to the reader, or that the text may change. */
export const isInstruction = (piece: string): boolean =>
  piece.length < 200 && (instruction.test(piece) || escaping.test(piece) || mayChange.test(piece));

/** Words without such pieces. */
export const withoutInstructions = (words: string): string =>
  words
    .split(/([,;()]|\s[-–—]\s)/)
    .map((piece) => (isInstruction(piece) ? ' ' : piece))
    .join('');

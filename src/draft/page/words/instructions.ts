/** Pieces about a field that tell the reader what to do with its value, or that its text may change: none says whether it is there. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const it = oneOf('it', 'them', 'this', 'these', '(?:the|this) (?:value|text|id)');

/** What a reader does with a value that is there. Any other verb may be to send it, and then what is behind it is a condition. */
const handle = oneOf(
  ...['keep', 'store', 'save', 'cache', 'archive', 'log', 'record', 'note', 'remember', 'print', 'display', 'read'],
  ...['compare', 'match', 'check', 'verify', 'encode', 'escape', 'protect', 'guard', 'hide', 'mask', 'treat'],
);
const handleIndonesian = '(?:banding|cocok|catat|simpan|arsip|tampil|rahasia)kan(?:nya| (?:nilai )?ini)';
/** How a reader tells somebody a value: of which requests it is one such word may say, unless it says of which conversation. */
const quote = oneOf(`(?:quote|mention|state|cite) ${it}`, '(?:sebut|cantum)kan(?:nya| (?:nilai )?ini)');
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
const instruction = pattern`^\s*${lead}${oneOf(
  `${oneOf(`${handle} ${it}`, handleIndonesian)}${behind}(?: ${whenYou}${behind})?`,
  `${quote} ${whenYou}${behind}`,
)}[\s.!]*$`;

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

/** That a value is to be sent for something: for anything else it is not. */
const sentFor = oneOf(word.send, 'add', 'submit', 'put', 'set');
export const sentForSome = pattern`^\s*${lead}${sentFor}(?: ?${it}|nya)(?: in)? ${word.for} (?!${word.all}\b)`;

/** Whether a piece says nothing of whether its field is there: an instruction to the reader, or that the text may change. */
export const isInstruction = (piece: string): boolean =>
  piece.length < 200 && (instruction.test(piece) || escaping.test(piece) || mayChange.test(piece));

/** Words without such pieces. */
export const withoutInstructions = (words: string): string =>
  words
    .split(/([,;()]|\s[-–—]\s)/)
    .map((piece) => (isInstruction(piece) ? ' ' : piece))
    .join('');

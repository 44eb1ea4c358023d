/** Forms of a time in words: patterns, samples, and sentences that say which form the time of a request has, or has not. */
import type { ClockSaid } from '../../facts/said-in-words.ts';
import { smallWords } from '../../vocabulary/glue.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isOfOtherCalls } from './others.ts';

/** A form of a time with its date: whether its second has a fraction, and its zone, empty where it may be any. */
export interface Form {
  hasFraction: boolean;
  zone: string;
  /** Whether its zone has no colon, as `+0700`. */
  isJoined: boolean;
}

const iso = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?(Z|[+-]\d\d:?\d\d)/g;
const inLetters = /yyyy-MM-dd'?T'?HH:mm:ss(\.SSS)?'?(Z|xx(?!x)|XXX|TZD|\+07:?00)/gi;

/** An offset with its colon, and whether it is written without one. */
const offsetOf = (zone: string): Pick<Form, 'zone' | 'isJoined'> => ({
  zone: zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2'),
  isJoined: /^[+-]\d{4}$/.test(zone),
});

/** The times of ISO 8601 in words. */
export const isoTimes = (words: string): Form[] =>
  [...words.matchAll(iso)].map(([, fraction, zone = '']) => ({
    hasFraction: fraction !== undefined,
    ...offsetOf(zone),
  }));

/** The forms in letters in words. */
export const patterns = (words: string): Form[] =>
  [...words.matchAll(inLetters)].map(([, fraction, zone = '']) => ({
    hasFraction: fraction !== undefined,
    ...offsetOf(/^z$/i.test(zone) ? 'Z' : zone.startsWith('+') ? zone : ''),
    ...(/^xx$/i.test(zone) ? { isJoined: true } : {}),
  }));

/** What a form does not have, as `without milliseconds`. */
const zone = oneOf('offset', 'time ?zone', 'zona(?: waktu)?');
const millisecond = oneOf('milli-?seconds?', 'milidetik');
const fraction = oneOf('fractions?', 'pecahan');
const ofSecond = '(?: of (?:the |a )?second| detik)?';
const lacking = everywhere`\b${oneOf(word.without, 'not in', 'bukan')} (?:${oneOf(word.the, 'any')} )?${oneOf(fraction + ofSecond, millisecond, zone)}`;

/** A sentence about a form without what it says that the form lacks. */
export const affirmedForm = (words: string): string => words.replace(lacking, ' ');

/** The time of a request, by the name of its header or by a word. */
const ofTime = /\b(?:x-)?time-?stamps?\b|\bstempel waktu\b|\bcap waktu\b/i;

/** The form of every time, as the general terms of a page give it. */
const everyTime = pattern`^\W*(?:\d+(?:\.\d+)*\W+)?(?:(?:${word.all}|${word.the}) )?${oneOf(
  '(?:format|bentuk|penulisan) (?:tanggal(?: dan |/))?waktu',
  '(?:date(?: and |/|-)?)?time(?:stamp)? format',
  'format of (?:all )?(?:date(?: and |/|-)?)?times?',
  '(?<=\\b(?:all|every|each) )(?:date(?: and |/|-)?)?times?',
)}\b`;

/** A request as it is sent, which is no sentence. */
const isSent = /\bHTTP\/\d/;

/** What tells a form: letters, a time, a zone, a fraction, a count, a standard. */
const ofZone = pattern`\b${zone}\b`;
const standard = oneOf('epoch', 'unix', 'iso[ -]?8601', 'rfc ?\\d{3,4}');
const ofForm = pattern`yyyy|\d{4}-\d\d-\d\dT|[+-]\d\d:\d\d\b|\b${oneOf('UTC|GMT|WIB|Zulu', millisecond, fraction, standard, zone)}\b`;

/** That a time in another form is not taken. */
const taken = oneOf(word.accepted, 'valid', 'used', 'boleh');
const refusing = pattern`\b${oneOf(`${word.not} (?:be )?${taken}`, word.refused)}\b`;

/** Words of such a sentence that say nothing else. */
const understood = new Set([
  ...smallWords,
  ...(
    'for untuk yaitu value values header headers time date must has have x timestamp stamp timestamps precision presisi given ' +
    'sent written always form format formatted like e g example utc gmt wib zulu z epoch unix stempel cap ' +
    'milliseconds millisecond fraction second seconds offset zone timezone iso rfc standard without no not ' +
    'jakarta local nilai memakai menggunakan pakai bentuk contoh contohnya misalnya waktu harus selalu tanggal ' +
    'jam detik milidetik zona berupa tanpa dikirim ditulis perhatian attention note important penting standar ' +
    'sesuai mengikuti follows following'
  ).split(' '),
]);

/** Whether each word of a sentence about a form is understood. */
function isUnderstood(words: string): boolean {
  const left = words
    // The number of a paragraph.
    .replace(/^\W*\d+(?:\.\d+)*(?=[.)]?\s)/, ' ')
    .replace(iso, ' ')
    .replace(/yyyy[\w:.'+-]*/gi, ' ')
    .replace(/[+-]\d\d:\d\d\b/g, ' ')
    .replace(/\b(?:iso|rfc)[ -]?\d{3,4}\b/gi, ' ')
    // Names of headers are no words.
    .replace(/\b[A-Za-z]+(?:-[A-Za-z]+)+\b/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu);
  return (left ?? []).every((one) => understood.has(one));
}

/** That a time has to be in one zone: a schema takes any. */
const oneZone = oneOf(zone, 'UTC', 'GMT', 'WIB', 'WITA', 'Zulu');
const only = oneOf(word.must, word.only, 'always', 'harus', 'wajib', 'selalu', 'hanya');
const demands = pattern`\b${only}\b[^.,;]{0,50}\b${oneZone}\b|\b${oneZone}\b[^.,;]{0,40}\b${only}\b`;
const namesZone = pattern`\b(?:UTC|GMT|WIB|WITA|Zulu|Jakarta)\b|[+-]0\d:?\d\d\b`;

/** What the words beside the time of a request say of the one zone that it has to be in; null where they demand none. */
export function zoneIn(words: string, at: string): ClockSaid | null {
  const own = words.replace(/[`*_]/g, '');
  return demands.test(own) && namesZone.test(own) && !isOfOtherCalls(own)
    ? { words: words.trim(), says: 'zone', seconds: null, at }
    : null;
}

/** What a sentence says of the form of the time of a request; null where it says nothing of it. */
export function formIn(sentence: string, at: string): ClockSaid | null {
  if (!ofForm.test(sentence) || isSent.test(sentence) || isOfOtherCalls(sentence)) return null;
  const words = sentence.replace(/[`*_]/g, '');
  const own = { words: sentence.trim(), seconds: null, at };
  const isRefused = refusing.test(words);
  // Of a time alone another form is refused: what is said of one beside it is said of the same.
  const isAboutTime = ofTime.test(words) || everyTime.test(words) || (isRefused && ofZone.test(words));
  if (!isAboutTime) return null;
  if (isRefused) return { ...own, says: 'other form' };
  return { ...own, says: 'form', ...(isUnderstood(words) ? {} : { isUnsure: true as const }) };
}

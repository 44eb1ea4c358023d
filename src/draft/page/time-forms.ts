/** Forms of a time in words: patterns, samples, and sentences that say which form the time of a request has, or has not. */
import type { ClockSaid } from '../facts/said-in-words.ts';
import { isOfOtherCalls } from './others.ts';

/** A form of a time with its date: whether its second has a fraction, and its zone, empty where it may be any. */
interface Form {
  hasFraction: boolean;
  zone: string;
}

const iso = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?(Z|[+-]\d\d:\d\d)/g;
const pattern = /yyyy-MM-dd'?T'?HH:mm:ss(\.SSS)?'?(Z|XXX|TZD|\+07:00)/gi;

/** The times of ISO 8601 in words. */
export const isoTimes = (words: string): Form[] =>
  [...words.matchAll(iso)].map(([, fraction, zone = '']) => ({ hasFraction: fraction !== undefined, zone }));

/** The forms in letters in words. */
export const patterns = (words: string): Form[] =>
  [...words.matchAll(pattern)].map(([, fraction, zone = '']) => ({
    hasFraction: fraction !== undefined,
    zone: /^z$/i.test(zone) ? 'Z' : zone.startsWith('+') ? zone : '',
  }));

/** What a form does not have, as `without milliseconds`. */
const lacking =
  /\b(?:without|no|not in|tanpa|bukan) (?:an? |the |any )?(?:(?:fractions?|pecahan)(?: of (?:the |a )?second| detik)?|milli-?seconds?|milidetik|offset|zona(?: waktu)?|time ?zone)/gi;

/** A sentence about a form without what it says that the form lacks. */
export const affirmedForm = (words: string): string => words.replace(lacking, ' ');

/** The time of a request, by the name of its header or by a word. */
const ofTime = /\b(?:x-)?time-?stamps?\b|\bstempel waktu\b|\bcap waktu\b/i;

/** What tells a form: letters, a time, a zone, a fraction, a count, a standard. */
const ofForm =
  /yyyy|\d{4}-\d\d-\d\dT|\b(?:UTC|GMT|WIB|Zulu)\b|\bmilli-?seconds?\b|\bmilidetik\b|\b(?:fractions?|pecahan)\b|\bepoch\b|\bunix\b|\biso[ -]?8601\b|\brfc ?\d{3,4}\b|[+-]\d\d:\d\d\b|\b(?:offset|time ?zone|zona waktu)\b/i;

/** That a time in another form is not taken. */
const refusing =
  /\b(?:(?:not|never|tidak) (?:be )?(?:accepted|allowed|permitted|supported|valid|taken|used|diterima|diperbolehkan|didukung|diizinkan|boleh|valid)|refused|rejected|ditolak)\b/i;

/** Words of such a sentence that say nothing else. */
const understood = new Set(
  (
    'a an the this that it its value values header headers time date and with in is are be must has have to as of on for x timestamp stamp timestamps precision presisi given sent written always form format formatted like e g example ' +
    'utc gmt wib zulu z epoch unix stempel cap milliseconds millisecond fraction second seconds offset zone timezone iso rfc standard without no not jakarta local ' +
    'nilai memakai menggunakan pakai dengan format bentuk contoh contohnya misalnya waktu dan dalam adalah harus selalu tanggal jam detik milidetik zona yaitu berupa tanpa dikirim ditulis ' +
    'perhatian attention note important penting standar sesuai mengikuti follows following'
  ).split(' '),
);

/** Whether each word of a sentence about a form is understood. */
function isUnderstood(words: string): boolean {
  const left = words
    .replace(iso, ' ')
    .replace(/yyyy[\w:.'+-]*/gi, ' ')
    .replace(/[+-]\d\d:\d\d\b/g, ' ')
    .replace(/\b(?:iso|rfc)[ -]?\d{3,4}\b/gi, ' ')
    // Names of headers are no words.
    .replace(/\b[A-Za-z]+(?:-[A-Za-z]+)+\b/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu);
  return (left ?? []).every((word) => understood.has(word));
}

/** What a sentence says of the form of the time of a request; null where it says nothing of it. */
export function formIn(sentence: string, at: string): ClockSaid | null {
  if (!ofForm.test(sentence) || isOfOtherCalls(sentence)) return null;
  const words = sentence.replace(/[`*_]/g, '');
  const own = { words: sentence.trim(), seconds: null, at };
  const isRefused = refusing.test(words);
  // Of a time alone another form is refused: what is said of one beside it is said of the same.
  const isAboutTime = ofTime.test(words) || (isRefused && /\b(?:offset|time ?zone|zona waktu)\b/i.test(words));
  if (!isAboutTime) return null;
  if (isRefused) return { ...own, says: 'other form' };
  return { ...own, says: 'form', ...(isUnderstood(words) ? {} : { isUnsure: true as const }) };
}

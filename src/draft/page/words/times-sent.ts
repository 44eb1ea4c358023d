/** Names, words and forms of an instant: a request of another time has another one. Pure. */
import type { Json } from '../../../formats/json.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** A form of a date with its time of day, as `yyyyMMddHHmmss`: what has it is the time of something. */
const inLetters = /\by{2,4}\W?m{2}\W?d{2}\W{0,3}t?\W{0,3}h{2}\W?m{2}/i;

/** Instants as ISO 8601 and HTTP write them; the names of days and months may be of another language. */
const sample = /\b20\d{2}-\d\d-\d\d[T ]\d\d:\d\d|\b\d{1,2}[ -]\p{L}{3,9}[ -](?:20)?\d{2} \d\d:\d\d/u;

/** Standards of nothing but instants, and counts of seconds. */
const unit = oneOf('milli-?seconds?', 'seconds?', 'milidetik', 'detik');
const counted = oneOf(
  `${oneOf('unix', 'epoch')}\\W?(?:${oneOf('time', 'timestamp', unit)})`,
  `${unit} (?:since|sejak)`,
);
const ofInstants = pattern`\b${oneOf('HTTP[- ]date', 'IMF-fixdate', 'rfc ?(?:850|1123|3339)', 'iso[ -]?8601', counted)}\b`;

/** Standards that have a form of dates beside other forms. */
const ofOthersToo = /\brfc ?(?:822|2822|5322|7231|9110)\b/i;
const time = oneOf('date', 'time', 'tanggal', 'waktu', 'jam');
const ofTime = pattern`\b${time}\b`;

/** A day without its time, and a length of time. */
const dayAlone = /\by{4}\W?m{2}\W?d{2}\b(?!\W{0,3}[th])|\bd{2}\W?m{2}\W?y{4}\b(?!\W{0,3}[th])/i;
const lasts = pattern`\b${oneOf('durations?', 'periods?', 'durasi', 'birth', 'lahir', word.length)}\b`;

/** The parts of a name, as those of headers are written. */
const dashed = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1-$2').replaceAll('_', '-');

/** The name of a header that is the date or the time of what it is sent with. */
const namedTime = /^(?:x-(?:.+-)?|request-)(?:date(?:-?time)?|time|tanggal|waktu)$/i;

/** Whether a name is that of the time of a request. */
export const isNamedTime = (name: string): boolean => namedTime.test(dashed(name));

/** Whether the form of a value, as words or its schema give it, is that of an instant. */
export function isInstant(schema: Record<string, Json>, words = '', name = ''): boolean {
  const notes = words.slice(0, 1000);
  if (schema['format'] === 'date-time' || inLetters.test(notes)) return true;
  if (schema['format'] === 'date' || dayAlone.test(notes) || lasts.test(notes)) return false;
  if (sample.test(notes) || ofInstants.test(notes)) return true;
  return ofOthersToo.test(notes) && ofTime.test(`${dashed(name).replaceAll('-', ' ')} ${notes}`);
}

const dayBefore = /^\p{L}{3,9}, /u;

/** Whether an example is an instant with its time of day. */
export const isTime = (example: Json | undefined): boolean =>
  typeof example === 'string' && (/^20\d{12}$/.test(example) || example.replace(dayBefore, '').search(sample) === 0);

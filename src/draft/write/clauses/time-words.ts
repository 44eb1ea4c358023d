/** What the words about a signed time say of its parts: the time of the day, and the offset from UTC. */
import type { HeaderFact } from '../../facts/facts.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';

/** An instant that words call an example: that it has an offset says of no other that it needs one. */
const exampleTime =
  /\b(?:e\.?g|for (?:example|instance)|examples?|such as|like|misal\w*|mis|contoh\w*|cth|seperti)\b[.,:]*\s*[`"“(]*\d{4}-\d\d-\d\d[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?/gi;

/** Words and patterns for an offset: `TZD`, `XXX`, `+07:00`, a time zone. */
const offsetWords =
  /\b(?:offsets?|time[ -]?zones?|zona(?: waktu)?|utc|gmt|wib)\b|TZD|X{1,3}\b|(?:ss|SSS|\d\d)\]?[`'"]?(?:Z\b|[+±-](?:hh|\d\d))/i;

/** Words that give an instant the time of the day. */
const withTime = pattern`\b${oneOf('date[- ]?times?', 'times?', 'timestamps?', 'hh', 'jam', 'waktu')}\b|\d\d:\d\d|T\W?hh`;

/** Whether words give it so: `ISO 8601` alone does not. */
export const saysTimeOfDay = (words: string): boolean => withTime.test(words);

/** Whether words say that a time has an offset. */
export const saysOffset = ({ value = '', notes = '' }: Pick<HeaderFact, 'value' | 'notes'>): boolean =>
  offsetWords.test(`${value} ${notes}`.replace(exampleTime, ' '));

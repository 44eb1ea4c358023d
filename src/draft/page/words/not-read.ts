/** Words by which a value of a request is one that nobody looks at: it is retired, ignored, or taken from another part. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const read = oneOf(word.used, 'read', 'needed', 'evaluated', 'checked', 'verified', 'looked at', 'diperiksa', 'dibaca');
const noMore = oneOf(word.noLonger, 'not', 'never', 'tidak(?: lagi)?');
const retired = oneOf(
  ...['deprecated', 'obsolete', 'retired', 'unused', 'ignored', 'usang', 'diabaikan'],
  `${noMore} (?:be )?${read}`,
);

/** Parts of a request that show who sends it: what is taken from a console the client sends. */
const shown = oneOf(
  ...['assertion', 'client[ _]assertion', 'jwt', 'certificate', 'signature', 'sertifikat', word.signature],
  ...['authori[sz]ation(?: header)?', 'basic(?: auth\\w*)?(?: header)?', 'access token', 'request', 'connection'],
);
const taken = `(?:taken|read|derived|extracted|inferred|diambil|dibaca) ${word.of} (?:${word.the} )?(?:client )?${shown}\\b`;
const subject = `(?:${oneOf('it', 'this', 'the')} (?:${oneOf(word.member, word.value, 'header', 'id')} )?)?(?:${word.is} |was )?(?:now )?`;
const whole = pattern`^\W*${subject}(?:${retired}\b|${taken})`;
const named = pattern`\b(?:${retired}|${taken})`;
const atTimes = pattern`\b${oneOf(word.when, word.unless, word.only, word.while, word.until, 'yet', 'elsewhere', word.by)}\b`;

/** The sentences of some words. */
const sentencesOf = (words: string): string[] => words.slice(0, longest).split(/(?<=[.;!?])\s+|\n+/);

/** Whether a value need not be sent, as the words about it say of themselves and under no condition. */
export const isNotRead = (words: string): boolean =>
  sentencesOf(words).some((one) => whole.test(one) && !atTimes.test(one));

/** Whether they say so of themselves, under a condition or under none. */
export const isNotAlwaysRead = (words: string): boolean => sentencesOf(words).some((one) => whole.test(one));

/** Whether words may say so of a value: at times, or of a part of it. */
export const mayNotBeRead = (words: string): boolean => sentencesOf(words).some((one) => named.test(one));

/** Characters of words that are looked at. */
const longest = 1000;

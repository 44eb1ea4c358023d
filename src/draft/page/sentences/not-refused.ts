/** Sentences that deny a refusal: a status that is never answered, or a fault that is not refused. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isQualified } from '../words/doubts.ts';
import { statusesIn } from '../words/status-words.ts';
import { isOfOthers } from './others.ts';

const never = oneOf(word.not, word.noLonger, '(?:tidak|belum) pernah');
const status = '(?:HTTP |status )?[`*]*[45]\\d\\d\\b[`*]*';
const sent = oneOf(word.answered, word.responds, word.sent, word.used, 'answer', 'return', 'respond', 'reply');
const ofToken = `(?:${word.request} for (?:an? |the )?(?:access )?tokens?|(?:token )?${word.operation}|(?:it|we|this))`;

/** A sentence that is nothing but that a status is not answered to a request for a token. */
const neverAnswers = pattern`^\W*${oneOf(
  `(?:${word.the} |${word.all} )?(?:token )?${ofToken} (?:(?:${word.is}|does|do) )?${never} (?:be )?${sent}(?: ${word.with})? (?:an? )?${status}`,
  `(?:${word.the} )?(?:status )?${status} (?:${word.is} )?${never} (?:be )?${sent}(?: (?:here|by ${ofToken}))?`,
)}\W*$`;

/** The statuses that a sentence says are not answered. */
export const neverAnswered = (sentence: string): readonly number[] =>
  neverAnswers.test(sentence) ? statusesIn(sentence) : [];

const ignored = oneOf(
  'ignored',
  'dropped',
  'left out',
  'skipped',
  'discarded',
  'removed',
  'di(?:abaikan|lewati|buang|hilangkan)',
);
const fails = oneOf('lead to', 'cause', 'give', 'make', 'result in', 'menyebabkan', 'menghasilkan');
const refuses = oneOf('refuses?', 'rejects?', 'fails?', 'menolak');

/** That something is not refused, whatever it is. */
const isNotRefused = pattern`\b${oneOf(
  `(?:${word.is} |will be |akan )?(?:silently |simply |just )?${ignored}`,
  `(?:${word.is} )?${never} (?:be )?${word.refused}`,
  `${never} ${refuses} (?:${word.the} )?${word.request}`,
  `(?:does |do )?${never} ${fails} (?:an? )?${oneOf(word.refusal, word.fault)}`,
)}\b`;

/** Whether a sentence may deny that something is refused. */
export const mayDeny = (sentence: string): boolean => sentence.length <= longest && isNotRefused.test(sentence);

/** What may stand before the name of what is not refused. */
const ahead = oneOf(
  ...[word.the, word.all, word.unknown, word.wrong, word.other, 'unsupported', 'disallowed'],
  ...['asking for', 'requesting', `${word.request} for`, 'meminta', word.member, word.value],
);
const beginning = everywhere`^[\s\`*]*(?:${ahead}\b[\s\`*]*){0,5}`;

/** Characters of a sentence that is looked at. */
const longest = 300;

/** Whether a sentence says of a thing of that name that it is not refused; one that is not there is another matter. */
export function isSaidNotRefused(sentence: string, calls: RegExp): boolean {
  if (sentence.length > longest || isOfOthers(sentence)) return false;
  const at = sentence.search(isNotRefused);
  if (at < 0 || lacking.test(sentence.slice(0, at))) return false;
  const named = sentence.slice(0, at).replace(beginning, '').slice(0, mostName);
  return named.search(calls) === 0;
}

/** Characters of a name. */
const mostName = 60;

/** Words for what is not there. */
export const lacking = pattern`\b(?:${oneOf(word.missing, word.empty)}|${oneOf(word.without)}(?! other))\b`;

/** Whether a sentence about statuses is so of each request for a token. */
export const isOfEachRequest = (sentence: string): boolean => !isOfOthers(sentence) && !isQualified(sentence);

/** Statuses that sentences name. */

import { STATUS_CODES } from 'node:http';
import { isSuccess } from '../../../contract/status.ts';
import { own } from '../../../formats/json.ts';
import type { Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isForSome } from './doubts.ts';
import { remembered } from './remembered.ts';

/** The reason that HTTP gives to a status, in lower case; undefined for any other text. */
export const reasonOf = (status: string): string | undefined => own(STATUS_CODES, status)?.toLowerCase();

/** The reasons of HTTP, as a pattern of any of them. */
export const reasons = Object.values(STATUS_CODES)
  .map((reason = '') => reason.replace(/[^\w ]/g, '.'))
  .join('|');

/** Reasons that other versions of HTTP give to a status, and what people write for one of these. */
const otherReasons: ReadonlyMap<string, readonly string[]> = new Map([
  ['413', ['content too large', 'request entity too large']],
  ['422', ['unprocessable content', 'unprocessable']],
  ['500', ['server error']],
]);

/** Whether words are the reason that HTTP gives to a status. */
export function isReason(status: string, words: string): boolean {
  if (!/^\d{3}$/.test(status)) return false;
  const said = words.trim().toLowerCase();
  return reasonOf(status) === said || otherReasons.get(status)?.includes(said) === true;
}

/** Whether words are a status and the reason that HTTP gives to it, as a heading has them. */
export function isStatusLine(status: number, words: string): boolean {
  const [, number = '', reason = ''] =
    /^\W*(?:HTTP(?:\/[\d.]+)? )?(\d{3})\b[\s:–—-]*([^\n*`]*)[*`]*$/i.exec(words) ?? [];
  return Number(number) === status && (reason === '' || isReason(number, reason));
}

/** The reason that HTTP gives to a status, as the label that a line begins with; null for another number. */
function labelOf(status: number): RegExp | null {
  const reason = reasonOf(String(status))?.replace(/[^\w ]/g, '.');
  if (reason === undefined) return null;
  const label = `(?:HTTP(?:/[\\d.]+)? )?(?:${status}\\b[\\s:–—-]{0,3})?${reason}\\b[\`*)]{0,3}`;
  return RegExp(`^[\\s\`*(-]{0,6}${label}(?:\\s{0,3}[:–—|(]|\\s-\\s)\\s{0,3}(?=.{0,40}\\p{L}{2})`, 'iu');
}

/** Those of the statuses that were asked for: a page may say very often when each is answered. */
const labels = new Map<number, RegExp | null>();

/** A line about a status without the reason of HTTP that it begins with as its label, where more words say what it is for. */
export function withoutReason(status: number, line: string): string {
  if (!labels.has(status)) labels.set(status, labelOf(status));
  const label = labels.get(status) ?? null;
  return label === null ? line : line.replace(label, '');
}

/** What stands right before a number that is no status: an algorithm, a port, a bound, a length, a currency. */
const algorithm = 'sha(?:-?[23])?|aes|rsa|dsa|ecdsa|ecdh|hmac|hs|rs|es|ps|p|curve|kurva|keccak|blake\\w*';
const measure = oneOf('max\\w*', 'maks\\w*', 'minim\\w*', 'min', 'length', 'size', 'panjang', 'ukuran');
const bound = oneOf(`${measure}(?: of| is| adalah| sebesar)?`, word.atMost, word.atLeast);
const compared = '(?:more|less|longer|shorter|larger|fewer) than';
const otherBefore = pattern`\b${oneOf(algorithm, 'ports?', 'tcp', 'rfc', bound, compared)}[\s:\`*]{0,3}$|(?:[$€£¥]|\b(?:rp|idr|usd|eur)\.?)\s?$`;

/** A name that a number ends, as in SHA-256; `HTTP-401` names a status. */
const nameBefore = /(?<![\p{L}\d])(?!(?:http|status|error|code|kode|galat|non)-)\p{L}[\p{L}\d]{0,20}-$/iu;

/** What stands right behind a number that counts something. */
const ofText = oneOf('char\\w*', word.character, word.digit, word.letter, 'bits?', 'bytes?', '[km]b');
const countedBehind = pattern`^[\s\`*-]{0,3}${oneOf(word.unit, 'ms', 'millis\\w*', ofText, 'requests?', 'rows?', '%')}(?![\p{L}\d])`;

/** The parts of a longer number; `400,401` lists two statuses. */
const goesOnBefore = /(?<!\b[2-5]\d)\d[.,]$/;
const goesOnBehind = /^[.,](?![2-5]\d\d\b)\d/;

/** Most characters around a number that are looked at. */
const around = 24;

/** Words with every number of three digits that is no status blanked: the one place that tells which numbers of a sentence are statuses. */
export function onlyStatuses(words: string): string {
  return words.replace(/\b[2-5]\d\d\b/g, (number, at: number) => {
    const before = words.slice(Math.max(0, at - around), at);
    const behind = words.slice(at + number.length, at + number.length + around);
    const isOther =
      otherBefore.test(before) ||
      nameBefore.test(before) ||
      goesOnBefore.test(before) ||
      countedBehind.test(behind) ||
      goesOnBehind.test(behind) ||
      // Providers have refusals of their own, and no answers that grant.
      (number < '400' && reasonOf(number) === undefined);
    return isOther ? '###' : number;
  });
}

/** The statuses that words name, each once. */
export const statusesIn = remembered((words: string): readonly number[] => [
  ...new Set([...onlyStatuses(words).matchAll(/\b[2-5]\d\d\b/g)].map(([status]) => Number(status))),
]);

/** Words for a request that is given no token. */
const refusing = pattern`\b${oneOf(word.refused, word.refusal, word.fault, word.fails, 'rejections?', 'refuses', 'rejects', 'menolak')}\b`;

/** Both classes of faults at once, as `4xx or 5xx`. */
const ofBothClasses = pattern`\b4xx\W{1,6}(?:${oneOf(word.and, word.or)} )?(?:an? )?\W{0,3}5xx\b`;

/** Whether words give a refusal a status of the server as well as one of the client. */
export const givesServerFaults = (words: string): boolean => ofBothClasses.test(words) && refusing.test(words);

/** Words that give every answer one status. */
const whether = oneOf(
  'whether\\b[^.;,]{0,60}\\bor(?: not)?',
  'regardless',
  'irrespective',
  'no matter',
  'baik\\b[^.;,]{0,60}\\bmaupun',
  'terlepas',
);
const evenIf = oneOf(`${oneOf('even', 'also', 'juga')} ${oneOf(word.when, 'for')}`, 'meskipun', 'walaupun', whether);

/** What is answered by another than the provider, as `except where a gateway answers (502, 503)`. */
const byOthers = pattern`[,;(]? ?\b${oneOf(word.unless, 'save', 'selain')}\b[^.]*\b5\d\d\b[^.]*`;
const allAnswers = `${oneOf(word.all, word.both)} ${oneOf(word.answer, word.request)}`;
const ofAll = pattern`\b${oneOf(word.always, evenIf, allAnswers)}\b`;

/** What is said of one value and of no status: between the parentheses of a member, or as `always Bearer`. */
const ofValue =
  /(?<=`[\w.-]{1,60}` ?)\((?![^()]*2\d\d)[^()]{1,80}\)|\b(?:always|selalu) (?!(?:an? |the )?[`*"“]*(?:HTTP|status|OK|2\d\d)\b)(?:`[^`]{1,60}`|["“][^"”]{1,60}["”]|[A-Z\d][\w.-]*)/g;

/** Words for one that is given a token. */
const granting = pattern`\b${oneOf(word.succeeds, 'grant(?:s|ed)')}\b`;

/** Whether a sentence gives refusals the status of a grant; those of a failure may have another. */
export function refusesAsGranted(whole: string, all: readonly number[]): boolean {
  const sentence = whole.replace(byOthers, '');
  const statuses = all.filter((status) => sentence.includes(String(status)));
  const [first] = statuses;
  if (first === undefined || !isSuccess(first)) return false;
  const isOnly = statuses.every(isSuccess);
  const said = sentence.replace(ofValue, ' ');
  const before = sentence.slice(0, sentence.indexOf(String(first)));
  return (isOnly && ofAll.test(said)) || (refusing.test(isOnly ? sentence : before) && !granting.test(sentence));
}

/** Whether a sentence gives one status to each answer, so that a grant has it as well: `always 200, even if it fails`. */
function givesToAll(sentence: string, statuses: readonly number[]): boolean {
  const [first, ...others] = statuses;
  if (first === undefined || others.length > 0 || !isSuccess(first)) return false;
  return ofAll.test(sentence) && !refusing.test(sentence.slice(0, sentence.indexOf(String(first))));
}

/** Whether a sentence gives its statuses to every grant: one of some says nothing of the others, as a refusal does by what it is for. */
export const givesToGrants = (sentence: string, statuses: readonly number[]): boolean =>
  givesToAll(sentence, statuses) || !(refusesAsGranted(sentence, statuses) || isForSome(sentence));

/** The question how a request is refused, of a sentence that gives refusals the status of a grant. */
export function refusedAsGranted(sentence: string): Todo {
  return {
    name: 'refused as granted',
    what: `how a request is refused: the page says "${quotedWords(sentence)}", and a draft expects a status of 4xx (refusals, and the clause documented-status)`,
  };
}

const outcome = (one: string): string => `${one}(?: \\p{L}+)?`;
const fails = oneOf(word.fails, word.refused, word.refusal, word.fault);
const joins = `(?:\\s*[/&,]\\s*|\\s+)(?:${oneOf(word.and, word.or, 'maupun', 'ataupun', 'as well as', 'or')}\\s+)?(?:${oneOf(word.also, word.the)} )?`;
const bothOutcomes = pattern`\b(?:${outcome(word.succeeds)}${joins}${fails}|${outcome(fails)}${joins}${word.succeeds})\b`;

const onlyOutcomes = pattern`^[\W\d]*(?:${word.both} )?${bothOutcomes.source}\W*$`;

/** Whether a sentence of some words names both outcomes and nothing else: what stands beside it is of each. */
export const namesBothOutcomes = (words: string): boolean =>
  words.split(/[.;\n]/).some((one) => onlyOutcomes.test(one));

/** Whether the words about an answer with the status of a grant say that a refusal has it as well: `Success and failure, see rc`. */
export const isOfBothOutcomes = (words: string): boolean => bothOutcomes.test(words);

/** A label with the status of a grant, as `HTTP Status Code: 200 (OK)`. */
const ofStatus = oneOf('status', word.code);
const grantedLabel = pattern`^\W*(?:HTTP[ -]?)?${ofStatus}(?: ${ofStatus})?[\s*\`]{0,5}[:=][\s*\`]{0,5}(?:HTTP )?2\d\d\b`;

/** The question of lines below a heading of refusals, or of a heading there, one of which has the status of a grant. */
export function refusedBelow(title: string, lines: string[]): Todo[] {
  const found = lines.find((line) => grantedLabel.test(line));
  return found === undefined ? [] : [refusedAsGranted(found === title ? title : `${title}: ${found.trim()}`)];
}

const isFaultStatus = pattern`\b${word.is} (?:an? )?(?:HTTP )?[\`*]*[45]\d\d\b`;
const quantity = oneOf(
  'limit\\w*',
  'max\\w*',
  'min\\w*',
  'sizes?',
  'length',
  'amount',
  'rate',
  'quota',
  'price',
  'batas',
);
const ofQuantity = pattern`\b${oneOf(quantity, word.default, 'timeout', 'port', 'code')}\b`;

/** Whether a sentence calls a fault by its status, as `an unknown shop is 404` does; other things are numbers as well. */
export const callsFault = (sentence: string): boolean => isFaultStatus.test(sentence) && !ofQuantity.test(sentence);

/** Whether a sentence is about a request that a token is sent with. */
export const usesToken = (sentence: string): boolean =>
  /\b(?:GET|POST|PUT|PATCH|DELETE)\b[\s`*]+(?:https?:\/)?\/\S/.test(sentence) && /\bBearer\b/.test(sentence);

/** The question what a status is of that stands behind words about the use of a token. */
export function besideUse(sentence: string): Todo {
  return {
    name: 'status beside use',
    what: `whether the request for a token is answered so; the page says it beside the use of the token: "${quotedWords(sentence)}"`,
  };
}

const withCode = /^[45]\d\d(?:[\s:–—-]{1,3}[a-z]+(?:_[a-z]+)+)?$/;

/** The form of a status of an error, alone or, among refusals, with a code behind it in a name as programs write them. */
export const statusForm = (error: boolean): RegExp => (error ? withCode : /^[45]\d\d$/);

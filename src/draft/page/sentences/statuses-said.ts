/** The statuses that a sentence says are answered to a request for a token. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isPartial } from '../words/doubts.ts';
import { callsFault, onlyStatuses, reasons, statusesIn } from '../words/status-words.ts';
import { isOthersAnswer } from './others.ts';

/** Words for what is no longer so. */
export const past =
  /\b(formerly|previously|used to|until (?:version|v?\d|\p{Lu})|before (?:version|v?\d|\p{Lu})|in the past|dahulu|sebelumnya)\b/iu;

/** A status that is answered, as `wrong credentials with HTTP 403` and `it returns 401`. */
const withStatus = oneOf('HTTP(?: status(?: code)?)?', 'status(?: code)?');
const answers = oneOf(
  ...['answers?(?: with)?', 'answered(?: with| by)?', 'responds?(?: with)?', 'returns?', 'returned (?:with|as)'],
  ...['mengembalikan', 'menghasilkan', 'menjawab(?: dengan)?', 'dijawab(?: dengan)?'],
);
const endsWith = oneOf(
  ...[`${oneOf(word.refused, word.fails)} ${word.with}`, 'you (?:get|receive)'],
  ...['gives?', 'gets?', 'yields?', 'results? in', 'leads? to'],
);
const answersWith = pattern`\b${oneOf(withStatus, answers, endsWith)}\s+(?:an? )?(?:HTTP )?[\`*]*[2-5]\d\d\b`;

/** The same the other way round, as `423 is returned`, with the reason that HTTP gives or one that is written as a name. */
const isReturned = '(?:is|are|will be) (?:returned|answered|sent)';
const statusOf = oneOf('status(?: code)? (?=[a-z])', '(?:kode )?statusnya ');
const statusIs = `${statusOf}(?:${word.is} (?:${word.always} )?|${oneOf(word.always, 'tetap')} |(?<=nya ))`;
const isAnswered = pattern`\b[2-5]\d\d\b(?: (?:${reasons}))?[\`*]* ${isReturned}\b|\b${statusIs}[\`*]*[2-5]\d\d\b`;
const isNamedAndAnswered = RegExp(`\\b[2-5]\\d\\d\\b(?: [A-Z][\\w'-]{0,20}){1,4}[\`*]* ${isReturned}\\b`);

/** A list of statuses in a sentence, as `Possible errors: 400 (malformed), 401 (wrong login)`. */
const statusList = pattern`\b${oneOf(word.fault, 'status(?:es)?', word.code)}\b[^:]{0,40}:\s*[\`*]*[2-5]\d\d\b`;
/** A line that begins with an answer and its status, as `Response 401: wrong key`. */
const answer = `${oneOf(word.answer, word.refusal)}(?: error| gagal)?`;
const behindStatus = `\\s*(?:[:–—-]|(?:\\p{L}+ ){0,3}${word.when}\\b)`;
const statusAhead = pattern`^[\s\`*]*(?:HTTP |status )?(?:error )?${answer}:?\s+[\`*]*[45]\d\d\b[\`*]*${behindStatus}`;

/** The same without a verb, as `400 for wrong parameters`. */
const statusFor = pattern`^[\s\`*]*(?:HTTP )?[45]\d\d\b[\`*]*:? ${oneOf(word.for, word.when)}\b`;

/** A fault with its status behind a colon, as `Wrong key: 401 invalid_key`. */
const amiss = oneOf(word.wrong, word.unknown, word.missing, 'malformed', 'unauthori[sz]ed', 'tidak lengkap', 'kurang');
const statusOfFault = pattern`^[^:.;]{0,60}\b${amiss}\b[^:.;]{0,60}:\s+[\`*]*(?:HTTP )?[45]\d\d\b`;

/** The status of a grant, as `Success is 200` gives it. */
const success = oneOf(word.succeeds, 'keberhasilan');
const successIs = pattern`\b${success}\b[^.;:]{0,20}?(?:\b${word.is}|=)\s+(?:HTTP )?[\`*]*2\d\d\b`;

/** The status that an answer is, as `The answer is 201 Created` has it. */
const answerIs = pattern`\b${word.answer} (?:${word.is}|berupa)(?: ${word.always})?(?: an?)? [\`*]*(?:HTTP )?2\d\d\b`;

/** The same behind a colon, as `On success: 201 Created`. */
const when = oneOf('(?:up)?on', 'dalam hal', word.when);
const onSuccess = pattern`^[\s\`*]*(?:${when} (?:it )?)?${word.succeeds}[\`*]*\s?[:–-][\`*]*\s+[\`*]*(?:HTTP )?2\d\d\b`;

/** What is answered to a token that is used, and not to the request for one. */
const noGood = oneOf(word.expired, 'invalid', 'revoked');
const isNoGood = oneOf(noGood, 'expires?', 'tidak (?:valid|berlaku)');
/** A token that is sent, and is not what a grant answers with. */
const withToken = `(?<!\\b2\\d\\d[\`*]{0,3}(?: Created| OK)?[\`*]{0,3} )\\b${oneOf(word.with, 'without', 'tanpa')} (?:an? |the )?(?:valid |access ){0,2}token`;
const refusesToken = pattern`\b${noGood} (?:access[- ]?)?token\b|\btoken\b(?! (?:endpoint|request|url))[^.,]{0,30}\b${isNoGood}\b|${withToken}\b`;

/** The statuses that a sentence says are answered to a request for a token. */
export function statusesSaid(sentence: string): readonly number[] {
  if (!/[2-5]\d\d/.test(sentence)) return [];
  const own = onlyStatuses(sentence.replaceAll('**', ''))
    .replace(/[2-5]\d\d[`*]*\s*\(([^()]{0,80})\)/g, (whole, part: string) => (isPartial(part) ? ' ' : whole))
    .replace(/\(([^()]{0,80})\)/g, (whole, part: string) => (isPartial(part) || past.test(part) ? ' ' : whole));
  if (refusesToken.test(own) || isOthersAnswer(own)) return [];
  const isSaid =
    [
      statusList,
      answersWith,
      isAnswered,
      isNamedAndAnswered,
      statusFor,
      statusAhead,
      statusOfFault,
      successIs,
      answerIs,
      onSuccess,
    ].some((form) => form.test(own)) || callsFault(own);
  return isSaid ? statusesIn(own) : [];
}

/** The only status that a line of these begins with as that of an answer, as `Response 401 – wrong key`; null for any others. */
export function labelledStatus(lines: string[]): number | null {
  const written = lines.filter((line) => line.trim() !== '');
  const [own, ...others] = written.filter((line) => statusAhead.test(line));
  if (own === undefined || others.length > 0 || own !== written.at(-1) || isPartial(own)) return null;
  const [status = null, ...more] = statusesIn(own);
  return more.length === 0 ? status : null;
}

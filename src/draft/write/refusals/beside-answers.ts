/** What the words about a refusal say of the answer that refuses: of the request they say nothing by it. Pure. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const marks = '[\\`*]{0,3}';
const status = `\\b(?:${word.with}|${word.by}|as) (?:(?:http|status|${word.code}) ){0,3}${marks}[45]\\d\\d${marks}`;
const has = `(?:(?:do|does) )?(?:${word.not} )?${oneOf(word.holds, 'comes?', 'bears?')}`;
const noBody = `(?:${word.and} )?(?:${word.without}|${word.with}) (?:(?:${word.the}|any|${word.empty}) ){0,2}${word.body}`;
const emptyBody = `${word.and} (?:(?:${word.the}) )?${word.empty} ${word.body}`;

/** What stands behind the status of an answer and says what the answer holds. */
const behindStatus = everywhere`(?<=${status}),?[ (]{1,2}${oneOf(`(?:which|that|yang) ${has}\\b[^.;\\n]{0,200}`, noBody, emptyBody)}\b`;

const ofAnswer = pattern`\b(?:${word.body} (?:${word.of} )?(?:(?:${word.the}) )?${word.answer}|${word.answer} (?:${word.body}|${has}))\b`;

/** A line without what it says of the body of the answer. */
export const withoutAnswers = (line: string): string =>
  line
    .replace(behindStatus, '')
    .split(/(?<=[.;])\s+/)
    .filter((sentence) => !ofAnswer.test(sentence))
    .join(' ');

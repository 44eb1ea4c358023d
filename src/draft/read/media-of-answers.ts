/** Which answers the media type is of that a part of a page gives below a heading about some of them. */
import { isSuccess } from '../../contract/status.ts';
import type { AnswerFact } from '../facts/facts.ts';
import type { Block } from '../page/blocks/blocks.ts';
import type { Context } from '../page/blocks/heading-words.ts';
import type { Reading } from '../page/blocks/reading.ts';
import { oneOf, pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';

/** Answers of which no status is a refusal of the request. */
const ofServer = pattern`\b${oneOf('5xx', `server ${word.fault}`, `${word.fault} (?:pada |di )?server`)}\b`;

const ofAll = pattern`\b${word.all}\s+(?:\p{L}+\s+){0,2}?${word.answer}\b`;

const wordsOf = (block: Block): string =>
  block.kind === 'lines'
    ? block.lines.join(' ')
    : block.kind === 'list'
      ? block.items.map(({ text }) => text).join(' ')
      : block.title;

/**
 * Gives the media type of answers that stands below a status to the answers of that alone, and one below refusals to those.
 * @param isOwnStatus whether no heading names the status, and lines alone do
 */
export function ofOwnAnswers(reading: Reading, { side, status, more, error }: Context, isOwnStatus = false): Reading {
  const { answerType, ...stated } = reading.statement;
  if (answerType === undefined || side !== 'response' || (status === null && !error)) return reading;
  if (ofAll.test(wordsOf(reading.block))) return reading;
  // Lines that name the status themselves, below a heading of all answers, may be of refusals too.
  if (isOwnStatus && status !== null && isSuccess(status)) return reading;
  if (status !== null) {
    const own = [status, ...more].map((one): AnswerFact => {
      return { ...{ status: one, at: answerType.at, origin: 'text', members: [] }, mediaType: answerType };
    });
    return { ...reading, statement: { ...stated, answers: [...stated.answers, ...own] } };
  }
  if (ofServer.test(reading.block.title)) return { ...reading, statement: stated };
  return { ...reading, statement: { ...stated, refusals: { members: [], mediaType: answerType, ...stated.refusals } } };
}

/** The answers that a sentence describes for the cases of those before it: their media type and members. */
import { type AnswerFact, nothing, type Statement } from '../../facts/facts.ts';
import { pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { plainSentencesOf } from '../sentences/mentions.ts';
import { casesIn, type OfCases } from '../sentences/those-cases.ts';
import { readWordedMembers } from '../sentences/worded-members.ts';
import { withoutCases } from '../values/refusal-members.ts';
import { takesBack } from '../words/doubts.ts';
import { readMediaWords } from './media-words.ts';

/** That an answer is meant, and no request. */
const answered = pattern`^\W*(?:${word.the} )?(?:${word.fault} )?(?:${word.body} (?:${word.of} )?(?:${word.the} )?)?${word.answer}(?:nya)?\b`;

/** An explicit media type, with the marks around it. */
const typed = /[`*"]{0,3}\b((?:application|text)\/[a-z0-9][a-z0-9.+-]*[a-z0-9])[`*"]{0,3}/i;

/** The answers of these cases; none where some of what is said of them is not read. */
function answersOf({ statuses, said }: OfCases, at: string): AnswerFact[] {
  if (takesBack(withoutCases(said))) return [];
  const [, type] = typed.exec(said) ?? [];
  const words = said.replace(typed, (_, one: string) => (/json/i.test(one) ? 'JSON' : 'text'));
  const own = nothing('text');
  // Members of answers of any one status are those of each.
  readWordedMembers([words], 0, { status: [...statuses.keys()][0] ?? null, error: false }, at, own);
  const read = [...own.answers, ...(own.refusals ? [own.refusals] : [])];
  const members = read.flatMap((one) => one.members);
  // A media type in silence would hide that members beside it were not read.
  if (own.todos !== undefined || (members.length === 0 && /`[A-Za-z_][\w.-]*`/.test(words))) return [];
  const stated = nothing('text');
  if (type === undefined || members.length === 0) readMediaWords(said, 'response', at, stated);
  const given =
    type !== undefined && (members.length > 0 || answered.test(said)) ? { value: type.toLowerCase(), at } : null;
  const mediaType = given ?? stated.answerType ?? read.find((one) => one.mediaType)?.mediaType;
  if (members.length === 0 && mediaType === undefined) return [];
  // Whether they are answered to a request for a token the words say that give their statuses.
  return [...statuses].map(([status, words]) => ({
    ...{ status, at, origin: 'text', members, shared: true, words },
    ...(mediaType ? { mediaType } : {}),
  }));
}

/** Reads one of some sentences as one about the cases of those before it; whether it is one. */
export function readCases(sentences: string[], index: number, at: string, { answers }: Statement): boolean {
  const found = casesIn(sentences, index);
  if (found !== null) answers.push(...answersOf(found, at));
  return found !== null;
}

/** Whether a sentence of a block, or the one that it is a part of, gives answers to the cases of those before it. */
export function givesToCases(sentence: string, block: Block): boolean {
  if (block.kind !== 'lines') return false;
  const all = plainSentencesOf(block);
  const at = all.findIndex((one) => one.includes(sentence));
  const found = casesIn(all, at);
  return found !== null && answersOf(found, '').length > 0;
}

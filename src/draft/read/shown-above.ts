/** The side of what a sentence says of a member: that of the sample above it that shows the member. */
import { lastKeyOf, shownPointer } from '../../formats/json.ts';
import type { Member } from '../facts/facts.ts';
import type { Block } from '../page/blocks/blocks.ts';
import type { Context } from '../page/blocks/heading-words.ts';
import type { Reading } from '../page/blocks/reading.ts';

/** Whether a reading is of a sample that was read. */
export const isSample = ({ statement: { request, answers } }: Reading): boolean =>
  [...request, ...answers.flatMap(({ members }) => members)].some(({ origin }) => origin === 'sample');

/** What a sample shows of some members: the context that its side and its statuses are; null where it shows not all of them. */
function contextIn({ statement }: Reading, names: string[], context: Context): Context | null {
  const holds = (members: Member[]): boolean =>
    names.every((name) => members.some(({ pointer }) => [lastKeyOf(pointer), shownPointer(pointer)].includes(name)));
  const answers = statement.answers.filter(({ members }) => holds(members));
  const isSent = holds(statement.request);
  const [first, ...more] = answers;
  if (first === undefined) return isSent ? { ...context, side: 'request', place: null } : null;
  // What both sides hold is said of neither.
  if (isSent) return { ...context, side: null, place: null };
  return {
    ...context,
    ...{ side: 'response', place: null, error: first.status >= 400, more: more.map(({ status }) => status) },
    status: first.assumed ? null : first.status,
  };
}

/**
 * The context of fields that a sentence describes without a word for their side, behind samples of the same part of a page: the
 * nearest that shows them gives it. Where none does, and one is of another side than the headings say, nobody knows it.
 */
export function besideSamples(block: Extract<Block, { kind: 'table' }>, context: Context, samples: Reading[]): Context {
  const { about, rows } = block;
  if (!about || about.side !== null || about.place !== null || about.statuses.length > 0) return context;
  const names = rows.map(([name = '']) => name);
  const above = samples.toReversed();
  for (const sample of above) {
    const shown = contextIn(sample, names, context);
    if (shown !== null) return shown;
  }
  const isOfAnother = above.some(({ statement }) =>
    context.side === 'response' ? statement.request.length > 0 : statement.answers.length > 0,
  );
  return isOfAnother ? { ...context, side: null } : context;
}

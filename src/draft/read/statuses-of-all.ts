/** The statuses of a list for all operations, of which some may be those of some operations alone. */
import type { Todo } from '../facts/facts.ts';
import { type Reading, shownBlock } from '../page/blocks/reading.ts';

/** Statuses that any operation may have; another of a list for all operations may be of some of them alone. */
const ofAny = [400, 401, 405, 406, 413, 415, 429, 500, 502, 503, 504];

/** The statuses of a list for all operations that may be of some of them alone, and that the operation's own part does not give. */
export function ofSome({ byCall, statement: { answers } }: Reading, own: ReadonlySet<number>): number[] {
  if (byCall) return [];
  const listed = answers.filter(({ members }) => members.every(({ byStatus }) => byStatus)).map(({ status }) => status);
  return [...new Set(listed)].filter((one) => one >= 400 && !ofAny.includes(one) && !own.has(one));
}

/** The question whether a status that is listed for all operations is one of a request for a token. */
export function ofAllTodos({ block }: Reading, some: number[]): Todo[] {
  if (some.length === 0) return [];
  const what = `whether a request for a token is answered with ${some.join(', ')}: ${shownBlock(block)} says so of all operations, and it may be of some alone`;
  return [{ name: `all ${block.title} ${some.join(' ')}`, what }];
}

/** What a reading of pages says of the parts that it leaves out. */
import type { Todo } from '../facts/facts.ts';
import { type Reading, shownBlock } from '../page/blocks/reading.ts';
import { shownOperation } from '../page/operations/choose.ts';
import type { PageOperation } from '../page/operations/operation.ts';
import { isWhole } from './page-operations.ts';

/** The question whether a part beside another operation is about the token as well. */
export const besideTodo = ({ block }: Reading, operation: PageOperation): Todo => ({
  name: `beside ${block.title} ${block.line}`,
  what: `whether ${shownBlock(block)} is about the request for a token as well; it stands behind ${shownOperation(operation)}, and its facts were left out`,
});

/** The question whether a section about another topic is about the token as well. */
export const topicTodo = (title: string): Todo => ({
  name: `topic ${title}`,
  what: `whether what the page says under "${title}" is about the request for a token as well; its facts were left out`,
  places: [{ title }],
});

/** Why an operation was left out, and what becomes of it. */
export function whyOther(one: PageOperation): string {
  const hint = one.isOfClient ? '; the client has to provide it' : isWhole(one) ? '; --with drafts it' : '';
  return `it is another operation, under "${one.title}"${hint}`;
}

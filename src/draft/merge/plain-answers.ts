/** Whether a sample that is a token alone shows a whole answer. */
import type { AnswerFact, Todo } from '../facts/facts.ts';
import { grantIn } from './grant.ts';

const isPlain = ({ kind }: Todo): boolean => kind?.of === 'plain answer';

/** The questions without those about such a sample where the page shows the answer as JSON, or says that it is: a token alone is a part of it then. */
export function withoutParts(todos: Todo[], answers: AnswerFact[]): Todo[] {
  if (!todos.some(isPlain)) return todos;
  const granted = grantIn(answers);
  const isShown = granted?.members.some(({ origin, example }) => origin === 'sample' || example !== undefined) === true;
  const isSaid = granted?.mediaType?.value.endsWith('json') === true;
  return isShown || isSaid ? todos.filter((todo) => !isPlain(todo)) : todos;
}

/** Whether the answer that grants may be the token itself. */
export const mayBePlain = ({ todos }: { todos: Todo[] }): boolean => todos.some(isPlain);

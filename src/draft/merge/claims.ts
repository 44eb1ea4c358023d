/** Questions with what they say of the page as a whole. */
import { type Passage, quotedOf } from '../facts/subjects.ts';
import type { Todo } from '../facts/todo.ts';

/** Questions with what they say of a page: that it is silent, or what it has that may answer them. */
export function claimed(todos: Todo[], passages: Passage[]): Todo[] {
  return todos.map(({ claim, ...todo }) => {
    if (!claim) return todo;
    const quoted = quotedOf(passages, claim.subject, claim.names);
    const said = quoted === null ? claim.none : `${claim.guess ?? ''}; ${quoted}`;
    return { ...todo, what: `${todo.what}${said}` };
  });
}

/** The challenge of a 401, where a page shows another than the clauses of HTTP have. */
import type { Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';

/** The name of the question which challenge a 401 has. */
export const challengeAsked = 'challenge';

/** The question, of the challenges that are shown; null stands for an answer without one. */
export function challengeTodo(shown: (string | null)[], at: string): Todo {
  const said = [...new Set(shown.map((one) => (one === null ? 'none' : `"${quotedWords(one)}"`)))].join(', ');
  const what = `which challenge a 401 has in WWW-Authenticate: those that are shown have ${said} (${at}); the draft has no clause that wants one`;
  return { name: challengeAsked, what };
}

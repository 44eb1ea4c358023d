/** The challenge of a 401, where a page shows another than the clauses of HTTP have. */
import type { Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';

/** The name of the question which challenge a 401 has. */
export const challengeAsked = 'challenge';

/** The question, of the challenges that are shown; null stands for an answer without one. */
export function challengeTodo(shown: (string | null)[], at: string): Todo {
  const values = [...new Set(shown.flatMap((one) => (one === null ? [] : [`"${quotedWords(one)}"`])))];
  const none = shown.includes(null) ? [values.length > 0 ? 'or none' : 'none'] : [];
  const said = [values.join(', '), ...none].filter((one) => one !== '').join(', ');
  const what = `which challenge a 401 has in WWW-Authenticate: those that are shown have ${said} (${at}); the draft has no clause that wants one`;
  return { name: challengeAsked, what };
}

/** The question, where a description has the challenge in each 401, and says in words that some have none. */
export const sometimesTodo = (words: string, at: string): Todo => ({
  name: challengeAsked,
  what: `which 401 has a challenge in WWW-Authenticate: the description calls it required, and says "${quotedWords(words)}" (${at}); the draft has no clause that wants one`,
});

/** Basic of which the page leaves the secret empty, where a person decided that it is Basic: an empty one is what a good request sends. */
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { leavesOut } from '../../page/sentences/basic-pair.ts';

/** The words by which one of the two parts of Basic is empty; null where none are. */
function emptyIn({ security, undecided = [] }: Facts): string | null {
  if (security?.value !== 'basic') return null;
  return undecided.find(({ value }) => leavesOut(value) || /:["'`”]?\s?\)/.test(value))?.value ?? null;
}

/** Whether the secret of Basic may be checked: not where the page has none. */
export const hasSecret = (facts: Facts): boolean => emptyIn(facts) === null;

/** The question about such a secret. */
export function emptySecretTodos(facts: Facts): Todo[] {
  const words = emptyIn(facts);
  if (words === null) return [];
  return [
    {
      name: 'empty secret',
      what: `whether the password of HTTP Basic is empty: the page says "${quotedWords(words)}"; the draft sends the one that the environment gives, and has no clause that another is refused`,
    },
  ];
}

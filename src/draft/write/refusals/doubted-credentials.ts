/** Refusals of wrong credentials by 401 in words that were not understood in full: a better guess than a status of other faults. */
import type { Facts } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { isOfOthers } from '../../page/sentences/others.ts';
import { denies } from '../../page/words/denied.ts';
import { codesAsWords } from '../../page/words/spellings.ts';
import { wrong } from './refusal-words.ts';

/** What a draft takes for the statuses of wrong credentials, and what stays open of it. */
interface Picked {
  statuses: number[];
  open: string | null;
}

/** What was picked, or 401 where the page has that in such words alone and the rest is open. */
export function orDoubted(picked: Picked, { todos, answers }: Pick<Facts, 'todos' | 'answers'>): Picked {
  if (picked.open === null || picked.statuses.includes(401) || answers.some(({ status }) => status === 401))
    return picked;
  const said = todos
    .flatMap(({ doubted }) => doubted?.refusals ?? [])
    .filter(({ status, words }) => status === 401 && wrong.test(codesAsWords(words)))
    .filter(({ words }) => !isOfOthers(words) && !denies(words));
  const shown = said.map(({ words }) => `401 "${quotedWords(words)}"`).join(', ');
  return said.length === 0
    ? picked
    : {
        statuses: [401],
        open: `${picked.open}, and ${shown}, of which not all words were understood; the draft has 401`,
      };
}

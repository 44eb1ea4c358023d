/** A page of text that is read, and a person's answers to what it leaves open. */
import type { Facts, Todo } from '../../src/draft/facts/facts.ts';
import { factsOf } from '../../src/draft/read/derive.ts';
import { answered } from '../../src/draft/write/files/answer.ts';
import { todosOf } from '../../src/draft/write/files/draft.ts';

/** Where the page is from. */
export const origin = { provider: 'x', url: 'https://x.test/docs', read: '2026-01-02' };

/** The facts of a page in Markdown. */
export const read = (text: string): Promise<Facts> => factsOf({ text, format: 'markdown', base: 'page' });

/** The question of a kind that is open, if there is one. */
export const openOf = (facts: Facts, about: string): Todo | undefined =>
  todosOf(facts, origin).find(({ ask }) => ask?.about === about);

/** Answers each question in order; the last element is what is wrong with an answer that was not taken. */
export function answer(facts: Facts, answers: [about: string, text: string][]): { facts: Facts; faults: string[] } {
  let now = facts;
  const faults: string[] = [];
  for (const [about, text] of answers) {
    const todo = openOf(now, about);
    const taken = todo ? answered(now, origin, todo, text) : { fault: `${about} is not asked` };
    if ('facts' in taken) now = taken.facts;
    else faults.push(taken.fault);
  }
  return { facts: now, faults };
}

/** What a page says of tokens that are asked for again, in a part that no reader looked at, as its answers to questions. */
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { againTodo, harmIn, newerTodo } from '../../read/harms.ts';
import { saidOnPage } from '../basis/said-on-page.ts';

/** The questions about such sentences that no other question quotes. */
export function unheardTodos(facts: Facts): Todo[] {
  if (!/token|request|permintaan/i.test(facts.written ?? '')) return [];
  const asked = facts.todos.map(({ what }) => what).join('\n');
  const said = (of: 'again' | 'newer'): string[] =>
    saidOnPage(facts, (one) => harmIn(one) === of && !asked.includes(quotedWords(one)));
  const [again, newer] = [said('again'), said('newer')];
  return [...(again.length > 0 ? [againTodo(again)] : []), ...(newer.length > 0 ? [newerTodo(newer)] : [])];
}

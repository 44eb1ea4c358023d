/** Questions about samples that were not read, of which a page may leave very many. */
import type { Todo } from '../facts/facts.ts';

/** Samples that were not read for one reason and are each a question. */
const mostAlike = 100;

/** The questions, with the samples beyond the first that were not read for one reason as one question, which stays in their place. */
export function samplesAsOne(todos: Todo[]): Todo[] {
  const alike = new Map<string, { what: string; shown: string }[]>();
  const [kept, places]: [Todo[], Map<number, string>] = [[], new Map()];
  for (const todo of todos) {
    const { kind, what } = todo;
    if (kind?.of !== 'unread sample') {
      kept.push(todo);
      continue;
    }
    const list = alike.get(kind.why) ?? [];
    alike.set(kind.why, list);
    list.push({ what, shown: kind.shown });
    if (list.length === mostAlike + 1) places.set(kept.length, kind.why);
    if (list.length <= mostAlike + 1) kept.push(todo);
  }
  return kept.map((todo, index) => {
    const why = places.get(index) ?? null;
    const more = (why === null ? [] : (alike.get(why) ?? [])).slice(mostAlike);
    const [first, last] = [more[0], more.at(-1)];
    // One more is a question of its own.
    if (!first || !last || more.length === 1) return todo;
    return {
      name: `samples more ${places.size > 1 ? index : ''}`.trim(),
      what: `what ${more.length} more samples show, from ${first.shown} to ${last.shown}; they were not read: ${why}`,
    };
  });
}

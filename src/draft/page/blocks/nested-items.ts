/** Items of a list below others: members of what holds some, values of what holds none, or fields of a part that words name. */
import type { Todo } from '../../facts/facts.ts';
import type { Block } from './blocks.ts';
import { isPart, isUnderstood } from './heading-words.ts';
import type { Field } from './reading.ts';

type ListBlock = Extract<Block, { kind: 'list' }>;
type Item = ListBlock['items'][number];

/** Types that have no members. */
const scalar = ['string', 'integer', 'number', 'boolean'];

/** An item of several words that only announces what is below it. */
const caption = /^[*_]*[\p{L}][^`:\s]*\s[^`:]*:[*_]*$/u;

/** For each item the one that it lies below; -1 for none. */
function parentsOf(items: Item[]): number[] {
  const open: number[] = [];
  return items.map(({ depth }, at) => {
    while (open.length > 0 && (items[open.at(-1) ?? 0]?.depth ?? 0) >= depth) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(at);
    return parent;
  });
}

/** What the items of a list are. */
export interface Nested {
  /** Fields, each with the level that it is on. */
  fields: Field[];
  /** How many items are none, and lie below one that is. */
  below: number;
  /** Questions about those. */
  todos: Todo[];
}

/** Characters of an item that a question quotes, and items that one names. */
const mostQuoted = 60;
const mostNamed = 6;

/** The fields that the items of a list are; what lies below a value without members is none. */
export function nestedIn({ title, line, items }: ListBlock, fieldOf: (text: string) => Field | null): Nested {
  const isCaption = items.map(
    ({ text }, at) => caption.test(text.trim()) && (items[at + 1]?.depth ?? 0) > (items[at]?.depth ?? 0),
  );
  const known = items.map(({ text }, at) => (isCaption[at] ? null : fieldOf(text)));
  const parents = parentsOf(items);
  // What words alone announce is on their level.
  const levels: number[] = [];
  for (const parent of parents) levels.push(parent < 0 ? 0 : (levels[parent] ?? 0) + (known[parent] ? 1 : 0));
  const values = new Map<string, string[]>();
  const fields = items.flatMap(({ text }, at): Field[] => {
    const field = known[at];
    const above = parents[at] ?? -1;
    const holder = known[above];
    if (holder && scalar.includes(String(holder.schema['type']))) {
      const said = values.get(holder.name) ?? [];
      if (said.length === 0) values.set(holder.name, said);
      said.push(text.replace(/\s+/g, ' ').slice(0, mostQuoted));
      return [];
    }
    if (!field) return [];
    const words = isCaption[above] ? (items[above]?.text ?? '').replace(/[:*_]+$/g, '').trim() : '';
    const isOfSome = words !== '' && !isPart(words) && !isUnderstood(words);
    const left = isOfSome ? { left: [field.left, words].filter(Boolean).join(', ') } : {};
    const placed = { at: `${title}, ${field.name}`, schema: { ...field.schema } };
    return [{ ...field, ...placed, depth: levels[at] ?? 0, ...left }];
  });
  const todos = [...values].slice(0, mostNamed).map(
    ([name, said]): Todo => ({
      name: `${name} values`,
      what: `which values ${name} has, and what they mean: the list "${title}" (line ${line}) has below it ${said
        .slice(0, mostNamed)
        .map((text) => `"${text}"`)
        .join(', ')}`,
    }),
  );
  return { fields, below: [...values.values()].flat().length, todos };
}

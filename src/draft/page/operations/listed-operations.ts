/** The sections of a page that are about an operation by its name, where a table gives the names with their addresses. */
import type { Block } from '../blocks/blocks.ts';
import { createReading, type ListedOperation, type Reading } from '../blocks/reading.ts';

/** Characters of a heading that is looked at. */
const longest = 200;

const plain = (text: string): string =>
  text
    .slice(0, longest)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The names that a heading has, each but within a longer one, in their order. */
function namedIn(title: string, names: Map<string, ListedOperation>): ListedOperation[] {
  const found: ListedOperation[] = [];
  let rest = ` ${plain(title)} `;
  for (const [name, operation] of names) {
    if (!rest.includes(` ${name} `)) continue;
    rest = rest.replaceAll(` ${name} `, '  |  ');
    found.push(operation);
  }
  return found;
}

/**
 * The readings of a page with those of its headings that name an operation which a table lists; the table has given all
 * it holds then. Nothing changes where fewer than two of the operations have a section.
 */
export function withListed(blocks: Block[], readings: Reading[]): Reading[] {
  const listing = readings.filter(({ listed }) => listed !== undefined);
  const listed = listing.flatMap((reading) => reading.listed ?? []);
  if (listed.length < 2) return readings;
  const names = new Map(
    listed
      .map((one): [string, ListedOperation] => [plain(one.name), one])
      .filter(([name]) => name.length > 2)
      .sort(([a], [b]) => b.length - a.length),
  );
  const told = new Set<ListedOperation>();
  const stated = blocks.flatMap((block): Reading[] => {
    const named = block.kind === 'heading' ? namedIn(block.title, names) : [];
    return named.map((operation) => {
      told.add(operation);
      const reading = createReading(block, 'text');
      const at = `Heading ${block.title}`;
      reading.statement.path = { value: operation.path, at };
      if (operation.method !== null) reading.statement.method = { value: operation.method, at };
      return { ...reading, used: 1 };
    });
  });
  if (told.size < 2) return readings;
  const why = 'it lists operations, and the sections that name one of them are about it';
  return [
    ...readings.map((one) => (one.listed === undefined || one.used > 0 ? one : { ...one, why, todos: [] })),
    ...stated,
  ];
}

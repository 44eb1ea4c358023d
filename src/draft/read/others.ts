/** Operations beside the token's, from descriptions and pages together. */
import { InputError } from '../../contract/problems.ts';
import type { Facts, OtherFacts } from '../facts/facts.ts';
import type { Page } from '../facts/input.ts';
import { keyAt, otherKey } from '../merge/flatten.ts';
import { mergeOther } from '../merge/merge-other.ts';
import { idBeside } from '../openapi/description.ts';
import { shownOperation } from '../page/operations/choose.ts';
import type { ApiFacts } from './api.ts';
import { askedFor, type PageOther } from './page-operations.ts';
import type { PageFacts } from './pages.ts';

/** Operations that a fault lists. */
const mostListed = 8;

/**
 * @param texts the pages of text that were read
 * @throws InputError for an operation that is asked for and that neither a page nor a description has.
 */
export function requireAsked(
  wanted: string[],
  texts: Page[],
  apis: ApiFacts[],
  { operations, others }: Pick<PageFacts, 'operations' | 'others'>,
): void {
  const there = [...new Set([...apis.flatMap(({ names }) => names), ...operations.map(shownOperation)])];
  const listed = there.slice(0, mostListed).join(', ') || 'none';
  if (wanted.includes('all') && texts.length > 0 && [...others, ...apis.flatMap((api) => api.others)].length === 0)
    throw new InputError(
      `${texts.map(({ base }) => base).join(', ')} holds no OpenAPI description, and no operation beside the one that issues tokens:`,
      [`leave --with out, or add the page that describes one; there is: ${listed}`],
    );
  for (const name of wanted) {
    if (name === 'all' || apis.some(({ missed }) => !missed.includes(name))) continue;
    if (askedFor(operations, [name]).length === 0)
      throw new InputError(`There is no operation "${name}".`, [`correct --with; there is: ${listed}`]);
  }
}

/** The operations beside the token's, each once: what a page says of one that a description has is merged with it. */
export function othersOf(described: OtherFacts[], pages: PageOther[], token: Pick<Facts, 'servers'>): OtherFacts[] {
  const taken = new Set(['token', 'probe', ...described.map(({ id }) => id)]);
  const found = [...described];
  for (const { operation, statements, todos, passages } of pages) {
    const key = keyAt(operation.method, operation.path);
    const at = found.findIndex((one) => otherKey(one) === key);
    const known = found[at];
    const id = known?.id ?? idBeside(operation.name, (one) => taken.has(one));
    taken.add(id);
    const merged = mergeOther(id, known ? [...statements, known] : statements, todos, token, [
      ...passages,
      ...(known?.passages ?? []),
    ]);
    if (known) found[at] = merged;
    else found.push(merged);
  }
  return found;
}

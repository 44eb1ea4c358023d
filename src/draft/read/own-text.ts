/** The text of pages and descriptions without what is of another operation than the token's. */
import { isObject, type JsonObject } from '../../formats/json.ts';
import type { PageOperation } from '../page/operations/operation.ts';
import type { Address } from '../page/values/address.ts';
import { passageOf } from './account.ts';
import { addressed } from './beyond.ts';
import { isOne, type Sheet } from './sheets.ts';

/** What some pages say that stands in no part about another operation. */
export const textWithoutOthers = (sheets: Sheet[], chosen: PageOperation): string =>
  sheets
    .flatMap(({ blocks, of }) =>
      blocks.filter((_, index) => {
        const operation = of[index];
        return operation === undefined || !addressed(operation) || isOne(operation, chosen);
      }),
    )
    .map((block) => (block.kind === 'heading' ? block.title : passageOf(block)))
    .join('\n\n');

const methods: ReadonlySet<string> = new Set('get post put patch delete head options trace'.split(' '));

/** The node of a path with the operation of one method alone. */
const withMethod = (item: JsonObject, method: string | null): JsonObject =>
  Object.fromEntries(
    Object.entries(item).filter(([key]) => method === null || !methods.has(key) || key === method.toLowerCase()),
  );

/** What a description says beside its other operations; null where it lists none by their paths, or not the token's. */
export function descriptionWithoutOthers(value: JsonObject, { method, path }: Address): string | null {
  const { paths } = value;
  if (!isObject(paths)) return null;
  const own = Object.entries(paths).flatMap(([key, item]): [string, JsonObject][] =>
    isObject(item) && key.replace(/[?#].*$/, '') === path ? [[key, withMethod(item, method)]] : [],
  );
  if (own.length === 0) return null;
  return JSON.stringify({ ...value, paths: Object.fromEntries(own) }, null, 1).replaceAll('\\n', '\n');
}

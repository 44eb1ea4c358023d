/** What a description says outside of its operations: before them, and of its servers. */
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject } from '../../formats/json.ts';
import { type OperationName, pathPointer } from '../openapi/description.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { blocksOf } from '../page/text/page.ts';

export const isText = ({ kind }: Block): boolean => kind === 'lines' || kind === 'list';

const plainCell = (cell: string): string => cell.replace(/\s+/g, ' ').trim();

/** A table as lines, each of its rows one: no reader of descriptions takes tables in their words. */
function asLines(block: Block): Block {
  if (block.kind !== 'table') return block;
  const rows = block.rows.map((row) =>
    row
      .map(plainCell)
      .filter((cell) => cell !== '')
      .join(' | '),
  );
  return { kind: 'lines', title: block.title, line: 0, lines: [rows.join('\n\n')] };
}

/** What a description says before its operations, as text. */
export function introductionOf(api: JsonObject): Block[] {
  const words = atPointer(api, '/info/description');
  return typeof words === 'string' ? blocksOf(words, 'markdown').map(asLines).filter(isText) : [];
}

/** What a description says of the servers of an operation, each with its address. */
export function wordsOfServers(api: JsonObject, { method, path }: OperationName): Block[] {
  const item = pathPointer(path);
  const lists: (Json | undefined)[] = [
    atPointer(api, `${item}/${method.toLowerCase()}/servers`),
    atPointer(api, `${item}/servers`),
    api['servers'],
  ];
  return lists
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .filter(isObject)
    .flatMap(({ url, description }): Block[] =>
      typeof description === 'string' ? [{ kind: 'lines', title: String(url), line: 0, lines: [description] }] : [],
    );
}

/** What a collection says of its request in words: the tables of its description, and the descriptions of its parameters. */
import { atPointer, isObject, type JsonObject } from '../../formats/json.ts';
import type { Statement } from '../facts/facts.ts';
import { asOneQuestion, qualified } from '../facts/qualified.ts';
import type { Block } from '../page/blocks.ts';
import { noMentions } from '../page/mentions.ts';
import { blocksOf } from '../page/page.ts';
import { shownBlock } from '../page/reading.ts';
import { readBlocks } from './blocks.ts';

/** Parameters that are sent by their names. */
const sent = ['header', 'query'];

/** The parameters that have a description as a table of them. */
function parameterTable(operation: JsonObject): Block[] {
  const { parameters } = operation;
  const rows = (Array.isArray(parameters) ? parameters.filter(isObject) : []).flatMap((one) => {
    const { name, in: place, description } = one;
    const isDescribed = typeof description === 'string' && description.trim() !== '' && sent.includes(String(place));
    return isDescribed ? [[String(name), String(place), description.replace(/\s*\n\s*/g, ' ')]] : [];
  });
  return rows.length === 0
    ? []
    : [{ kind: 'table', title: 'Parameters', line: 0, head: ['Name', 'In', 'Description'], rows }];
}

/**
 * The statements of such words, where a collection is read for an operation.
 * @param pointer where the operation lies in the description that the collection became
 */
export async function collectionWords(api: JsonObject, pointer: string, base: string): Promise<Statement[]> {
  const operation = atPointer(api, pointer);
  if (!isObject(operation)) return [];
  const { description } = operation;
  // What stands below no heading of a request is about that request.
  const title: Block = { kind: 'heading', title: 'Request', depth: 1, line: 0 };
  const written = typeof description === 'string' ? blocksOf(description, 'markdown') : [];
  const blocks = written.filter(({ kind }) => kind === 'table' || kind === 'heading');
  const { readings } = await readBlocks([title, ...parameterTable(operation), ...blocks], base);
  return readings
    .filter(({ block: { kind } }) => kind === 'table')
    .map((reading) => {
      const { statement, todos } = qualified(reading.statement, shownBlock(reading.block), noMentions);
      return { ...statement, todos: [...(statement.todos ?? []), ...asOneQuestion(reading.todos, todos)] };
    });
}

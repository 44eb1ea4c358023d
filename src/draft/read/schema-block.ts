/** A JSON Schema in the code of a page: it states the members of a body, and is no sample of one. */
import { isObject, type JsonObject } from '../../formats/json.ts';
import { nowhere } from '../openapi/follow.ts';
import { members } from '../openapi/members.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { type Context, contextOf } from '../page/blocks/heading-words.ts';
import { createReading, type Reading } from '../page/blocks/reading.ts';

/** The schema of an object that a block of code is; null for anything else. */
export function schemaIn(text: string): JsonObject | null {
  // Most samples have no member of that name, however it is escaped.
  if (!/properties|\\u/.test(text)) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || !isObject(value['properties'])) return null;
  const isSchema = value['type'] === 'object' || typeof value['$schema'] === 'string';
  return isSchema && Object.values(value['properties']).every((one) => isObject(one)) ? value : null;
}

/** Reads a schema as the fields of the body that the headings above it name. */
export function readSchema(block: Extract<Block, { kind: 'code' }>, schema: JsonObject, above: Context): Reading {
  const reading = createReading(block, 'table');
  const at = `${block.title}, schema`;
  const own = contextOf(block.info);
  const side = own.side ?? above.side;
  const status = own.status ?? above.status;
  const read = { otherSide: side === 'request' ? ('readOnly' as const) : ('writeOnly' as const), todos: reading.todos };
  const found = members(schema, schema, { ...nowhere, fallback: at }, read);
  const fields = found.map((one) => ({ ...one, origin: 'table' as const }));
  if (side === null) return { ...reading, why: 'nothing says whether it is of a request or an answer' };
  if (side === 'response' && status === null && (own.error || above.error))
    return { ...reading, why: 'nothing says which status such an answer has' };
  if (side === 'request') reading.statement.request.push(...fields);
  else
    reading.statement.answers.push({
      ...{ status: status ?? 200, at, origin: 'table', members: fields },
      ...(status === null ? { assumed: true as const } : {}),
    });
  return { ...reading, used: fields.length };
}

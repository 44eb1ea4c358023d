/** What a page declares of a value, beside what its own samples show of it: it takes both until a person decides. */
import { isDeepStrictEqual } from 'node:util';
import { type Json, lastKeyOf, type Schema } from '../../formats/json.ts';
import type { FactOrigin, PageReading, Todo } from '../facts/facts.ts';
import { brokenKeywords, isShortened } from '../openapi/sound.ts';
import { listShown } from './shown-lists.ts';

/** What a source says of a value, and shows of it. */
export interface Shown {
  at: string;
  origin: FactOrigin;
  schema: Schema;
  example?: Json;
}

/** How a comparison calls a value: its pointer, or the name of a header; and whether a run compares what it is by a reading. */
export interface Called {
  name: string;
  pointer: string;
  isRead: boolean;
}

/** How a statement begins that a source makes. */
export const said: Record<FactOrigin, string> = {
  table: 'The table',
  openapi: 'The OpenAPI block',
  text: 'The text',
  sample: 'The sample',
};

function lengthReading({ name, pointer }: Called, one: Shown, sample: Shown, length: number): PageReading {
  const most = Number(one.schema['maxLength']);
  return {
    name: `${name} length`,
    statement: `Whether ${name} keeps to ${most} characters.`,
    at: `${one.at}, and ${sample.at}`,
    options: [
      {
        name: one.origin,
        documented: `${said[one.origin]} allows ${most} characters.`,
        body: { [pointer]: { maxLength: most } },
      },
      { name: 'sample', documented: `The sample shows ${length}.`, body: { [pointer]: { minLength: most + 1 } } },
    ],
  };
}

/** In whatever letter case the type of a token is written, RFC 6749, section 5.1, calls it the same, and so does a run. */
const isSameType = (pointer: string, limit: unknown, value: Json): boolean =>
  lastKeyOf(pointer) === 'token_type' &&
  typeof value === 'string' &&
  [limit].flat().some((one) => typeof one === 'string' && one.toLowerCase() === value.toLowerCase());

/** An example as it is sent: a cell may have it in quotes. */
const unquoted = (example: Json | undefined): Json =>
  typeof example === 'string' ? example.replace(/^(["'])(.+)\1$/, '$2') : (example ?? null);

/** A keyword that takes a value beside what it took; none where it limits what nobody knows the limits of. */
function widened(keyword: string, limit: Json | undefined, value: Json): Schema {
  if (keyword !== 'const' && keyword !== 'enum') return {};
  const values = [limit ?? null].flat();
  return { enum: values.some((one) => isDeepStrictEqual(one, value)) ? values : [...values, value] };
}

/** What of a schema holds for the values that a page shows. */
interface Held {
  schema: Schema;
  todos: Todo[];
  /** What a run reads from the answers. */
  contradictions: PageReading[];
}

/** A schema without what the values break that the page shows, the questions, and the readings of a run. */
export function withShown(called: Called, schema: Schema, group: Shown[]): Held {
  const { name, pointer } = called;
  const found: Held = { schema, todos: [], contradictions: [] };
  const values = new Set<Todo>();
  for (const one of group) {
    const example = unquoted(one.example);
    if (example === null || isShortened(example)) continue;
    found.schema = listShown(found.schema, example) ?? found.schema;
    for (const keyword of brokenKeywords(found.schema, example)) {
      const { [keyword]: limit, ...rest } = found.schema;
      if (/^(?:const|enum)$/.test(keyword) && isSameType(pointer, limit, example)) continue;
      found.schema = { ...rest, ...widened(keyword, limit, example) };
      const from = group.find((other) => other.origin !== 'sample' && other.schema[keyword] !== undefined) ?? one;
      if (keyword === 'maxLength' && called.isRead && one.origin === 'sample' && typeof example === 'string') {
        found.contradictions.push(lengthReading(called, from, one, example.length));
        continue;
      }
      // A length alone may be the longest as well as that of each value.
      const isLength = keyword === 'minLength' && limit === rest['maxLength'];
      const declared = isLength
        ? `its length is ${JSON.stringify(limit)} (${from.at}), which may be exact or the longest`
        : `it has ${keyword} ${JSON.stringify(limit)} (${from.at})`;
      const shown = JSON.stringify(typeof example === 'string' ? example.slice(0, 80) : example);
      const which = one.origin === 'sample' ? 'the sample' : 'its own example';
      const known = found.todos.find((todo) => values.has(todo));
      // The values that were taken beside the declared ones are none that the page declares.
      if (known && /^(?:const|enum)$/.test(keyword)) {
        known.what = `${known.what}, and ${which} shows ${shown} (${one.at})`;
        continue;
      }
      const todo: Todo = {
        name: `example ${name}`,
        kind: { of: 'example' },
        what: `what ${name} may be: ${declared}, and ${which} shows ${shown} (${one.at})`,
      };
      if (/^(?:const|enum)$/.test(keyword)) values.add(todo);
      found.todos.push(todo);
    }
  }
  return found;
}

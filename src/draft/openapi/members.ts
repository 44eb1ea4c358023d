/** The members of a body of a description, each with its keywords and its place. */
import type { Json, JsonObject } from '../../formats/json.ts';
import { isObject, pointerOf } from '../../formats/json.ts';
import type { Member, Todo } from '../facts/facts.ts';
import { anyItem } from '../facts/list-items.ts';
import type { Description } from './description.ts';
import { follow, merged, type Place, where } from './follow.ts';
import { valuesSaid } from './said-values.ts';
import { soundOf } from './sound.ts';

/** Levels of a body that are read; what lies deeper is no fact of a token endpoint. */
const deepest = 6;

/** What an `x-clause` of our own files says of a fact. */
export function mark(value: JsonObject): { clause?: string; cites?: string; at?: string } {
  const found = value['x-clause'];
  if (!isObject(found)) return {};
  const cites = found['source'];
  return { clause: String(found['id']), at: String(found['at']), ...(typeof cites === 'string' ? { cites } : {}) };
}

/** What a description says of a fact in words, and that it is to be used no more. */
export function wordsOf({ description, deprecated }: JsonObject): { notes?: string } {
  const words = [
    ...(deprecated === true ? ['Deprecated.'] : []),
    ...(typeof description === 'string' ? [description] : []),
  ];
  return words.length > 0 ? { notes: words.join(' ') } : {};
}

/** The only example of a value, or its default. */
export function exampleIn({ example, examples, default: usual }: JsonObject): Json | undefined {
  return example ?? (Array.isArray(examples) ? examples[0] : usual);
}

/** Which members of a body are read, and where what is open of them goes. */
export interface Reading {
  /** The mark of members that the other side of the exchange has alone. */
  otherSide: 'readOnly' | 'writeOnly';
  todos: Todo[];
}

/** Keywords by which a value is described otherwise for some requests or answers. */
const conditions = ['if', 'not', 'dependentRequired', 'dependentSchemas', 'dependencies'];

/** The questions about a value: keywords that cannot be used, and forms of which a draft can say none. */
export function openOf(schema: JsonObject, wrong: string[], at: string): Todo[] {
  const isChoice = schema['oneOf'] !== undefined || schema['anyOf'] !== undefined;
  const found = conditions.filter((name) => schema[name] !== undefined);
  return [
    ...(found.length > 0
      ? [
          {
            name: `conditions ${at}`,
            kind: { of: 'conditions' as const },
            what: `what ${at} says under ${found.join(', ')}; a draft has no conditions`,
          },
        ]
      : []),
    ...(isChoice ? [{ name: `${at} form`, what: `what ${at} may be: the description gives several forms` }] : []),
    ...(wrong.length > 0
      ? [
          {
            name: `keywords ${at}`,
            kind: { of: 'keywords' as const },
            what: `what ${at} may be: ${wrong.join('; ')}; it was left out`,
          },
        ]
      : []),
  ];
}

/** What a description says of each item of a list beside its type alone: the item itself, where its keywords say more, and its members. */
function itemsOf(
  api: Description,
  { schema, place }: { schema: JsonObject; place: Place },
  reading: Reading,
  pointer: string,
  above: JsonObject[],
): Member[] {
  if (schema['items'] === undefined) return [];
  const item = merged(api, schema['items'], place);
  if (!item) return [];
  const here = `${pointer}/${anyItem}`;
  const { schema: said, wrong } = soundOf(item.schema);
  const at = where(place, here);
  reading.todos.push(...openOf(item.schema, wrong, at));
  const inner = members(api, schema['items'], place, reading, here, above);
  const own: Member = { pointer: here, at, origin: 'openapi', required: false, schema: said };
  // That an item is an object is what its members say.
  const isTold = Object.keys(said).some((name) => name !== 'type' || said[name] !== 'object');
  return [...(isTold ? [own] : []), ...inner, ...itemsOf(api, item, reading, here, above)];
}

/** The members of a body, a member of a member included; a schema inside itself is not gone into again. */
export function members(
  api: Description,
  schema: Json | undefined,
  place: Place,
  reading: Reading,
  pointer = '',
  above: JsonObject[] = [],
): Member[] {
  const own = follow(api, schema, place)?.value;
  const whole = merged(api, schema, place);
  if (!own || !whole || above.includes(own) || above.length > deepest) return [];
  const required = Array.isArray(whole.schema['required']) ? whole.schema['required'] : [];
  const properties = isObject(whole.schema['properties']) ? whole.schema['properties'] : {};
  return Object.entries(properties).flatMap(([name, value]): Member[] => {
    const here = `${pointer}${pointerOf([name])}`;
    const holder = whole.places[name] ?? whole.place;
    const member = merged(api, value, holder);
    if (!member || member.schema[reading.otherSide] === true) return [];
    const { schema: said, wrong } = soundOf(member.schema);
    const at = where(holder, `${pointer}/${name}`);
    reading.todos.push(...openOf(member.schema, wrong, at));
    const example = exampleIn(member.schema);
    const fact: Member = {
      ...{ pointer: here, at, origin: 'openapi' },
      // Many writers mark a member itself, as drafts of JSON Schema before the fourth had it.
      required: required.includes(name) || member.schema['required'] === true,
      schema: { ...said, ...valuesSaid(said, name, member.schema['description'], example) },
      ...(example === undefined ? {} : { example }),
      ...wordsOf(member.schema),
      ...mark(member.schema),
    };
    const around = [...above, own];
    return [
      fact,
      ...members(api, value, holder, reading, here, around),
      ...itemsOf(api, member, reading, here, around),
    ];
  });
}

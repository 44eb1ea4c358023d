/** The members of a body of a description, each with its keywords and its place. */
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Json, JsonObject, Schema } from '../../formats/json.ts';
import { isObject, pointerOf } from '../../formats/json.ts';
import { keywords, type Member } from '../facts/facts.ts';
import type { Description } from './description.ts';
import { follow, merged, type Place, where } from './follow.ts';

/** Levels of a body that are read; what lies deeper is no fact of a token endpoint. */
const deepest = 6;

// A format that no validator knows says nothing that could be judged.
const knownFormat = (format: Json | undefined): boolean => typeof format === 'string' && format in fullFormats;

/** The keywords of a schema that state a fact of its own. */
export function keywordsOf(schema: JsonObject): Schema {
  const said = keywords.filter(
    (keyword) => schema[keyword] !== undefined && (keyword !== 'format' || knownFormat(schema[keyword])),
  );
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => said.includes(keyword)));
}

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

/**
 * The members of a body, a member of a member included; a schema inside itself is not gone into again.
 * @param otherSide the mark of members that the other side of the exchange has alone
 */
export function members(
  api: Description,
  schema: Json | undefined,
  place: Place,
  otherSide: 'readOnly' | 'writeOnly',
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
    if (!member || member.schema[otherSide] === true) return [];
    const example =
      member.schema['example'] ??
      (Array.isArray(member.schema['examples']) ? member.schema['examples'][0] : member.schema['default']);
    const fact: Member = {
      pointer: here,
      at: where(holder, `${pointer}/${name}`),
      origin: 'openapi',
      required: required.includes(name),
      schema: keywordsOf(member.schema),
      ...(example === undefined ? {} : { example }),
      ...wordsOf(member.schema),
      ...mark(member.schema),
    };
    return [fact, ...members(api, value, holder, otherSide, here, [...above, own])];
  });
}

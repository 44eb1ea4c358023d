/** What several statements say about the members of one body, as one list; where they disagree, the contradiction. */
import { type Json, type Schema, shownPointer, typeOfJson } from '../../formats/json.ts';
import type { FactOrigin, Member, PageReading, Todo } from '../facts/facts.ts';
import { isInItems, isLeftEmpty, withLists } from '../facts/list-items.ts';
import { bare, fitsName, onlyValue } from '../page/values/only-value.ts';
import { choiceShown } from '../page/values/said.ts';
import { asListOf } from '../page/values/text-lists.ts';
import { credentialKind } from '../page/values/values.ts';
import { said, withShown } from './against-samples.ts';
import { differing } from './differing.ts';
import { asForms } from './forms.ts';
import { withNull } from './nulls.ts';
import { placed, shownElsewhere } from './placed.ts';
import { plainConstant } from './plain-constants.ts';
import { ofSample } from './questions.ts';
import { withTypedValues } from './typed-values.ts';

/** The body whose members are merged. */
export interface Body {
  side: 'request' | 'granted' | 'refused';
  /** Its part of the name of a fact: `request`, `401`. */
  part: string;
  /** Its part of the name of a TODO: `refused-401`. */
  key: string;
  label: string;
}

interface Sink {
  contradictions: PageReading[];
  todos: Todo[];
}

const sorted = (types: Json[]): Json[] => [...new Set(types)].sort();

function typesOf(schema: Schema): Json[] {
  const { type } = schema;
  return type === undefined ? [] : Array.isArray(type) ? type : [type];
}

function fits(declared: Json[], sample: Json[]): boolean {
  return (
    declared.length === 0 ||
    sample.length === 0 ||
    sample.every((one) => declared.includes(one) || (one === 'integer' && declared.includes('number')))
  );
}

const articles: Record<string, string> = {
  array: 'an array',
  object: 'an object',
  integer: 'a whole number',
  null: 'null',
  boolean: 'true or false',
};

/** `a string or a whole number`, for a statement. */
const worded = (types: Json[]): string => types.map((type) => articles[String(type)] ?? `a ${type}`).join(' or ');

// In JSON a count is a number, with or without a fraction.
const asNumber = (types: Json[]): Json => {
  const list = types.map((one) => (one === 'integer' ? 'number' : one));
  const [only, ...others] = list;
  return only !== undefined && others.length === 0 ? only : list;
};

function typeContradiction(name: string, pointer: string, one: Member, other: Member): PageReading {
  const option = (member: Member) => ({
    name: member.origin,
    documented: `${said[member.origin]} has ${name} as ${worded(typesOf(member.schema))}.`,
    body: { [pointer]: { type: asNumber(typesOf(member.schema)) } },
  });
  return {
    name: `${name} type`,
    statement: `Whether ${name} is ${worded(typesOf(one.schema))} or ${worded(typesOf(other.schema))}.`,
    at: `${one.at}, and ${other.at}`,
    options: [option(one), option(other)],
  };
}

/** The value that words call the only one; a sample or an example alone is a value among others. */
function constantOf(name: string, group: Member[], side: Body['side']): string | null {
  if (credentialKind(name.split('.').at(-1) ?? '') !== null || group.some(({ isOpen }) => isOpen)) return null;
  const values = group.map(({ example }) => example).filter((one): one is string => typeof one === 'string');
  // Of an answer a value alone is an example, as the sample has it; a token has one type.
  const isExample = (notes: string): boolean =>
    side !== 'request' && !/token_?type$/i.test(name) && values.includes(bare(notes));
  const said = group.flatMap(({ notes }) =>
    notes === undefined || isExample(notes) ? [] : (onlyValue(notes, values, name) ?? []),
  );
  return said.find((value) => fitsName(value, name)) ?? null;
}

function one(body: Body, group: Member[], sampled: string[], sink: Sink): Member {
  const [first] = group;
  if (!first) throw new Error('a group of members has at least one');
  const { pointer } = first;
  const name = shownPointer(pointer);
  const declared = group.filter(({ origin }) => origin !== 'sample');
  const sample = group.find(({ origin }) => origin === 'sample');
  // No reading of a contradiction has a place in the items of a list.
  const isJudged = body.side === 'granted' && !isInItems(pointer);
  const schema: Schema = {};
  for (const { schema: own } of declared.length > 0 ? declared : group) {
    for (const [keyword, value] of Object.entries(own)) schema[keyword] ??= value;
  }
  const [main, ...others] = declared;
  if (main) sink.todos.push(...differing(name, declared));
  const against = [...others, ...(sample ? [sample] : [])].find(
    (member) => main && !fits(typesOf(main.schema), typesOf(member.schema)),
  );
  const sampleValue = sample?.example ?? main?.example;
  const mistyped =
    main?.example !== undefined && main.origin === 'openapi' && !fitsValue(typesOf(main.schema), main.example);
  // A request is sent as it is declared: an example of another type is none to send.
  const isShown = mistyped && body.side !== 'request';
  const other = against ? typesOf(against.schema) : isShown ? [typeShown(main.example ?? null)] : [];
  if (main && other.length > 0) schema['type'] = sorted([...typesOf(main.schema), ...other]);
  if (main && against && isJudged) {
    sink.contradictions.push(typeContradiction(name, pointer, main, against));
  } else if (main && (against || mistyped)) {
    const but = against
      ? `${said[against.origin]} has ${worded(typesOf(against.schema))}`
      : 'its own example is of another type';
    sink.todos.push({
      name: against ? `${name} type` : `example ${name} type`,
      ...(against ? {} : { kind: { of: 'example' } }),
      what: `the type of ${name} (${main.at}): declared as ${worded(typesOf(main.schema))}, but ${but}`,
    });
  }
  const isText = schema['type'] === undefined || schema['type'] === 'string';
  // What an error says is one of many, whatever its description names.
  const isOpen = (): boolean =>
    isText && body.side !== 'refused' && schema['const'] === undefined && schema['enum'] === undefined;
  const constant = isOpen() ? constantOf(name, group, body.side) : null;
  if (constant !== null) schema['const'] = constant;
  // What a description leaves to choose from is the value of a sample and others of its kind.
  const choice = isOpen() && typeof sampleValue === 'string' ? choiceShown(declared, sampleValue) : null;
  if (choice !== null) schema['enum'] = choice;
  Object.assign(schema, plainConstant(declared, schema, body.side, sink.todos));
  const required = declared.map((member) => member.required).find((value) => value !== null) ?? null;
  const isSeen = sample !== undefined || sampled.length === 0 || isLeftEmpty(pointer, sampled);
  disagreement(body, declared, required, isSeen ? [] : sampled, sink);
  const words = declared.map(({ notes = '' }) => notes).join('\n');
  const typed = asListOf(withTypedValues(name, first.at, schema, sink.todos), words);
  const shown = withShown({ name, pointer, isRead: isJudged }, typed, group);
  const nulled = withNull(name, shown.schema, group);
  sink.contradictions.push(...shown.contradictions);
  sink.todos.push(...shown.todos, ...nulled.todos);
  return {
    ...first,
    schema: nulled.schema,
    required,
    ...(group.some(({ ofFaults }) => ofFaults) ? { ofFaults: true } : {}),
    ...(sampleValue === undefined ? {} : { example: sampleValue }),
  };
}

const typeShown = (value: Json): Json => (Number.isInteger(value) ? 'integer' : typeOfJson(value));

const fitsValue = (types: Json[], value: Json): boolean => fits(types, [typeShown(value)]);

/** A member that one statement calls mandatory, and another leaves out, shows elsewhere or calls optional. */
function disagreement(
  body: Body,
  declared: Member[],
  required: boolean | null,
  /** What samples show that do not show it. */
  without: string[],
  sink: Sink,
): void {
  const yes = declared.find((member) => member.required === true);
  const no = declared.find((member) => member.required === false);
  const where = yes ?? no;
  if (!where || (!(yes && no) && !(required === true && without.length > 0))) return;
  const name = shownPointer(where.pointer);
  const elsewhere = yes && !no ? shownElsewhere(body.label, body.key, yes, without) : null;
  if (elsewhere) {
    sink.todos.push(elsewhere);
    return;
  }
  const other: FactOrigin = yes && no ? no.origin : 'sample';
  if (body.side !== 'request' || isInItems(where.pointer)) {
    sink.todos.push({
      name: `${body.key} ${name} mandatory`,
      what: `whether ${name} of ${body.label} is mandatory: ${said[where.origin].toLowerCase()} says so, ${said[other].toLowerCase()} does not (${where.at})`,
    });
    return;
  }
  const [mandatory, optional] = yes && no ? [yes.origin, no.origin] : [where.origin, 'sample' as const];
  sink.contradictions.push({
    name: `${name} left out`,
    statement: `Whether a request without ${name} is refused.`,
    at: yes && no ? `${yes.at}, and ${no.at}` : `${where.at}, and the sample request`,
    leftOut: name,
    options: [
      { name: mandatory, documented: `${said[mandatory]} calls ${name} mandatory.` },
      { name: optional, documented: `${said[optional]} does without it.`, status: 200 },
    ],
  });
}

/** The members that have a name; those with an empty part in theirs are asked for. */
function allNamed(body: Body, members: Member[], { todos }: Sink): Member[] {
  const isNamed = ({ pointer }: Member): boolean => !pointer.split('/').slice(1).includes('');
  const places = members.filter((member) => !isNamed(member)).map(({ at }) => at);
  if (places.length > 0)
    todos.push({
      name: `${body.key} empty names`,
      what: `which members of ${body.label} these are, of whose names a part is empty: ${[...new Set(places)].slice(0, 6).join('; ')}`,
    });
  return members.filter(isNamed);
}

/** The members of one body as the statements give them together; `samples` tells whether a sample of the whole body is there. */
export function mergeMembers(body: Body, given: Member[][], sink: Sink): Member[] {
  const { lists, todos } = asForms(body.part, given);
  sink.todos.push(...todos);
  const all = allNamed(body, placed(lists).flat(), sink);
  const sampled = all.filter(({ origin }) => origin === 'sample').map(({ pointer }) => pointer);
  const groups = new Map<string, Member[]>();
  for (const member of all) {
    const group = groups.get(member.pointer) ?? [];
    groups.set(member.pointer, group);
    group.push(member);
  }
  const merged = withLists(
    [...groups.values()].map((group) => one(body, group, sampled, sink)),
    sink,
  );
  const shown = merged.filter(({ pointer }) => groups.get(pointer)?.every(({ origin }) => origin === 'sample'));
  const [first] = shown;
  if (first) sink.todos.push(ofSample(body, first.at, shown));
  return merged;
}

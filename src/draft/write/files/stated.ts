/** Facts as a person states them in a line: `branchCode maxLength 4; 200 data.token required`. */
import type { Json, Schema } from '../../../formats/json.ts';
import { isObject, parseJson, pointerOf, shownPointer } from '../../../formats/json.ts';
import { decidedAt, type Facts } from '../../facts/facts.ts';
import { keywords } from '../../facts/keywords.ts';
import { anyItem } from '../../facts/list-items.ts';
import { typeOf } from '../../page/values/attributes.ts';
import { type Change, changed } from './changed.ts';

/** Where a fact stands, how a person calls it there, and how a comparison calls it. */
interface Named {
  where: string;
  name: string;
  fact: string;
  schema: Schema;
}

/** The parts of a request that a person names; an answer is named by its status. */
const parts = ['header', 'query', 'request'];

const sameName = (where: string, one: string, other: string): boolean =>
  where === 'header' ? one.toLowerCase() === other.toLowerCase() : one === other;

/** Everything of the request and of the answers that has a name. */
function namedIn({ headers, queries, request, answers }: Facts): Named[] {
  return [
    ...headers.map(({ name, schema }) => ({
      ...{ where: 'header', name, fact: `request header ${name.toUpperCase()}`, schema },
    })),
    ...queries.map(({ name, schema }) => ({ where: 'query', name, fact: `request query ${name}`, schema })),
    ...request.map(({ pointer, schema }) => ({
      ...{ where: 'request', name: shownPointer(pointer), fact: `request ${pointer}`, schema },
    })),
    ...answers.flatMap(({ status, members }) =>
      members.map(({ pointer, schema }) => ({
        ...{ where: String(status), name: shownPointer(pointer), fact: `${status} ${pointer}`, schema },
      })),
    ),
  ];
}

/** A member as `list[].name` as a pointer. */
const pointerTo = (name: string): string =>
  pointerOf(name.split('.').flatMap((key) => (key.endsWith('[]') ? [key.slice(0, -2), anyItem] : [key])));

/** The facts with one of that name added, where there is none yet; a text says why there can be none. */
function withNew(facts: Facts, where: string, name: string): { facts: Facts; fact: string } | string {
  const base = { at: decidedAt, origin: 'text' as const, required: null, schema: {} };
  const pointer = pointerTo(name);
  switch (where) {
    case 'header':
      return {
        facts: { ...facts, headers: [...facts.headers, { ...base, name }] },
        fact: `request header ${name.toUpperCase()}`,
      };
    case 'query':
      return { facts: { ...facts, queries: [...facts.queries, { ...base, name }] }, fact: `request query ${name}` };
    case 'request':
      return { facts: { ...facts, request: [...facts.request, { ...base, pointer }] }, fact: `request ${pointer}` };
  }
  const { answers } = facts;
  const answer = answers.find(({ status }) => String(status) === where);
  if (!answer) return `no answer ${where} is drafted; there is: ${answers.map(({ status }) => status).join(', ')}`;
  const members = [...answer.members, { ...base, pointer }];
  return {
    facts: { ...facts, answers: answers.map((one) => (one === answer ? { ...one, members } : one)) },
    fact: `${where} ${pointer}`,
  };
}

/** A value as a person writes it: JSON where it is that, else a text. */
export function jsonOrText(text: string): Json {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

const isCount = (value: Json): boolean => Number.isInteger(value) && Number(value) >= 0;

function isPattern(value: Json): boolean {
  try {
    return typeof value === 'string' && new RegExp(value, 'u').source !== '';
  } catch {
    return false;
  }
}

/** What each keyword takes: the words for it, and whether a value is of them. */
const takes: Record<string, [words: string, fits: (value: Json) => boolean]> = {
  enum: ['a list as ["a", "b"]', (value) => Array.isArray(value) && value.length > 0],
  minLength: ['a number of characters', isCount],
  maxLength: ['a number of characters', isCount],
  pattern: ['a regular expression', isPattern],
  format: ['the name of a format, as date-time', (value) => typeof value === 'string'],
  minimum: ['a number', (value) => typeof value === 'number'],
  maximum: ['a number', (value) => typeof value === 'number'],
  exclusiveMinimum: ['a number', (value) => typeof value === 'number'],
  exclusiveMaximum: ['a number', (value) => typeof value === 'number'],
  contentEncoding: ['the name of an encoding, as base64', (value) => typeof value === 'string'],
};

/** What can be said of a name: whether it has to be there, its exact length, and the keywords of a schema. */
const sayable = ['required', 'optional', 'length', ...keywords];

/** What a word and a value say of a fact; a text says what is wrong with them. */
function changeOf(word: string, text: string | undefined): Change | string {
  if (word === 'required' || word === 'optional')
    return text === undefined ? { required: word === 'required' } : `${word} takes no value`;
  if (!sayable.includes(word)) return `${word} says nothing of a fact; there is: ${sayable.join(', ')}`;
  if (text === undefined) return `${word} takes a value`;
  if (word === 'type') {
    const schema = typeOf(text);
    return isObject(schema) ? { schema } : `${text} is no type of JSON`;
  }
  const value = jsonOrText(text);
  if (word === 'length')
    return isCount(value) ? { schema: { minLength: value, maxLength: value } } : 'length takes a number of characters';
  const [words, fits] = takes[word] ?? ['', () => true];
  const schema: Schema = { [word]: word === 'pattern' ? text : value };
  return fits(word === 'pattern' ? text : value) ? { schema } : `${word} takes ${words}`;
}

const statement = /^(?:(header|query|request|[2-5]\d\d) )?(\S+) (\S+)(?: (.+))?$/;

/** One statement taken into the facts; a text says what is wrong with it. */
function withOne(facts: Facts, line: string): Facts | string {
  const [, where, name = '', word = '', text] = statement.exec(line) ?? [];
  if (name === '') return `"${line}" is no name with what is said of it, as "branchCode maxLength 4"`;
  const change = changeOf(word, text);
  if (typeof change === 'string') return change;
  const known = namedIn(facts).filter(
    (one) => (where === undefined || one.where === where) && sameName(one.where, one.name, name),
  );
  const [first] = known;
  if (known.length > 1)
    return `${name} stands in several places; say which: ${known.map((one) => `${one.where} ${one.name}`).join(', ')}`;
  if (first) return changed(facts, [first.fact], () => change);
  if (where === undefined)
    return `there is no ${name}; say where it stands: ${[...parts, ...facts.answers.map(({ status }) => status)].join(', ')}`;
  const added = withNew(facts, where, name);
  return typeof added === 'string' ? added : changed(added.facts, [added.fact], () => change);
}

/** Takes what a person states into the facts, `;` between the statements; a text says what is wrong with it. */
export function withStated(facts: Facts, text: string): Facts | string {
  let now = facts;
  for (const line of text.split(/\s*;\s*/).filter((one) => one !== '')) {
    const next = withOne(now, line);
    if (typeof next === 'string') return next;
    now = next;
  }
  return now;
}

/** Digits of a value that is another in each request, where the page gives it no length. */
const uniqueLength = 20;

/** Lengths that such a value may have, as the contract has them. */
const [leastUnique, mostUnique] = [12, 64];

/** A value of the good request as a person writes it; `unique` is another in each request. A text says what is wrong with it. */
function sentAs(text: string, { minLength, maxLength, format }: Schema): { value: Json } | string {
  if (text !== 'unique') return { value: jsonOrText(text) };
  if (format !== undefined) return `unique gives digits, and the draft has the format ${String(format)}; give a value`;
  const length = Math.max(Math.min(uniqueLength, Number(maxLength ?? mostUnique)), Number(minLength ?? 0));
  if (length < leastUnique || length > mostUnique)
    return `unique gives ${leastUnique} to ${mostUnique} digits, and the draft has ${length}; write it into the files`;
  return { value: { unique: 'digits', length } };
}

/** The values that a person gives to facts of the request, by fact; a text says what is wrong with them. */
export function valuesFor(facts: Facts, of: string[], text: string): Map<string, Json> | string {
  const wanted = namedIn(facts).filter(({ fact }) => of.includes(fact));
  const [only] = wanted;
  const given = [...text.matchAll(/([^\s=]+)=("(?:[^"\\]|\\.)*"|\S+)/g)].map(([, name = '', value = '']) => ({
    name,
    value,
  }));
  // Of one alone the name may be left out.
  if (only && wanted.length === 1 && given.length === 0) given.push({ name: only.name, value: text });
  const unknown = given.filter(({ name }) => !wanted.some((one) => sameName(one.where, one.name, name)));
  if (unknown.length > 0) return `there is no ${unknown.map(({ name }) => name).join(', ')} to give a value to`;
  const values = new Map<string, Json>();
  for (const { where, name, fact, schema } of wanted) {
    const own = given.find((one) => sameName(where, one.name, name));
    if (!own) return `${name} has no value; write ${wanted.map((one) => `${one.name}=value`).join(' ')}`;
    const sent = sentAs(own.value, schema);
    if (typeof sent === 'string') return `${name}: ${sent}`;
    values.set(fact, sent.value);
  }
  return values;
}

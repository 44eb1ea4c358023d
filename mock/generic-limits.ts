/** Whether a value goes beyond what its schema allows, each limit by the ways of a contract that go beyond it. */
import type { Row } from './generic-contract.ts';
import { marked, type RowRefusal } from './generic-refusals.ts';

type Group = 'type' | 'length' | 'value';

/** A limit: the group of keywords that it belongs to, the ways that go beyond it, and whether a value does. */
export interface Limit {
  group: Group;
  ways: string[];
  isBroken(schema: Row, value: unknown): boolean;
}

const lengthOf = (value: unknown): number | null => (typeof value === 'string' ? [...value].length : null);

const isNumeric = ({ type }: Row): boolean => type === 'integer' || type === 'number';

/** A value as a number, that of a form or a header as it is written; null where it is none. */
function numberIn(schema: Row, value: unknown): number | null {
  if (typeof value === 'number') return value;
  const isWritten = isNumeric(schema) && typeof value === 'string' && value.trim() !== '';
  return isWritten && Number.isFinite(Number(value)) ? Number(value) : null;
}

const against = (schema: Row, keyword: string, value: number | null, isBroken: (a: number, b: number) => boolean) => {
  const limit = schema[keyword];
  return value !== null && typeof limit === 'number' && isBroken(value, limit);
};

const isWord = (schema: Row, value: unknown): boolean =>
  isNumeric(schema) && typeof value === 'string' && numberIn(schema, value) === null;

/** Every limit, in the order in which a server would find it broken. */
export const limits: Limit[] = [
  { group: 'type', ways: ['word'], isBroken: isWord },
  {
    group: 'length',
    ways: ['too-long', 'very-long'],
    isBroken: (schema, value) => against(schema, 'maxLength', lengthOf(value), (length, most) => length > most),
  },
  {
    group: 'length',
    ways: ['too-short'],
    isBroken: (schema, value) => against(schema, 'minLength', lengthOf(value), (length, least) => length < least),
  },
  {
    group: 'value',
    ways: ['too-small'],
    isBroken: (schema, value) =>
      against(schema, 'minimum', numberIn(schema, value), (number, least) => number < least) ||
      against(schema, 'exclusiveMinimum', numberIn(schema, value), (number, least) => number <= least),
  },
  {
    group: 'value',
    ways: ['too-large'],
    isBroken: (schema, value) =>
      against(schema, 'maximum', numberIn(schema, value), (number, most) => number > most) ||
      against(schema, 'exclusiveMaximum', numberIn(schema, value), (number, most) => number >= most),
  },
  {
    group: 'value',
    ways: ['other-form'],
    isBroken: ({ pattern }, value) =>
      typeof pattern === 'string' && typeof value === 'string' && !new RegExp(pattern, 'u').test(value),
  },
];

/** The refusal of a value of a field beyond its limits; null where it keeps to them, or nothing says how it is refused. */
export function beyondField(schema: Row, name: string, value: unknown, rowRefusal: RowRefusal): string | null {
  const broken = limits.find((limit) => limit.isBroken(schema, value));
  return broken ? rowRefusal('field', name, ...broken.ways) || marked(schema, broken.group) || null : null;
}

/** As `beyondField`, of a header or a parameter of the query: the mark of one is about its presence unless it names a group. */
export function beyondText(
  node: Row,
  part: 'header' | 'parameter',
  value: string,
  rowRefusal: RowRefusal,
): string | null {
  const schema = (node['schema'] ?? {}) as Row;
  const named = ((node['x-clause'] ?? {}) as Row)['refusal'];
  const groups = typeof named === 'object' && named !== null ? (named as Partial<Record<Group, string>>) : {};
  const broken = limits.filter((limit) => limit.isBroken(schema, value));
  const found = broken.map(({ group, ways }) => rowRefusal(part, String(node['name']), ...ways) ?? groups[group]);
  return found.find((one) => one !== undefined) ?? null;
}

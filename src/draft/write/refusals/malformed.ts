/** Other values of credentials that break a form as well: a server may refuse them as a wrong parameter. */
import { isObject, type JsonObject, lastKeyOf } from '../../../formats/json.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Refusals } from './refusals.ts';

/** What is wrong in its form as well as a credential, by the ways that send it, with the statuses of such a form. */
const malformed = (parameters: number[]): { way: RegExp; status: number[]; note: string }[] => [
  {
    way: /^(?:line|nul)-after/,
    status: [400, 422],
    note: 'Credentials hold no control character (RFC 7617 2, RFC 6749 Appendix A), and a server may not read them.',
  },
  {
    way: /^(?:unreadable|not-base64)$/,
    status: parameters,
    note: 'A signature that is not in its encoding is a value in a wrong form as well.',
  },
];

/** A way to break a demand, and what the page says of the form of the part that it changes. */
interface Tried {
  way: string;
  /** A demand on the form of a field is a clause of its own, and a run knows what both of them send. */
  isField: boolean;
  schema: JsonObject;
}

/** What the page says of the form of the part that a demand changes; nothing of one that it does not describe. */
function formOf(demand: JsonObject, { headers, queries, request }: Facts): JsonObject {
  const header = demand['auth'] === 'snap-signature' ? 'X-CLIENT-KEY' : demand['header'];
  const called = (name: string, other: unknown): boolean => name.toLowerCase() === String(other).toLowerCase();
  const found =
    headers.find(({ name }) => called(name, header)) ??
    queries.find(({ name }) => name === demand['parameter']) ??
    request.find(({ pointer }) => lastKeyOf(pointer) === demand['field']);
  return found?.schema ?? {};
}

/** The keywords that another value breaks, by how it is made. */
const broken: Record<string, string[]> = {
  lengthened: ['maxLength', 'pattern', 'format'],
  shortened: ['minLength', 'pattern', 'format'],
  'blank-inside': ['pattern', 'format'],
};

/** The ways that break what is documented of the form of every part which they change, fields alone excepted. */
function outOfForm(all: Tried[]): string[] {
  const breaks = ({ way, schema }: Tried): boolean =>
    (broken[way.replace(/-client$/, '')] ?? []).some((keyword) => schema[keyword] !== undefined);
  const ways = [...new Set(all.filter(({ isField }) => !isField).map(({ way }) => way))];
  return ways.filter((way) => all.every((one) => one.way !== way || breaks(one)));
}

/** What one refusal of wrong credentials tolerates besides, by the ways of its clauses. */
function toleratedIn(name: string, clauses: readonly JsonObject[], others: number[], facts: Facts): JsonObject[] {
  const tried = clauses.flatMap(({ demand, refusal }): Tried[] => {
    if (refusal !== name || !isObject(demand)) return [];
    const part = { isField: 'field' in demand, schema: formOf(demand, facts) };
    return [demand['break'] ?? []].flat().map((way) => ({ ...part, way: String(way) }));
  });
  const all = tried.map(({ way }) => way);
  const unformed = outOfForm(tried);
  const row = (status: number[], ways: string[], note: string): JsonObject[] =>
    ways.length === 0 || status.length === 0 ? [] : [{ status, ways, effect: 'notes', note }];
  const ofForm = row(others, unformed, 'A value that breaks its documented form is a wrong parameter as well.');
  const ofAny = malformed(others).flatMap(({ way, status, note }) => {
    const ways = [...new Set(all.filter((one) => way.test(one)))];
    return row(status, ways, note);
  });
  return [...ofAny, ...ofForm];
}

/**
 * Rows of a draft in which wrong credentials may be refused as what they are as well: values in a wrong form.
 * @param own the statuses of each credential that has some of its own, by the id of the refusal
 */
export function orMalformed(
  rows: Record<string, JsonObject>,
  clauses: readonly JsonObject[],
  { credentials, parameters }: Refusals,
  own: Record<string, number[]>,
  facts: Facts,
): typeof rows {
  const all = { ...rows };
  for (const [name, statuses] of Object.entries({ ...own, credentials })) {
    const others = parameters.filter((status) => !statuses.includes(status));
    const tolerated = toleratedIn(name, clauses, others, facts);
    if (all[name] && tolerated.length > 0) all[name] = { ...all[name], tolerated };
  }
  return all;
}

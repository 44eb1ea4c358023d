/** Other values of credentials that break a form as well: a server may refuse them as a wrong parameter. */
import { fieldWays, groups, parameterWays, type Ways } from '../../../contract/default-ways.ts';
import { isObject, type Json, type JsonObject, lastKeyOf } from '../../../formats/json.ts';
import type { Facts } from '../../facts/facts.ts';
import { isForm } from '../basis/bodies.ts';
import type { Refusals } from './refusals.ts';
import type { Faults } from './unnamed.ts';

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

/** The credential that a demand changes: what the page says of its form, and how its other demands are refused. */
interface Part {
  schema: JsonObject;
  /** The ways of the demands on it that a mark states, by groups of keywords. */
  ways: Partial<Record<string, Ways>>;
  as: Json;
}

const none: Part = { schema: {}, ways: {}, as: {} };

/** The part that a demand changes; one that a mechanism makes has no demand that a run could tell its form by. */
function partOf(demand: JsonObject, { headers, queries, request, mediaType }: Facts, faults: Faults): Part {
  const called = (name: string, other: unknown): boolean => name.toLowerCase() === String(other).toLowerCase();
  if (demand['auth'] === 'snap-signature') {
    const made = headers.find(({ name }) => called(name, 'X-CLIENT-KEY'));
    return made ? { ...none, schema: made.schema } : none;
  }
  const member = request.find(({ pointer }) => lastKeyOf(pointer) === demand['field']);
  if (member) {
    const { schema, required } = member;
    const ways = fieldWays(isForm(mediaType) ? 'form' : 'json', schema, required === true);
    return { schema, ways, as: faults.member(member) };
  }
  const place = 'header' in demand ? 'header' : 'query';
  const sent =
    place === 'header'
      ? headers.find(({ name }) => called(name, demand['header']))
      : queries.find(({ name }) => name === demand['parameter']);
  if (!sent) return none;
  const as = { required: faults.without(sent, place), ...faults.beyond(sent, place) };
  return { schema: sent.schema, ways: parameterWays(sent.schema), as };
}

/** Ways that send no value in the place of another. */
const valueless = ['absent', 'null'];

/** Whether a run tells by itself which other values of a part break its form: another demand on it names a refusal for these. */
function isToldByRun({ ways, as }: Part, own: string): boolean {
  const stated = groups.flatMap((of) => {
    const name = isObject(as) ? as[of] : as;
    const { break: tried = [], deep = [] } = ways[of] ?? {};
    const has = [...tried, ...deep].some((way) => !valueless.includes(way));
    return name !== undefined && has ? [{ of, name }] : [];
  });
  const ofForm = stated.filter(({ of }) => of !== 'required');
  return (ofForm.length > 0 ? ofForm : stated).some(({ name }) => name !== own);
}

const longer = ['maxLength', 'pattern', 'format'];

/** The keywords that another value may break, by how it is made. */
const broken: Record<string, string[]> = {
  lengthened: longer,
  shortened: ['minLength', 'pattern', 'format'],
  truncated: ['minLength', 'pattern', 'format'],
  'flipped-case': ['pattern'],
  'blank-before': longer,
  'blank-after': longer,
  'blank-inside': longer,
};

/** Formats that say how a value is shown, and nothing of its form. */
const shownAs = ['password', 'byte', 'binary'];

const waysIn = ({ break: ways, deep }: JsonObject): string[] =>
  [ways ?? [], deep ?? []].flat().map((way) => String(way));

/** The ways of a demand that may leave the documented form of its credential, where no run tells by itself which do. */
function outOfForm(demand: JsonObject, own: string, facts: Facts, faults: Faults): string[] {
  const part = partOf(demand, facts, faults);
  if (isToldByRun(part, own)) return [];
  const proof = facts.headers.find(({ name }) => name.toLowerCase() === 'x-signature');
  const breaks = (way: string): boolean => {
    // What a mechanism makes is cut itself, and not the name of its client.
    const schema = way === 'truncated' ? (proof?.schema ?? {}) : part.schema;
    const isOf = (keyword: string): boolean =>
      schema[keyword] !== undefined && !(keyword === 'format' && shownAs.includes(String(schema[keyword])));
    return (broken[way.replace(/-client$/, '')] ?? []).some(isOf);
  };
  return waysIn(demand).filter(breaks);
}

/** What a refusal of wrong credentials tolerates besides, where these ways are tried and those break a documented form. */
function toleratedIn(all: string[], unformed: string[], others: number[], documented: number[]): JsonObject[] {
  const row = (statuses: number[], ways: string[], note: string): JsonObject[] => {
    const status = statuses.filter((one) => !documented.includes(one));
    return ways.length === 0 || status.length === 0 ? [] : [{ status, ways, effect: 'notes', note }];
  };
  const ofForm = row(others, unformed, 'A value that breaks its documented form is a wrong parameter as well.');
  const ofAny = malformed(others).flatMap(({ way, status, note }) => {
    const ways = [...new Set(all.filter((one) => way.test(one)))];
    return row(status, ways, note);
  });
  return [...ofAny, ...ofForm];
}

/** The rows and the clauses of a draft. */
interface Drafted {
  rows: Record<string, JsonObject>;
  clauses: JsonObject[];
}

/** One refusal of wrong credentials with what it tolerates; a clause of which more ways break a form than of others has one of its own. */
function withForms(
  name: string,
  { rows, clauses }: Drafted,
  { parameters, documented }: { parameters: number[]; documented: number[] },
  facts: Facts,
  faults: Faults,
): Drafted {
  const row = rows[name];
  if (!row) return { rows, clauses };
  const own = name === 'credentials' ? name : 'own';
  const tried = clauses.flatMap((clause) => {
    const { demand, refusal } = clause;
    if (refusal !== name || !isObject(demand)) return [];
    const quick = waysIn({ ...demand, deep: [] });
    return [{ clause, quick, ways: waysIn(demand), out: outOfForm(demand, own, facts, faults) }];
  });
  const isShared = (way: string): boolean => tried.every(({ ways, out }) => !ways.includes(way) || out.includes(way));
  const withRows = (all: typeof tried, unformed: string[]): JsonObject => {
    const ways = [...new Set(all.flatMap((one) => one.quick))];
    const tolerated = toleratedIn(ways, [...new Set(unformed)], parameters, documented);
    return tolerated.length > 0 ? { ...row, tolerated } : row;
  };
  const apart = tried.filter(({ out }) => !out.every(isShared));
  const rest = tried.filter((one) => !apart.includes(one));
  const nameOf = ({ clause }: (typeof tried)[number]): string => `${clause['id']}-or-form`;
  const renamed = new Map(apart.map((one) => [one.clause, nameOf(one)]));
  return {
    rows: {
      ...rows,
      [name]: withRows(
        rest,
        rest.flatMap(({ out }) => out),
      ),
      ...Object.fromEntries(apart.map((one) => [nameOf(one), withRows([one], one.out)])),
    },
    clauses: clauses.map((clause) => ({
      ...clause,
      ...(renamed.has(clause) ? { refusal: renamed.get(clause) ?? name } : {}),
    })),
  };
}

/**
 * The rows and clauses of a draft in which wrong credentials may be refused as what they are as well: values in a wrong form.
 * @param own the statuses of each credential that has some of its own, by the id of the refusal
 */
export function orMalformed(
  drafted: Drafted,
  { credentials, parameters }: Refusals,
  own: Record<string, number[]>,
  facts: Facts,
  faults: Faults,
): Drafted {
  return Object.entries({ ...own, credentials }).reduce(
    (all, [name, documented]) => withForms(name, all, { parameters, documented }, facts, faults),
    drafted,
  );
}

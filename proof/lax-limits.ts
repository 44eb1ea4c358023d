/** Servers that do not look at one limit of a value: its least or most characters, an end of its bounds, its pattern, or its type. */
import { limits } from '../mock/generic-limits.ts';
import type { Received } from '../mock/server.ts';
import { schemaOf } from '../src/contract/part-schema.ts';
import { type Contract, type DemandClause, isUntestable, type Operation } from '../src/contract/types.ts';
import type { Schema } from '../src/formats/json.ts';
import { credentialIn } from '../src/scenario/given.ts';
import { body, header, setHeader } from './careless.ts';
import type { Account, LaxPart } from './lax-parts.ts';
import { inPairs } from './lax-readers.ts';

/** Where a value stands that is sent. */
type Place = 'field' | 'header' | 'parameter';

const isPlace = (part: string): part is Place => part === 'field' || part === 'header' || part === 'parameter';

/** What such a server reads instead of a value that is beyond the limit. */
type Reader = (value: unknown) => unknown;

const textBy =
  (reader: Reader) =>
  (value: string): string =>
    String(reader(value));

const readIn: Record<Place, (received: Received, name: string, reader: Reader) => void> = {
  field: (received, name, reader) => {
    const isForm = header(received, 'Content-Type').includes('urlencoded');
    const text = body(received);
    received.body = Buffer.from(isForm ? inPairs(text, name, textBy(reader)) : membersRead(text, name, reader));
  },
  header: (received, name, reader) => {
    const sent = header(received, name);
    if (sent !== '') setHeader(received, name, textBy(reader)(sent));
  },
  parameter: (received, name, reader) => {
    received.query = inPairs(received.query, name, textBy(reader));
  },
};

function membersRead(text: string, name: string, reader: Reader): string {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null || !Object.hasOwn(json, name)) return text;
    return JSON.stringify({ ...json, [name]: reader(Object.entries(json).find(([key]) => key === name)?.[1]) });
  } catch {
    return text;
  }
}

/** The value that the good request has at a place; none where it leaves it out. */
function goodValue({ control }: Operation, place: Place, name: string, account: Account): unknown {
  const given = { field: control.body, header: control.headers, parameter: control.query }[place];
  const value: unknown = Object.entries(given).find(([key]) => key === name)?.[1];
  const credential = credentialIn(value);
  return credential === null ? value : account[credential];
}

const isText = (value: unknown): boolean => typeof value === 'string' && !Number.isFinite(Number(value));

/** Whether a value is beyond what the schema says, as a way makes it. */
function isBeyond(way: string, schema: Schema, value: unknown): boolean {
  if (way === 'word') return schema['type'] !== 'string' && isText(value);
  return limits.some(({ ways, isBroken }) => ways.includes(way) && isBroken(schema, value));
}

function limitsOf(operation: Operation, { id, request: { part, name, ways } }: DemandClause): LaxPart[] {
  if (!isPlace(part)) return [];
  const schema = schemaOf(operation, part, name);
  const ofLimits = ways.filter((way) => way === 'word' || limits.some((limit) => limit.ways.includes(way)));
  return ofLimits.map((way) => ({
    ...{ operation: operation.id, mechanism: name, part: `${name} ${way}`, clauses: [id] },
    intercept: (account) => (call) => {
      const reader: Reader = (value) =>
        isBeyond(way, schema, value) ? goodValue(operation, part, name, account) : value;
      if (call.operation === operation.id) readIn[part](call.received, name, reader);
      return call.answer();
    },
  }));
}

/** Each limit that a demand of a contract breaks, with a server that does not look at it and is right in all else. */
export function laxLimits(contract: Contract): LaxPart[] {
  return contract.operations.flatMap((operation) =>
    contract.clauses.flatMap((clause) =>
      !isUntestable(clause) && clause.kind === 'demand' && clause.operations.includes(operation.id)
        ? limitsOf(operation, clause)
        : [],
    ),
  );
}

/** Servers that take more off a credential than they should before they compare it: white space, a line break, a NUL. */
import type { Received } from '../mock/server.ts';
import type { Contract, Operation } from '../src/contract/types.ts';
import { credentialIn } from '../src/scenario/given.ts';
import { basic, basicOf, body, header, setHeader } from './careless.ts';
import type { LaxPart } from './lax-parts.ts';

type Reader = (value: string) => string;

/** What such software makes of a text. */
const readers: Record<string, Reader> = {
  trimmed: (value) => value.trim(),
  'of a column of fixed width': (value) => value.replace(/(?<! ) +$/, ''),
  chomped: (value) => value.replace(/\r?\n$/, ''),
  'as a C string': (value) => value.split('\0')[0] ?? '',
  'as the key of an HMAC': (value) =>
    Buffer.from(value)
      .toString('latin1')
      .replace(/(?<!\0)\0+$/, ''),
};

/** Where a credential is compared: what demands it, by the part and the name of what its ways change, and how it is read. */
interface Place {
  part: 'auth' | 'field' | 'parameter';
  name: string;
  what: string;
  way: string;
  read(received: Received, reader: Reader): void;
}

function inBasic(received: Received, part: 'id' | 'secret', reader: Reader): void {
  if (!/^Basic /i.test(header(received, 'Authorization'))) return;
  const text = basicOf(received);
  const colon = text.indexOf(':');
  if (colon < 0) return;
  const [id, secret] = [text.slice(0, colon), text.slice(colon + 1)];
  setHeader(received, 'Authorization', basic(part === 'id' ? `${reader(id)}:${secret}` : `${id}:${reader(secret)}`));
}

/** A query or a form in which the values of one name are read by a reader. */
export function inPairs(text: string, name: string, reader: Reader): string {
  const pairs = [...new URLSearchParams(text)];
  return new URLSearchParams(
    pairs.map(([key, value]): [string, string] => [key, key === name ? reader(value) : value]),
  ).toString();
}

function inBody(received: Received, name: string, reader: Reader): void {
  const text = body(received);
  if (header(received, 'Content-Type').includes('urlencoded')) {
    received.body = Buffer.from(inPairs(text, name, reader));
    return;
  }
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return;
    const read = Object.entries(json).map(([key, value]): [string, unknown] => [
      key,
      key === name && typeof value === 'string' ? reader(value) : value,
    ]);
    received.body = Buffer.from(JSON.stringify(Object.fromEntries(read)));
  } catch {
    // What is no JSON is refused as such.
  }
}

const named = (values: object): string[] =>
  Object.entries(values).flatMap(([name, value]) => (credentialIn(value) === null ? [] : [name]));

function placesOf({ control: { auth, body: fields, query } }: Operation): Place[] {
  const basics = auth.filter(({ mechanism }) => mechanism === 'basic');
  return [
    ...basics.flatMap(() =>
      (['id', 'secret'] as const).map((part): Place => {
        const read: Place['read'] = (received, reader) => inBasic(received, part, reader);
        return { part: 'auth', name: 'basic', what: part, way: `lengthened-${part}`, read };
      }),
    ),
    ...named(fields).map((name): Place => {
      const read: Place['read'] = (received, reader) => inBody(received, name, reader);
      return { part: 'field', name, what: name, way: 'lengthened', read };
    }),
    ...named(query).map((name): Place => {
      const read: Place['read'] = (received, reader) => {
        received.query = inPairs(received.query, name, reader);
      };
      return { part: 'parameter', name, what: name, way: 'lengthened', read };
    }),
  ];
}

/** Each credential that a contract has compared to the letter, read in each lax way. */
export function laxReaders(contract: Contract): LaxPart[] {
  return contract.operations.flatMap((operation) =>
    placesOf(operation).flatMap(({ part, name, what, way, read }) => {
      const clauses = contract.clauses.flatMap(({ id, kind, request, operations }) => {
        const isAbout = request?.part === part && request.name === name && request.ways.includes(way);
        return kind === 'demand' && isAbout && operations.includes(operation.id) ? [id] : [];
      });
      if (clauses.length === 0) return [];
      return Object.entries(readers).map(([how, reader]): LaxPart => {
        const intercept: LaxPart['intercept'] = () => (call) => {
          if (call.operation === operation.id) read(call.received, reader);
          return call.answer();
        };
        return { operation: operation.id, mechanism: name, part: `${what} ${how}`, clauses, intercept };
      });
    }),
  );
}

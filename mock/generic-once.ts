/** Requests that a contract has taken once: those sent again, byte for byte or with the same signature, are refused. */
import { createHash } from 'node:crypto';
import type { Row } from './generic-contract.ts';
import { type Received, singleHeader } from './http.ts';
import type { State } from './provider.ts';

/** A request as bytes, in which no two differ that a client means to differ. */
function wholeOf({ method, path, query, headers, body }: Received): string {
  const lines = headers.map(([name, value]) => `${name.toLowerCase()}: ${value}`).sort();
  const text = [`${method} ${path}?${query}`, ...lines, Buffer.from(body).toString('base64')].join('\n');
  return createHash('sha256').update(text).digest('hex');
}

/** The signature of a request, which may be taken once; the whole request where the mechanism sends none in a header. */
function signatureIn(received: Received, row: Row): string {
  const header = row['header'] ?? (row['mechanism'] === 'snap-signature' ? 'X-SIGNATURE' : null);
  return typeof header === 'string' ? `${header} ${singleHeader(received, header).found ?? ''}` : wholeOf(received);
}

/** What an operation takes once. */
export interface TakenOnce {
  /** The refusal of a request that was granted before; null for any other. */
  broken(received: Received, state: State): string | null;
  /** Remembers a request that is granted. */
  note(received: Received, state: State): void;
}

/** What the rows of a contract have taken once; `refusalOf` gives the refusal of a part that is sent again, by its name. */
export function takenOnce(
  provider: string,
  auth: Row[],
  refusalOf: (part: string, name: string) => string | null,
): TakenOnce {
  const all = [
    { refused: refusalOf('whole', 'request'), of: wholeOf },
    ...auth.map((row) => ({
      refused: refusalOf('auth', String(row['mechanism'])),
      of: (received: Received) => signatureIn(received, row),
    })),
  ];
  const demanded = all.flatMap(({ refused, of }) => (refused === null ? [] : [{ refused, of }]));
  const key = (text: string): string => `${provider} ${text}`;
  return {
    broken: (received, { sentOnce }) => demanded.find(({ of }) => sentOnce.has(key(of(received))))?.refused ?? null,
    note(received, { sentOnce }) {
      for (const { of } of demanded) sentOnce.add(key(of(received)));
    },
  };
}

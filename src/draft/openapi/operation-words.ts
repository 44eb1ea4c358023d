/** What the words about an operation of a description say of how a client authenticates, and of the time that is signed. */
import type { Json, JsonObject } from '../../formats/json.ts';
import type { Said, Statement } from '../facts/facts.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { readLines } from '../page/readers/prose.ts';
import { clocksIn } from '../page/sentences/clocks.ts';
import { madeIn } from '../page/sentences/made-values.ts';
import { signingSaid } from '../page/sentences/signing-words.ts';
import { isProof } from '../page/values/values.ts';
import { cited } from './cited.ts';
import type { Description } from './description.ts';
import { parametersOf } from './follow.ts';

type SaidOfOperation = Pick<Statement, 'security' | 'unclear' | 'signed'> & {
  clocks: NonNullable<Statement['clocks']>;
  made: NonNullable<Statement['made']>;
};

/** What the descriptions of headers that hold a signature say of one. */
export const signedWords = (api: Description, lists: (Json | undefined)[]): Said[] =>
  parametersOf(api, lists).flatMap(({ name, description }) =>
    isProof(String(name))
      ? signingSaid(String(description ?? ''), 'signature', cited(api, 'parameter', String(name)))
      : [],
  );

/** What the words about an operation say of both. */
export function saidOf(api: Description, operation: JsonObject): SaidOfOperation {
  const lines = String(operation['description'] ?? '').split('\n');
  const block: Block = { kind: 'lines', title: '', line: 0, lines };
  const about = { side: 'request', status: null, error: false } as const;
  const { security, unclear, signed } = readLines(block, about).reading.statement;
  const at = cited(api, 'description');
  const placed = (one: Said): Said => ({ ...one, at });
  const clocks = clocksIn([block]).map((one) => ({ ...one, at }));
  const made = madeIn([block]).map((one) => ({ ...one, at }));
  return {
    ...{ security: security && placed(security), unclear: unclear.map(placed), signed: signed.map(placed) },
    ...{ clocks, made },
  };
}

import { registeredWords } from '../contract/registered.ts';
import { type Contract, isUntestable } from '../contract/types.ts';
import type { Target } from '../target/target.ts';
import { createGate, type Gate, type Granted, textsOf } from '../wire/clear/gate.ts';
import { innocentParts } from '../wire/clear/known.ts';
import type { Index } from '../wire/clear/parts-index.ts';
import { publicTexts } from '../wire/clear/public.ts';

/** The parts for the last target of each contract: making them costs more than all else of opening a gate. */
const innocentPartsOf = new WeakMap<Contract, { key: string; parts: Index }>();

/**
 * Parts of texts that an answer may repeat though a secret contains them: those of the contract and of the standards,
 * names that are not secret, and the public part of a private key.
 */
function innocentOf({ contract, credentials, baseUrl, secrets }: Target): Index {
  const shown = Object.values(credentials).flatMap(({ secret, value }) => (secret ? [] : value));
  const key = JSON.stringify([baseUrl, shown, secrets]);
  const before = innocentPartsOf.get(contract);
  if (before?.key === key) return before.parts;
  const { servers, sources, operations, token, refusals, blocked, readings } = contract;
  const statements = contract.clauses.flatMap((clause) =>
    isUntestable(clause) || clause.kind === 'demand' ? [clause.statement] : [clause.statement, clause.parameters],
  );
  const texts = textsOf([
    servers,
    sources,
    operations,
    token,
    refusals,
    blocked,
    readings,
    statements,
    baseUrl,
    registeredWords,
  ]);
  const parts = innocentParts([...texts, ...shown, ...new Set(secrets.flatMap(publicTexts))]);
  innocentPartsOf.set(contract, { key, parts });
  return parts;
}

/**
 * The gate of a target. It knows every secret of the environment, and the target's own by the names of their
 * credentials.
 */
export function gateOfTarget(target: Target, granted: Granted | null = null): Gate {
  const names = new Map(
    Object.values(target.credentials).flatMap(({ name, value }) =>
      [value].flat().map((one): [string, string] => [one, name]),
    ),
  );
  const secrets = target.secrets.map((value) => ({ name: names.get(value) ?? 'of the environment', value }));
  return createGate({ secrets, innocent: innocentOf(target), granted });
}

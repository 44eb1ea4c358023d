/** Servers that are lax in one part of a credential: a claim of an assertion, the owner of a certificate. */
import { assertionParts, brokenAssertion } from '../mock/generic-assertion.ts';
import { brokenCertificate, certificateParts } from '../mock/mutual-tls.ts';
import type { Answer, Intercept, Received } from '../mock/server.ts';
import { isSuccess } from '../src/contract/status.ts';
import type { AuthSpec, Contract } from '../src/contract/types.ts';
import { own } from '../src/formats/json.ts';
import { accountOf } from '../src/target/account.ts';
import { type Account, clausesOn, type LaxPart } from './lax-parts.ts';
import { laxReaders } from './lax-readers.ts';
import { runServed, servedFrom } from './served.ts';
import { signedParts } from './signed.ts';

/** A mechanism in parts. */
interface InParts {
  /** The ways to break each. */
  parts: Record<string, readonly string[]>;
  /** Whether a request fails it, when one part is ignored; `taken` are the identifiers that were granted before. */
  fails(spec: AuthSpec, received: Received, account: Account, taken: Set<string>, ignored: string | null): boolean;
}

const inParts: Record<string, InParts> = {
  'private-key-jwt': {
    parts: Object.fromEntries(Object.entries(assertionParts).map(([part, { ways }]) => [part, ways])),
    fails: ({ assertion }, received, account, taken, ignored) =>
      brokenAssertion({ row: { ...assertion }, received, account, now: servedFrom, sentOnce: taken }, ignored) !== null,
  },
  'mutual-tls': {
    parts: Object.fromEntries(Object.entries(certificateParts).map(([part, way]) => [part, [way]])),
    fails: (_spec, received, account, _taken, ignored) => brokenCertificate(received, account, ignored) !== null,
  },
};

/** A server that grants what the mock refuses because of one part alone. */
function lax(operation: string, spec: AuthSpec, part: string, { fails }: InParts) {
  return (account: Account): Intercept => {
    const taken = new Set<string>();
    let good: Answer | null = null;
    return (call) => {
      const answer = call.answer();
      if (call.operation !== operation) return answer;
      const { received } = call;
      const isBroken = fails(spec, received, account, new Set(taken), null);
      if (isSuccess(answer.status)) {
        good = answer;
        fails(spec, received, account, taken, null);
      }
      const isTaken = isBroken && !fails(spec, received, account, new Set(taken), part);
      if (answer.status < 400 || !isTaken) return answer;
      return operation === 'token' ? call.grant() : (good ?? answer);
    };
  };
}

/** The parts of credentials that the demands of a contract break. */
function credentialParts(contract: Contract): LaxPart[] {
  return contract.operations.flatMap((operation) =>
    operation.control.auth.flatMap((spec) => {
      const { mechanism } = spec;
      const known = own(inParts, mechanism);
      return Object.entries(known?.parts ?? {}).flatMap(([part, ways]): LaxPart[] => {
        const clauses = clausesOn(contract, operation.id, mechanism, ways);
        if (!known || clauses.length === 0) return [];
        return [{ operation: operation.id, mechanism, part, clauses, intercept: lax(operation.id, spec, part, known) }];
      });
    }),
  );
}

/** Every part of what authenticates the requests of a contract: of what is signed, of credentials, and of how these are read. */
export function laxParts(contract: Contract): LaxPart[] {
  return [...signedParts(contract), ...credentialParts(contract), ...laxReaders(contract)];
}

/**
 * The parts of which a server may be lax without a clause that says so, in the ways of every profile and in those that the
 * contract keeps for the deep one. `environment` is the environment file.
 */
export async function missedParts(
  read: Contract,
  environment: string,
  partsOf: (contract: Contract) => LaxPart[] = laxParts,
): Promise<{ total: number; missed: string[] }> {
  const contract: Contract = { ...read, profile: 'deep' };
  const parts = partsOf(contract);
  const missed: string[] = [];
  for (const { operation, mechanism, part, clauses, intercept } of parts) {
    let behave: Intercept | null = null;
    const result = await runServed(contract, environment, {
      select: ({ id, change, operation: about }) =>
        id === 'control' || (about === operation && (change === null || change.name === mechanism)),
      // One clause that sees it is enough.
      isEnough: ({ observations }) =>
        observations.some(({ clause, verdict }) => verdict === 'fail' && clauses.includes(clause)),
      target: (target) => {
        behave = intercept(accountOf(target));
        return {};
      },
      intercept: (call) => behave?.(call) ?? call.answer(),
    });
    const failed = result.clauses.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
    if (!failed.some((id) => clauses.includes(id))) missed.push(`${operation}: ${part}`);
  }
  return { total: parts.length, missed };
}

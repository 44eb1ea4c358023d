/**
 * What the report needs to know of a target beside the outcomes; it travels in the metadata of its Playwright project.
 */
import { placeUrl } from '../contract/place.ts';
import { type Clause, type Contract, isUntestable, tokenOperationId } from '../contract/types.ts';
import { untriedIn } from '../contract/untried.ts';
import { contractHashOf, hashOf } from '../formats/digest.ts';
import type { ClauseResult, EnvironmentKind, Strictness } from '../formats/results.ts';
import { plan, type Scenario } from '../scenario/plan.ts';
import type { Environment } from './environment.ts';
import { environmentHash } from './environment-hash.ts';
import { targetName } from './target.ts';
import type { WaiverRow } from './waiver-rows.ts';

/** What a report must know of a clause that no outcome says. */
export interface ClauseMeta
  extends Required<
      Pick<ClauseResult, 'id' | 'kind' | 'statement' | 'level' | 'source' | 'sourceTitle' | 'named' | 'at' | 'url'>
    >,
    Pick<ClauseResult, 'impact'> {
  untestable?: string;
  unreached?: string;
  /** What the target lacks for the clause to apply. */
  absent?: string;
  /**
   * Statuses on which a promise is judged, and those that a demand documents for its refusal; absent where none is
   * named.
   */
  on?: number[];
  documented?: number[];
  /** Ids of the operations it is about; absent for the token operation alone. */
  operations?: string[];
  /** Scenarios made for it; empty when any scenario may show it. */
  scenarios: string[];
}

export interface TargetMeta {
  target: string;
  provider: string;
  title: string;
  environment: string;
  environmentFile: string;
  kind: EnvironmentKind;
  baseUrl: string;
  strictness: Strictness;
  /** Variable that holds the address of the webhook of its environment; absent where the file names none. */
  notify?: string;
  /** Present where the run asks more than the default profile does. */
  profile?: 'deep';
  /**
   * SHA-256, hexadecimal, of the contract, of everything that its clauses are judged by, and of the environment's
   * settings.
   */
  hashes: { contract: string; judgedBy: string; environment: string };
  clauses: ClauseMeta[];
  /** Every scenario of the plan, in its order. */
  scenarios: string[];
  readings: { id: string; statement: string; documented: string[] }[];
  /** Keywords of its requests that no demand breaks; absent where each is broken. */
  untried?: string[];
  waivers: WaiverRow[];
}

/** Why a clause about the protected resource does not apply to a target without one. */
export const noProbe = 'no protected resource (probe) is configured for this target';

/** The statuses that a clause is about. */
function statusesOf(clause: Clause): Pick<ClauseMeta, 'on' | 'documented'> {
  if (isUntestable(clause)) return {};
  if (clause.kind === 'demand') {
    const documented = clause.refusal.documented.flatMap(({ status }) => (status === 'probe' ? [] : status));
    return documented.length > 0 ? { documented } : {};
  }
  const on = clause.on.filter((one) => typeof one === 'number');
  return on.length > 0 ? { on } : {};
}

function absentAt(clause: Clause, environment: Environment, provider: string): string | undefined {
  const settings = environment.providers[provider];
  const missing = {
    probe: settings?.probe ? undefined : noProbe,
    expiry:
      settings?.probe && settings.expiryWait > 0
        ? undefined
        : 'this target allows no time to wait for a token to expire',
  };
  return clause.needs ? missing[clause.needs] : undefined;
}

function clauseMetaOf(
  clause: Clause,
  contract: Contract,
  environment: Environment,
  scenarios: readonly Scenario[],
): ClauseMeta {
  const { id, kind, statement, level, source, at, impact, unreached } = clause;
  const absent = absentAt(clause, environment, contract.provider);
  return {
    id,
    kind,
    statement,
    level,
    source: source.key,
    sourceTitle: source.title,
    named: source.named,
    at,
    url: placeUrl(clause),
    ...(impact ? { impact } : {}),
    ...(isUntestable(clause) ? { untestable: clause.untestable } : {}),
    ...(unreached ? { unreached } : {}),
    ...(absent ? { absent } : {}),
    ...statusesOf(clause),
    ...(clause.operations.every((operation) => operation === tokenOperationId)
      ? {}
      : { operations: clause.operations }),
    scenarios: scenarios.filter((scenario) => scenario.clause?.id === id).map((scenario) => scenario.id),
  };
}

const judgedBy = new WeakMap<Contract, string>();

/** A contract without the places of its parts: another checkout, or one more comment, does not change its hash. */
function judgedByHashOf(contract: Contract): string {
  const known = judgedBy.get(contract);
  if (known !== undefined) return known;
  const text = JSON.stringify(contract, (key, value) => (key === 'where' || key === 'file' ? undefined : value));
  const hash = hashOf(JSON.parse(text));
  judgedBy.set(contract, hash);
  return hash;
}

/** Gathers it from a contract and an environment; needs no secret. */
export function metaOf(contract: Contract, environment: Environment): TargetMeta {
  const scenarios = plan(contract);
  const clauses = contract.clauses.map((clause) => clauseMetaOf(clause, contract, environment, scenarios));
  const judgedBy = judgedByHashOf(contract);
  const untried = untriedIn(contract);
  return {
    target: targetName(contract.provider, environment.name),
    provider: contract.provider,
    title: contract.title,
    environment: environment.name,
    environmentFile: environment.reference,
    kind: environment.kind,
    baseUrl: environment.providers[contract.provider]?.baseUrl ?? 'embedded mock',
    strictness: environment.strictness,
    ...(environment.notify === null ? {} : { notify: environment.notify }),
    ...(contract.profile ? { profile: contract.profile } : {}),
    hashes: {
      contract: contractHashOf(clauses, judgedBy),
      judgedBy,
      environment: environmentHash(contract, environment),
    },
    clauses,
    scenarios: scenarios.map(({ id }) => id),
    readings: contract.readings.map(({ id, statement, options }) => ({
      id,
      statement,
      documented: options.map(({ name, documented }) => `${name}: ${documented}`),
    })),
    ...(untried.length > 0 ? { untried } : {}),
    waivers: environment.waivers.filter(({ provider }) => provider === contract.provider),
  };
}

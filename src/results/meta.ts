/** What the report must know of a target beside the outcomes; travels in the metadata of its Playwright project. */
import { placeUrl } from '../contract/place.ts';
import { type Clause, type Contract, isUntestable, tokenOperation } from '../contract/types.ts';
import { plan } from '../scenario/plan.ts';
import type { Environment, WaiverRow } from '../target/environment.ts';
import { targetName } from '../target/target.ts';
import type { EnvironmentKind, Level, Strictness } from './format.ts';

export interface ClauseMeta {
  id: string;
  kind: 'promise' | 'demand';
  statement: string;
  level: Level;
  source: string;
  sourceTitle: string;
  /** Whether the source is the page, or a standard the page names. */
  standing: { page: boolean; named: boolean };
  at: string;
  url: string;
  impact?: string;
  untestable?: string;
  unreached?: string;
  /** What the target lacks for the clause to apply. */
  absent?: string;
  /** Statuses a promise is judged on, and those a demand documents for its refusal; absent where it names none. */
  on?: number[];
  documented?: number[];
  /** Ids of the operations it is about; absent for that of the token alone. */
  operations?: string[];
  /** Scenarios made for it; empty when any may show it. */
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
  /** Present where the run asks more than the default profile does. */
  profile?: 'deep';
  clauses: ClauseMeta[];
  /** Every scenario of the plan, in its order. */
  scenarios: string[];
  readings: { id: string; statement: string; documented: string[] }[];
  waivers: WaiverRow[];
}

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
    probe: settings?.probe ? undefined : 'no probe is configured for this target',
    expiry:
      settings?.probe && settings.expiryWait > 0
        ? undefined
        : 'this target allows no time to wait for a token to expire',
  };
  return clause.needs ? missing[clause.needs] : undefined;
}

/** Gathers it from a contract and an environment; needs no secret. */
export function metaOf(contract: Contract, environment: Environment): TargetMeta {
  const scenarios = plan(contract);
  return {
    target: targetName(contract.provider, environment.name),
    provider: contract.provider,
    title: contract.title,
    environment: environment.name,
    environmentFile: environment.reference,
    kind: environment.kind,
    baseUrl: environment.providers[contract.provider]?.baseUrl ?? 'embedded mock',
    strictness: environment.strictness,
    ...(contract.profile ? { profile: contract.profile } : {}),
    clauses: contract.clauses.map((clause) => {
      const { id, kind, statement, level, source, at, impact, unreached } = clause;
      const absent = absentAt(clause, environment, contract.provider);
      return {
        id,
        kind,
        statement,
        level,
        source: source.key,
        sourceTitle: source.title,
        standing: { page: source.key === 'page', named: source.named },
        at,
        url: placeUrl(clause),
        ...(impact ? { impact } : {}),
        ...(isUntestable(clause) ? { untestable: clause.untestable } : {}),
        ...(unreached ? { unreached } : {}),
        ...(absent ? { absent } : {}),
        ...statusesOf(clause),
        ...(clause.operations.every((operation) => operation === tokenOperation)
          ? {}
          : { operations: clause.operations }),
        scenarios: scenarios.filter((scenario) => scenario.clause?.id === id).map((scenario) => scenario.id),
      };
    }),
    scenarios: scenarios.map(({ id }) => id),
    readings: contract.readings.map(({ id, statement, options }) => ({
      id,
      statement,
      documented: options.map(({ name, documented }) => `${name}: ${documented}`),
    })),
    waivers: environment.waivers.filter(({ provider }) => provider === contract.provider),
  };
}

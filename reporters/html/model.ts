import type { ExchangeRecord } from '../../src/formats/exchange-record.ts';
import type { ClauseResult, Level, ReadingResult, Results, Standing, TargetResult } from '../../src/formats/results.ts';
import { type Cause, causesOf } from '../../src/results/causes.ts';
import { groupBy } from '../../src/results/group.ts';
import { type Seen, seenOf } from '../../src/results/history.ts';
import { byOutcome, type ClauseOutcome, outcomeOf } from '../../src/results/outcome.ts';
import type { Extras } from '../extras.ts';

/** The parts of a clause that all targets of its provider share. */
export interface ClauseHead {
  id: string;
  kind: ClauseResult['kind'];
  statement: string;
  level: Level;
  sourceTitle: string;
  at: string;
  url: string;
  impact: string;
  /** ClauseOutcome at each target of the provider, in their order; null where the target lacks the clause. */
  outcomes: (ClauseOutcome | null)[];
  /** What was received where it did not pass: for the search, not shown. */
  found: string;
}

/** A provider with its environments side by side. */
export interface ProviderModel {
  provider: string;
  title: string;
  targets: { target: string; environment: string }[];
  clauses: ClauseHead[];
}

/** The data of the matrix and the filters; read as soon as the page is there. */
export interface PageModel {
  providers: ProviderModel[];
  /** Address of clause and target, as in a link, for every clause that newly fails or is fixed. */
  news: string[];
}

/** The result of one clause, beyond its head. */
export interface ClauseDetail extends Pick<ClauseResult, 'verdict' | 'effect' | 'reason' | 'waiver' | 'observations'> {
  seen: Seen | null;
  standing: Standing | null;
}

/** The data of a finding, one block per target; read when a finding of that target is opened. */
export interface TargetDetail {
  target: string;
  clauses: Record<string, ClauseDetail>;
  exchanges: Record<string, ExchangeRecord>;
  readings: ReadingResult[];
}

/** Arranges a run for the matrix. */
export function pageModel(results: Results, extras: Extras): PageModel {
  const changes = extras.changes?.targets ?? [];
  return {
    providers: providersOf(results),
    news: changes.flatMap((target) =>
      [...target.newlyFailing, ...target.fixed].map((change) => `${change.clause}/${target.target}`),
    ),
  };
}

/** Groups the targets of a run by provider, in the order of the run. */
function byProvider(results: Results): TargetResult[][] {
  return [...groupBy(results.targets, (target) => target.provider).values()];
}

/** Arranges one target for its findings. */
export function targetDetail(target: TargetResult, extras: Extras): TargetDetail {
  const history = extras.history ?? [];
  return {
    target: target.target,
    clauses: Object.fromEntries(
      target.clauses.map(({ id, verdict, effect, reason, waiver, observations, standing = null }) => [
        id,
        { verdict, effect, reason, waiver, observations, standing, seen: seenOf(history, target.target, id) ?? null },
      ]),
    ),
    exchanges: Object.fromEntries(target.exchanges.map((exchange) => [exchange.id, exchange])),
    readings: target.readings,
  };
}

/**
 * What a reader must see: a cause for which clauses fail, or a clause that our own fault kept from a verdict.
 */
export interface RankedCause extends Cause {
  outcome: ClauseOutcome;
}

/** What a reader must see of a target, worst first. */
export function rankedCauses(target: TargetResult): RankedCause[] {
  const errors = target.clauses.filter((clause) => outcomeOf(clause) === 'error');
  return [...causesOf(target.clauses), ...errors.map((clause) => ({ clause, answers: 0, others: [] }))]
    .map((cause) => ({ ...cause, outcome: outcomeOf(cause.clause) }))
    .sort((a, b) => byOutcome(a.outcome, b.outcome));
}

/** The observation that decides a clause's verdict: the first with that verdict. */
export function decidingObservation<T extends Pick<ClauseResult, 'verdict' | 'observations'>>(
  clause: T,
): T['observations'][number] | undefined {
  return clause.observations.find((seen) => seen.verdict === clause.verdict) ?? clause.observations[0];
}

function providersOf(results: Results): ProviderModel[] {
  return byProvider(results).map((targets) => {
    const maps = targets.map((target) => new Map(target.clauses.map((clause) => [clause.id, clause])));
    const heads = new Map(
      targets.flatMap((target) => target.clauses.map((clause) => [clause.id, clause] as const)).reverse(),
    );
    const order = [...new Set(targets.flatMap((target) => target.clauses.map((clause) => clause.id)))];
    return {
      provider: targets[0]?.provider ?? '',
      title: targets[0]?.title ?? '',
      targets: targets.map(({ target, environment }) => ({ target, environment })),
      clauses: order.flatMap((id) => {
        const head = heads.get(id);
        return head
          ? [
              clauseHead(
                head,
                maps.map((map) => map.get(id)),
              ),
            ]
          : [];
      }),
    };
  });
}

function clauseHead(clause: ClauseResult, results: readonly (ClauseResult | undefined)[]): ClauseHead {
  const { id, kind, statement, level, sourceTitle, at, url } = clause;
  const found = results.flatMap((result) =>
    result && result.verdict !== 'pass' ? [result.reason, decidingObservation(result)?.received ?? ''] : [],
  );
  return {
    id,
    kind,
    statement,
    level,
    sourceTitle,
    at,
    url,
    impact: clause.impact ?? '',
    outcomes: results.map((result) => (result ? outcomeOf(result) : null)),
    found: [...new Set(found)].join(' '),
  };
}

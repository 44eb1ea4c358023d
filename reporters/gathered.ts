/** What a run did at its targets, and the results that follow from it. */
import type { FullResult } from '@playwright/test/reporter';
import { toolOf } from '../src/files/tool.ts';
import type { ExitCode, Results, TargetResult } from '../src/formats/results.ts';
import { exitCodeOf, ledgerOf } from '../src/results/ledger.ts';
import type { TargetRun } from '../src/results/target-run.ts';
import { staleWaivers } from '../src/results/waivers.ts';
import type { ScenarioEvidence } from '../src/run/session.ts';
import type { TargetMeta } from '../src/target/meta.ts';

/** What the reporter collects of one target while its scenarios run. */
export interface Gathered {
  meta: TargetMeta;
  selected: Set<string>;
  outcomes: ScenarioEvidence[];
  /** Scenarios whose test ended, with or without evidence. */
  ended: Set<string>;
  /** Scenarios of which a test broke off without evidence, in any of its tries. */
  lost: Set<string>;
  /** Milliseconds since the epoch of the first start and the last end. */
  span: { from: number; to: number };
}

/** A target of which nothing is known yet. */
export function nothingOf(meta: TargetMeta): Gathered {
  const span = { from: Number.POSITIVE_INFINITY, to: 0 };
  return { meta, selected: new Set(), outcomes: [], ended: new Set(), lost: new Set(), span };
}

/** A run that was stopped, or in which something of the suite failed, is never better than not judged. */
function exitCodeFor(ofTargets: ExitCode, { status }: FullResult, failed: boolean): ExitCode {
  if (ofTargets === 1) return 1;
  if (failed) return 3;
  return ofTargets === 0 && (status === 'interrupted' || status === 'timedout') ? 2 : ofTargets;
}

/** The results of a run; `failed` where something beside its targets did, which is a fault of the suite. */
export function resultsOf(
  gathered: Iterable<Gathered>,
  result: FullResult,
  failed: boolean,
  identity: (targets: TargetResult[]) => NonNullable<Results['run']>,
): Results {
  const day = result.startTime.toISOString().slice(0, 10);
  const runs = [...gathered].map(
    ({ meta, selected, outcomes, ended, lost, span }): TargetRun => ({
      meta,
      selected: [...selected],
      outcomes,
      lost: [...lost],
      notRun: [...selected].filter(
        (scenario) => !ended.has(scenario) && !outcomes.some((outcome) => outcome.scenario === scenario),
      ),
      durationMs: Math.max(0, Math.round(span.to - span.from)) || 0,
      day,
    }),
  );
  const targets = runs.map(ledgerOf).sort((a, b) => a.target.localeCompare(b.target));
  const problems = runs.flatMap((run) => {
    const target = targets.find(({ target }) => target === run.meta.target);
    return target ? staleWaivers(run, target) : [];
  });
  return {
    formatVersion: 1,
    tool: toolOf(),
    run: identity(targets),
    startedAt: result.startTime.toISOString(),
    durationMs: Math.round(result.duration),
    exitCode: exitCodeFor(exitCodeOf(targets, problems), result, failed),
    problems,
    targets,
  };
}

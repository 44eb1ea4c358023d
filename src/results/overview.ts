/** Results in short, for programs: the verdict of each target and the findings that a reader must see. */
import type { ClauseResult, Results, Standing, TargetResult } from '../formats/results.ts';
import { causesOf } from './causes.ts';
import { isPartial } from './identity.ts';

/** A cause for which clauses fail. */
export interface OverviewFinding extends Pick<ClauseResult, 'statement' | 'level' | 'effect'> {
  clause: string;
  documented: string;
  received: string;
  /** Number of answers that show it. */
  answers: number;
  /** Since when it fails; null where no history says. */
  standing: Standing | null;
  /** Ids of the other clauses that fail for the same cause. */
  also: string[];
}

/** A target in short. */
export interface OverviewTarget extends Pick<TargetResult, 'target' | 'verdict' | 'reason' | 'requests' | 'counts'> {
  /** Whether the run selected a part of its scenarios only. */
  partial: boolean;
  findings: OverviewFinding[];
}

/** A run in short. */
export interface Overview extends Pick<Results, 'exitCode' | 'startedAt' | 'problems'> {
  targets: OverviewTarget[];
}

/** Results in short. */
export function overviewOf({ exitCode, startedAt, problems, targets }: Results): Overview {
  return { exitCode, startedAt, problems, targets: targets.map(targetOf) };
}

function targetOf(result: TargetResult): OverviewTarget {
  const { target, verdict, reason, requests, counts, clauses } = result;
  const findings = causesOf(clauses).map(({ clause, answers, others }): OverviewFinding => {
    const { id, statement, level, effect, standing = null, observations } = clause;
    const seen = observations.find((one) => one.verdict === 'fail');
    const [documented, received] = [seen?.documented ?? '', seen?.received ?? clause.reason];
    const also = others.map((other) => other.id);
    return { clause: id, statement, level, effect, documented, received, answers, standing, also };
  });
  return { target, verdict, reason, requests, counts, partial: isPartial(result), findings };
}

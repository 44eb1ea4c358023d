import type { CTRFReport, Test, TestStatus } from 'ctrf';
import type { ClauseResult, Results, TargetResult } from '../src/formats/results.ts';
import { type ClauseOutcome, notJudgedText, outcomeOf } from '../src/results/outcome.ts';
import { clauseMs, failureText } from './failure.ts';
import { partialHeading, partsOf } from './partial.ts';

const STATUS: Readonly<Record<ClauseOutcome, TestStatus>> = {
  failed: 'failed',
  warned: 'passed',
  waived: 'passed',
  advised: 'passed',
  passed: 'passed',
  'not-judged': 'other',
  error: 'other',
  'not-exercised': 'skipped',
};

/** Exports a run as CTRF: one test per clause and target; what was not judged is neither passed nor failed. */
export function toCtrf(results: Results): CTRFReport {
  const tests = results.targets.flatMap((target) => target.clauses.map((clause) => testOf(target, clause)));
  const start = Date.parse(results.startedAt);
  const extra = extraOf(results);
  const count = (status: TestStatus): number => tests.filter((test) => test.status === status).length;
  return {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    timestamp: results.startedAt,
    generatedBy: results.tool.name,
    results: {
      tool: { name: results.tool.name, version: results.tool.version },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: count('pending'),
        other: count('other'),
        suites: results.targets.length,
        start,
        stop: start + Math.round(results.durationMs),
      },
      tests,
      ...(Object.keys(extra).length > 0 ? { extra } : {}),
    },
  };
}

function extraOf(results: Results): Record<string, unknown> {
  const parts = partsOf(results);
  return {
    ...(results.problems.length > 0 ? { problems: results.problems } : {}),
    ...(parts.length > 0 ? { partial: { selection: partialHeading(results), targets: parts } } : {}),
  };
}

function testOf(target: TargetResult, clause: ClauseResult): Test {
  const outcome = outcomeOf(clause);
  const message = messageOf(clause, outcome);
  return {
    name: `${clause.id}: ${clause.statement}`,
    status: STATUS[outcome],
    duration: Math.round(clauseMs(target, clause)),
    suite: [target.target],
    rawStatus: outcome,
    tags: [outcome, clause.level, clause.kind],
    labels: { clause: clause.id, target: target.target, level: clause.level, source: clause.sourceTitle },
    ...(message === '' ? {} : { message }),
  };
}

function messageOf(clause: ClauseResult, outcome: ClauseOutcome): string {
  if (outcome === 'passed') return '';
  if (outcome === 'not-judged' || outcome === 'error') return notJudgedText(clause.reason);
  if (outcome === 'not-exercised') return `not exercised: ${clause.reason}`;
  return `${outcome}: ${failureText(clause)}`;
}

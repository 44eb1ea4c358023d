import { create } from 'xmlbuilder2';
import type { ClauseResult, Results, TargetResult } from '../src/formats/results.ts';
import { type ClauseOutcome, notJudgedText, outcomeOf } from '../src/results/outcome.ts';
import { clauseMs, failureText } from './failure.ts';
import { partialHeading, partOf } from './partial.ts';

/** Characters that an XML 1.0 document may not hold, not even escaped. */
const FORBIDDEN = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

type Element = ReturnType<ReturnType<typeof create>['ele']>;

/**
 * Exports a run as JUnit XML: one suite per target, one case per clause. Not judged is an error there, not a failure.
 */
export function toJunit(results: Results): string {
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const tallies = results.targets.map(tally);
  const root = document.ele('testsuites', {
    name: results.tool.name,
    ...sum(tallies),
    time: seconds(results.durationMs),
  });
  results.targets.forEach((target, index) => {
    suite(root, target, tallies[index] ?? tally(target), results);
  });
  return `${document.end({ prettyPrint: true })}\n`;
}

interface Tally {
  tests: number;
  failures: number;
  errors: number;
  skipped: number;
}

function tally({ clauses }: TargetResult): Tally {
  const count = (...outcomes: ClauseOutcome[]): number =>
    clauses.filter((each) => outcomes.includes(outcomeOf(each))).length;
  return {
    tests: clauses.length,
    failures: count('failed'),
    errors: count('not-judged', 'error'),
    skipped: count('not-exercised'),
  };
}

function sum(tallies: readonly Tally[]): Tally {
  const add = (key: keyof Tally): number => tallies.reduce((total, each) => total + each[key], 0);
  return { tests: add('tests'), failures: add('failures'), errors: add('errors'), skipped: add('skipped') };
}

function suite(root: Element, target: TargetResult, counts: Tally, results: Results): void {
  const element = root.ele('testsuite', {
    name: clean(target.target),
    ...counts,
    time: seconds(target.durationMs),
    timestamp: results.startedAt,
    hostname: clean(target.baseUrl),
  });
  const part = partOf(target);
  if (part) {
    const properties = element.ele('properties');
    properties.ele('property', { name: 'partial', value: clean(`${partialHeading(results)}, ${part.share}`) });
    properties.ele('property', { name: 'clauses left out', value: clean(part.clauses.join(', ')) });
  }
  for (const clause of target.clauses) testcase(element, target, clause);
}

function testcase(parent: Element, target: TargetResult, clause: ClauseResult): void {
  const element = parent.ele('testcase', {
    name: clean(`${clause.id}: ${clause.statement}`),
    classname: clean(target.target),
    time: seconds(clauseMs(target, clause)),
  });
  const outcome = outcomeOf(clause);
  if (outcome === 'failed') {
    const message = clause.observations.find((seen) => seen.verdict === 'fail')?.received ?? clause.reason;
    element
      .ele('failure', { message: clean(`received: ${message}`), type: 'deviation' })
      .txt(clean(failureText(clause)));
  } else if (outcome === 'not-judged' || outcome === 'error') {
    element.ele('error', { message: clean(notJudgedText(clause.reason)), type: outcome });
  } else if (outcome === 'not-exercised') {
    element.ele('skipped', { message: clean(`not exercised: ${clause.reason}`) });
  } else if (outcome === 'warned' || outcome === 'waived' || outcome === 'advised') {
    element.ele('system-out').txt(clean(`${outcome}\n${failureText(clause)}`));
  }
}

function clean(text: string): string {
  return text.replace(FORBIDDEN, '');
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

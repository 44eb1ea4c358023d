/** Runs that are killed in the middle: what was judged is reported, what was not is named, and nothing is green. */
import { EventEmitter, once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Intercept, startMock } from '../../mock/server.ts';
import { beginRun, endRun } from '../../src/playwright/current.ts';
import { gateFile } from '../../src/results/gate.ts';
import { whyUnfinished } from '../../src/results/mark.ts';
import { validateResults } from '../../src/results/validate.ts';
import { expectNoSecret, mockSecrets, talkative, textsIn, tokensOf, writingInto } from '../support/canaries.ts';
import { conformance, type Ended, environmentAt, newFolder, startPlaywright } from '../support/command.ts';
import { yesterdaysReport } from '../support/report.ts';

test.describe.configure({ mode: 'default' });

/** The part that is run: enough to be killed in the middle of it. */
const part = '@gate';

/** The request of each target at which the run is killed. */
const fatal = 6;

/** Processes that a process started, by what the system knows of each. */
function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name of the program is in brackets and may hold anything; the parent is the second field after it.
        const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        return Number(parent) === pid ? [Number(name)] : [];
      } catch {
        // It ended while it was looked at.
        return [];
      }
    });
}

interface Killed extends Ended {
  /** Requests the mock received. */
  requests: number;
}

/** Runs these targets, and kills when each of them has sent its fatal request and has no answer yet. */
async function killed(
  providers: string[],
  kill: (pid: number) => void,
  variables: Record<string, string> = {},
  more: string[] = [],
): Promise<Killed> {
  const mock = await startMock({ lifeSeconds: 3 });
  const tokens: string[] = [];
  const out = newFolder('canary');
  const file = environmentAt(mock.url, 'pace: { timeout: 60 }');
  const projects = providers.map((name) => `--project=${name}`);
  const run = startPlaywright(conformance(...projects, ...talkative, '--grep', part, ...more), {
    TARGET_ENV: file,
    ...writingInto(out),
    ...variables,
  });
  // Each target sends from a worker of its own, and waits at its fatal request until every other is there.
  const begun = new Map<string, number>();
  const events = new EventEmitter();
  const all = once(events, 'killed');
  let isKilled = false;
  const intercept: Intercept = async (call) => {
    const count = (begun.get(call.provider) ?? 0) + 1;
    begun.set(call.provider, count);
    if (!isKilled && providers.every((name) => (begun.get(name) ?? 0) >= fatal)) {
      isKilled = true;
      kill(run.child.pid ?? 0);
      events.emit('killed');
    }
    if (!isKilled && count >= fatal) await all;
    const answer = call.answer();
    tokens.push(...tokensOf(answer));
    return answer;
  };
  mock.intercept = intercept;
  const ended = await run.ended;
  const { requests } = mock;
  await mock.close();
  expect(isKilled).toBe(true);
  expectNoSecret([ended.output, ...textsIn(ended.folder), ...textsIn(out)].join('\n'), [...mockSecrets, ...tokens]);
  return { ...ended, requests };
}

/** Stops a worker for good: it hears nothing any more, not even that its time is over. */
const freeze = (worker: number): unknown => process.kill(worker, 'SIGSTOP');

// The run sends itself SIGINT when it gets SIGTERM, and stops in order on that alone: both are seen here.
test('SIGTERM ends a run in order, also where a worker does not answer: not judged, with the number of scenarios that were not run', async () => {
  const { code, output, results, folder } = await killed(['singapay', 'pyng'], (pid) => {
    const workers = childrenOf(pid);
    expect(workers).toHaveLength(2);
    freeze(workers[0] ?? 0);
    process.kill(pid, 'SIGTERM');
  });
  expect(code).toBe(2);
  expect(output.match(/worker \d+ \(process \d+\) is ended: the run was stopped/g)).toHaveLength(1);
  const ledger = results();
  expect(validateResults(ledger)).toEqual({ results: ledger });
  expect(ledger.targets).toHaveLength(2);
  for (const target of ledger.targets) {
    expect(target.verdict).toBe('not-judged');
    const [, left, all] = /^the run was cut short: (\d+) of (\d+) scenarios were not run$/.exec(target.reason) ?? [];
    expect(Number(left)).toBe(Number(all) - target.exchanges.length);
    expect(Number(all)).toBeGreaterThan(2 * fatal);
    expect(target.counts.pass).toBeGreaterThan(0);
    expect([target.counts.fail, target.counts.error]).toEqual([0, 0]);
    expect(target.clauses.find(({ reason }) => reason.includes('lost'))).toBeUndefined();
    expect(output).toContain(`${target.reason}`);
  }
  expect(readFileSync(join(folder, 'report/summary.md'), 'utf8')).toContain('the run was cut short');
  expect(gateFile(join(folder, 'report/results.json'), part).exitCode).toBe(2);
});

test('a worker that is killed, and one that does not answer: what their tests had not sent is lost and said so, the others are judged, and the run is an error', async () => {
  const { code, output, results, folder, requests } = await killed(
    ['singapay', 'pyng'],
    (pid) => {
      const workers = childrenOf(pid);
      expect(workers).toHaveLength(2);
      process.kill(workers[0] ?? 0, 'SIGKILL');
      freeze(workers[1] ?? 0);
    },
    {},
    ['--timeout=15000'],
  );
  expect(code).toBe(3);
  const ended = output.match(/worker \d+ \(process \d+\) is ended: .+: it does not answer, 30 s after the test began/g);
  expect(ended).toHaveLength(1);
  expect(results().targets).toHaveLength(2);
  for (const target of results().targets) {
    expect(target.verdict).toBe('error');
    const [, lost = ''] = /the evidence of (.+) is lost/.exec(target.reason) ?? [];
    expect(lost).not.toBe('');
    for (const scenario of lost.split(', '))
      expect(target.exchanges.map((exchange) => exchange.scenario)).not.toContain(scenario);
    expect(target.exchanges.length).toBeGreaterThan(2 * fatal);
    expect(target.counts.fail).toBe(0);
    expect(output).toContain(`the evidence of ${lost} is lost`);
  }
  expect(requests).toBeGreaterThan(2 * (2 * fatal));
  expect(gateFile(join(folder, 'report/results.json'), part).exitCode).toBe(3);
});

test('SIGKILL of the run itself leaves no results of an earlier run behind, and the next run takes its folder over', async () => {
  const report = await yesterdaysReport()();
  const workers: number[] = [];
  let main = 0;
  const { code } = await killed(
    ['pyng'],
    (pid) => {
      main = pid;
      workers.push(...childrenOf(pid));
      process.kill(pid, 'SIGKILL');
    },
    { CONFORMANCE_REPORT: report },
  );
  expect(code).toBeNull();
  expect(workers.length).toBeGreaterThan(0);
  expect(gateFile(join(report, 'results.json'))).toMatchObject({
    exitCode: 3,
    lines: [expect.stringMatching(`a run began at .* and has not ended: process ${main} is gone; run `)],
  });
  expect(gateFile(join(report, 'previous.json')).exitCode).toBe(0);
  endRun(beginRun('npx playwright test', report));
  expect(whyUnfinished(report)).toBeNull();
});

/** The command itself, as its users run it: exit codes, the ledger, what is written, and that nothing is sent on bad input. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Intercept } from '../../mock/server.ts';
import type { Results } from '../../src/formats/results.ts';
import { validateResults } from '../../src/results/validate.ts';
import {
  conformance,
  type Ended,
  environmentFile,
  newFolder,
  playwright,
  startPlaywright,
  withMock,
} from '../support/command.ts';

test.describe.configure({ mode: 'default' });

/** Playwright's own list beside the ledger, which counts the tests that turn red. */
const listed = '--reporter=list,./reporters/conformance.ts';

let whole: Promise<Ended> | null = null;

/** The whole run of all three providers, once for the tests of this file. */
function wholeRun(): Promise<Ended> {
  whole ??= playwright(conformance());
  return whole;
}

test('the main job: every clause of three providers is exercised or explained, and nothing is raised', async () => {
  const { code, output, results, folder } = await wholeRun();
  expect(output).toMatch(/finnet@mock +\d+ +0 +0 +0 +0 +\d+ +\d+ +conforms/);
  expect(code).toBe(0);
  const ledger = results();
  expect(validateResults(ledger)).toEqual({ results: ledger });
  expect(ledger.targets.map(({ target, verdict }) => [target, verdict])).toEqual([
    ['finnet@mock', 'conforms'],
    ['pyng@mock', 'conforms'],
    ['singapay@mock', 'conforms'],
  ]);
  for (const { counts, clauses, requests, durationMs } of ledger.targets) {
    // A token of the embedded mock lives 3 s, and is sent while half of that is left: who takes longer needs another one.
    const renewed = Math.floor(durationMs / 1500);
    expect(requests).toBeLessThanOrEqual(75 + renewed);
    expect([counts.fail, counts.warning, counts.error, counts.inconclusive]).toEqual([0, 0, 0, 0]);
    expect(clauses.filter(({ verdict, reason }) => verdict === 'not-exercised' && reason === '')).toEqual([]);
  }
  expect(statSync(join(folder, 'report/results.json')).size).toBeLessThan(1024 * 1024);
  const written = ['report.html', 'summary.md', 'junit.xml', 'ctrf.json', 'exchanges.har', 'history.jsonl'];
  expect(readdirSync(join(folder, 'report'))).toEqual(expect.arrayContaining(written));
});

test('the gate is quick, and says that it saw a part', async () => {
  const { code, results } = await playwright(conformance('--grep', '@gate'));
  expect(code).toBe(0);
  for (const { requests, reason } of results().targets) {
    expect(requests).toBeLessThan(25);
    expect(reason).toMatch(/^only \d+ of \d+ scenarios were selected$/);
  }
});

test('a wrong secret is one message for each target, and nothing else fails', async () => {
  const file = environmentFile((text) =>
    text.replaceAll('ThrowAway', 'ThrownAway').replace('MockClientKey', 'OtherClientKey'),
  );
  const { code, output, results } = await playwright(conformance(listed), { TARGET_ENV: file });
  expect(code).toBe(2);
  expect(output).toContain('3 failed');
  for (const { verdict, reason, counts, requests } of results().targets) {
    expect(verdict).toBe('not-judged');
    expect(reason).toContain('the control is not granted: the provider answered 401');
    expect([counts.fail, counts.warning, counts.error]).toEqual([0, 0, 0]);
    expect(requests).toBe(1);
  }
});

/** It takes any grant_type that is there. */
const lax: Intercept = (call) => {
  const answer = call.answer();
  const given = /"grant_type":"[^"]/.test(Buffer.from(call.received.body).toString());
  return call.provider === 'singapay' && answer.status === 422 && given ? call.grant() : answer;
};

test('a provider that deviates ends the run with 1, a waiver keeps it visible, and one that can go is named', async () => {
  await withMock(lax, async (file) => {
    const waivers = (clause: string): string =>
      `\nwaivers:\n  - { clause: ${clause}, provider: singapay, reason: known, owner: us, until: 2099-12-31 }\n`;
    const text = readFileSync(file, 'utf8');
    const run = conformance('--project=singapay', '--grep', 'control:|singapay-grant-type-value|singapay-method');
    writeFileSync(file, `${text}${waivers('singapay-method')}`);
    const plain = await playwright(run, { TARGET_ENV: file });
    expect(plain.code).toBe(1);
    expect(plain.output).toContain('documented: refused as parameters (422)');
    expect(plain.results().problems.join()).toContain('singapay-method passes now; delete its waiver');
    writeFileSync(file, `${text}${waivers('singapay-grant-type-value')}`);
    const waived = await playwright(run, { TARGET_ENV: file });
    expect(waived.code).toBe(0);
    expect(waived.results().targets[0]?.counts.waived).toBe(1);
  });
});

test('a promise broken in every answer turns one test red; the ledger holds every observation', async () => {
  const numbers: Intercept = (call) => {
    const answer = call.answer();
    return { ...answer, body: String(answer.body).replace(/"expires_in":"(\d+)"/, '"expires_in":$1') };
  };
  await withMock(numbers, async (file) => {
    const { code, output, results } = await playwright(
      conformance('--project=singapay', '--grep', 'control|again|case', listed),
      { TARGET_ENV: file },
    );
    expect(code).toBe(1);
    expect(output).toMatch(/^\s*1 failed\s*$/m);
    const clause = results().targets[0]?.clauses.find(({ id }) => id === 'singapay-expires-in');
    expect(clause?.observations.filter(({ verdict }) => verdict === 'fail').length).toBeGreaterThan(3);
  });
});

test('bad input ends with 3, one message and no request; what an earlier run left is put aside', async () => {
  const report = newFolder('report');
  writeFileSync(join(report, 'results.json'), '{}');
  await withMock(undefined, async (file, requests) => {
    writeFileSync(file, readFileSync(file, 'utf8').replace('kind: mock', 'kind: mock\nstrictnes: page'));
    const { code, output } = await playwright(conformance(), { TARGET_ENV: file, CONFORMANCE_REPORT: report });
    expect(output).toMatch(/changed\.yaml:\d+: has the unknown key "strictnes"/);
    expect(code).toBe(3);
    expect(requests()).toBe(0);
  });
  expect(readdirSync(report).sort()).toEqual(['previous.json', 'run-began.json']);
});

test('an earlier run to compare with that is not there ends with 3, before any request', async () => {
  await withMock(undefined, async (file, requests) => {
    const variables = { TARGET_ENV: file, CONFORMANCE_PREVIOUS: 'nowhere.json' };
    const { code, output } = await playwright(conformance(), variables);
    expect(output).toMatch(/Cannot compare with .*nowhere\.json:\n.*there is no such file; name the results\.json/);
    expect(code).toBe(3);
    expect(requests()).toBe(0);
  });
});

test('a list is a list, and the report goes where .env says', async () => {
  const list = await playwright(conformance('--list', '--project=pyng'));
  expect(list.output).toMatch(/\[pyng\] .* control: the good request\n[\s\S]*Total: \d+ tests in 1 file/);
  expect(list.code).toBe(0);
  const folder = newFolder('dotenv');
  writeFileSync(join(folder, '.env'), `CONFORMANCE_REPORT=${join(folder, 'named')}\n`);
  const run = conformance('--config', resolve('playwright.config.ts'), '--project=pyng', '--grep', 'control:');
  const { code } = await startPlaywright(run, { CONFORMANCE_REPORT: undefined }, folder).ended;
  expect(code).toBe(0);
  expect(readdirSync(join(folder, 'named'))).toContain('results.json');
});

const itsOwn = (text: string): string =>
  text.replace(
    /(sha256|hash) [0-9a-f]{8}|[0-9a-f]{32}|\d{4}-\d\d-\d\dT[\d:.]+Z|\d\d:\d\d:\d\d UTC|\d+(\.\d+)? s\b/g,
    'its own',
  );

/**
 * What two runs of the same clauses have in common; tokens, trace ids, times and ports are their own. A shard sends the
 * controls that its scenarios rest on once more, so that a scenario is looked at by what it shows, not how often.
 */
function essence({ targets, exitCode, problems, run }: Results): unknown {
  const shown = <T extends { scenario: string }>(list: T[]): string[] =>
    [...new Set(list.map((one) => itsOwn(JSON.stringify({ ...one, exchange: undefined }))))].sort();
  const text = JSON.stringify({
    exitCode,
    problems,
    selection: run?.selection,
    targets: targets.map((target) => ({
      ...target,
      durationMs: 0,
      // A slow machine takes a fresh token where a fast one has one.
      requests: 0,
      baseUrl: '',
      readings: target.readings.map(({ id, follows }) => ({ id, follows })),
      // What is measured is known to some seconds.
      facts: target.facts?.map(({ id }) => id),
      clauses: target.clauses.map((clause) => ({ ...clause, observations: shown(clause.observations) })),
      exchanges: shown(
        target.exchanges.map(({ scenario, title, response }) => ({ scenario, title, status: response?.status })),
      ),
    })),
  });
  return JSON.parse(itsOwn(text));
}

test('shards merged give what one run gives', async () => {
  const blobs = newFolder('blobs');
  const one = await wholeRun();
  for (const shard of ['1/2', '2/2']) {
    const file = join(blobs, `${shard.replace('/', '-')}.zip`);
    const { code } = await playwright(conformance(`--shard=${shard}`, '--reporter=blob'), {
      PLAYWRIGHT_BLOB_OUTPUT_FILE: file,
    });
    expect(code).toBe(0);
  }
  const merged = await playwright(['merge-reports', '--config', 'playwright.config.ts', blobs]);
  expect(essence(merged.results())).toEqual(essence(one.results()));
});

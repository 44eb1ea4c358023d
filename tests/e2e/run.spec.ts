/** The command itself, as its users run it: exit codes, the ledger, what is written, and that nothing is sent on bad input. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Answer, Intercept } from '../../mock/server.ts';
import { providerNames } from '../../src/contract/load.ts';
import type { Results } from '../../src/formats/results.ts';
import { exitCodeOf } from '../../src/results/ledger.ts';
import { validateResults } from '../../src/results/validate.ts';
import { type Ended, newFolder, playwright, withMock } from '../support/command.ts';
import { playHere, playShardsHere } from '../support/play.ts';
import { recorded, wholeOf } from '../support/recorded.ts';

test.describe.configure({ mode: 'default' });

let whole: Promise<Ended> | null = null;

/** Where each worker of the whole run leaves the names of the modules that it loaded. */
const loaded = newFolder('loaded');

/** The whole run of all three providers, once for the tests of this file. */
function wholeRun(): Promise<Ended> {
  const options = `--require=${resolve('tests/support/loaded.cjs')}`;
  whole ??= playwright(['test'], { LOADED_MODULES: loaded, NODE_OPTIONS: options });
  return whole;
}

/** The rows of a ledger in a text: a target with its counts, and its requests. */
const ledgerRows = (text: string): { counts: string; requests: number }[] =>
  [...text.matchAll(/^ {2}(\w+@mock(?: +\d+){6}) +(\d+) +conforms$/gm)].map(([, counts = '', requests]) => ({
    counts: counts.replace(/ +/g, ' '),
    requests: Number(requests),
  }));

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
  for (const document of ['README.md', 'docs/package.md']) {
    const rows = ledgerRows(readFileSync(document, 'utf8'));
    expect(rows.map(({ counts }) => counts)).toEqual(ledgerRows(output).map(({ counts }) => counts));
    // On a slow machine more are sent, for new tokens.
    const quick = await Promise.all(ledger.targets.map(({ provider }) => wholeOf(provider)));
    expect(rows.map(({ requests }) => requests)).toEqual(quick.map(({ requests }) => requests));
  }
  for (const { counts, clauses } of ledger.targets) {
    expect([counts.fail, counts.warning, counts.error, counts.inconclusive]).toEqual([0, 0, 0, 0]);
    expect(clauses.filter(({ verdict, reason }) => verdict === 'not-exercised' && reason === '')).toEqual([]);
  }
  expect(statSync(join(folder, 'report/results.json')).size).toBeLessThan(1024 * 1024);
  const written = ['report.html', 'summary.md', 'junit.xml', 'ctrf.json', 'exchanges.har', 'history.jsonl'];
  expect(readdirSync(join(folder, 'report'))).toEqual(expect.arrayContaining(written));
});

test('a worker that sends and judges loads neither the parser that knows lines nor more of undici than what sends', async () => {
  // Playwright starts a worker anew after each red test, so what a worker loads is paid for as often.
  await wholeRun();
  const workers = readdirSync(loaded).map((name) => readFileSync(join(loaded, name), 'utf8').split('\n'));
  expect(workers.length).toBeGreaterThan(0);
  for (const modules of workers) {
    expect(modules.some((name) => name.endsWith('/undici/lib/dispatcher/client.js'))).toBe(true);
    expect(
      modules.filter((name) => /\/node_modules\/(yaml\/|undici\/(index\.js|lib\/web\/fetch\/index\.js))/.test(name)),
    ).toEqual([]);
  }
});

test('a run asks little: 75 requests a provider at most, where no machine is too slow for the life of a token', async () => {
  for (const provider of providerNames()) expect((await wholeOf(provider)).requests, provider).toBeLessThanOrEqual(75);
});

test('the gate is quick, and says that it saw a part', async () => {
  for (const provider of providerNames()) {
    const { requests, reason } = await recorded(provider, undefined, ({ gate }) => gate);
    expect(requests).toBeLessThan(25);
    expect(reason).toMatch(/^only \d+ of \d+ scenarios (?:was|were) selected$/);
  }
});

/** It takes any other word for a grant_type. */
const lax = (call: Parameters<Intercept>[0]): Answer => {
  const answer = call.answer();
  const [, given = 'client_credentials'] =
    /"grant_type":"([^"]{1,40})"/.exec(String(Buffer.from(call.received.body))) ?? [];
  const takes = call.provider === 'singapay' && answer.status === 422 && given !== 'client_credentials';
  return takes ? call.grant() : answer;
};

const waiver = (clause: string, reason = 'known'): string =>
  `\nwaivers:\n  - { clause: ${clause}, provider: singapay, reason: "${reason}", owner: us, until: 2099-12-31 }\n`;

/** A lifetime as a number in every grant, where a text is documented, and a grant for any grant_type. */
const deviating: Intercept = (call) => {
  const answer = lax(call);
  if (call.provider !== 'singapay') return answer;
  return { ...answer, body: String(answer.body).replace(/"expires_in":"(\d+)"/, '"expires_in":$1') };
};

test('one that deviates beside one whose secret is wrong: each is red for its own fault alone, and the run ends with 1', async () => {
  await withMock(deviating, async (file) => {
    const text = readFileSync(file, 'utf8').replace(/(password: \S*)ThrowAway/, '$1ThrownAway');
    writeFileSync(file, `${text}${waiver('singapay-method')}`);
    const selected = 'control:|singapay-(granted-again|method|media-type:|grant-type-value)|pyng-method';
    const run = ['--project=singapay', '--project=pyng', '--grep', selected];
    const { code, red, results } = await playHere(run, { TARGET_ENV: file });
    expect(code).toBe(1);
    // A promise broken in every answer turns one test red, a demand that is not met another, a wrong secret the control alone.
    expect(red).toEqual([
      expect.stringContaining('the control is not granted: the provider answered 401'),
      expect.stringContaining('singapay-expires-in'),
      expect.stringContaining('documented: refused as parameters (422)'),
    ]);
    expect(results().problems.join()).toContain('singapay-method passes now; delete its waiver');
    const { targets } = results();
    const deviates = targets.find(({ provider }) => provider === 'singapay');
    expect(deviates?.verdict).toBe('deviates');
    const clause = deviates?.clauses.find(({ id }) => id === 'singapay-expires-in');
    // The ledger holds every observation.
    expect(clause?.observations.filter(({ verdict }) => verdict === 'fail').length).toBeGreaterThan(1);
    const unjudged = targets.filter((target) => target !== deviates);
    expect(unjudged).toMatchObject([
      {
        verdict: 'not-judged',
        reason: expect.stringContaining('the control is not granted: the provider answered 401'),
        counts: { fail: 0, warning: 0, error: 0 },
        requests: 1,
      },
    ]);
    expect(exitCodeOf(unjudged, [])).toBe(2);
  });
});

test('a waiver keeps a deviation visible, its reason without a secret in it, and the run ends with 0', async () => {
  await withMock(lax, async (file) => {
    const text = readFileSync(file, 'utf8');
    const [, secret = ''] = /clientSecret: (\S+)/.exec(text) ?? [];
    expect(secret.length).toBeGreaterThan(8);
    writeFileSync(file, `${text}${waiver('singapay-grant-type-value', `granted to ${secret} as well, ticket 7`)}`);
    const selected = ['--project=singapay', '--grep', 'control:|singapay-grant-type-value'];
    const waived = await playHere(selected, { TARGET_ENV: file });
    expect(waived.code).toBe(0);
    expect(waived.results().targets[0]?.counts.waived).toBe(1);
    const shown = JSON.stringify(waived.results());
    expect(shown).toMatch(/granted to [^"]+ as well, ticket 7/);
    expect(shown).not.toContain(secret);
  });
});

test('bad input ends with 3, one message and no request; what an earlier run left is put aside', async () => {
  const report = newFolder('report');
  writeFileSync(join(report, 'results.json'), '{}');
  await withMock(undefined, async (file, requests) => {
    writeFileSync(file, readFileSync(file, 'utf8').replace('kind: mock', 'kind: mock\nstrictnes: page'));
    const { code, output } = await playHere([], { TARGET_ENV: file, CONFORMANCE_REPORT: report });
    expect(output).toMatch(/changed\.yaml:\d+: has the unknown key "strictnes"/);
    expect(code).toBe(3);
    expect(requests()).toBe(0);
  });
  expect(readdirSync(report).sort()).toEqual(['previous.json', 'run-began.json']);
});

test('an earlier run to compare with that is not there ends with 3, before any request', async () => {
  await withMock(undefined, async (file, requests) => {
    const variables = {
      TARGET_ENV: file,
      CONFORMANCE_PREVIOUS: 'nowhere.json',
      CONFORMANCE_REPORT: newFolder('report'),
    };
    const { code, output } = await playHere([], variables);
    expect(output).toMatch(/Cannot compare with .*nowhere\.json:\n.*there is no such file; name the results\.json/);
    expect(code).toBe(3);
    expect(requests()).toBe(0);
  });
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
  const merged = await playShardsHere(['--project=finnet'], 2);
  expect(merged.code, merged.output).toBe(0);
  const one = (await wholeRun()).results();
  const targets = one.targets.filter(({ provider }) => provider === 'finnet');
  expect(essence(merged.results())).toEqual(essence({ ...one, targets }));
});

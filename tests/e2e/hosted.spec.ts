/** The session of a target whose tests are red again and again is hosted by a process that stays while workers come and go. */
import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { startSender } from '../../src/files/processes.ts';
import { roots } from '../../src/files/roots.ts';
import { addressFile, type Hosting } from '../../src/playwright/hosted.ts';
import { selectTargets, wantedOf } from '../../src/playwright/selection.ts';
import { hostVariable } from '../../src/playwright/worker.ts';
import { conformance, mostMs, startPlaywright, withMock } from '../support/command.ts';
import { newFolder } from '../support/folders.ts';
import { ownHosts } from '../support/hosts.ts';
import { moduleOfRun } from '../support/script.ts';

/** Tests that are red against a provider that grants everything, in their order; the fourth is the first that a host is asked for. */
const demands = [
  'method',
  'grant-type-required',
  'grant-type-type',
  'grant-type-length',
  'grant-type-value',
  'timestamp-format',
];

const named = demands.map((demand) => `finnet-${demand}`);

/** The test at which the host dies. */
const fatal = 'finnet-grant-type-value';

/** What the third test and the fatal one send. */
const third = /"grantType":(?:true|\[)/;
const ofFatal = /"grantType":"(?!client_credentials")[^"]{1,18}"/;

/** Runs the tests against a provider that grants everything, and kills the host at the fatal one. */
async function run() {
  const { variables, hostOf } = ownHosts();
  let host: number | null = null;
  let isKilled = false;
  const ended = await withMock(
    async (call) => {
      if (call.operation !== 'token') return call.answer();
      const body = String(call.received.body);
      const find = () => hostOf('finnet@changed');
      // The third test waits for the host that the second red one called for, so that the next has it for certain.
      if (host === null && third.test(body)) await expect.poll(find, { timeout: mostMs }).not.toBeNull();
      host ??= find();
      if (!isKilled && host !== null && ofFatal.test(body)) isKilled = process.kill(host, 'SIGKILL');
      return call.grant();
    },
    (file) => {
      const args = conformance('--project=finnet', `--grep=(?:${named.join('|')})(?![\\w-])`);
      return startPlaywright(args, { TARGET_ENV: file, ...variables }).ended;
    },
    // A machine with other work starts a host in more than the ten seconds after which a request is sent again.
    { settings: 'pace: { timeout: 100 }' },
  );
  expect(isKilled).toBe(true);
  return ended;
}

let ran: ReturnType<typeof run> | null = null;

/** The run, once for the tests of this file. */
function theRun(): ReturnType<typeof run> {
  ran ??= run();
  return ran;
}

test('a host sends what later workers ask for, with one control for all', async () => {
  const ended = await theRun();
  expect(ended.code, ended.output).toBe(1);
  const [{ exchanges, requests } = { exchanges: [], requests: 0 }] = ended.results().targets;
  // One control for all of the workers, and each way once.
  expect(exchanges.filter(({ scenario }) => scenario === 'control')).toHaveLength(1);
  expect(new Set(exchanges.map(({ scenario }) => scenario)).size).toBe(exchanges.length);
  const judged = named.filter((id) => id !== fatal);
  expect(exchanges.map(({ scenario }) => scenario.split('/')[0])).toEqual(expect.arrayContaining(judged));
  // On a fast machine one more, by which the run learns how old a signature may be.
  expect([0, 1]).toContain(requests - exchanges.length);
});

test('where a host dies, what it was asked for is not judged, and the tests after it are judged without it', async () => {
  const ended = await theRun();
  expect(ended.output).toMatch(/the process \d+, which sends the requests of finnet@\w+, has ended/);
  const [{ clauses } = { clauses: [] }] = ended.results().targets;
  const failing = clauses.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
  expect(failing.sort()).toEqual(named.filter((id) => id !== fatal).sort());
  expect(ended.output).toMatch(/finnet@changed +\d+ +5 +0 +0 +1 /);
});

test('a host ends with the process that began the run', async () => {
  const projects = ['pyng'];
  const [meta] = wantedOf(projects, selectTargets({ mode: 'run', projects }, { TARGET_ENV: 'mock' })).map(
    (one) => one.meta,
  );
  if (!meta) throw new Error('there is no such target');
  const scratch = newFolder('scratch');
  const host = startSender(moduleOfRun('src/playwright/host'), { [hostVariable]: meta.target });
  const metadata = { environment: 'mock', target: meta };
  host.send({ metadata, outputDir: newFolder('out'), scratch, roots: roots() } satisfies Hosting);
  await expect.poll(() => existsSync(addressFile(scratch, meta.target)), { timeout: mostMs }).toBe(true);
  expect(host.exitCode).toBeNull();
  // What a process that ends leaves of the channel to it.
  host.disconnect();
  try {
    await expect.poll(() => host.exitCode).toBe(0);
  } finally {
    host.kill('SIGKILL');
  }
});

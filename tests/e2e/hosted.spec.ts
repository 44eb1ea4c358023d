/** The session of a target whose tests are red again and again is hosted by a process that stays while workers come and go. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Received } from '../../mock/server.ts';
import { isObject, parseJson } from '../../src/formats/json.ts';
import type { Results } from '../../src/formats/results.ts';
import { conformance, mostMs, newFolder, startPlaywright, withMock } from '../support/command.ts';

/** Tests that are red against a provider that grants everything, in their order; the host of the first target lives, that of the second dies. */
const demands = {
  pyng: ['method', 'grant-type-required', 'basic-present', 'basic-client'],
  finnet: ['method', 'grant-type-required', 'grant-type-type', 'grant-type-length', 'grant-type-value'],
};

type Name = keyof typeof demands;

/** The third test of each, by its requests. */
const third: Record<Name, (received: Received) => boolean> = {
  pyng: ({ headers }) => !headers.some(([name]) => name.toLowerCase() === 'authorization'),
  finnet: ({ body }) => /"grantType":(?:true|\[)/.test(String(body)),
};

/** The process that hosts the session of a target, of the run whose temporary folder this is; null before there is one. */
function hostIn(folder: string, target: string): number | null {
  for (const scratch of readdirSync(folder).filter((name) => name.startsWith('conformance-scratch-'))) {
    const file = join(folder, scratch, `host-${target}.json`);
    const address = existsSync(file) ? parseJson(readFileSync(file, 'utf8')) : null;
    if (isObject(address) && typeof address['pid'] === 'number') return address['pid'];
  }
  return null;
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const failing = (results: Results, name: Name): string[] =>
  results.targets
    .filter(({ provider }) => provider === name)
    .flatMap(({ clauses }) => clauses.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id))
    .sort();

const named = (name: Name): string[] => demands[name].map((demand) => `${name}-${demand}`).sort();

const isNamed = (provider: string): provider is Name => provider in demands;

/** Where Playwright keeps what it has transformed, whatever folder is for what is temporary. */
const transformed = join(tmpdir(), `playwright-transform-cache-${process.geteuid?.()}`);

/** Runs the tests against providers that grant everything. */
async function run() {
  const folder = newFolder('hosted');
  const hosts = new Map<string, number>();
  let killed = false;
  const ended = await withMock(
    async (call) => {
      const { provider, operation } = call;
      if (operation !== 'token' || !isNamed(provider)) return call.answer();
      const body = String(call.received.body);
      const host = () => hostIn(folder, `${provider}@changed`);
      // The third test waits for the host that the second red one called for, so that the next has it for certain.
      if (!hosts.has(provider) && third[provider](call.received))
        await expect.poll(host, { timeout: mostMs }).not.toBeNull();
      const pid = hosts.get(provider) ?? host();
      if (pid !== null) hosts.set(provider, pid);
      if (!killed && pid !== null && /"grantType":"[^"]{19}/.test(body)) killed = process.kill(pid, 'SIGKILL');
      return call.grant();
    },
    (file) => {
      const part = Object.keys(demands)
        .filter(isNamed)
        .flatMap((name) => named(name));
      const args = conformance('--project=pyng', '--project=finnet', `--grep=(?:${part.join('|')})(?![\\w-])`);
      const variables = { TARGET_ENV: file, TMPDIR: folder, PLAYWRIGHT_TRANSFORM_CACHE_DIR: transformed };
      return startPlaywright(args, variables).ended;
    },
    // A machine with other work starts a host in more than the ten seconds after which a request is sent again.
    { settings: 'pace: { timeout: 100 }' },
  );
  return { ended, hosts };
}

let once: ReturnType<typeof run> | null = null;

/** The run, once for the tests of this file. */
function theRun(): ReturnType<typeof run> {
  once ??= run();
  return once;
}

test('a host sends what later workers ask for, with one control for all, and ends with the run', async () => {
  const { ended, hosts } = await theRun();
  expect(ended.code, ended.output).toBe(1);
  const results = ended.results();
  expect(failing(results, 'pyng')).toEqual(named('pyng'));
  // One control for all of the workers, and each way once.
  const { exchanges = [], requests = 0 } = results.targets.find(({ provider }) => provider === 'pyng') ?? {};
  expect(exchanges.filter(({ scenario }) => scenario === 'control')).toHaveLength(1);
  expect(new Set(exchanges.map(({ scenario }) => scenario)).size).toBe(exchanges.length);
  expect(exchanges.map(({ scenario }) => scenario.split('/')[0])).toEqual(expect.arrayContaining(named('pyng')));
  expect(requests).toBe(exchanges.length);
  const pid = hosts.get('pyng');
  if (pid === undefined) throw new Error('there was no host');
  await expect.poll(() => isAlive(pid), { timeout: mostMs }).toBe(false);
});

test('where a host dies, what it was asked for is not judged, and the tests after it are judged without it', async () => {
  const { ended } = await theRun();
  expect(ended.output).toMatch(/the process \d+, which sends the requests of finnet@\w+, has ended/);
  expect(failing(ended.results(), 'finnet')).toEqual(named('finnet').filter((id) => !id.endsWith('-length')));
  expect(ended.output).toMatch(/finnet@changed +\d+ +4 +0 +0 +1 /);
});

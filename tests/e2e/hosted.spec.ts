/** The session of a target whose tests are red again and again is hosted by a process that stays while workers come and go. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { isObject, parseJson } from '../../src/formats/json.ts';
import type { Results } from '../../src/formats/results.ts';
import { conformance, mostMs, newFolder, startPlaywright, withMock } from '../support/command.ts';

/** Tests that are red against a provider that grants everything, in their order. */
const demands = ['method', 'grant-type-required', 'grant-type-type', 'grant-type-length', 'grant-type-value'];

/** The process that hosts a session of the run whose temporary folder this is; null before there is one. */
function hostIn(folder: string): number | null {
  for (const scratch of readdirSync(folder).filter((name) => name.startsWith('conformance-scratch-')))
    for (const name of readdirSync(join(folder, scratch)).filter((one) => /^host-.*\.json$/.test(one))) {
      const address = parseJson(readFileSync(join(folder, scratch, name), 'utf8'));
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

const failing = ({ targets }: Results): string[] =>
  targets.flatMap(({ clauses }) => clauses.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id));

/** Runs the tests against a provider that grants everything; `acts` is called with the host, once there is one, and the body of each request. */
async function run(acts: (host: number, body: string) => void) {
  const folder = newFolder('hosted');
  let pid: number | null = null;
  const ended = await withMock(
    async (call) => {
      if (call.operation !== 'token') return call.answer();
      // The third test waits for the host that the second red one called for, so that the fourth has it for certain.
      const body = String(call.received.body);
      if (pid === null && /"grantType":(?:true|\[)/.test(body))
        await expect.poll(() => hostIn(folder), { timeout: mostMs }).not.toBeNull();
      pid ??= hostIn(folder);
      if (pid !== null) acts(pid, body);
      return call.grant();
    },
    (file) => {
      const selection = `--grep=finnet-(${demands.join('|')})(?![\\w-])`;
      const args = conformance('--project=finnet', selection);
      return startPlaywright(args, { TARGET_ENV: file, TMPDIR: folder }).ended;
    },
    // A machine with other work starts a host in more than the ten seconds after which a request is sent again.
    { settings: 'pace: { timeout: 100 }' },
  );
  return { ended, pid };
}

test('a host sends what later workers ask for, with one control for all, and ends with the run', async () => {
  const { ended, pid } = await run(() => undefined);
  expect(ended.code, ended.output).toBe(1);
  const results = ended.results();
  expect(failing(results).sort()).toEqual(demands.map((demand) => `finnet-${demand}`).sort());
  // One control for all of the workers, each way once, and on a fast machine one to learn how old a signature may be.
  const { exchanges = [], requests = 0 } = results.targets[0] ?? {};
  expect(exchanges).toHaveLength(12);
  expect(requests).toBeLessThanOrEqual(13);
  if (pid === null) throw new Error('there was no host');
  await expect.poll(() => isAlive(pid), { timeout: mostMs }).toBe(false);
});

test('where a host dies, what it was asked for is not judged, and the tests after it are judged without it', async () => {
  const others = demands.filter((one) => one !== 'grant-type-length').map((one) => `finnet-${one}`);
  let killed = false;
  const { ended } = await run((host, body) => {
    if (!killed && /"grantType":"[^"]{19}/.test(body)) killed = process.kill(host, 'SIGKILL');
  });
  expect(ended.output).toMatch(/the process \d+, which sends the requests of finnet@\w+, has ended/);
  const results = ended.results();
  expect(failing(results).sort()).toEqual(others.sort());
  expect(ended.output).toMatch(/finnet@changed +\d+ +4 +0 +0 +1 /);
});

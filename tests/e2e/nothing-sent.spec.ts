/** Commands that refuse to start: the doctor, the run, derive and drift send nothing, and say why. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Mock, startMock } from '../../mock/server.ts';
import { newFolder } from '../support/folders.ts';
import { runHere } from '../support/here.ts';
import { playHere } from '../support/play.ts';

let mock: Mock;
test.beforeEach(async () => {
  mock = await startMock();
});
test.afterEach(() => mock.close());

/** The variables that lead to a sandbox at the mock. */
function sandboxAtMock(path = ''): Record<string, string> {
  const file = join(newFolder('sandbox'), 'tried.yaml');
  const credentials = '{ username: $U, password: $P, scopes: [one] }';
  writeFileSync(
    file,
    `kind: sandbox\nproviders:\n  pyng:\n    baseUrl: ${mock.url}${path}\n    credentials: ${credentials}\n`,
  );
  return { TARGET_ENV: file, U: 'user', P: 'canary-password' };
}

test('the doctor and the run, to production by accident', async () => {
  const variables = { ...sandboxAtMock(), PYNG_PRODUCTION_BASE_URL: mock.url };
  const doctor = await runHere('doctor', [], variables);
  const run = await playHere([], { ...variables, CONFORMANCE_REPORT: newFolder('report') });
  for (const { code, output } of [doctor, run]) {
    expect(output).toContain('127.0.0.1 is the production host of environments/production.yaml:20');
    expect(code).toBe(3);
  }
  expect(mock.requests).toBe(0);
});

test('the doctor and the run, where the path of an operation stands in the address already', async () => {
  for (const path of ['/billing/oauth2/token', '/behind/billing/oauth2/token/']) {
    const variables = sandboxAtMock(path);
    const doctor = await runHere('doctor', [], variables);
    const run = await playHere([], { ...variables, CONFORMANCE_REPORT: newFolder('report') });
    for (const { code, output } of [doctor, run]) {
      expect(output).toMatch(
        /tried\.yaml:4: baseUrl ends with \/billing\/oauth2\/token, the path of an operation, which is put after it; leave it out/,
      );
      expect(code).toBe(3);
    }
  }
  expect(mock.requests).toBe(0);
});

test('the doctor and the run, where certificates would not be verified', async () => {
  const off = { ...sandboxAtMock(), NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  const doctor = await runHere('doctor', [], off);
  expect(doctor.code).toBe(3);
  expect(doctor.output).toContain('NODE_TLS_REJECT_UNAUTHORIZED');
  const run = await playHere([], { ...off, CONFORMANCE_REPORT: newFolder('report') });
  expect(run.code).toBe(3);
  expect(run.output).toContain('NODE_TLS_REJECT_UNAUTHORIZED is "0"');
  expect(run.output).toContain('tls.ca');
  expect(mock.requests).toBe(0);
});

test('derive and drift, where certificates would not be verified', async () => {
  const off = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  for (const [script, args] of [
    ['derive', [`${mock.url}/page.md`, '--provider', 'acme', '--out', newFolder('derived')]],
    ['drift', ['pyng', '--page', `${mock.url}/page.md`]],
  ] as const) {
    const ended = await runHere(script, [...args], off);
    expect(ended.code, script).toBe(3);
    expect(ended.output).toContain('NODE_TLS_REJECT_UNAUTHORIZED is "0"');
  }
  expect(mock.requests).toBe(0);
});

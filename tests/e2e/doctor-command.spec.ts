/** The doctor as it is typed: its arguments, its exit codes, and that it shows no secret. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startMock } from '../../mock/server.ts';
import { selectTargets } from '../../src/playwright/selection.ts';
import { expectNoSecret } from '../support/canaries.ts';
import { newFolder } from '../support/command.ts';
import { runHere } from '../support/here.ts';
import { mockTarget } from '../support/network.ts';

const canary = 'canary/secret+of the@client';
const { credentials } = mockTarget('singapay');
const value = (name: string): string => String(credentials[name]?.value);

test('the embedded mock is well: every target of it, without an argument', async () => {
  const { code, output } = await runHere('doctor', []);
  expect(code).toBe(0);
  for (const provider of ['singapay', 'finnet', 'pyng']) expect(output).toContain(`${provider}@mock\n  ok `);
  expect(output).toMatch(/ok +key +privateKey: RSA, 2048 bits/);
  expect(output.match(/ok +control +granted/g)).toHaveLength(3);
  expect(output.match(/ok +probe +accepts a fresh token/g)).toHaveLength(3);
});

test('globs pick targets as Playwright’s project names do; what names nothing is exit code 3', async () => {
  const dev = await runHere('doctor', ['*@dev', 'FINNET@staging']);
  expect(dev.code).toBe(3);
  const named = dev.output.match(/^\S+@\S+$/gm) ?? [];
  expect([...named].sort()).toEqual(['finnet@dev', 'finnet@staging', 'pyng@dev', 'singapay@dev']);
  expect(dev.output).toMatch(
    /fault +set-up +environments\/dev\.yaml:\d+: finnet@dev needs the variable FINNET_CLIENT_KEY/,
  );
  const nobody = await runHere('doctor', ['nobody@dev']);
  expect(nobody).toMatchObject({ code: 3, output: expect.stringContaining('There is no project "nobody@dev".') });
  expect(() => selectTargets({ mode: 'list', projects: ['finnet@nowhere'] }, {})).toThrow(
    'There is no project "finnet@nowhere".',
  );
});

test('credentials that are not accepted: exit code 2, and no secret in any form', async () => {
  const mock = await startMock();
  const file = join(newFolder('doctor'), 'refused.yaml');
  const account = `{ partnerId: ${value('partnerId')}, clientId: ${value('clientId')}, clientSecret: $SECRET }`;
  writeFileSync(file, `kind: sandbox\nproviders:\n  singapay: { baseUrl: ${mock.url}, credentials: ${account} }\n`);
  const variables = { SECRET: canary, TARGET_ENV: file };
  const ended = await runHere('doctor', ['singapay@refused'], variables);
  await mock.close();
  expectNoSecret(ended.output, [canary]);
  expect(ended).toMatchObject({
    code: 2,
    output: expect.stringMatching(/unreached +control .*answered 401.*; check the cred/),
  });
});

test('an environment file that does not load lists every problem with its line', async () => {
  const file = join(newFolder('doctor'), 'broken.yaml');
  writeFileSync(file, 'kind: sandbox\nproviders:\n  nobody: { credentials: {}, pase: 1 }\n');
  const { code, output } = await runHere('doctor', [], { TARGET_ENV: file });
  expect(code).toBe(3);
  expect(output).toMatch(/broken\.yaml:3: .*unknown key "pase"/);
});

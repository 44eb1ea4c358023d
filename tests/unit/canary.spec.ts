/** No secret in anything that the command writes or prints, whatever happens on the way. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Intercept } from '../../mock/server.ts';
import { expectNoSecret, textsIn } from './canaries.ts';
import { mockEnvironment as environment, newFolder, playwright, withMock } from './support/command.ts';

test.describe.configure({ mode: 'default' });
test.setTimeout(180_000);

test('no secret is in anything that is written or printed', async () => {
  const secrets = ['ThrowAwaySecretaG3iJCCthsyjnuAxz489FMHdW', 'ThrowAwayPasswordjX2EnYJE7sBrDKphu4sswq3jK'];
  const key = /BEGIN PRIVATE KEY-----\s+(\S+)/.exec(environment)?.[1] ?? '';
  expect(environment).toContain(secrets[0]);
  expect(key.length).toBeGreaterThan(40);
  const tokens: string[] = [];
  // It echoes what it was sent, crashes now and then, and leaves broken JSON behind.
  const hostile: Intercept = (call) => {
    const answer = call.answer();
    tokens.push(...(String(answer.body).match(/(?<="(?:access_token|accessToken)":")[^"]+/g) ?? []));
    const echo = `${JSON.stringify(call.received.headers)} ${Buffer.from(call.received.body).toString()}`;
    if (answer.status === 200)
      return { ...answer, headers: [...answer.headers, ['X-Echo', Buffer.from(echo).toString('base64')]] };
    return answer.status === 401
      ? { status: 500, headers: [['Content-Type', 'text/html']], body: `<pre>${echo}</pre>` }
      : { ...answer, body: `${answer.body}${echo}` };
  };
  await withMock(hostile, async (file) => {
    const out = newFolder('canary');
    const variables = {
      TARGET_ENV: file,
      DEBUG: 'pw:api',
      PLAYWRIGHT_JUNIT_OUTPUT_FILE: join(out, 'junit.xml'),
      PLAYWRIGHT_JSON_OUTPUT_FILE: join(out, 'results.json'),
      PLAYWRIGHT_HTML_OUTPUT_DIR: join(out, 'html'),
      PLAYWRIGHT_BLOB_OUTPUT_FILE: join(out, 'blob.zip'),
    };
    const part = 'control|basic-secret|signature-verified|body/malformed|scope-alone';
    const reporters = '--reporter=list,junit,json,html,blob,./reporters/conformance.ts';
    const { output, folder, code } = await playwright(
      ['test', '--output', join(out, 'test-results'), '--trace', 'on', '--grep', part, reporters],
      variables,
    );
    expect(code).toBe(1);
    const texts = [output, ...textsIn(out), ...textsIn(folder)];
    expect(texts.length).toBeGreaterThan(20);
    expect(tokens.length).toBeGreaterThan(5);
    expectNoSecret(texts.join('\n'), [...secrets, key, ...tokens]);
  });
});

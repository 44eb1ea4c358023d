/** No secret in anything that the command writes or prints, whatever happens on the way. */
import { expect, test } from '@playwright/test';
import { mintAuthority } from '../../mock/certificates.ts';
import type { Intercept } from '../../mock/server.ts';
import { expectNoSecret, mockSecrets, talkative, textsIn, tokensOf, writingInto } from '../support/canaries.ts';
import { conformance, newFolder, playwright, withMock } from '../support/command.ts';

test.describe.configure({ mode: 'default' });

/** Runs the command with every reporter there is, and gives how it ended and all that it wrote or printed. */
async function everything(file: string, args: string[]): Promise<{ code: number | null; text: string }> {
  const out = newFolder('canary');
  const variables = { TARGET_ENV: file, ...writingInto(out) };
  const { output, folder, code } = await playwright(conformance(...talkative, ...args), variables);
  const texts = [output, ...textsIn(out), ...textsIn(folder)];
  expect(texts.length).toBeGreaterThan(10);
  return { code, text: texts.join('\n') };
}

test('no secret is shown of a provider that echoes, crashes and breaks its JSON', async () => {
  expect(mockSecrets.map((secret) => secret.length > 20)).toEqual([true, true, true]);
  const tokens: string[] = [];
  const hostile: Intercept = (call) => {
    const answer = call.answer();
    tokens.push(...tokensOf(answer));
    const echo = `${JSON.stringify(call.received.headers)} ${Buffer.from(call.received.body).toString()}`;
    if (answer.status === 200)
      return { ...answer, headers: [...answer.headers, ['X-Echo', Buffer.from(echo).toString('base64')]] };
    return answer.status === 401
      ? { status: 500, headers: [['Content-Type', 'text/html']], body: `<pre>${echo}</pre>` }
      : { ...answer, body: `${answer.body}${echo}` };
  };
  await withMock(hostile, async (file) => {
    const part = 'control|basic-secret/|signature-verified/other-key|body/malformed|scope-alone';
    const { code, text } = await everything(file, ['--grep', part]);
    expect(code).toBe(1);
    expect(tokens.length).toBeGreaterThan(2);
    expectNoSecret(text, [...mockSecrets, ...tokens]);
  });
});

test('no secret is shown of time-outs and of a connection that cannot be secured', async () => {
  const stranger = mintAuthority('Stranger').issue({ commonName: 'x', usage: 'server', altNames: ['127.0.0.1'] });
  const hanging: Intercept = () => ({ raw: () => undefined });
  const faults = [
    { tls: stranger, cause: /unknown authority/ },
    { intercept: hanging, cause: /no answer within 0\.5 s/ },
  ];
  const settings = 'pace: { timeout: 0.5 }';
  // Side by side: most of a time-out is waiting.
  const ended = await Promise.all(
    faults.map(({ cause, intercept, ...options }) =>
      withMock(intercept, async (file) => ({ cause, ...(await everything(file, ['--grep', 'control:'])) }), {
        ...options,
        settings,
      }),
    ),
  );
  for (const { cause, code, text } of ended) {
    expect(code).toBe(2);
    expect(text).toMatch(cause);
    expectNoSecret(text, mockSecrets);
  }
});

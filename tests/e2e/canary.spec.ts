/** No secret in anything that the command writes or prints, whatever happens on the way. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Intercept } from '../../mock/server.ts';
import { expectNoSecret, mockSecrets, talkative, textsIn, tokensOf, writingInto } from '../support/canaries.ts';
import { mintAuthority } from '../support/certificates.ts';
import { conformance, newFolder, playwright, withMock } from '../support/command.ts';
import { runHere } from '../support/here.ts';

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

test('no secret is shown of a connection that cannot be secured', async () => {
  const tls = mintAuthority('Stranger').issue({ commonName: 'x', usage: 'server', altNames: ['127.0.0.1'] });
  await withMock(
    undefined,
    async (file) => {
      const { code, text } = await everything(file, ['--project=singapay', '--grep', 'control:']);
      expect(code).toBe(2);
      expect(text).toMatch(/unknown authority/);
      expectNoSecret(text, mockSecrets);
    },
    { tls },
  );
});

test('no secret is in a notice, and in what the commands make of a run', async () => {
  const notices: string[] = [];
  const chat = createServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (chunk) => {
      body += chunk;
    });
    incoming.on('end', () => {
      notices.push(body);
      outgoing.end('ok');
    });
  });
  await new Promise<void>((resolve) => chat.listen(0, '127.0.0.1', resolve));
  const { port } = chat.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/hook-a8f3e1c97b`;
  const tokens: string[] = [];
  // Where a member is documented as a plain word, all that a finding could quote: the request, and the token it grants.
  const quoting: Intercept = (call) => {
    const answer = call.answer();
    const granted = tokensOf(answer);
    tokens.push(...granted);
    const echo = `${JSON.stringify(call.received.headers)} ${Buffer.from(call.received.body)} ${granted.join(' ')}`;
    return { ...answer, body: String(answer.body).replace('"Bearer"', () => JSON.stringify(echo)) };
  };
  try {
    await withMock(quoting, async (file) => {
      const run = await playwright(conformance('--project=pyng', '--grep=control:'), {
        TARGET_ENV: file,
        CONFORMANCE_WEBHOOK: address,
      });
      expect(run.code, run.output).toBe(1);
      const results = join(run.folder, 'report/results.json');
      const failed = run
        .results()
        .targets.flatMap(({ clauses }) => clauses.filter(({ verdict }) => verdict === 'fail'));
      const ids = failed.map(({ id }) => id);
      expect(ids).not.toEqual([]);
      const variables = { TARGET_ENV: file };
      const scripts = await Promise.all([
        ...ids.map((id) => runHere('report', [results, '--finding', id], variables)),
        runHere('report', [results, '--badge'], variables),
        runHere('explain', [String(ids[0])], variables),
        runHere('gate', [results], variables),
        runHere('sign', ['pyng'], variables),
      ]);
      for (const { output } of scripts) expect(output.length).toBeGreaterThan(20);
      expect(scripts[0]?.output).toContain('‹');
      const text = [run.output, ...notices, ...scripts.map(({ output }) => output), ...textsIn(run.folder)].join('\n');
      expect(notices).toEqual([expect.stringContaining(String(ids[0]))]);
      expect(tokens.length).toBeGreaterThan(0);
      expectNoSecret(text, [...mockSecrets, ...tokens, 'hook-a8f3e1c97b']);
    });
  } finally {
    chat.close();
  }
});

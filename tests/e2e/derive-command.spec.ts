/** What `npm run derive` refuses: one message, exit code 3, and nothing written. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runHere } from '../support/here.ts';
import { canaries, leaksIn } from '../support/spellings.ts';

function served(
  answer: (write: (chunk: string) => boolean, onDrain: (go: () => void) => void) => void,
): Promise<Server> {
  const server = createServer((_request, response) => {
    response.on('error', () => undefined);
    response.setHeader('Content-Type', 'text/markdown');
    answer(
      (chunk) => response.write(chunk),
      (go) => response.on('drain', go),
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

test('derive shows no secret that a portal wrote into its page, and no token', async () => {
  const variables = Object.fromEntries(
    Object.entries(canaries).map(([name, value]) => [`ACME_${name.replace(/\W/g, '_')}_SECRET`, value]),
  );
  const all = Object.values(canaries);
  const token = 'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJjMSJ9.c2lnbmF0dXJlLW9mLXRoZS10b2tlbi1oZXJl';
  const basic = (value: string): string => Buffer.from(`my-client:${value}`).toString('base64');
  const page = (status: number): string =>
    [
      '# Acme\n\n## Get access token\n\n`POST https://sandbox.acme.example/oauth/token`\n',
      ...all.map((value) => `Your client secret is ${value}, as ${encodeURIComponent(value)}.\n`),
      '| Header | Required | Description |\n| --- | --- | --- |',
      ...all.map((value, index) => `| X-Key-${index} | Yes | for example \`Basic ${basic(value)}\` |`),
      `\nResponse ${status}:\n\n\`\`\`json`,
      JSON.stringify({
        access_token: token,
        expires_in: 60,
        ...Object.fromEntries(all.map((one, at) => [`m${at}`, one])),
      }),
      '```\n\nResponse 401:\n\n```json',
      `${JSON.stringify({ error: 'invalid_client', ...Object.fromEntries(all.map((one) => [one, 1])) })}\n\`\`\`\n`,
    ].join('\n');
  const file = test.info().outputPath('page.md');
  writeFileSync(file, page(200));
  const out = test.info().outputPath('out');
  const derived = await runHere('derive', [file, '--provider', 'acme', '--out', out], variables);
  const json = await runHere('derive', [file, '--provider', 'acme', '--out', out, '--json', '--force'], variables);
  const written = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  expect([derived.code, json.code]).toEqual([0, 0]);
  expect(written.length).toBeGreaterThan(5);
  // A page from elsewhere may name its secrets in an address that cannot be reached.
  const missing = await runHere('derive', [`http://127.0.0.1:1/?key=${all[3]}`, '--provider', 'acme'], variables);
  expect(missing.code).toBe(3);
  for (const text of [derived.output, json.output, missing.output, ...written]) {
    expect(leaksIn(text, canaries)).toEqual([]);
    expect(text).not.toContain('c2lnbmF0dXJl');
  }
  expect(json.output).toContain('‹secret ACME_plain_SECRET: 33 characters');
});

test('derive ends with 3 for a page that is refused, and writes nothing', async () => {
  const file = test.info().outputPath('a.yaml');
  writeFileSync(file, 'openapi: 3.1.0\na: &a [*a]\n');
  const out = test.info().outputPath('out');
  const { code, output } = await runHere('derive', [file, '--provider', 'acme', '--out', out]);
  expect([code, output]).toEqual([
    3,
    expect.stringMatching(/a\.yaml does not load:\n {2}- line 2: an alias is inside the value that it refers to/),
  ]);
  expect(existsSync(out)).toBe(false);
});

test('derive ends with 3: a page from the network without end', async () => {
  let sent = 0;
  const chunk = 'a line of text\n'.repeat(10_000);
  const server = await served((write, onDrain) => {
    const go = (): void => {
      do sent += chunk.length;
      while (write(chunk));
    };
    onDrain(go);
    go();
  });
  try {
    const { port } = server.address() as AddressInfo;
    const out = test.info().outputPath('out');
    const { code, output } = await runHere('derive', [
      `http://127.0.0.1:${port}/page.md`,
      '--provider',
      'acme',
      '--out',
      out,
    ]);
    expect([code, output]).toEqual([3, expect.stringContaining('it is larger than 16777216 bytes')]);
    expect(sent).toBeLessThan(128 * 1024 * 1024);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('what a page says reaches the terminal without what a terminal obeys', async () => {
  const file = test.info().outputPath('esc.yaml');
  writeFileSync(file, 'openapi: 3.1.0\npaths:\n  "/a\\e[31m\\u202Eb": { post: {} }\n  /c: { post: {} }\n');
  const { code, output } = await runHere('derive', [
    file,
    '--provider',
    'acme',
    '--out',
    test.info().outputPath('out'),
  ]);
  expect(code).toBe(3);
  expect(output).toContain('POST /a\\u001B[31m\\u202Eb');
});

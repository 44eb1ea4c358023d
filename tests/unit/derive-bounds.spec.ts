/** A page that would never end, or would take all memory or time, ends with one message and exit code 3. */

import { existsSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { factsOf } from '../../src/draft/read/derive.ts';
import { runScript } from './script.ts';

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

const pages: [title: string, name: string, text: string, message: RegExp][] = [
  [
    'an alias inside itself',
    'a.yaml',
    'openapi: 3.1.0\na: &a [*a]\n',
    /a\.yaml does not load:\n {2}- line 2: an alias stands inside what it refers to/,
  ],
  [
    'quotes within quotes',
    'b.md',
    `${'> '.repeat(60_000)}a`,
    /b\.md cannot be read:\n {2}- (to read it takes longer than 2 s|it is nested too deeply); give the part/,
  ],
  [
    'elements within elements',
    'c.html',
    '<div>'.repeat(100_000),
    /c\.html cannot be read:\n {2}- (to read it takes longer than \d s|it is nested too deeply); give the part/,
  ],
  [
    'JSON within JSON',
    'd.json',
    `{"openapi":"3.1.0","paths":{"/t":{"post":{"requestBody":{"content":{"application/json":{"schema":{"properties":{"a":{"example":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}}}}}}}}}}`,
    /d\.json/,
  ],
  [
    'more than is read',
    'e.md',
    'x'.repeat(17 * 1024 * 1024),
    /e\.md cannot be read:\n {2}- it is larger than 16777216 bytes/,
  ],
];

for (const [title, name, text, message] of pages) {
  test(`derive ends with 3: ${title}`, async () => {
    const file = test.info().outputPath(name);
    writeFileSync(file, text);
    const out = test.info().outputPath('out');
    const { code, output } = await runScript('derive', [file, '--provider', 'acme', '--out', out]);
    expect([code, output]).toEqual([3, expect.stringMatching(message)]);
    expect(existsSync(out)).toBe(false);
  });
}

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
    const { code, output } = await runScript('derive', [
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
  const { code, output } = await runScript('derive', [
    file,
    '--provider',
    'acme',
    '--out',
    test.info().outputPath('out'),
  ]);
  expect(code).toBe(3);
  expect(output).toContain('POST /a\\u001B[31m\\u202Eb');
});

test('the relative servers of a description stand where its address puts them; from a file they name no host', async () => {
  const text =
    'openapi: 3.1.0\nservers: [{ url: /v1 }, { url: "https://a.test/" }, { url: "https://{h}/x" }]\npaths: { /t: { post: {} } }\n';
  const urls = async (base: string) => (await factsOf({ text, format: 'openapi', base })).servers.map(({ url }) => url);
  expect(await urls('https://docs.acme.test/api/openapi.yaml')).toEqual([
    'https://docs.acme.test/v1',
    'https://a.test',
  ]);
  expect(await urls('openapi.yaml')).toEqual(['https://a.test']);
});

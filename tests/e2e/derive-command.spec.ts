/** What `npm run derive` refuses: one message, exit code 3, and nothing written. */
import { existsSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { runHere } from '../support/here.ts';

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

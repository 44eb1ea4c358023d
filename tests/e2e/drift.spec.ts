import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { runHere } from '../support/here.ts';

const pages = fileURLToPath(new URL('../fixtures/pages/', import.meta.url));

const drift = (...args: string[]) => runHere('drift', args);

test('a page that says what the contract took from it: exit 0', async () => {
  expect(await drift('pyng', '--page', `${pages}pyng.md`)).toMatchObject({ code: 0 });
});

test('added, removed and changed facts by clause, what a decision says the page does among them: exit 1', async () => {
  const info = test.info();
  const file = info.outputPath('finnet.md');
  const page = readFileSync(`${pages}finnet.md`, 'utf8')
    .replace('| 1          | 3000       |', '| 1          | 4000       |')
    .replace('| 1          | 150        |', '| 1          |            |')
    .replace('| 1          | 7          |', '| 1          | 8          |')
    .replace('### Sample Response', '### Sample')
    .replace(
      '| 5   | expiresIn',
      '| 6   | session         | String             | M         | 1          | 9          | New                 |\n| 5   | expiresIn',
    );
  writeFileSync(file, page);
  const { code, output } = await drift('finnet', '--page', file);
  expect(code).toBe(1);
  for (const line of [
    'changed finnet-access-token: 200 /accessToken maxLength: contract 3000, page 4000 (Body Response, row 3); the page allows more now',
    'removed finnet-response-message: 200 /responseMessage maxLength: contract 150, page nothing',
    'added   POST /oauth/v1.0/access-token/b2b (spec#/paths/~1oauth~1v1.0~1access-token~1b2b/post/responses/200): 200 /session required: contract nothing, page true (Body Response, row 6); the page allows less now',
    'changed finnet-response-code: 200 /responseCode maxLength: contract 7, page 8',
  ])
    expect(output).toContain(line);
});

test('a page that cannot be reached is exit 2, one that is not there exit 3, and it says so', async () => {
  const [missing, unreachable, nobody] = await Promise.all([
    drift('pyng', '--page', 'nowhere.md'),
    drift('pyng', '--page', 'http://127.0.0.1:1/page'),
    drift('nobody'),
  ]);
  expect(missing).toMatchObject({ code: 3, output: expect.stringContaining('there is no such file') });
  expect(unreachable).toMatchObject({ code: 2, output: expect.stringContaining('it cannot be reached') });
  expect(nobody).toMatchObject({ code: 3 });
});

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = fileURLToPath(new URL('./fixtures/pages/', import.meta.url));

function drift(...args: string[]): { code: number | null; out: string } {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'drift', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout + run.stderr };
}

test('a page that says what the contract took from it: exit 0', () => {
  expect(drift('pyng', '--page', `${pages}pyng.md`)).toMatchObject({ code: 0 });
});

test('added, removed and changed facts by clause: exit 1', () => {
  const info = test.info();
  const file = info.outputPath('finnet.md');
  const page = readFileSync(`${pages}finnet.md`, 'utf8')
    .replace('| 1          | 3000       |', '| 1          | 4000       |')
    .replace('| 1          | 150        |', '| 1          |            |')
    .replace('### Sample Response', '### Sample')
    .replace(
      '| 5   | expiresIn',
      '| 6   | session         | String             | M         | 1          | 9          | New                 |\n| 5   | expiresIn',
    );
  writeFileSync(file, page);
  const { code, out } = drift('finnet', '--page', file);
  expect(code).toBe(1);
  expect(out).toContain(
    'changed finnet-access-token: 200 /accessToken maxLength: contract 3000, page 4000 (Body Response, row 3); the page allows more now',
  );
  expect(out).toContain('removed finnet-response-message: 200 /responseMessage maxLength: contract 150, page nothing');
  expect(out).toContain(
    'added   (no clause): 200 /session required: contract nothing, page true (Body Response, row 6); the page allows less now',
  );
});

test('what a decision says the page does is watched as well', () => {
  const info = test.info();
  const file = info.outputPath('finnet.md');
  writeFileSync(
    file,
    readFileSync(`${pages}finnet.md`, 'utf8').replace('| 1          | 7          |', '| 1          | 8          |'),
  );
  const { code, out } = drift('finnet', '--page', file);
  expect(code).toBe(1);
  expect(out).toContain('changed finnet-response-code: 200 /responseCode maxLength: contract 7, page 8');
});

test('a page that cannot be reached is exit 2, one that is not there exit 3, and it says so', () => {
  expect(drift('pyng', '--page', 'nowhere.md')).toMatchObject({
    code: 3,
    out: expect.stringContaining('there is no such file'),
  });
  const unreachable = drift('pyng', '--page', 'http://127.0.0.1:1/page');
  expect(unreachable).toMatchObject({ code: 2, out: expect.stringContaining('it cannot be reached') });
  expect(drift('nobody')).toMatchObject({ code: 3 });
});

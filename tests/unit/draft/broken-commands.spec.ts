/** Commands whose quotation marks are broken, messages with empty lines, and tables that have lost what was between their cells. */
import { expect, test } from '@playwright/test';
import { readDraft, table } from '../../support/draft.ts';

const curl = (...lines: string[]): string => `\`\`\`sh\ncurl ${lines.join(' \\\n')}\n\`\`\`\n`;

test('a quotation mark that is missing in a command is closed before the next option', async () => {
  const { facts } = await readDraft(
    `# Token\n\n${curl('https://a.test/v1/token', '-H "X-SHOP: 12', '-H "X-SIGN:\nabc', 'def== ', '-H "Content-Type: application/json ', '-d "{\n "grant_type": "client_credentials"\n}"')}`,
  );
  expect(facts).toMatchObject({ method: 'POST', 'media-type': 'application/json' });
  expect(facts).toHaveProperty(['request header X-SHOP type']);
  expect(facts).toHaveProperty(['request header X-SIGN type']);
  expect(facts).toHaveProperty(['request /grant_type type'], 'string');
});

test('a command whose quotation marks are not closed says nothing of a method that it does not name', async () => {
  const page = (header: string): string =>
    `# Shop\n\n## Token\n\nPOST /v1/token HTTP/1.1\n\nX-SHOP : your id\n\n## Sample\n\n${curl('https://a.test/v1/token', header)}`;
  const { facts, asked } = await readDraft(page('-H "X-SHOP: 12'));
  expect(facts).toMatchObject({ method: 'POST', path: '/v1/token', 'server https://a.test': true });
  expect(facts).toHaveProperty(['request header X-SHOP type']);
  expect(asked).not.toContain('GET');
  // One that is whole sends a GET.
  await expect(readDraft(page('-H "X-SHOP: 12"'))).rejects.toThrow('Several operations');
});

test('a status and the code that begins with it part the rows of a table that run together', async () => {
  const page = (line: string): string =>
    `# Token\n\nPOST https://a.test/token\n\n## Response\n\n${table('Name | Type', 'access_token | string')}## Errors\n\n${line}\n`;
  const { facts } = await readDraft(
    page('HTTP CodeError CodeError Message4004007300Invalid field \\[shop\\]4014017300Unauthorized. \\[Signature\\]'),
  );
  expect(facts).toMatchObject({ '400 status': true, '401 status': true });
  const other = await readDraft(page('HTTP Code Error Code: call 4004017300 or 4014007300 for help.'));
  expect(other.facts).not.toHaveProperty(['400 status']);
});

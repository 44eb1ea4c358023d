/** The blocks of ReadMe: tables, samples and notes that a page holds as JSON. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { endpoint, expectReadings } from '../../support/draft.ts';

const block = (kind: string, content: object): string =>
  `[block:${kind}]\n${JSON.stringify(content, null, 2)}\n[/block]\n`;

const fields = block('parameters', {
  data: {
    // The cells stand in any order.
    ...{ '1-0': '`note`', '1-1': 'string', '1-2': 'No', '1-3': 'Free text\nup to 80 characters' },
    ...{ 'h-0': 'Field', 'h-1': 'Type', 'h-2': 'Required', 'h-3': 'Description' },
    ...{ '0-0': '`store_id`', '0-1': 'integer', '0-2': 'Yes', '0-3': 'See [stores](doc:stores)' },
  },
  cols: 4,
  rows: 2,
});

const codes = (...each: [name: string, language: string, code: string][]): string =>
  block('code', { codes: each.map(([name, language, code]) => ({ code, language, name })) });

const answer = '{\n  "token": "a\\\\b & <c>",\n  "expires_in": 1200\n}';

test('tables, samples, headings and notes are read as the site shows them', async () => {
  await expectReadings([
    {
      what: 'a table of fields',
      page: `${endpoint}## Body\n${fields}`,
      facts: {
        'request /store_id required': true,
        'request /store_id type': 'integer',
        'request /note type': 'string',
        'request /note maxLength': 80,
      },
      none: ['request /data required', 'request /h-0 required'],
    },
    {
      what: 'samples of two answers, each with its name',
      page: `${endpoint}## Answer\n${codes(['200', 'json', answer], ['401', 'json', '{"error": {"id": "x"}}'])}`,
      facts: { '200 /token type': 'string', '200 /expires_in type': 'integer', '401 /error/id type': 'string' },
      none: ['401 /token type', 'request /codes required'],
    },
    {
      what: 'a command over several lines',
      page: `# Token\n\n${codes(['', 'curl', "curl -X POST https://a.test/token \\\n  -H 'X-Key: 1' \\\n  -d 'grant_type=client_credentials'"])}`,
      facts: { path: '/token', method: 'POST', 'media-type': 'application/x-www-form-urlencoded' },
    },
    {
      what: 'a heading that is a block',
      page: `# Token\n\nPOST https://a.test/token\n\n${block('api-header', { title: 'Request headers', level: 2 })}${fields}`,
      facts: { 'request header STORE_ID required': true },
    },
    {
      what: 'a title of a note holds for its text',
      page: `${endpoint}${block('callout', { type: 'info', title: 'Sandbox only', body: 'The header `X-Trial` is mandatory.' })}`,
      none: ['request header X-TRIAL required'],
    },
    {
      what: 'a block that is no JSON',
      page: `${endpoint}[block:parameters]\n{"data": \n[/block]\n\n## Body\n${fields}`,
      facts: { 'request /store_id required': true },
    },
  ]);
});

test('what stands behind a block keeps its line', async () => {
  const text = `${endpoint}## Body\n${fields}## Answer\n${codes(['200', 'json', answer])}\n## Errors\n\n| Status | Meaning |\n|---|---|\n| 401 | The key is wrong |\n`;
  const { account } = await factsOf({ text, format: 'markdown', base: 'page.md' });
  const lines = text.split('\n');
  const lineOf = (words: string): number => lines.indexOf(words) + 1;
  const tables = account.filter(({ kind }) => kind === 'table').map(({ line }) => line);
  expect(tables).toEqual([lineOf('[block:parameters]'), lineOf('| Status | Meaning |')]);
});

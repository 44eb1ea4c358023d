/** Numbers in the names of pages, which are no statuses, and a Content-Type that need not be sent. */
import { expect, test } from '@playwright/test';
import { contextOf } from '../../../src/draft/page/blocks/heading-words.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const answer = `## Answer 200\n\n${table('Field | Required', 'access_token | yes')}`;

test('the number of a page in its title is no status of an answer', async () => {
  for (const title of ['[INT-204] OAuth2 Token', 'API-201: Token', 'Dokumen SPEC-404 Token B2B', 'PAY-503 | Token']) {
    const page = `# ${title}\n\n## Endpoint\n\nPOST https://a.test/token\n\nContent-Type : \`application/x-www-form-urlencoded\`\n\n## Body\n\n${table('Field | Required', 'grant_type | yes')}${answer}`;
    const { facts } = await readDraft(page);
    const statuses = Object.keys(facts).filter((key) => /^\d+ status$/.test(key));
    expect.soft(statuses, title).toEqual(['200 status']);
    expect.soft(facts, title).toMatchObject({ 'media-type': 'application/x-www-form-urlencoded' });
  }
  for (const title of ['Response-200', 'HTTP-204', 'Error-401', 'Status 200', 'Respons 201 Created'])
    expect.soft(contextOf(title).status, title).not.toBeNull();
});

test('a request without a Content-Type is not refused where the page calls that header optional', async () => {
  const markOf = async (cell: string, type = '') => {
    const sample = '```\nX-Desk: 7\nContent-Type: application/json\n```\n\n';
    const rows = ['X-Desk | String | Mandatory | Your desk', `Content-Type | String | ${cell} | ${type}`];
    const text = `${endpoint}## Request headers\n\n${sample}${table('Header | Type | Mandatory | Description', ...rows)}## Request body\n\n${table('Field | Type | Mandatory', 'shop | String | Mandatory')}${answer}`;
    const files = draftOf(await factsOf({ text, format: 'markdown', base: 'page' }), {
      ...{ provider: 'x', url: 'https://x.test', read: '2026-01-02' },
    });
    return atPointer(
      files['specs/x.openapi.yaml'] ?? null,
      '/paths/~1token/post/requestBody/content/application~1json/x-clause',
    );
  };
  for (const cell of ['Optional', 'No', 'Opsional', 'Tidak', 'O'])
    expect.soft(await markOf(cell), cell).toMatchObject({ break: ['text', 'form'] });
  expect.soft(await markOf('Optional', '`application/json`')).toMatchObject({ break: ['text', 'form'] });
  for (const cell of ['Mandatory', 'Yes', 'Ya']) expect.soft(await markOf(cell), cell).not.toHaveProperty('break');
});

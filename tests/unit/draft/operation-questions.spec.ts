/** What is asked of the request of an operation beside the token's, and what of it is sent. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { table } from '../../support/draft.ts';

const origin = { provider: 'acme', url: 'https://a.test', read: '2026-01-02' };
const token = `# Bank\n\nhttps://a.test\n\n## Token\n\nPOST /token\n\n### Request body\n\n${table('Name | Required', 'client_secret | yes')}`;

test('a body whose media type no words give is sent as JSON, and asked', async () => {
  const page = `${token}## Balance inquiry\n\nPOST /balance\n\n### Request body\n\n${table('Name | Type | Required', 'account | string | yes')}`;
  const facts = await factsOf({ text: page, format: 'markdown', base: 'page' }, { with: ['POST /balance'] });
  const draft = draftOf(facts, origin);
  const contract = draft['contracts/acme/contract.yaml'];
  expect(contract).toMatchObject({ operations: { postBalance: { body: { account: expect.anything() } } } });
  expect(JSON.stringify(contract)).toContain('the media type of the request');
});

test('a value that its words call another in each request is asked, and any other is not', async () => {
  const asked = async (notes: string): Promise<string> => {
    const page = `${token}## Balance inquiry\n\nGET /balance\n\n### Headers\n\n${table('Name | Type | Required | Notes', `X-External-Id | string | yes | ${notes}`)}`;
    const facts = await factsOf({ text: page, format: 'markdown', base: 'page' }, { with: ['GET /balance'] });
    return JSON.stringify(draftOf(facts, origin)['contracts/acme/contract.yaml']);
  };
  for (const notes of ['Unique within a day', 'Unik dalam satu hari', 'A new value for each request'])
    expect(await asked(notes), notes).toContain('it is to be new in each request');
  for (const notes of ['Your unique partner id', 'Given on one day'])
    expect(await asked(notes), notes).not.toContain('it is to be new');
});

/** Pages whose title names what their tokens are for, and addresses in a list that a sentence with the method announces. */
import { expect, test } from '@playwright/test';
import { expectReadings, readDraft, table } from '../../support/draft.ts';

const fields = `### Body\n\nAll fields are mandatory.\n\n${table('Field | Type', 'shop | string', 'key | string')}`;
const answer = `### Response (HTTP 200)\n\nAll fields below are always present.\n\n${table('Field | Type', 'access_token | string')}`;
const other = `## Listing accounts\n\nMethod **GET** to \`https://a.test/accounts\`.\n\n${table('Header | Required', 'X-Account | yes')}`;

const page = (title: string, heading: string, lead: string): string =>
  `# ${title}\n\n## ${heading}\n\n${lead}\n\n- Sandbox: \`https://test.a.test/v1/token\`\n- Production: \`https://a.test/v1/token\`\n\n${fields}\n${answer}\n${other}`;

test('the title of a page is no topic of the section that says how a token is asked for', async () => {
  for (const [title, heading, lead] of [
    ['Payment API', 'Obtaining a token', 'A token is requested with the method **POST** at these addresses:'],
    ['API Mutasi', 'Mendapatkan token', 'Token diminta dengan method **POST** ke alamat berikut:'],
    ['Refund API', '1. Authentication', 'Tokens are obtained by `POST` from one of these:'],
  ] as const)
    await expectReadings([
      {
        what: title,
        page: page(title, heading, lead),
        facts: {
          ...{ method: 'POST', path: '/v1/token', 'request /shop required': true, 'request /key type': 'string' },
          ...{ 'server https://a.test': true, '200 /access_token required': true },
        },
        none: ['request header X-ACCOUNT required', 'request header X-ACCOUNT type'],
      },
    ]);
});

test('sections about other things are of none, whatever stands below them', async () => {
  for (const [title, heading, lead] of [
    ['Payment API', 'Refreshing a token', 'Send the fields below to one of these addresses:'],
    ['Payment API', 'Create a payment', 'Send the fields below to one of these addresses:'],
  ] as const) {
    const { facts } = await readDraft(page(title, heading, lead));
    expect.soft(facts, `${title}, ${heading}`).not.toHaveProperty(['request /shop required']);
    expect.soft(facts, `${title}, ${heading}`).not.toHaveProperty(['200 /access_token required']);
  }
  const part = page('Refund API', 'Authorization header', 'Send these:').replace(other, '');
  await expect(readDraft(part)).rejects.toThrow('Nothing was read');
  const deeper = `# API\n\n## Refunds\n\n### Token\n\n${fields}`;
  await expect(readDraft(deeper)).rejects.toThrow('Nothing was read');
});

test('a method that is so for some, or of another thing, is none', async () => {
  for (const lead of [
    'A token is requested with the method **POST** only by partners, at these addresses:',
    'A token that was obtained before is revoked with the method **POST** at these addresses:',
  ]) {
    const { facts } = await readDraft(page('API', 'Token', lead).replace(other, ''));
    expect.soft(facts, lead).not.toHaveProperty('method');
  }
});

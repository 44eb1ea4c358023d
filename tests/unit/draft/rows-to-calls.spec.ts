/** A table of codes behind several operations, whose column names these: rows of the token operation are its, others are not. */
import { test } from '@playwright/test';
import { expectReadings, table } from '../../support/draft.ts';

const operation = (title: string, path: string, field: string): string =>
  `### ${title}\n\n\`POST ${path}\`\n\n**Payload**\n\n${table('Field | Type | Mandatory', `${field} | String | Y`)}**Response**\n\n${table('Field | Type | Mandatory', 'responseCode | String | Y')}`;
const page = (one: string, other: string, codes: string): string =>
  `# API\n\n${operation(`1. Access Token – ${one}`, '/v1.0/access-token/b2b', 'grantType')}The same for B2B.\n\n${operation(`2. Account Binding – ${other}`, '/v1.0/binding/b2b2c', 'authCode')}${codes}`;
const codes = (title: string, column: string, one: string, other: string, both: string): string =>
  `### 3. ${title}\n\n${table(
    `HTTP Code | Response Code | Response Message | ${column}`,
    `200 | 2007300 | Successful | ${one}`,
    `200 | 2007400 | Successful | ${other}`,
    `400 | 4007301 | Invalid Field Format | ${one}`,
    `403 | 4037400 | Forbidden | ${other}`,
    `500 | 5007300 | General Error | ${both}`,
  )}`;
const facts = { '400 status': true, '400 /responseCode const': '4007301', '500 status': true };
const none = ['403 status'];

test('rows of a table of codes go to the operation that they name', async () => {
  const named: [
    what: string,
    ...titles: [string, string],
    section: string,
    column: string,
    ...cells: [string, string, string],
  ][] = [
    ['words of titles', 'B2B', 'B2B2C', 'Response Code', 'Applies to', 'B2B', 'B2B2C', 'B2B, B2B2C'],
    ['all of them', 'B2B', 'B2B2C', 'Error codes', 'Operation', 'B2B', 'B2B2C', 'Both'],
    ['in Indonesian', 'B2B', 'B2B2C', 'Kode Respons', 'Berlaku untuk', 'B2B', 'B2B2C', 'B2B dan B2B2C'],
    ['both in Indonesian', 'B2B', 'B2B2C', 'Kode Respons', 'Berlaku untuk', 'B2B', 'B2B2C', 'Keduanya'],
    ['words of paths', 'one', 'two', 'Response Code', 'Endpoint', 'b2b', 'b2b2c', 'b2b / b2b2c'],
  ];
  await expectReadings([
    ...named.map(([what, one, other, ...table]) => ({ what, page: page(one, other, codes(...table)), facts, none })),
    {
      what: 'names that the page does not have',
      page: page('B2B', 'B2B2C', codes('Response Code', 'Applies to', 'Alpha', 'Beta', 'Alpha, Beta')),
      none: ['403 status', '400 status'],
      asked: ['Response Code'],
    },
  ]);
});

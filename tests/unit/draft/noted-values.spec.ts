/** Values that a note may take back, lengths in the notation of a type, and questions that a person can answer. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { described, open, page } from '../../support/described.ts';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const request = (row: string): string =>
  `${endpoint}## Request body\n\n${table('Field | Type | Required | Description', `land | string | yes | ${row}`)}`;

test('a choice of values of which a note says more is asked', async () => {
  await expectReadings(
    ['`ID`, `SG` or `MY`²', '`ID`¹, `SG` atau `MY`', 'Either `ID` or `SG`*', '`ID` or `SG` †'].map((row) => ({
      what: row,
      page: request(row),
      none: ['request /land enum'],
      asked: ['the types, lengths and values of land'],
    })),
  );
  await expectReadings(
    ['`ID`, `SG` or `MY`', 'Country of the shop*'].map((row) => ({
      what: row,
      page: request(row),
      silent: ['the types, lengths and values of land'],
    })),
  );
});

test('the length in the notation of a type behind words is read where it is marked, and asked where it is not', async () => {
  const header = (row: string): string =>
    `${endpoint}## Headers\n\n${table('Header | Required | Description', `X-Shop-Key | yes | ${row}`)}`;
  const [marked, plain] = ['Your consumer key, `Text(48)`', 'Kunci klien, String(36)'];
  await expectReadings([
    { what: marked, page: header(marked), facts: { 'request header X-SHOP-KEY maxLength': 48 } },
    { what: plain, page: header(plain), asked: ['the lengths of X-Shop-Key'] },
  ]);
});

test('a question about a header that need not be there says what the draft has', async () => {
  const header =
    "{ name: X-Mark, in: header, required: false, description: 'Required in Live, ignored in Sandbox.', schema: { type: string } }";
  const facts = await factsOf(page(described(`operation: { parameters: [${header}] }`)));
  expect(open(facts)).toContain(
    'says that it need not be, and "Required in Live, ignored in Sandbox." beside it; the draft has it as mandatory',
  );
  const body =
    'request: { type: object, properties: { mark: { type: string, description: Mandatory for grant_type refresh_token } } }';
  expect(open(await factsOf(page(described(body))))).toContain('; the draft has it as not mandatory');
});

test('a way without authentication is asked as such', async () => {
  const value = described('operation: { security: [{ own: [] }, {}] }');
  const facts = await factsOf(
    page({ ...value, components: { securitySchemes: { own: { type: 'http', scheme: 'basic' } } } }),
  );
  expect(open(facts)).toContain('how a client authenticates: whether a request without basic is granted as well');
});

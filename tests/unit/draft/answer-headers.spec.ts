/** Headers of answers: each that a page says is always there is a clause, and of the others a person decides. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const members = table('Name | Type | Required', 'access_token | string | yes');
const answer = `## Response 200\n\n${members}`;

test('a header of an answer is there where the page says so, and a question where it does not', async () => {
  await expectReadings([
    {
      what: 'a table of their own',
      page: `${endpoint}${answer}### Response headers\n\n${table('Header | Mandatory | Description', 'X-Call | M | Number of the call', 'X-Node | O | Name of the node')}`,
      facts: { '200 header X-CALL required': true },
      none: ['200 header X-NODE required'],
      silent: ['X-Call', 'X-Node'],
    },
    {
      what: 'a table of both',
      page: `${endpoint}## Jawaban 200\n\n${table('Nama | Letak | Tipe | Wajib', 'X-Nomor | header | string | Ya', 'access_token | body | string | Ya')}`,
      facts: { '200 header X-NOMOR required': true, '200 /access_token required': true },
      silent: ['X-Nomor'],
    },
    {
      what: 'a list',
      page: `${endpoint}${answer}**Response headers**\n\n- \`X-Call\` (string, required): number of the call\n\n`,
      facts: { '200 header X-CALL required': true },
    },
    {
      what: 'of a refusal',
      page: `${endpoint}${answer}## Response 429\n\n**Headers**\n\n${table('Header | Required', 'X-Wait | yes')}`,
      facts: { '429 header X-WAIT required': true },
    },
    {
      what: 'without a word about presence',
      page: `${endpoint}${answer}### Response headers\n\n${table('Header | Description', 'X-Call | Number of the call', 'Content-Type | application/json')}`,
      none: ['200 header X-CALL required'],
      asked: ['whether the answer 200 always has the headers X-Call'],
    },
    {
      what: 'under a condition',
      page: `${endpoint}${answer}### Response headers\n\n${table('Header | Required | Description', 'X-Call | yes | Only for mobile partners')}`,
      none: ['200 header X-CALL required'],
      asked: ['whether X-Call is mandatory'],
    },
  ]);
});

test('a description gives the headers of its answers, and the draft has them', async () => {
  const text = `openapi: 3.1.0
info: { title: Ember, version: 1 }
paths:
  /token:
    post:
      operationId: issue
      parameters:
        - { name: X-Version, in: header, schema: { type: string, enum: ['1', '2'] } }
      responses:
        '200':
          description: Granted
          headers:
            X-Call: { required: true, schema: { type: string, maxLength: 8 } }
            X-Node: { schema: { type: string } }
            Cache-Control: { required: true, schema: { type: string, const: 'no-store, private' } }
          content:
            application/json:
              schema: { type: object, properties: { access_token: { type: string } } }
`;
  const facts = await factsOf({ text, format: 'openapi', base: 'page' });
  const draft = draftOf(facts, { provider: 'ember', url: 'https://x.test', read: '2026-01-02' });
  const operation = atPointer(draft['specs/ember.openapi.yaml'] ?? null, '/paths/~1token/post');
  expect(atPointer(operation, '/responses/200/headers')).toEqual({
    'X-Call': {
      required: true,
      'x-clause': {
        id: 'ember-answer-call',
        at: 'OpenAPI, response 200, header X-Call',
        statement: 'The answer has X-Call matching "^.{1,8}$".',
      },
      schema: { type: 'string', maxLength: 8, pattern: '^.{1,8}$' },
    },
    'X-Node': { schema: { type: 'string' } },
    'Cache-Control': { required: true, schema: { type: 'string', const: 'no-store, private' } },
  });
  // Others may stand among directives.
  const clauses = JSON.stringify(draft['contracts/ember/contract.yaml']?.['clauses']);
  for (const directive of ['no-store', 'private'])
    expect(clauses).toContain(`{"check":"cache-directive","on":"granted","with":{"directive":"${directive}"}}`);
  // What the good request does without is described all the same.
  expect(atPointer(operation, '/parameters')).toEqual([
    { name: 'X-Version', in: 'header', required: false, schema: { type: 'string', enum: ['1', '2'] } },
  ]);
});

test('an answer is cited where its members are, and not where its headers stand before them', async () => {
  const head = 'Name | Type | Required';
  const text = `# Token\n\nPOST https://a.test/token\n\n## Response 200\n\n### Response headers\n\n${table(head, 'X-Trace | string | yes')}### Response body\n\n${table(head, 'access_token | string | yes')}`;
  const { answers } = await factsOf({ text, format: 'markdown', base: 'page' });
  expect(answers.map(({ at }) => at)).toEqual(['Response body']);
});

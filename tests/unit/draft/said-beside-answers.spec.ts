/** What stands beside an answer of a description or a page, and changes what is wanted of it. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, isObject } from '../../../src/formats/json.ts';
import { described, page } from '../../support/described.ts';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

async function drafted(more: string) {
  const facts = await factsOf(page(described(more)));
  const files = draftOf(facts, origin);
  const clauses = atPointer(files['contracts/x/contract.yaml'] ?? null, '/clauses');
  const all = (Array.isArray(clauses) ? clauses : []).filter(isObject);
  return {
    facts,
    ids: all.map(({ id }) => id),
    spec: JSON.stringify(files['specs/x.openapi.yaml']),
    row: (id: string) => all.find((one) => one['id'] === id),
    asked: todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n'),
  };
}

const granted =
  '200: { description: ok, content: { application/json: { schema: { type: object, required: [access_token], properties: { access_token: { type: string } } } } } }';
const basic = 'security: [{ basic: [] }]\ncomponents: { securitySchemes: { basic: { type: http, scheme: basic } }';

test('a challenge that a description calls required, and has at times alone, is no clause and a question', async () => {
  for (const words of [
    'Sent when Basic was used',
    'Only if HTTP Basic was used',
    'Hanya ada bila Basic dipakai',
    'Present unless the body has the credentials',
  ]) {
    const read = await drafted(
      `${basic} }\nresponses: { ${granted}, 401: { description: Client authentication failed, headers: { WWW-Authenticate: { required: true, description: ${words}, schema: { type: string } } } } }`,
    );
    expect.soft(read.asked, words).toContain(words);
    expect.soft(read.spec, words).not.toContain('answer-www-authenticate');
    expect.soft(read.ids, words).not.toContain('x-challenge-any');
  }
  for (const words of ['Time when the limit ends', 'The challenge']) {
    const read = await drafted(
      `${basic} }\nresponses: { ${granted}, 401: { description: Client authentication failed, headers: { X-Rate: { required: true, description: ${words}, schema: { type: string } } } } }`,
    );
    expect.soft(read.asked, words).not.toContain('always there');
  }
});

test('a description beside a reference to an answer is that of the answer', async () => {
  const { facts, row, asked } = await drafted(
    `${basic}, responses: { Failure: { description: OAuth error } } }\nresponses: { ${granted}, 400: { $ref: '#/components/responses/Failure', description: Bad request }, 401: { $ref: '#/components/responses/Failure', description: Client authentication failed } }`,
  );
  expect(facts.answers.map(({ words }) => words)).toEqual(['ok', 'Bad request', 'Client authentication failed']);
  expect(row('x-basic-present')).toMatchObject({ refusal: 'credentials' });
  expect(asked).not.toContain('OAuth error');
});

const body = `## Errors\n\nAn error holds \`message\` (string, always) and \`code\` (string, always).\n\n`;

test('an answer that a gateway gives in HTML has no body of those that a page describes once', async () => {
  await expectReadings(
    [
      '415 — no code, HTML body from the gateway.',
      'A 415 has an HTML body from the proxy.',
      'Status 415: halaman HTML dari gateway.',
      '415 comes from our gateway, with an HTML page.',
    ].map((words) => ({
      what: words,
      page: `${endpoint}## Request headers\n\n${table('Header | Required | Description', 'Content-Type | yes | Must be application/json. Anything else: 415.')}## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}${body}${table('Status | Meaning', '400 | Malformed', '401 | Unauthorized', '415 | Unsupported media type')}${words}\n`,
      none: ['415 /code required', '415 /message required'],
      silent: ['which refusals hold what the page describes once'],
    })),
  );
});

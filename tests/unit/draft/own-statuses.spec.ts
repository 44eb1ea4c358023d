/** Which statuses of a page are those of the request for a token, and which of them refuses wrong credentials. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { refusalsOf } from '../../../src/draft/write/refusals/refusals.ts';
import { answer, openOf, origin, read } from '../../support/answering.ts';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const request = `## Request body\n\n${table('Field | Type | Required', 'shop_id | string | yes', 'pin | string | yes')}`;
const granted = `## Response 200\n\n${table('Field | Type | Required', 'access_token | string | yes', 'expires_in | integer | yes')}`;
const page = (errors: string): string => `${endpoint}${request}${granted}## Errors\n\n${errors}`;
const rows = (...all: string[]): string => page(table('HTTP status | Meaning', ...all));

test('a status of another call, of no call, or of a token that is sent is left out and asked, all of a page at once', async () => {
  const good = ['400 | Malformed', '401 | Wrong pin'];
  await expectReadings([
    {
      what: 'other things than a request for a token',
      page: rows(...good, '404 | No such invoice', '409 | This order was paid before', '410 | Unknown access token'),
      facts: { '400 status': true, '401 status': true },
      none: ['404 status', '409 status', '410 status'],
      asked: ['answered so: 404 "No such invoice", 409 "This order was paid before", 410 "Unknown access token"'],
    },
    {
      what: 'no answer, or none yet',
      page: rows(...good, '403 | Reserved', '409 | To be announced', '418 | Never', '423 | Belum berlaku', '424 | n/a'),
      none: ['403 status', '409 status', '418 status', '423 status', '424 status'],
      asked: ['answered so: 403 "Reserved"'],
    },
    {
      what: 'beside what to do about it',
      page: page(
        table(
          'HTTP status | Meaning | Action',
          '401 | Wrong pin | Order a letter in the branch',
          '404 | No such bill | Retry',
        ),
      ),
      facts: { '401 status': true },
      none: ['404 status'],
      asked: ['answered so: 404 "No such bill"'],
    },
    {
      what: 'of other calls, or elsewhere',
      page: rows(...good, '403 | For other endpoints', '404 | Not in this version', '409 | Not given any more'),
      none: ['403 status', '404 status', '409 status'],
      asked: ['answered so: 403 "For other endpoints"'],
    },
    {
      what: 'below a heading that is the status alone',
      page: page('### 401\n\nThe pin is wrong.\n\n### 404\n\nThe bill is not known.\n'),
      facts: { '401 status': true },
      none: ['404 status'],
      asked: ['answered so: 404 "The bill is not known."'],
    },
    {
      what: 'in sentences',
      page: page(
        `${table('HTTP status | Meaning', ...good)}A refund above the price gives 422. Tagihan yang tidak ada dijawab 404.\n`,
      ),
      none: ['404 status', '422 status'],
      asked: ['422 "A refund above the price gives 422."'],
    },
    {
      what: 'what may be wrong with a request for a token, and what says nothing',
      page: rows(
        ...good,
        '403 | IP not on the allow list',
        '404 | Unknown shop',
        '409 | Conflict',
        '423 | Toko diblokir setelah lima percobaan',
        '429 | More than 5 tokens a minute',
        '503 | ',
      ),
      facts: Object.fromEntries([403, 404, 409, 423, 429, 503].map((status) => [`${status} status`, true])),
      silent: ['answered so'],
    },
  ]);
});

test('a person says which of the other statuses the request is answered with', async () => {
  const facts = await read(rows('400 | Malformed', '401 | Wrong pin', '404 | No such invoice', '409 | Paid before'));
  const { facts: now, faults } = answer(facts, [
    ['answers', '404 410'],
    ['answers', '404'],
  ]);
  expect(faults).toEqual(['some of 404, 409, or none']);
  expect(now.answers.map(({ status }) => status).sort()).toEqual([200, 400, 401, 404]);
  expect(openOf(now, 'answers')).toBeUndefined();
});

test('the status of wrong credentials is that whose words say it, and asked where they say something else', async () => {
  const drafted = async (text: string) => {
    const { credentials, parameters, todos } = refusalsOf(await read(text));
    return { credentials, parameters, open: todos.map(({ name }) => name.replace('refusal ', '')) };
  };
  const none: string[] = [];
  for (const [text, credentials, parameters, open] of [
    [rows('400 | Malformed', '401 | Wrong shop_id or pin'), 401, 400, none],
    [rows('400 | Malformed', '401 | Unauthorized'), 401, 400, none],
    [rows('400 | A field is missing, or wrong credentials', '401 | The access token ran out'), 400, 400, none],
    [rows('400 | Kredensial salah atau isian kosong', '401 | Token kedaluwarsa'), 400, 400, none],
    [rows('400 | Login failed', '401 | Session ended'), 400, 400, ['parameters']],
    [rows('400 | Malformed', '401 | IP address not registered'), 401, 400, ['credentials']],
    [rows('400 | Malformed', '401 | The access token is missing or invalid'), 401, 400, ['credentials']],
    [page('A request that fails is answered with 400 or 401.\n'), 401, 400, ['credentials', 'parameters']],
    [page('401 for wrong credentials, 400 for a missing field.\n'), 401, 400, none],
    [
      `${rows('400 | Malformed', '401 | Wrong shop_id or pin')}Wrong credentials give 403.\n`,
      401,
      400,
      ['credentials'],
    ],
  ] as const)
    expect
      .soft(await drafted(text), text.split('## Errors')[1])
      .toEqual({ credentials: [credentials], parameters: [parameters], open });
});

test('a person decides the status of wrong credentials, and it is asked no more', async () => {
  const facts = await read(rows('400 | Malformed', '401 | IP address not registered', '403 | Blocked'));
  const { facts: now, faults } = answer(facts, [['refusal', '403']]);
  expect(faults).toEqual([]);
  expect(openOf(now, 'refusal')).toBeUndefined();
  expect(draftOf(now, origin)['contracts/x/contract.yaml']?.['refusals']).toMatchObject({
    credentials: { documented: [{ status: 403 }] },
  });
});

test('a response of a description that is reserved is asked, and one that refuses the client is read', async () => {
  const schema = { properties: { token: { type: 'string' } } };
  const described = (more: object): string => {
    const responses = { 200: { description: 'A token', content: { 'application/json': { schema } } }, ...more };
    return JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'T', version: '1' },
      paths: { '/token': { post: { responses } } },
    });
  };
  const { facts, asked } = await readDraft(
    described({
      401: { description: 'Unknown shop or wrong pin' },
      404: { description: 'Unknown bill' },
      409: { description: 'Reserved' },
    }),
    'openapi',
  );
  expect(facts).toMatchObject({ '401 status': true });
  expect(facts).not.toHaveProperty(['404 status']);
  expect(asked).toContain('404 "Unknown bill", 409 "Reserved"');
  // One that shows what it holds stays until a person says that it is none.
  const content = { 'application/json': { schema: { properties: { fault: { type: 'string' } } } } };
  const shown = await factsOf({
    text: described({ 404: { description: 'Unknown bill', content } }),
    format: 'openapi',
    base: 'page',
  });
  expect(shown.answers.map(({ status }) => status)).toContain(404);
  expect(openOf(shown, 'answers')?.what).toContain('the draft has 404, whose bodies are shown');
  expect(answer(shown, [['answers', 'none']]).facts.answers.map(({ status }) => status)).not.toContain(404);
});

test('what is not right, and credentials that do not belong together, are refusals of a request for a token', async () => {
  await expectReadings([
    {
      what: 'not right',
      page: rows('400 | The form is not right', '401 | The credentials are not right', '404 | No such invoice'),
      facts: { '400 status': true, '401 status': true },
      none: ['404 status'],
      silent: ['401 is a guess'],
    },
    {
      what: 'of both, once',
      page: page('`401` when shop and pin do not belong together, `422` when one of the two is missing.\n'),
      silent: ['how wrong credentials are refused', 'missing; it has'],
    },
  ]);
});

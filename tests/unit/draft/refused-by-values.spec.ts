/** Refusals of values: by the texts that they may be, by their types, and of those that no request of a draft has. */
import { expect, test } from '@playwright/test';
import { expectReadings, table } from '../../support/draft.ts';
import { answer, drafted, head } from '../../support/refusals-drafted.ts';

const page = (members: string[], ...errors: string[]): string =>
  `${head}## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory | Value', ...members)}${answer}## Errors\n\n${table('HTTP | Meaning', ...errors)}`;

test('words about a refusal may name the only value of a member', async () => {
  const { facts, of } = await drafted(
    page(
      ['segment | string | yes | Must be `KORPORAT`'],
      '422 | segment is empty or not KORPORAT',
      '403 | Unknown client',
    ),
  );
  expect(facts.answers.map(({ status }) => status)).toContain(422);
  expect(of('segment')).toBe('parameters');
  const other = await drafted(
    page(
      ['segment | string | yes | Must be `KORPORAT`'],
      '422 | segment is empty or not RITELKU',
      '403 | Unknown client',
    ),
  );
  expect(other.facts.answers.map(({ status }) => status)).not.toContain(422);
});

test('words may call a value none of its type by the type', async () => {
  const members = ['services | array of string | yes | ', 'flag | boolean | yes | '];
  for (const words of ['`services` is not an array', '`services` bukan array', '`services` must be an array']) {
    const { of, asked } = await drafted(page(members, `400 | ${words}`, '401 | Unknown client'));
    expect(of('services'), words).toMatchObject({ type: 'parameters', required: 'unnamed' });
    expect(asked, words).toContain('flag of another type');
    expect(asked, words).not.toMatch(/services (?:or flag )?of another type/);
  }
});

test('a list that a value is not in is no type', async () => {
  const members = ['kind | string | yes | one of `new`, `old`', 'services | array of string | yes | '];
  const { of } = await drafted(page(members, '400 | The value of `kind` is not in the list', '401 | Unknown client'));
  expect(of('kind')).toBe('unnamed');
});

test('a parameter of the query that may be left out, and is refused beyond its bounds, is asked about', async () => {
  const description = (words: string, required = false): string =>
    JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'Pay', version: '1' },
      servers: [{ url: 'https://pay.test' }],
      paths: {
        '/token': {
          post: {
            parameters: [
              { name: 'X-Api-Key', in: 'header', required: true, schema: { type: 'string' } },
              { name: 'lifetime', in: 'query', required, schema: { type: 'integer', minimum: 60, maximum: 3600 } },
            ],
            responses: {
              200: {
                description: 'Token',
                content: {
                  'application/json': { schema: { type: 'object', properties: { token: { type: 'string' } } } },
                },
              },
              400: { description: words },
            },
          },
        },
      },
    });
  await expectReadings([
    { what: 'beyond', page: description('lifetime is out of range'), asked: ['how a value of lifetime is refused'] },
    { what: 'other', page: description('Bad request'), silent: ['how a value of lifetime is refused'] },
  ]);
});

test('another key of a scheme is asked about where the words about wrong credentials name others alone', async () => {
  const description = (words: string): string =>
    JSON.stringify({
      swagger: '2.0',
      info: { title: 'Pay', version: '1' },
      host: 'pay.test',
      schemes: ['https'],
      consumes: ['application/json'],
      securityDefinitions: { appKey: { type: 'apiKey', in: 'header', name: 'X-App-Key' } },
      paths: {
        '/token': {
          post: {
            security: [{ appKey: [] }],
            parameters: [
              {
                ...{ name: 'body', in: 'body', required: true },
                schema: {
                  ...{ type: 'object', required: ['merchantCode', 'secretKey'] },
                  properties: { merchantCode: { type: 'string' }, secretKey: { type: 'string' } },
                },
              },
            ],
            responses: {
              200: { description: 'OK', schema: { type: 'object', properties: { token: { type: 'string' } } } },
              401: { description: words },
            },
          },
        },
      },
    });
  const asked = ['whether another X-App-Key'];
  await expectReadings([
    { what: 'others', page: description('Merchant code or secret key is wrong'), asked },
    { what: 'all', page: description('Invalid credentials'), silent: asked },
    { what: 'named', page: description('App key, merchant code or secret key is wrong'), silent: asked },
    { what: 'nothing', page: description('Unauthorized'), silent: asked },
  ]);
});

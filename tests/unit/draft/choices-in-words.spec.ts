/** Values that words about a field list however they are laid out: each is read or asked by the name of the field. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const page = (...rows: string[]) =>
  `${endpoint}## Request body\n\n${table('Name | Type | Required | Notes', 'client_id | string | yes | Your id', ...rows)}`;

const ofField =
  (type: string, name = 'tier') =>
  (words: string) => ({
    what: words,
    page: page(`${name} | ${type} | yes | ${words}`),
  });

test('a choice behind what may be, how many there may be, or with what each is for, is asked', async () => {
  const text = [
    'Can be `a` or `b` for partners',
    'can be fast, slow or even',
    'Kind of call, may be card_present or card_absent',
    'Set to `token` to get a plain token, `id_token` for an ID token as well.',
    '`fast` makes it quick, `slow` means that it waits.',
    '1 to 3 of `a`, `b`, `c` for partners',
    'Dapat berupa cepat atau lambat',
    'Isi `A` untuk mitra, `B` untuk toko',
    '`PASSWORD`, `SAML` or `PIN`†',
  ].map(ofField('string'));
  await expectReadings(
    text.map((one) => ({ ...one, asked: ['tier'], none: ['request /tier enum', 'request /tier const'] })),
  );
  await expectReadings(
    [
      'Can be empty or null',
      'May be left out or sent',
      'Can be used for payments or refunds',
      'The code, which can be letters or digits',
      'Name of the shop, to use in `a`',
    ]
      .map(ofField('string'))
      .map((one) => ({ ...one, silent: ['which values tier'] })),
  );
});

test('several grants that a grant type leaves the choice of are asked', async () => {
  const words = 'authorization grant flow. can be client_credentials or authorization_code or refresh_token';
  const description = {
    openapi: '3.0.0',
    info: { title: 'A', version: '1' },
    servers: [{ url: 'https://a.test' }],
    paths: {
      '/token': {
        post: {
          summary: 'Issue a token',
          requestBody: {
            content: {
              'application/json': {
                schema: { type: 'object', properties: { grant_type: { type: 'string', description: words } } },
              },
            },
          },
          responses: { 200: { description: 'Granted' } },
        },
      },
    },
  };
  const { asked } = await readDraft(JSON.stringify(description), 'openapi');
  expect(asked).toContain('which values grant_type');
});

test('how many items a list has is read, and says nothing of whether the list is there', async () => {
  const list = ofField('array of string', 'roles');
  const counted = (words: string, counts: Record<string, number>, more: Record<string, unknown> = {}) => ({
    ...list(words),
    facts: {
      ...Object.fromEntries(Object.entries(counts).map(([key, count]) => [`request /roles ${key}`, count])),
      'request /roles required': true,
      ...more,
    },
  });
  await expectReadings([
    counted('Roles of the session. At least one role, at most 10.', { minItems: 1, maxItems: 10 }),
    counted('1 to 3 of `a`, `b`, `c`', { minItems: 1, maxItems: 3 }, { 'request /roles/* enum': ['a', 'b', 'c'] }),
    counted('Up to 5 roles', { maxItems: 5 }),
    counted('Berisi minimal satu peran, maksimal 4 peran.', { minItems: 1, maxItems: 4 }),
    ...['At most 10 roles for partners', 'At most 4 roles. At most 5 in the sandbox.'].map((words) => ({
      ...list(words),
      none: ['request /roles maxItems'],
      asked: ['how many items roles'],
    })),
    { ...list('At most 10 characters'), none: ['request /roles maxItems'], silent: ['how many items'] },
  ]);
});

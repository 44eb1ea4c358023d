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

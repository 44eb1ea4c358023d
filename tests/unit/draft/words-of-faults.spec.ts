/** Words about refusals that are understood, and near ones that may be of another call. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';
import { drafted } from '../../support/refusals-drafted.ts';

const head = `${endpoint}## Headers\n\n${table('Header | Type | Required', 'X-Shop-Code | string | Yes', 'X-Server-Key | string | Yes')}`;
const page = (...rows: string[]): string => `${head}## Failures\n\n${table('HTTP status | code | When', ...rows)}`;

test('a key that was rotated, and a code that shortens a header', async () => {
  await expectReadings([
    {
      what: 'both',
      page: page(
        '400 | HDR_MISSING | One of the two headers is absent or empty',
        '401 | KEY_UNKNOWN | The server key is not one we issued, has been rotated, or belongs to another shop',
      ),
      facts: { '400 status': true, '401 status': true },
      silent: ['answered so'],
    },
    {
      what: 'others',
      page: page('400 | LDG_MISSING | The ledger is absent', '401 | TKN_OVER | The session was rotated'),
      none: ['400 status', '401 status'],
      asked: ['answered so'],
    },
  ]);
});

test('the account of whoever asks, and no other', async () => {
  const said = async (words: string): Promise<unknown> =>
    (await readDraft(page(`401 | - | ${words}`))).facts['401 status'];
  for (const words of [
    'Akun mitra salah',
    'Akun klien tidak dikenal',
    'Akun API diblokir',
    'The client account is unknown',
    'The partner account is locked',
  ])
    expect.soft(await said(words), words).toBe(true);
  for (const words of [
    'Akun tujuan salah',
    'Akun virtual tidak dikenal',
    'The account is unknown',
    'The account of the payee is locked',
    'The savings account is locked',
  ])
    expect.soft(await said(words), words).toBeUndefined();
});

test('nobody with such a code, and a key that was rotated, are refused as the words say', async () => {
  const rows = async (words: string): Promise<unknown> => {
    const { clauses, refusals } = await drafted(
      page('400 | - | A header is missing', `401 | - | ${words}`, '404 | - | There is no shop with this shop code'),
    );
    const of = (header: string): unknown => {
      const found = [clauses].flat().find((one) => Object(Object(one)['demand'])['header'] === header);
      return Object(Object(refusals)[String(Object(found)['refusal'])])['documented'];
    };
    return [of('X-Shop-Code'), of('X-Server-Key')];
  };
  const known = [{ status: 404 }];
  expect(await rows('The server key is not one we issued, has been rotated, or belongs to another merchant')).toEqual([
    known,
    [{ status: 401 }],
  ]);
  // What is not understood leaves the key a question.
  expect(await rows('The server key is not known in this region')).toEqual([known, undefined]);
});

/** Choices that words list: codes in a column of values, and numbers with their meanings. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

test('a cell of values may be a choice of codes, and one of words is left', async () => {
  const of = (value: string) =>
    readDraft(
      `${endpoint}## Request headers\n\n${table('Header | Mandatory | Value', `X-Tongue | N | ${value}`, 'X-Other | Y | a')}`,
    );
  const key = 'request header X-TONGUE enum';
  for (const [value = '', all = ['']] of [
    ['id or en', ['id', 'en']],
    ['IDR, USD or EUR', ['IDR', 'USD', 'EUR']],
    ['aa atau bb', ['aa', 'bb']],
  ] as const)
    expect((await of(value)).facts, value).toHaveProperty([key], all);
  for (const value of [
    'phone or email',
    'id or en, others later',
    'id or en in v2',
    'UUID or ULID',
    'key or pin',
    'e.g. id or en',
  ])
    expect((await of(value)).facts, value).not.toHaveProperty([key]);
});

test('numbers that words give a meaning each are all there are, unless the words go on', async () => {
  const of = (notes: string, type = 'Number') =>
    readDraft(
      `${endpoint}## Request (JSON)\n\n${table('Name | Type | Required | Notes', `level | ${type} | Y | ${notes}`)}`,
    );
  for (const notes of [
    '1: read, 2: write',
    '1 (read) or 2 (write)',
    '1 = read, 2 = read and write',
    'Level: 1 = baca; 2 = tulis',
    '1 = read or 2 = write',
  ]) {
    const { facts, asked } = await of(notes);
    expect(facts, notes).toMatchObject({ 'request /level enum': [1, 2], 'request /level required': true });
    expect(asked, notes).not.toContain('level is mandatory');
  }
  for (const notes of [
    '1 = read, 2 = write, etc.',
    '1 = read',
    '1 = read, 2 = write in v2',
    '1 = read, 1 = write',
    '1 = success, 0 = failed',
    'e.g. 1 = read, 2 = write',
    '1 = read, 2 = write, or none',
  ])
    expect((await of(notes)).facts, notes).not.toHaveProperty(['request /level enum']);
  expect((await of('A = shop; B = branch', 'String')).facts).toMatchObject({
    'request /level enum': ['A', 'B'],
    'request /level required': true,
  });
  for (const notes of [
    'A = shop, B = branch, C only for banks',
    'Shop = A, Branch = B',
    '1 - 5',
    'M = mandatory, O = optional',
  ])
    expect((await of(notes, 'String')).facts, notes).not.toHaveProperty(['request /level enum']);
});

test('the time of a place says nothing of whether a field is there', async () => {
  const of = async (notes: string) =>
    (
      await readDraft(
        `${endpoint}## Response 200\n\n${table('Name | Type | Required | Notes', `until | String | Y | ${notes}`)}`,
      )
    ).facts;
  for (const notes of [
    'yyyy-MM-dd HH:mm:ss, Jakarta time',
    'yyyy-MM-dd, in Singapore local time',
    'yyyy-MM-dd, waktu Indonesia Barat',
  ])
    expect(await of(notes), notes).toHaveProperty(['200 /until required'], true);
  for (const notes of [
    'yyyy-MM-dd, Kedai time',
    'yyyy-MM-dd, Jakarta partners',
    'yyyy-MM-dd, Jakarta time only for partners',
    'yyyy-MM-dd, first time',
  ])
    expect(await of(notes), notes).not.toHaveProperty(['200 /until required']);
});

test('values in capitals behind words for what they are, and marked ones with strokes between them, are a choice', async () => {
  const of = (notes: string) =>
    readDraft(
      `${endpoint}## Request (JSON)\n\n${table('Name | Type | Required | Notes', `kind | String | Y | ${notes}`)}`,
    );
  for (const notes of ['Kind of partner: SHOP or BRANCH', '`SHOP`/`BRANCH`', 'Jenis mitra: SHOP atau BRANCH.'])
    expect((await of(notes)).facts, notes).toHaveProperty(['request /kind enum'], ['SHOP', 'BRANCH']);
  for (const notes of [
    'For partners: SHOP or BRANCH',
    'Kind of partner: shop or branch',
    'Format: JSON or XML',
    'Kind of partner: never SHOP or BRANCH',
    'Kind of partner: SHOP or BRANCH or others',
    '`SHOP`, `BRANCH`',
  ])
    expect((await of(notes)).facts, notes).not.toHaveProperty(['request /kind enum']);
});

const body = (row: string): string =>
  `${endpoint}## Request body\n\n${table('Name | Type | Required | Notes', row, 'pin | string | Y | Pin')}`;

test('grants that words leave a choice of are the values of the field, and names of other fields are none', async () => {
  for (const notes of [
    'client_credentials or password',
    '`client_credentials` or `password`',
    'Must be `client_credentials` or `password`.',
  ])
    expect
      .soft((await readDraft(body(`grant_type | string | Y | ${notes}`))).facts, notes)
      .toHaveProperty(['request /grant_type enum'], ['client_credentials', 'password']);
  for (const notes of ['`client_id` or `password`', 'refresh_token or password', 'client_credentials or a password'])
    expect
      .soft((await readDraft(body(`kind | string | Y | ${notes}`))).facts, notes)
      .not.toHaveProperty(['request /kind enum']);
});

test('which of several values the good request has is a question, unless a sample shows what fits everybody or one alone fits', async () => {
  const asks = 'which of the values that the page lists the good request has';
  const sample = '```json\n{"channel": "APP", "layout": "APP", "pin": "1"}\n```\n';
  for (const [page, isAsked] of [
    [body('channel | string | Y | One of `WEB`, `APP`'), true],
    [body('channel | string | Y | Must be `WEB` or `APP`.'), true],
    [
      `${endpoint}## Request headers\n\n${table('Name | Required | Notes', 'X-Channel | Y | One of `WEB`, `APP`')}`,
      true,
    ],
    [`${body('channel | string | Y | One of `WEB`, `APP`')}${sample}`, true],
    [`${body('layout | string | Y | One of `WEB`, `APP`')}${sample}`, false],
    [body('channel | string | Y | Must be `WEB`.'), false],
    [body('channel | string | N | One of `WEB`, `APP`'), false],
    [body('grant_type | string | Y | One of `password`, `client_credentials`'), false],
  ] as const)
    expect.soft((await readDraft(page)).asked.includes(asks), page).toBe(isAsked);
});

/** Words beside a plain fact that take nothing of it back, and near ones that do. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const row = (said: string, mark = 'yes', name = 'shop', type = 'string'): string =>
  `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', `${name} | ${type} | ${mark} | ${said}`)}`;

test('what stands beside a word for mandatory and is of each request', async () => {
  for (const [said, mark] of [
    ['Number of the shop', ':material-check: yes'],
    ['Number of the shop', ':white_check_mark:'],
    ['Number of the shop', '✅ Required'],
    ['Seconds. Currently 1800; read the value, do not hard-code it.'],
    ['`0`: success, anything else: see the codes'],
    ['**Required.** Number of the shop, up to 12 characters'],
    [
      'Application key. Navigate to `https://a.test/apps` (production) or `https://b.test/apps` (sandbox) for your application key.',
    ],
  ])
    expect.soft((await readDraft(row(said ?? '', mark))).facts, said).toHaveProperty(['request /shop required'], true);
  for (const [said, mark] of [
    ['Number of the shop', ':material-check: no'],
    ['Number of the shop', ':x:'],
    ['Number of the shop', '✅ if you have several'],
    ['Number of the shop', ':material-star:'],
    ['Read by partners, anything else for banks'],
    ['**Required.** For aggregators, up to 12 characters'],
    ['Application key (production)'],
    ['Application key, see `https://a.test/apps` (production only)'],
  ])
    expect
      .soft((await readDraft(row(said ?? '', mark))).facts, said)
      .not.toHaveProperty(['request /shop required'], true);
});

test('a value for one product leaves the field mandatory, and the value to a person', async () => {
  await expectReadings([
    {
      what: 'which value it is',
      page: row('Varies with the use. For the Ledger API, it is `ledger`.'),
      facts: { 'request /shop required': true },
      none: ['request /shop const'],
      asked: ['For the Ledger API, it is'],
    },
    {
      what: 'for whom it is',
      page: row('Varies with the use. For the Ledger API alone.'),
      none: ['request /shop required'],
    },
  ]);
});

test('lengths and forms behind what a value is', async () => {
  const header = (said: string): string =>
    `${endpoint}## Headers\n\n${table('Header | Required | Description', `X-Shop | yes | ${said}`)}`;
  await expectReadings([
    {
      what: 'a name before a length',
      page: header('Your shop: exactly 32 lower-case hexadecimal digits'),
      facts: { 'request header X-SHOP minLength': 32, 'request header X-SHOP maxLength': 32 },
    },
    {
      what: 'a text of a length',
      page: header('Free text of up to 64 characters, shown in the console'),
      facts: { 'request header X-SHOP maxLength': 64 },
    },
    {
      what: 'the length of an example',
      page: header('Example: 8 characters'),
      none: ['request header X-SHOP maxLength'],
    },
    {
      what: 'a UUID that is new',
      page: header('A UUID that was never used before'),
      facts: { 'request header X-SHOP format': 'uuid' },
    },
    {
      what: 'what is no UUID, or not always',
      page: header('A text that is not a UUID that was never used before'),
      none: ['request header X-SHOP format'],
    },
  ]);
});

test('a type before a colon opens a description', async () => {
  const named = (said: string): string =>
    `${endpoint}## Request body\n\n${table('Parameter | Details', `shop | ${said}`)}`;
  expect((await readDraft(named('String: The number of the shop.'))).facts).toMatchObject({
    'request /shop type': 'string',
  });
  for (const said of ['Date: The day of the shop.', 'Shop: a string of ours'])
    expect.soft((await readDraft(named(said))).facts, said).not.toHaveProperty(['request /shop type']);
});

test('base addresses of environments may have other paths', async () => {
  const page = (head: string, ...rows: string[]): string =>
    `# API\n\n## Environments\n\n${table(head, ...rows)}\n## Token\n\nPOST /token\n`;
  const bases = await readDraft(
    page('Environment | Base URL', '**Sandbox** | `https://t.a.test/apiv3`', '**Live** | `https://p.a.test/v3`'),
  );
  expect(bases.facts).toMatchObject({ 'server https://t.a.test/apiv3': true, 'server https://p.a.test/v3': true });
  const products = await readDraft(
    page('Environment | Base URL', 'Reports | https://t.a.test/reports', 'Payments | https://p.a.test/pay'),
  );
  expect(products.facts).not.toHaveProperty(['server https://t.a.test/reports']);
  const several = await readDraft(
    page('Environment | Base URL', 'Live | https://t.a.test/reports', 'Live | https://p.a.test/pay'),
  );
  expect(several.facts).not.toHaveProperty(['server https://t.a.test/reports']);
});

/** That another value than the one issued is refused: of what is called a credential, or whose name means nothing else. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { accessOf } from '../../../src/draft/write/clauses/auth.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { open } from '../../support/described.ts';
import { endpoint, table } from '../../support/draft.ts';

async function read(rows: string[], errors: string[] = ['401 | Wrong credentials']) {
  const text = `${endpoint}## Request body\n\n${table('Field | Type | Required | Description', ...rows)}## Response 200\n\n${table('Field | Type | Required', 'access_token | string | yes')}## Errors\n\n${table('HTTP status | Meaning', ...errors)}`;
  const facts = await factsOf({ text, format: 'markdown', base: 'page' });
  const [, doubted = ''] = /whether another (.*?) than the one issued/.exec(open(facts)) ?? [];
  return { fields: accessOf(facts).fields, doubted };
}

const row = (name: string, words = ''): string => `${name} | string | yes | ${words}`;

for (const { what, rows, errors, fields, doubted } of [
  {
    what: 'id and secret of the client',
    rows: [row('client_id'), row('client_secret')],
    fields: ['client_id', 'client_secret'],
  },
  {
    what: 'a shop beside them',
    rows: [row('client_id'), row('client_secret'), row('merchantId', 'Any merchant of yours'), row('partner_name')],
    fields: ['client_id', 'client_secret'],
    doubted: ['merchantId', 'partner_name'],
  },
  { what: 'a user beside a key', rows: [row('username'), row('api_key')], fields: ['api_key'], doubted: ['username'] },
  { what: 'a user beside a password', rows: [row('username'), row('password')], fields: ['username', 'password'] },
  {
    what: 'an id of the same bearer as the secret, whatever that is',
    rows: [row('stallId'), row('stallSecret'), row('standId')],
    fields: ['stallId', 'stallSecret'],
  },
  {
    what: 'a user of whom no words speak that name the others',
    rows: [row('username'), row('password'), row('portal_key')],
    errors: ['401 | Portal key or password wrong', '423 | The user is locked after four wrong passwords'],
    fields: ['password', 'portal_key'],
    doubted: ['username'],
  },
  {
    what: 'a user whom the words name with the others',
    rows: [row('username'), row('password'), row('portal_key')],
    errors: ['401 | Portal key, user name or password wrong'],
    fields: ['username', 'password', 'portal_key'],
  },
  { what: 'a pair of a partner', rows: [row('partner_id'), row('partner_key')], fields: ['partner_id', 'partner_key'] },
  {
    what: 'a shop beside a key and its own secret',
    rows: [row('api_key'), row('api_secret'), row('merchantCode', 'Merchant code')],
    fields: ['api_key', 'api_secret'],
    doubted: ['merchantCode'],
  },
  {
    what: 'an id beside a secret, where the page says which of them are refused',
    rows: [row('corporateId'), row('client_secret'), row('access_key', 'API key')],
    errors: ['401 | Client secret is wrong; API key unknown'],
    fields: ['client_secret', 'access_key'],
    doubted: ['corporateId'],
  },
  {
    what: 'what the page refuses by its name, whatever it is called',
    rows: [row('outlet'), row('till_secret'), row('badge', 'Staff badge of the cashier'), row('lane')],
    errors: ['401 | Outlet or secret wrong', '401 | Unknown staff badge', '400 | Lane invalid'],
    fields: ['till_secret', 'outlet', 'badge'],
  },
  {
    what: 'what is refused by its name in words that are not understood',
    rows: [row('outlet'), row('till_secret')],
    errors: ['401 | Wrong secret', '401 | Outlet of another region, or unknown in this one'],
    fields: ['till_secret'],
    doubted: ['outlet'],
  },
  {
    what: 'what may be a secret by its name, of which the page says nothing, and an id with a status of its own',
    rows: [
      row('client_secret'),
      row('kiosk_key', 'Issued with the kiosk'),
      row('till'),
      row('flow', 'Client credentials'),
    ],
    errors: ['401 | Authentication failed', '403 | Till unknown'],
    fields: ['client_secret', 'till'],
    doubted: ['kiosk_key'],
  },
  {
    what: 'an id that is refused beside a password, in Indonesian',
    rows: [row('kasir', 'Kode kasir'), row('till_secret')],
    errors: ['401 | Kode kasir atau kata sandi salah'],
    fields: ['till_secret', 'kasir'],
  },
  { what: 'the only id beside a secret', rows: [row('merchantId'), row('secret')], fields: ['merchantId', 'secret'] },
  {
    what: 'an id that the page calls a credential',
    rows: [row('merchantId', 'Kredensial merchant'), row('apiKey')],
    fields: ['merchantId', 'apiKey'],
  },
  {
    what: 'an id that the page refuses',
    rows: [row('merchantId'), row('apiKey')],
    errors: ['401 | Unknown merchant ID or API key'],
    fields: ['merchantId', 'apiKey'],
  },
  {
    what: 'an id of the client that the page uses for something else',
    rows: [row('client_id', 'Name of your software, for our logs'), row('api_key')],
    fields: ['api_key'],
    doubted: ['client_id'],
  },
])
  test(`what is refused: ${what}`, async () => {
    const found = await read(rows, errors);
    expect(found.fields).toEqual(fields);
    expect(found.doubted.match(/\w+(?= \()/g) ?? []).toEqual(doubted ?? []);
  });

test('a key of which the words say that it is an id is no secret', async () => {
  const secretOf = async (words: string): Promise<unknown> => {
    const text = `${endpoint}## Headers\n\n${table('Header | Required | Description', `X-Shop-Key | yes | ${words}`)}`;
    const draft = draftOf(await factsOf({ text, format: 'markdown', base: 'page' }), {
      provider: 'shop',
      url: 'https://x.test',
      read: '2026-01-02',
    });
    return Object(Object(draft['contracts/shop/contract.yaml']?.['credentials'])['shopKey'])['secret'];
  };
  for (const words of ['ID kunci API', 'Identifier of your key', 'The key ID from the portal'])
    expect.soft(await secretOf(words), words).toBeUndefined();
  for (const words of ['API key', 'Kunci API', 'Id and secret of your key'])
    expect.soft(await secretOf(words), words).toBe(true);
});

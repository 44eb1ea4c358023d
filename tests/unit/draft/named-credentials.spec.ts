/** That another value than the one issued is refused: of what is called a credential, or whose name means nothing else. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { accessOf } from '../../../src/draft/write/auth.ts';
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
  { what: 'a pair of a partner', rows: [row('partner_id'), row('partner_key')], fields: ['partner_id', 'partner_key'] },
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

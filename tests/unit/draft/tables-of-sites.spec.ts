/** Tables and lists as the sites of providers show them: rules that are too short, a name with its attributes in one cell, values in items. */
import { test } from '@playwright/test';
import { endpoint, expectReadings } from '../../support/draft.ts';

const request = `${endpoint}## Request\n\n`;

test('a table whose rule has fewer columns than its head, or more, is one, and a head without cells says nothing', async () => {
  const table = (rule: string): string =>
    `|**Field**|**Description**|**Type**|**Required**|\n${rule}\n|shop\\_code|Of the shop|Alphanumeric [up to 25 positions]|\n|pin|Its PIN|Alphanumeric [variable size]|\n`;
  await expectReadings([
    {
      what: 'fewer',
      page: `${request}${table('|---|---|---|')}`,
      facts: { 'request /shop_code maxLength': 25, 'request /shop_code type': 'string', 'request /pin type': 'string' },
      none: ['request /shop_code required', 'request /pin maxLength'],
      asked: ['whether shop_code, pin are mandatory'],
    },
    {
      what: 'more',
      page: `${request}Field | Type\n--- | --- | ---\nshop_code | String\n`,
      facts: { 'request /shop_code type': 'string' },
    },
    {
      what: 'a rule between two rows begins no other table',
      page: `${request}|Field|Type|\n|---|---|\n|shop_code|String|\n|---|---|---|\n|pin|Integer|\n`,
      facts: { 'request /shop_code type': 'string' },
    },
    {
      what: 'in a block of code',
      page: `${request}\`\`\`\n${table('|---|---|---|')}\`\`\`\n`,
      none: ['request /shop_code maxLength'],
    },
  ]);
});

test('a name, a word for mandatory and a type may share a cell, and another word beside them is asked for', async () => {
  const table = (...rows: string[]): string =>
    `${request}| Name | Description |\n|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`;
  await expectReadings([
    {
      what: 'with lines between them',
      page: table(
        'shop<br> *required*<br> **string**| The shop. The maximum length is 64.',
        'digest<br> *required*<br> **string lowercase**| Of the request.',
        'ts<br> *required*<br> **string**| Unix timestamp when the call was initiated, in seconds.',
      ),
      facts: {
        'request /shop maxLength': 64,
        'request /digest required': true,
        'request /digest type': 'string',
        'request /ts required': true,
      },
      asked: ['of which "lowercase" was not read'],
    },
    {
      what: 'words that are no attributes',
      page: table('shop of the partner string| The shop.', 'pin<br>string| Its PIN.'),
      none: ['request /shop type'],
      asked: ['shop of the partner string'],
    },
    {
      what: 'a length of a part',
      page: table('shop<br>string| The maximum length of each word is 8. It has a name.'),
      none: ['request /shop maxLength'],
    },
  ]);
});

test('items may give fields their values: beside values to replace one that is none is the only one', async () => {
  const list = (...items: string[]): string =>
    `${endpoint}Post a form with the following parameters:\n\n${items.map((item) => `* ${item}\n`).join('')}`;
  await expectReadings([
    {
      what: 'a grant and placeholders',
      page: list('`grant_type=password` - How you log in', '`shop={shop}` - Replace `{shop}`', '`pin=<pin>` - Yours'),
      facts: { 'request /grant_type const': 'password' },
      none: ['request /shop const', 'request /pin const'],
      asked: ['whether grant_type, shop, pin are mandatory'],
    },
    {
      what: 'an id of somebody beside placeholders',
      page: list('`client_id=till` - Your id', '`pin={pin}` - Your PIN'),
      none: ['request /client_id const'],
      asked: ['whether client_id, pin are mandatory'],
    },
    {
      what: 'examples alone',
      page: list('`channel=web` - Where you are', '`pin=7781` - Your PIN'),
      none: ['request /channel const'],
    },
  ]);
});

test('rows between bars without a rule are a table, as text out of a PDF has them', async () => {
  const rows =
    '| Attribute | Data type | Req. | Remark |\n| loginName | String | Y | `a\\|b` |\n| pin | Integer | N | |\n';
  await expectReadings([
    {
      what: 'a table of fields, and the footer of the page below it',
      page: `${request}${rows}\nHalyard v3.2 Page 12 of 64\n`,
      facts: {
        'request /loginName required': true,
        'request /loginName type': 'string',
        'request /pin type': 'integer',
      },
    },
    {
      what: 'no column is known',
      page: `${request}| loginName | secret |\n| a | b |\n`,
      none: ['request /loginName required', 'request /a required'],
    },
    { what: 'a line of words with a bar', page: `${request}Name | Type\n`, none: ['request /Type required'] },
  ]);
});

/** One value of a request in several spellings is sent once, and a person is asked in which. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const head = 'Field | Type | Required | Description';
const page = (rows: string[], ...more: string[]): string =>
  `${endpoint}## Request body\n\n${table(head, ...rows)}${more.join('\n\n')}\n`;
const sample = (body: string): string => `## Sample request\n\n\`\`\`json\n${body}\n\`\`\``;
const more = (...rows: string[]): string => `## More fields of the request body\n\n${table(head, ...rows)}`;

test('names that differ by case or marks alone are one value, and so are those that words call alike', async () => {
  const own = ['client_id | string | yes | Your id', 'shopKey | string | no | Also known as Shop Code.'];
  await expectReadings([
    {
      what: 'case',
      page: page(own, sample('{"client_id": "a", "shop_key": "b"}')),
      facts: { 'request /shopKey type': 'string' },
      none: ['request /shop_key type'],
      asked: ['which of shopKey (Request body, shopKey) and shop_key (Sample request, shop_key) a request has'],
    },
    {
      what: 'called alike',
      page: page(own, more('shop_id | string | no | Shop Code of the registration')),
      facts: { 'request /shopKey type': 'string' },
      none: ['request /shop_id type'],
      asked: ['which of shopKey'],
    },
    {
      what: 'called by the first word alone',
      page: page(own, more('shop_id | string | no | Shop of the registration')),
      facts: { 'request /shop_id type': 'string' },
      silent: ['which of'],
    },
    {
      what: 'in one table',
      page: page([...own, 'shop_key | string | no | The new one']),
      facts: { 'request /shopKey type': 'string', 'request /shop_key type': 'string' },
      silent: ['which of'],
    },
    {
      what: 'the same name',
      page: page(own, sample('{"client_id": "a", "shopKey": "b"}')),
      facts: { 'request /shopKey type': 'string' },
      silent: ['which of'],
    },
  ]);
});

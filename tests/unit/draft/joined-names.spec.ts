import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const fields = `## Request\n\n${table('Field | Type | Mandatory', 'clientId | String | M', 'pin | String | O')}`;
const rules = (head: string, ...rows: string[]): string => `${endpoint}${fields}## Rules\n\n${table(head, ...rows)}`;

test('a table below a head that is not known is about the fields that another one has', async () => {
  await expectReadings([
    {
      what: 'lengths, and columns that are not read',
      page: rules(
        'Credential | Min length | Max length | Allowed characters | Case',
        'clientId | 4 | 20 | `A-Z` | Upper case only',
        'pin | 6 | 6 | `0-9` | No matter which',
      ),
      facts: {
        'request /clientId required': true,
        'request /clientId minLength': 4,
        'request /clientId maxLength': 20,
        'request /pin minLength': 6,
        'request /pin maxLength': 6,
      },
      asked: ['"Allowed characters", "Case"'],
      silent: ['are mandatory', 'is mandatory', 'it was not read'],
    },
    {
      what: 'another name among them',
      page: rules('Input | Max length', 'clientId | 20', 'country | 2'),
      none: ['request /clientId maxLength', 'request /country maxLength'],
      asked: ['its heads say nothing we know: Input, Max length'],
    },
    {
      what: 'a head that is about some requests',
      page: rules('Sandbox only | Max length', 'clientId | 20', 'pin | 6'),
      none: ['request /clientId maxLength'],
      asked: ['its heads say nothing we know'],
    },
    ...['Callback item', 'Corporate accounts', 'Excluded', 'Item of the refund'].map((head) => ({
      what: `a head of other things: ${head}`,
      page: rules(`${head} | Max length`, 'clientId | 20', 'pin | 6').replace('## Rules', 'These are the lengths.'),
      none: ['request /clientId maxLength'],
      asked: ['its heads say nothing we know'],
    })),
    {
      what: 'codes with a status',
      page: rules('Input | HTTP status | Max length', 'clientId | 400 | 20', 'pin | 401 | 6'),
      none: ['request /clientId maxLength'],
    },
  ]);
});

test('a word that is not known beside the one for names leaves open whose they are', async () => {
  const of = (head: string): string =>
    `${endpoint}## Request\n\n${table(`${head} | Type | Mandatory`, 'clientId | String | M')}`;
  await expectReadings([
    ...['Refund field', 'Old name', 'Field of the payment'].map((head) => ({
      what: head,
      page: of(head),
      asked: [`its names stand below "${head}"`],
    })),
    ...['Field', 'Member', 'Field name', 'Request parameter', 'Nama field'].map((head) => ({
      what: head,
      page: of(head),
      facts: { 'request /clientId required': true },
      silent: ['its names stand below'],
    })),
  ]);
});

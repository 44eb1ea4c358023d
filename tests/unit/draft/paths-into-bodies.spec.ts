/** A column `Path` of a table: paths into a body with their types, and addresses. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const fields = (head: string, ...rows: string[]): string => `${endpoint}## Request fields\n\n${table(head, ...rows)}`;

test('paths into a body are the names of its members', async () => {
  await expectReadings([
    {
      what: 'a type beside each path, and a column that says what may be left out',
      page: fields(
        'Path | Type | Optional | Description',
        '`client` | `Object` | false | The client',
        '`client.id` | `String` | false | Id of the client',
        '`days` | `Number` | true | Days',
      ),
      facts: {
        'request /client required': true,
        'request /client type': 'object',
        'request /client/id required': true,
        'request /client/id type': 'string',
      },
      none: ['request /days required'],
      silent: ['what the table', 'is mandatory'],
    },
    {
      what: 'addresses',
      page: `${endpoint}## Others\n\n${table('Path | Type | Description', '/refunds | POST | Pays back', '/reports | GET | Lists')}`,
      none: ['request /refunds type', 'request /reports type'],
    },
    {
      what: 'words for a service, which may be the end of an address',
      page: fields('Path | Description', '`refunds` | Pays back', '`reports` | Lists'),
      none: ['request /refunds required', 'request /reports required'],
    },
  ]);
});

test('constraints in the words of a validator', async () => {
  const head = 'Path | Type | Optional | Description | Constraints';
  await expectReadings([
    {
      what: 'sizes, values and bounds',
      page: fields(
        head,
        'id | String | false | Id of the client | Size must be between 3 and 30 inclusive',
        'secret | String | false | Secret of the client | Length must be between 20 and 64 inclusive',
        'purpose | String | false | What the token is for | Must be one of [AIS, PIS]',
        'days | Integer | false | Days | Must be at least 1',
        'weeks | Integer | false | Weeks | Must be at most 9',
      ),
      facts: {
        'request /id minLength': 3,
        'request /id maxLength': 30,
        'request /secret minLength': 20,
        'request /secret maxLength': 64,
        'request /purpose enum': ['AIS', 'PIS'],
        'request /days minimum': 1,
        'request /weeks maximum': 9,
      },
      silent: ['Constraints'],
    },
    {
      what: 'several in one cell, and one that says that a member is there',
      page: fields(
        head,
        'id | String | false | Id of the client | Must not be null. Size must be between 3 and 30 inclusive',
        'secret | String | false | Secret of the client | Must not be blank',
      ),
      silent: ['Constraints'],
      facts: {
        'request /secret minLength': 1,
        'request /id required': true,
        'request /id maxLength': 30,
        'request /secret required': true,
      },
    },
    {
      what: 'a size of a list, and one that no word of ours says',
      page: fields(
        head,
        'ids | Array | false | Ids | Size must be between 3 and 30 inclusive',
        'secret | String | false | Secret of the client | Size must be between 3 and 30 for partners',
      ),
      none: ['request /ids maxLength', 'request /secret maxLength'],
      asked: ['Constraints'],
    },
    {
      what: 'a member that may be left out, and must not be null',
      page: fields(head, 'id | String | true | Id of the client | Must not be null'),
      none: ['request /id required'],
      asked: ['what the columns "Constraints"'],
    },
  ]);
});

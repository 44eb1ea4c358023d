/** Words that are near those of a way to authenticate, and state none. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

test('a bearer token that is a JWT is what is issued, and no way to ask for it', async () => {
  await expectReadings([
    {
      what: 'it is got',
      page: `${endpoint}The endpoint is called to get the JWT bearer token that is passed in every call.\n`,
      silent: ['a signed JWT'],
    },
    {
      what: 'it is the assertion',
      page: `${endpoint}Send a JWT bearer token as the assertion.\n`,
      asked: ['a signed JWT'],
    },
  ]);
});

test('a time beside a label for authentication is none', async () => {
  await expectReadings([
    {
      what: 'time-outs of each call',
      page: `${endpoint}${table('Endpoint | Timeout', 'AUTH | 10s', 'INQUIRY | 10 seconds')}`,
      silent: ['Authorization: 10s'],
    },
    {
      what: 'another value',
      page: `${endpoint}${table('Item | Value', 'Auth | HMAC10s', 'Method | POST')}`,
      asked: ['Authorization: HMAC10s'],
    },
  ]);
});

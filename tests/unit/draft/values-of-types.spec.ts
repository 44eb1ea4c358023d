/** The values that a page gives are of the type that it gives; one that cannot be is asked. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const answer = (...rows: string[]): string =>
  `${endpoint}## Response (200)\n\n${table('Field | Type | Required | Description', ...rows)}`;

test('a value beside a type is of that type', async () => {
  await expectReadings([
    {
      what: 'a code of success that is a number',
      page: answer('code | integer | yes | `0` on success', 'token | string | yes | Token'),
      facts: { '200 /code type': 'integer', '200 /code const': 0 },
    },
    {
      what: 'a code of success that is a text',
      page: answer('code | string | yes | `0` on success', 'token | string | yes | Token'),
      facts: { '200 /code type': 'string', '200 /code const': '0' },
    },
    {
      what: 'what is true on success',
      page: answer('ok | boolean | yes | `true` on success', 'token | string | yes | Token'),
      facts: { '200 /ok const': true },
    },
    {
      what: 'a list of numbers',
      page: answer('level | integer | yes | One of `1`, `2` or `3`', 'token | string | yes | Token'),
      facts: { '200 /level enum': [1, 2, 3] },
    },
    {
      what: 'a code whose leading zero no number has',
      page: answer('code | integer | yes | `00` on success', 'token | string | yes | Token'),
      facts: { '200 /code type': 'integer' },
      none: ['200 /code const'],
      asked: ['which values code has', '["00"] is none'],
    },
    {
      what: 'a list of which one is no number',
      page: answer('level | integer | yes | One of `1`, `2` or `high`', 'token | string | yes | Token'),
      none: ['200 /level enum'],
      asked: ['which values level has'],
    },
    {
      what: 'a list of a column',
      page: `${endpoint}## Request body\n\n${table('Field | Type | Required | Allowed values', 'mode | integer | yes | `1`, `2`')}`,
      facts: { 'request /mode enum': [1, 2] },
    },
    {
      what: 'a list of a parameter of the query',
      page: `${endpoint}## Query parameters\n\n${table('Field | Type | Required | Allowed values', 'mode | integer | yes | `1`, `2`')}`,
      facts: { 'request query mode enum': [1, 2] },
    },
  ]);
});

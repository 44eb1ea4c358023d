import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const request = `## Request\n\n${table('Field | Type | Mandatory', 'clientId | String | M')}`;
const below = (heading: string, ...rows: string[]): string =>
  `${endpoint}${request}## ${heading}\n\n${table('Outcome | Trigger', ...rows)}`;
const failures = ['400 invalid_request | a field is missing', '401 invalid_client | the client is not known'];

test('a status with a code behind it is one below a heading of refusals, whatever its head is', async () => {
  await expectReadings([
    {
      what: 'failures, and their body',
      page: `${below('Failures', ...failures)}Payload of a failure (application/json):\n\n${table('Field | Type | Mandatory', 'error | String | M')}`,
      facts: {
        '400 status': true,
        '400 media-type': 'application/json',
        '400 /error required': true,
        '401 status': true,
        '401 media-type': 'application/json',
      },
      asked: ['whether the column "Outcome"'],
    },
    {
      what: 'no refusals',
      page: below('Plans', '400 small_plan | for small shops', '410 large_plan | for large shops'),
      none: ['400 status', '410 status'],
      asked: ['its heads say nothing we know'],
    },
    {
      what: 'words behind a number',
      page: below('Failures', '400 shops | too many of them', '401 invalid_client | the client is not known'),
      none: ['400 status', '401 status'],
    },
  ]);
});

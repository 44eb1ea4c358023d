/** A column of a table of statuses that says of which services or operations each row is. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const errors = '## Response codes\n\n';

test('a status of some services alone is a question, and is not drafted', async () => {
  const heads = [
    'Services',
    'Service',
    'Service code',
    'Layanan',
    'Kode layanan',
    'Applies to',
    'Berlaku untuk',
    'Endpoints',
  ];
  await expectReadings(
    heads.map((head) => ({
      what: head,
      page: `${endpoint}${errors}${table(
        `HTTP | Message | ${head}`,
        '400 | Bad Request | all',
        '401 | Unauthorized | semua',
        '409 | Conflict | 27',
        '429 | Too Many Requests | 73, 27, 26',
        '404 | Not found | all but 73',
        '504 | Timeout | 26 dan 27',
      )}Services 73 and 25 do not return 504.\n`,
      facts: { '400 status': true, '401 status': true },
      none: ['409 status', '504 status', '429 status', '404 status'],
      asked: [
        'which of these rows',
        '409 | Conflict | 27',
        '429 | Too Many Requests | 73, 27, 26',
        '504 | Timeout | 26 dan 27',
      ],
    })),
  );
});

test('a column that names all services, or words alone, asks nothing', async () => {
  await expectReadings([
    {
      what: 'all',
      page: `${endpoint}${errors}${table('HTTP | Message | Services', '400 | Bad Request | all', '401 | Unauthorized | all services')}`,
      facts: { '400 status': true, '401 status': true },
      silent: ['which of these rows'],
    },
    {
      what: 'calls by name',
      page: `${endpoint}${errors}${table('HTTP | Message | Operation', '400 | Bad Request | Token, Payment', '409 | Conflict | Payment')}`,
      facts: { '400 status': true },
      none: ['409 status'],
      silent: ['which of these rows'],
    },
  ]);
});

test('a sentence that says of services that they do not answer so is asked, whatever the table has', async () => {
  const rows = table('HTTP | Message', '400 | Bad Request', '401 | Unauthorized', '504 | Timeout');
  await expectReadings(
    [
      'Services 73 and 25 do not return 504.',
      'Layanan 73 dan 25 tidak mengembalikan 504.',
      '504 is never returned by service 73.',
    ].map((words) => ({
      what: words,
      page: `${endpoint}${errors}${rows}${words}\n`,
      asked: [words],
    })),
  );
});

/** A status and a code of the provider in one cell: the head says which of the two is which. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const page = (...rows: [string, ...string[]]): string =>
  `${endpoint}## Errors\n\nEach error has \`fault\` (integer, mandatory).\n\n${table(...rows)}`;

test('a status and a code that share a column are told apart by its head', async () => {
  await expectReadings([
    {
      what: 'a status first',
      page: page('HTTP status / fault | Reason', '400 / 422 | A parameter is missing', '401 / 403 | Unknown client'),
      facts: { '400 /fault const': 422, '401 /fault const': 403, '401 /fault required': true },
      none: ['422 status', '403 status'],
    },
    {
      what: 'a status last',
      page: page('fault / HTTP | Reason', '422 / 400 | A parameter is missing', '403 / 401 | Unknown client'),
      facts: { '400 status': true, '401 status': true },
      none: ['422 status', '403 status'],
    },
    {
      what: 'other signs',
      page: page('Status – fault | Reason', '400 – 422 | A parameter is missing', '401 – 403 | Unknown client'),
      facts: { '400 status': true, '401 status': true },
      none: ['422 status', '403 status'],
    },
    {
      what: 'a code that is called as a status may be',
      page: page(
        'error_code / Status HTTP | Reason',
        '422 / 400 | A parameter is missing',
        '403 / 401 | Unknown client',
      ),
      facts: { '400 status': true, '401 status': true },
      none: ['422 status', '403 status'],
    },
    {
      what: 'a head that does not tell which is which',
      page: page('Status / HTTP status | Reason', '400 / 422 | A parameter is missing', '401 / 403 | Unknown client'),
      none: ['422 status', '403 status', '400 /fault const'],
    },
    {
      what: 'a cell without a status',
      page: page('HTTP status / fault | Reason', '400 / 422 | A parameter is missing', 'any / 403 | Unknown client'),
      none: ['422 status', '403 status', '400 /fault const'],
    },
    {
      what: 'several of a status',
      page: page(
        'HTTP status / fault | Reason',
        '400 / 422 / 423 | A parameter is missing',
        '401 / 403 | Unknown client',
      ),
      none: ['422 status', '403 status', '400 /fault const'],
    },
  ]);
});

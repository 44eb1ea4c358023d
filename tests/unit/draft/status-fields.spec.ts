/** Tables of fields beside the statuses of the answers that hold them, and columns of letters for what is mandatory. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

test('a table of fields with a status before each is one of several answers', async () => {
  const page = (head: string, ...rows: string[]): string =>
    `${endpoint}## Failed answers\n\n${table(`HTTP Status | Field | Type | Mandatory | ${head}`, ...rows)}`;
  await expectReadings([
    {
      what: 'one field each, and the reasons beside them',
      page: page(
        'Reason',
        '400 | fault | string | Y | shop atau pin salah',
        '401 Unauthorized | fault | string | Y | key wrong',
      ),
      facts: { '400 /fault required': true, '400 /fault type': 'string', '401 /fault required': true },
      silent: ['which status', 'were not read', 'is mandatory'],
    },
    {
      what: 'several fields each',
      page: page(
        'Max length',
        '200 | ticket | string | Y | 30',
        ' | ttl | integer | N | ',
        '401 | fault | string | Y | 9',
      ),
      facts: { '200 /ticket required': true, '200 /ttl type': 'integer', '401 /fault maxLength': 9 },
      none: ['200 /fault type', '200 /ttl required'],
    },
    {
      what: 'when the field is there',
      page: page('Remarks', '400 | fault | string | Y | if a field is named', '401 | fault | string | Y | key wrong'),
      facts: { '400 /fault type': 'string', '401 /fault required': true },
      none: ['400 /fault required'],
    },
    {
      what: 'for some alone, and one twice',
      page: page(
        'Reason',
        '400 | fault | string | Y | wrong',
        '400 | fault | string | Y | absent',
        '403 | fault | string | Y | only for resellers',
      ),
      none: ['400 /fault required', '403 status'],
      asked: ['HTTP Status'],
    },
  ]);
});

test('letters for mandatory, optional and conditional say so below any head', async () => {
  const page = `${endpoint}### Request Body\n\n${table('Field | Data Type | Attribute', 'shop | String | M', 'till | String | O', 'pin | String | C')}`;
  await expectReadings([
    {
      what: 'Attribute',
      page,
      facts: { 'request /shop required': true, 'request /till type': 'string' },
      none: ['request /till required', 'request /pin required'],
      asked: ['whether pin is mandatory'],
    },
    {
      what: 'other letters',
      page: page.replace('| C |', '| X |'),
      none: ['request /shop required'],
      asked: ['whether shop, till, pin are mandatory'],
    },
  ]);
});

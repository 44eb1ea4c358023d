/** Tables with one thing about a field in each row, below a heading that names the field. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const about = (title: string, ...rows: string[]): string => `## ${title}\n\n${table('Property | Value', ...rows)}`;
const told = ['Data type | string', 'Presence | mandatory', 'Length | 6 to 12 characters', 'Example | NO-44718'];

test('a heading with a side and a name heads the table that says one thing about that field in each row', async () => {
  const read = {
    'request /shopCode required': true,
    'request /shopCode type': 'string',
    'request /shopCode minLength': 6,
    'request /shopCode maxLength': 12,
  };
  await expectReadings([
    {
      what: 'both sides, with a status',
      page: `${endpoint}${about('Input: shopCode', ...told)}${about('Output (HTTP 201): ticket', 'Data type | string', 'Presence | always')}`,
      facts: { ...read, '201 /ticket required': true, '201 /ticket type': 'string' },
      none: ['request /Length maxLength'],
      silent: ['is mandatory', 'is so for each'],
    },
    { what: 'a name alone', page: `${endpoint}## Request\n\n#${about('shopCode', ...told)}`, facts: read },
    {
      what: 'a header',
      page: `${endpoint}${about('Request header – `X-Shop`', 'Tipe | string', 'Wajib | ya')}`,
      facts: { 'request header X-SHOP required': true },
    },
    {
      what: 'for some alone',
      page: `${endpoint}${about('Input for resellers: shopCode', ...told)}`,
      none: ['request /shopCode required'],
      asked: ['is so for each request'],
    },
  ]);
});

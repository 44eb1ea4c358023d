/** Tables of two columns: a status, and below it the fields of its answer. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const of = (head: string, ...rows: string[]): string => `${endpoint}## Response\n\n${table(head, ...rows)}`;

test('a status with its value heads the fields below it, each with its attributes in one cell', () =>
  expectReadings([
    {
      what: 'one status',
      page: of('HTTP Status | 201', '**ticket** | String, mandatory, max 500', 'left | integer, always, dalam detik'),
      facts: {
        '201 status': true,
        '201 /ticket type': 'string',
        '201 /ticket required': true,
        '201 /ticket maxLength': 500,
        '201 /left type': 'integer',
      },
      silent: ['a table of statuses has a column of that name'],
    },
    ...['200 (OK)', 'Success (200)', '`200`', '200 Berhasil'].map((status) => ({
      what: status,
      page: of(`Status Code | ${status}`, 'ticket | String (max 500), wajib'),
      facts: { '200 /ticket required': true, '200 /ticket maxLength': 500 },
    })),
    {
      what: 'several statuses',
      page: of(
        'Status | 200 OK',
        'ticket | string, wajib',
        'Status | 401 Unauthorized',
        'code | string, wajib',
        'hint | string, opsional',
      ),
      facts: { '200 /ticket required': true, '401 /code required': true, '401 /hint type': 'string' },
      none: ['401 /ticket type', '200 /code type', '401 /hint required'],
    },
  ]));

test('what is no status, and rows that are more than fields, are no such table', () =>
  expectReadings([
    {
      what: 'values',
      page: of('HTTP Status | 200', 'ticket | eyJhb', 'left | 900'),
      none: ['200 /ticket required', '200 /ticket type'],
    },
    {
      what: 'a range',
      page: of('HTTP Status | 200-299', 'ticket | String, mandatory'),
      none: ['200 /ticket required', '299 /ticket required'],
    },
    {
      what: 'a request',
      page: `${endpoint}## Request\n\n${table('HTTP Status | 200', 'ticket | String, mandatory')}`,
      none: ['200 /ticket required'],
    },
    {
      what: 'another status above',
      page: `${endpoint}## Response 401\n\n${table('Status | 200', 'ticket | String, mandatory')}`,
      none: ['200 /ticket required', '401 /ticket required'],
    },
    {
      what: 'a row with a condition',
      page: of('HTTP Status | 200', 'ticket | String, mandatory, only for partners', 'left | integer, mandatory'),
      none: ['200 /ticket required'],
      facts: { '200 /left required': true },
      asked: ['ticket'],
    },
  ]));

test('a status that is marked above a table is that of its fields, whatever its words are', () => {
  const pageOf = (above: string): string =>
    `${endpoint}## Responses\n\n**200** – issued\n\n${table('Name | Required', 'ticket | yes')}\n${above}\n\n${table('Name | Required', 'fault | yes')}`;
  return expectReadings([
    ...[
      '**401** – the id or the secret of the client is wrong, or both are',
      '**401 Unauthorized** – wrong secret',
      '`401`: rahasia klien salah',
      '__HTTP 401__ – wrong id or wrong secret',
    ].map((above) => ({
      what: above,
      page: pageOf(above),
      facts: { '200 /ticket required': true, '401 /fault required': true },
      none: ['200 /fault required', '401 /ticket required'],
    })),
    {
      what: 'a sentence about two statuses',
      page: pageOf('**401** – wrong secret, see 403 below for a key that is locked'),
      none: ['401 /ticket required'],
    },
  ]);
});

/** Where tables end whose cells stand one to a line, on pages without any empty line. */
import { test } from '@playwright/test';
import { expectReadings } from '../../support/draft.ts';

const page = (...lines: string[]): string => ['Get Token', 'POST https://a.test/token', ...lines].join('\n');
const heads = ['Name', 'Data type', 'Presence', 'Description'];
const asked = ['Request body', ...heads, 'pin', 'String (6)', 'Mandatory', 'The pin'];
const errors = ['Error codes', 'HTTP status', 'Error code', 'Description', '400', 'E100', 'A field is missing'];

test('a description with the words of a caption is none before a field that is called as a head is', async () => {
  const row = ['requestId', 'String (36)', 'Mandatory', 'As in the request'];
  await expectReadings([
    {
      what: 'a field called status',
      page: page(...asked, 'Response body', ...heads, ...row, 'status', 'String (7)', 'Mandatory', 'SUCCESS or FAILED'),
      facts: { '200 /status required': true, '200 /status maxLength': 7 },
    },
    {
      what: 'a type that is called as a head is',
      page: page(...asked, 'Response body', ...heads, ...row, 'minutes', 'Number', 'Mandatory', 'The life in minutes'),
      facts: { '200 /minutes required': true, '200 /minutes type': 'number' },
    },
    {
      what: 'a caption before the heads of the next table',
      page: page(
        'Response body',
        ...heads,
        'token',
        'String',
        'Mandatory',
        'Request body',
        ...heads,
        ...asked.slice(5),
      ),
      facts: { '200 /token required': true, 'request /pin required': true },
      none: ['200 /pin required'],
    },
  ]);
});

test('a table of statuses ends where the page goes on without an empty line', async () => {
  await expectReadings([
    {
      what: 'the words at the foot of the page behind it',
      page: page(
        ...asked,
        ...errors,
        '401',
        'E202',
        'pin is not valid',
        '403',
        'E300',
        'Not allowed',
        'Was this page helpful?',
        'Yes',
      ),
      facts: { '400 status': true, '401 status': true, '403 status': true },
      silent: ['Error codes'],
    },
    {
      what: 'a description of two lines between the rows',
      page: page(
        ...asked,
        ...errors,
        '401',
        'E201',
        'pin',
        'is not valid',
        '403',
        'E300',
        'Not allowed',
        '409',
        'E400',
        'Twice',
      ),
      asked: ['HTTP status, Error code, Description'],
    },
    {
      what: 'one row alone, whose description may go on',
      page: page(...asked, ...errors, 'or not valid'),
      asked: ['HTTP status, Error code, Description'],
    },
  ]);
});

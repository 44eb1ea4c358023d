/** Media types and members that stand among other clauses of a sentence: of the answer that grants, of all, and of every refusal. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const granted = table('Field | Type | Required', 'token | string | yes');
const refused = table('code | HTTP | message', '17 | 400 | Field is missing', '18 | 401 | Unknown');
const typed = 'application/vnd.a+json';

test('a media type in parentheses behind the body of a status is that of its answer', async () => {
  const page = (said: string): string => `${endpoint}## Response\n\n${said}\n\n${granted}`;
  await expectReadings([
    ...[
      `On success the HTTP status is 200 and the body (${typed}) holds:`,
      `The status is 200 and the response body (\`${typed}\`) contains:`,
      `Status HTTP 200 dan badan (${typed}) memuat:`,
    ].map((said) => ({ what: said, page: page(said), facts: { '200 media-type': typed } })),
    ...[
      `The status is 200 when the body (${typed}) of the request holds all fields:`,
      `The status is 200 and the body (${typed} or text/plain) holds:`,
      `The status is 200 and the request body (${typed}) is echoed:`,
    ].map((said) => ({ what: said, page: page(said), none: ['200 media-type'] })),
  ]);
});

test('how characters are encoded is said beside a media type and takes nothing back', async () => {
  const page = (said: string): string =>
    `${endpoint}${said}\n\n## Response 200\n\n${granted}## Response 401\n\n${granted}`;
  await expectReadings([
    ...[
      `All responses are ${typed}, encoded in UTF-8.`,
      `All responses are ${typed} with the charset UTF-8.`,
      `Semua respons berupa ${typed}, dikodekan dalam UTF-8.`,
    ].map((said) => ({
      what: said,
      page: page(said),
      facts: { '200 media-type': typed, '401 media-type': typed },
      none: ['media-type'],
      silent: ['what these sentences say'],
    })),
    ...[
      `All responses are ${typed}, encoded in base64.`,
      `All responses are ${typed}, encoded in UTF-8 for agents.`,
    ].map((said) => ({ what: said, page: page(said), none: ['401 media-type'] })),
  ]);
});

test('every refusal may be JSON too and hold members, in one sentence above their statuses', async () => {
  const page = (said: string): string => `${endpoint}## Response\n\nHTTP 200:\n\n${granted}${said}\n\n${refused}`;
  await expectReadings([
    ...[
      'Every refusal is JSON too, and has `code` (integer, required) and `message` (string, required):',
      'Every refusal is JSON as well and has `code` (integer, required) and `message` (string, required).',
    ].map((said) => ({
      what: said,
      page: page(said),
      facts: {
        '400 /code required': true,
        '401 /message type': 'string',
        '400 media-type': 'application/json',
        '401 media-type': 'application/json',
      },
      silent: ['which status the answers'],
    })),
    ...[
      'Every refusal is text too, and has `code` (integer, required) and `message` (string, required):',
      'Every refund refusal is JSON too, and has `code` (integer, required) and `message` (string, required):',
    ].map((said) => ({ what: said, page: page(said), none: ['400 media-type'] })),
  ]);
});

test('directives beside a header of an answer in a column of values are those that it has', async () => {
  const page = (head: string, row: string): string =>
    `${endpoint}## 200 OK\n\nResponse headers:\n\n${table(head, row)}\nResponse body:\n\n${granted}`;
  const isConst = (head: string, row: string, facts: Record<string, unknown>) => ({
    ...{ what: `${head}: ${row}`, page: page(head, row), facts },
  });
  const isNone = (head: string, row: string, fact: string) => ({
    what: `${head}: ${row}`,
    page: page(head, row),
    none: [fact],
  });
  await expectReadings([
    isConst('Header | Required | Value', 'Cache-Control | Required | `no-store`', {
      '200 header CACHE-CONTROL const': 'no-store',
      '200 header CACHE-CONTROL required': true,
    }),
    isConst('Header | Wajib | Nilai', 'Cache-Control | Ya | no-store, private', {
      '200 header CACHE-CONTROL const': 'no-store, private',
    }),
    isConst('Header | Required | Value', 'Pragma | Yes | `no-cache`', { '200 header PRAGMA const': 'no-cache' }),
    isNone('Header | Required | Example', 'Cache-Control | Yes | `no-store`', '200 header CACHE-CONTROL const'),
    isNone('Header | Required | Value', 'X-Call | Yes | `8f3a`', '200 header X-CALL const'),
    isNone('Header | Required | Value', 'Cache-Control | Yes | usually no-store', '200 header CACHE-CONTROL const'),
    isNone('Header | Required | Value', 'Cache-Control | Yes | `max-age=120`', '200 header CACHE-CONTROL const'),
    isNone(
      'Header | Required | Value',
      'Cache-Control | Yes | `no-store` or `private`',
      '200 header CACHE-CONTROL const',
    ),
  ]);
});

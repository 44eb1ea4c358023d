/** Codes of one status that several sentences name: none of them is the only one. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const fields = `## Request body\n\n${table('Field | Type | M/O', 'grant_type | string | M', 'scope | string | O')}## Errors\n\n`;
const first = 'Anything missing or malformed gives 400 with `error` = `invalid_request`.';

test('a code that a sentence gives to a status beside another is one of several', async () => {
  const both = { '400 /error enum': ['invalid_request', 'invalid_scope'] };
  const second = [
    'A scope you do not own gives 400 too, but with `error` = `invalid_scope`.',
    'A scope you do not own gives 400 with `error` = `invalid_scope`.',
    'For a scope that is not yours the status is 400 as well, and `error` is `invalid_scope`.',
    'Scope yang bukan milik mitra juga dijawab 400, tetapi `error` berisi `invalid_scope`.',
    'Scope yang tidak dikenal: 400, `error`: "invalid_scope".',
  ];
  await expectReadings(
    second.map((words) => ({
      what: words,
      page: `${endpoint}${fields}${first}\n${words}\n`,
      facts: both,
      none: ['400 /error const'],
      asked: ['which code is for which fault'],
    })),
  );
});

test('a code that stands without the name of its member is asked', async () => {
  const second = [
    'A scope you do not own gives 400 `invalid_scope`.',
    'Scope yang bukan milik mitra dijawab 400 (`invalid_scope`).',
  ];
  await expectReadings(
    second.map((words) => ({
      what: words,
      page: `${endpoint}${fields}${first}\n${words}\n`,
      asked: ['whether error of 400 has other values as well', 'invalid_scope'],
    })),
  );
});

test('a code alone stays, beside names of fields and other statuses', async () => {
  await expectReadings(
    [
      first,
      'A missing `grant_type` gives 400 with `error` = `invalid_request`.',
      `${first} A wrong secret gives 401 with \`error\` = \`invalid_client\`.`,
    ].map((words) => ({
      what: words,
      page: `${endpoint}${fields}${words}\n`,
      facts: { '400 /error const': 'invalid_request' },
      silent: ['other values as well', 'which code is for which fault'],
    })),
  );
});

test('other layouts in which a status has a second code', async () => {
  const rows = table(
    'HTTP | error | Meaning',
    '400 | invalid_request | Something is missing',
    '401 | invalid_client | Wrong secret',
  );
  const json = '## Errors\n\n```json\n{"error": "invalid_request", "error_description": "x"}\n```\n\n';
  await expectReadings([
    {
      what: 'a list',
      page: `${endpoint}${fields}- 400: \`error\` is \`invalid_request\`, a field is missing\n- 400: \`error\` is \`invalid_scope\`, the scope is not yours\n`,
      none: ['400 /error const'],
    },
    {
      what: 'a table of statuses, and a sentence below it',
      page: `${endpoint}${fields}${json}${rows}A scope that is not yours gives 400 too, with \`error\` = \`invalid_scope\`.\n`,
      facts: { '400 /error enum': ['invalid_request', 'invalid_scope'] },
    },
    {
      what: 'a table of statuses, and a question behind it',
      page: `${endpoint}${fields}${json}${rows}## FAQ\n\n**Bagaimana jika scope bukan milik saya?** Jawabannya 400 dengan \`error\` = \`invalid_scope\`.\n`,
      facts: { '400 /error enum': ['invalid_scope', 'invalid_request'] },
    },
    {
      what: 'numbers',
      page: `${endpoint}${fields}Field yang kosong dijawab 400 dengan \`rc\` = \`4001\`. Format yang salah dijawab 400, \`rc\` = \`4002\`.\n`,
      none: ['400 /rc const'],
    },
  ]);
});

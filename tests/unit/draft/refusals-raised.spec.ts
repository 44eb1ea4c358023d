import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const body = `${endpoint}## Request body\n\n${table('Name | Type | Required', 'client_id | string | Yes', 'secret_key | string | Yes')}\n## Response 200\n\n${table('Name | Type | Required', 'access_token | string | Yes')}\n`;
const doubted = 'the draft takes nothing from these words';

test('a refusal is of the token where its words say when it is returned', async () => {
  await expectReadings([
    {
      what: 'a sentence without the status, below its heading',
      page: `${body}## Response 401\n\nReturned when \`client_id\` or \`secret_key\` is wrong.\n`,
      facts: { '401 status': true },
      silent: [doubted],
    },
    {
      what: 'what is returned by something else',
      page: `${body}## Response 401\n\nReturned by the ledger when \`client_id\` is wrong.\n`,
      asked: ['the draft has 401 for wrong credentials'],
    },
    {
      what: 'an element by its occurrence',
      page: `${body}## Rejections\n\n${table('HTTP | Raised when', '400 | An element with occurrence 1..1 is absent', '401 | client_id is wrong')}`,
      facts: { '400 status': true },
      silent: [doubted],
    },
    {
      what: 'the token that is sent',
      page: `${body}## Rejections\n\n${table('HTTP | Raised when', '400 | client_id is absent', '401 | The API token is wrong')}`,
      none: ['401 status'],
      asked: ['the draft has 401 for wrong credentials'],
    },
  ]);
});

test('a status in words that were not understood is what the draft has of it, where it has it all the same', async () => {
  const rows = (words: string): string => `${body}## Rejections\n\n${table('HTTP | Reason', words)}`;
  await expectReadings([
    {
      what: 'credentials',
      page: rows('401 | BAD_CREDENTIALS The zorb or the secret key is wrong'),
      asked: ['the draft has 401 for wrong credentials'],
      silent: [doubted],
    },
    {
      what: 'a status that the draft has nowhere',
      page: rows('423 | USER_LOCKED The zorb is locked by its flurb'),
      asked: [doubted],
    },
    {
      what: 'Indonesian',
      page: rows('401 | Kunci rahasia zorb salah atau sudah diputar'),
      silent: [doubted],
    },
  ]);
});

test('a media type in a table of one answer is that of the answer', async () => {
  await expectReadings([
    {
      what: 'a refusal',
      page: `${body}## When the secret is wrong\n\n${table('HTTP status | 401', 'Response content type | application/problem+json')}`,
      facts: { '401 media-type': 'application/problem+json' },
      none: ['200 media-type', 'media-type'],
    },
    {
      what: 'a table of the operation',
      page: `# Token\n\n${table('Method | POST', 'URL | https://a.test/token', 'Status | 200', 'Response content type | application/json')}${body.slice(endpoint.length)}`,
      facts: { '200 media-type': 'application/json' },
    },
  ]);
});

/** An operation that the reader of a page has to provide is another one, whatever its path. */
import { test } from '@playwright/test';
import { expectReadings, table } from '../../support/draft.ts';

const own = `# Guide\n\n## Access token\n\n**POST** \`{baseUrl}/v1/token\`\n\n${table(
  'Field | Type | Mandatory | Description',
  'grantType | String | Yes | Grant',
)}`;
const fields = table('Field | Type | Mandatory | Length', 'grantType | String | Yes | 30', 'scope | String | Yes | 20');
const none = ['request /scope required', 'request /scope type'];
const facts = { 'request /grantType required': true };
const page = (more: string): string => `${own}\n${more}\n\n${fields}`;

test('what the client has to provide says nothing of the request to the provider', async () => {
  await expectReadings([
    {
      what: 'an address of the partner',
      page: page('## Token for notifications\n\n**POST** `{partnerUrl}/v1/token`'),
      ...{ facts, none, silent: ['scope'] },
    },
    {
      what: 'the direction of a call',
      page: page(
        `## Token for notifications\n\n${table('Key | Value', 'Method | POST', 'Endpoint | /v1/token', 'Direction | Bank → Partner')}`,
      ),
      ...{ facts, none, silent: ['scope'] },
    },
    {
      what: 'a duty',
      page: page('## Inbound token\n\nThe partner has to provide this endpoint.\n\n**POST** `/v1/token`'),
      ...{ facts, none, silent: ['scope'] },
    },
    {
      what: 'in Indonesian',
      page: page('## Token notifikasi\n\nMitra wajib menyediakan endpoint berikut.\n\n**POST** `/v1/token`'),
      ...{ facts, none, silent: ['scope'] },
    },
    {
      what: 'provided by',
      page: page('## Token notifikasi\n\nEndpoint ini disediakan oleh mitra.\n\n**POST** `/v1/token`'),
      ...{ facts, none, silent: ['scope'] },
    },
    {
      what: 'a section around it',
      page: page('## Your side\n\nYou must implement these endpoints.\n\n### Token\n\n**POST** `/v1/token`'),
      ...{ facts, none, silent: ['scope'] },
    },
    {
      what: 'a call of yours',
      page: page(
        '## Callback token\n\nWe call your endpoint for a token first:\n\n**POST** `https://<your-domain>/v1/token`',
      ),
      ...{ facts, none, silent: ['scope'] },
    },
  ]);
});

test('what clients have to send is no operation of theirs', async () => {
  const given = (words: string): string =>
    `# Guide\n\n## Access token\n\n${words}\n\n**POST** \`/v1/token\`\n\n${fields}\n\n## Payment\n\n**POST** \`/v1/pay\`\n\n`;
  for (const words of [
    'The partner must provide the following parameters to this endpoint.',
    'You must provide an API key.',
    'Clients have to provide their service code.',
    'Direction: Partner → Bank',
    'The token is provided by the bank to your server.',
    'You call this endpoint from your server.',
    'Mitra wajib mengirim header berikut ke endpoint ini.',
  ])
    await expectReadings([{ what: words, page: given(words), facts: { 'request /scope required': true } }]);
});

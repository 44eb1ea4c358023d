/** Headers that a page shows as an object in JSON: they are no members of a body, and those of later calls are not sent. */
import { test } from '@playwright/test';
import { endpoint, expectReadings } from '../../support/draft.ts';

const body = '## Request\n\n```json\n{"grantType": "client_credentials"}\n```\n\n';
const later =
  '```json\n{"Authorization": "Bearer <ACCESS_TOKEN>", "X-SIGNATURE": "<s>", "Content-Type": "application/json"}\n```\n';
const none = ['request /Authorization type', 'request /X-SIGNATURE type', 'request /Content-Type type'];
const notSent = [...none, 'request header X-SIGNATURE type'];

test('an object of headers is no body, whatever stands above it', async () => {
  await expectReadings([
    ...[
      'Add to the header of each API call:',
      'Tambahkan ke header setiap API call SNAP:',
      'Send with every later request:',
      'Kirim pada setiap permintaan berikutnya:',
      '## Request headers',
    ].map((words) => ({
      what: words,
      page: `${endpoint}${body}${words}\n\n${later}`,
      facts: { 'request /grantType type': 'string' },
      none: notSent,
      asked: ['its names are those of headers'],
    })),
    {
      what: 'headers of the request',
      page: `${endpoint}## Request headers\n\n\`\`\`json\n{"X-CLIENT-KEY": "abc", "Content-Type": "application/json"}\n\`\`\`\n\n${body}`,
      facts: { 'request /grantType type': 'string', 'request header X-CLIENT-KEY type': 'string' },
      none: ['request /X-CLIENT-KEY type', ...none],
    },
    {
      what: 'headers among members',
      page: `${endpoint}## Request\n\n\`\`\`json\n{"X-SIGNATURE": "abc", "grant_type": "client_credentials"}\n\`\`\`\n`,
      none,
      asked: ['some of its names are those of headers'],
    },
  ]);
});

test('a message may be shown as two objects with their words', async () => {
  const shown = (words: string, headers: string, content: string): string =>
    `${endpoint}## ${words}\n\n\`\`\`json\n${headers}: {\n  "X-CLIENT-KEY": "abc"\n}\n${content}: {\n  "grantType": "client_credentials"\n}\n\`\`\`\n`;
  const facts = { 'request /grantType type': 'string', 'request header X-CLIENT-KEY type': 'string' };
  await expectReadings([
    { what: 'of a request', page: shown('Request', 'Headers', 'Body'), facts },
    { what: 'what a script puts out', page: shown('Contoh Output', 'Headers', 'Body'), facts },
    { what: 'in Indonesian', page: shown('Contoh', 'Header', 'Badan'), facts },
    { what: 'with the side', page: shown('Example', 'Request header', 'Request body'), facts },
  ]);
});

/** Fields that words put into an object lie in it, whether a row or a sample names it or not. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const fields = '- `sessionToken`: string, 20 to 64 characters, always\n- `idleTimeout`: integer, always\n';
const rows = table('Field | Type | Required', '`sessionToken` | string | yes', '`idleTimeout` | integer | yes');
const outer = table('Field | Type | Required', '`code` | string | yes', '`data` | object | yes');
const within = { '200 /data/sessionToken required': true, '200 /data/idleTimeout required': true };
const none = ['200 /sessionToken type', '200 /idleTimeout type'];
const page = (words: string, list = fields) => `${endpoint}## Response 200\n\n${words}\n\n${list}`;

test('fields lie in the object that the words before them name', async () => {
  await expectReadings(
    [
      page('`status` is in every answer. `data` is there only when it went well. Inside `data`:'),
      page('Within the `data` object:', rows),
      page('Di dalam objek `data`:'),
      page(`${outer}\nIsi \`data\`:`, rows),
      page(`${outer}\nThe \`data\` object holds:`),
      page(`${outer}\n\`data\` contains:`, rows),
      page(`${outer}\n\`data\` berisi:`),
      page(`${outer}\n### Fields of \`data\``, rows),
    ].map((text) => ({ what: text, page: text, facts: within, none })),
  );
});

test('words that name a part of the message put nothing into an object', async () => {
  await expectReadings(
    ['In `body`:', 'Inside the `response`:', 'The answer:'].map((words) => ({
      what: words,
      page: page(words),
      facts: { '200 /sessionToken required': true },
    })),
  );
});

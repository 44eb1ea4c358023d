/** Ways of a client that pages name beside each other, and a certificate that need not be there. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { todosOf } from '../../../src/draft/write/files/draft.ts';
import { described } from '../../support/described.ts';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const answer = `## Answer 200\n\n${table('Field | Required', 'access_token | yes')}`;

const asserted = table(
  'Field | Required | Description',
  'grant_type | yes | `client_credentials`',
  'client_assertion_type | yes | `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`',
  'client_assertion | yes | JWT signed with PS256',
);

test('several ways by their names in OAuth are a question, and one alone is none', async () => {
  const page = (words: string): string =>
    `${endpoint}## Client authentication\n\n${words}\n\n## Request body\n\n${asserted}${answer}`;
  const both = 'client_secret_basic or private_key_jwt';
  await expectReadings([
    ...[
      table(
        'Method | What to send',
        '`client_secret_basic` | Authorization: Basic',
        '`private_key_jwt` | an assertion',
      ),
      '- `client_secret_basic`: on the test server\n- `private_key_jwt`: everywhere',
      'Pilih salah satu: `client_secret_basic` atau `private_key_jwt`.',
    ].map((words) => ({ what: words, page: page(words), asked: [both] })),
    ...[
      'The client authenticates with `private_key_jwt`.',
      'The client authenticates with `private_key_jwt`. `client_secret_basic` is not supported.',
    ].map((words) => ({ what: words, page: page(words), silent: ['which of several ways'] })),
  ]);
});

test('a certificate that need not be there everywhere is asked with the words that say so', async () => {
  const secured = (words: string) =>
    JSON.stringify(
      described(
        `operation: { description: '${words}', security: [{ own: [] }] }\ncomponents: { securitySchemes: { own: { type: mutualTLS } } }`,
      ),
    );
  const asked = async (words: string): Promise<string> => {
    const facts = await factsOf({ text: secured(words), format: 'openapi', base: 'api.json' });
    const todos = todosOf(facts, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
    return todos.map(({ what }) => what).join('\n');
  };
  for (const words of [
    'In `eu1` the client certificate is optional.',
    'mTLS is not required on the sandbox.',
    'Sertifikat klien tidak wajib di sandbox.',
    'A client certificate is needed only in production.',
  ])
    expect.soft(await asked(words), words).toContain('given no token everywhere');
  for (const words of ['A client certificate is required.', 'Call this with your client certificate.'])
    expect.soft(await asked(words), words).not.toContain('given no token everywhere');
});

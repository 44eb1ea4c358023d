/** Rules beside the fields that no clause holds: what a value is in each environment, which source is right, certificates, and tokens at a time. */
import { expect, test } from '@playwright/test';
import { expectReadings, readDraft, table } from '../../support/draft.ts';

const page = (words: string): string =>
  `# Token\n\nPOST https://a.test/token\n\n${words}\n\n## Request\n\n${table('Name | Type | Required', 'client_id | string | yes')}## Response 200\n\n${table('Name | Type | Required', 'token | string | yes', 'valid_hours | integer | yes')}`;

test('what a value is in each environment is asked', async () => {
  await expectReadings(
    [
      'Di produksi nilainya 12, di uji coba 1.',
      'In production the value is 12, in the sandbox 1.',
      'It is 1 in the sandbox and 12 in production.',
      'Sandbox: 1, Produksi: 12.',
    ].map((words) => ({
      what: words,
      page: page(`\`valid_hours\` counts hours. ${words}`),
      asked: [words.slice(0, 20)],
    })),
  );
});

test('which source is right where two differ is asked', async () => {
  await expectReadings(
    [
      'Schemas are generated from our classes; where the text and the schema disagree, the text is right.',
      'In case of discrepancies between this document and the examples, the document prevails.',
      'Jika contoh dan tabel berbeda, tabel yang berlaku.',
    ].map((words) => ({ what: words, page: page(words), asked: [words.slice(-30, -1)] })),
  );
});

test('a certificate that each client needs, and how many tokens there may be at a time, are asked', async () => {
  await expectReadings(
    [
      'All hosts require a client certificate (QWAC or one of ours).',
      'A client certificate is required on every host.',
      'Semua host mewajibkan sertifikat klien.',
      'A machine may hold five live tokens; the sixth request revokes the oldest.',
      'Each partner can have at most 3 active tokens.',
      'Satu terminal hanya boleh memiliki satu token aktif.',
    ].map((words) => ({ what: words, page: page(words), asked: [words.slice(0, 30)] })),
  );
});

const service = (note: string): string =>
  `# API\n\n## 1. Access Token B2B\n\nPOST https://a.test/access-token/b2b\n\n${table('Header | Mandatory | Description', 'X-TIMESTAMP | Y | Time, as 2026-01-02T15:04:05+07:00', 'X-CLIENT-KEY | Y | Client', 'X-SIGNATURE | Y | Signature')}\`\`\`json\n{"responseCode": "2007300", "accessToken": "a", "expiresIn": "900"}\n\`\`\`\n\n## 2. Access Token B2B2C\n\nPOST https://a.test/access-token/b2b2c\n\n${table('Field | Type | Mandatory', 'authCode | String | Y')}\n## 3. Codes\n\n${note}\n`;

test('a sentence behind another operation with a code of the service is of that service', async () => {
  const note = (code: string) =>
    `**Note.** Requests whose X-TIMESTAMP differs by more than 5 minutes from our clock are answered with ${code}.`;
  const own = await readDraft(service(note('4017300')));
  expect(own.asked).toContain('which code the answer to a time that is off by more holds');
  const other = await readDraft(service(note('4017400')));
  expect(other.asked).not.toContain('which code the answer to a time');
});

test('a life in the rows of a history is asked', async () => {
  const description = `History\n\n${table('Version | Date | Change', '1.0 | 2022-06-01 | Masa berlaku token B2B 3600 detik', '1.2 | 2023-02-14 | Masa berlaku token B2B menjadi 900 detik')}`;
  const schema = {
    type: 'object',
    properties: { token: { type: 'string' }, expires_in: { type: 'integer', description: 'Lifetime in seconds' } },
  };
  const responses = { 200: { description: 'OK', content: { 'application/json': { schema } } } };
  const api = {
    openapi: '3.0.3',
    info: { title: 'T', version: '1', description },
    paths: { '/token': { post: { responses } } },
  };
  const { asked } = await readDraft(JSON.stringify(api), 'openapi');
  expect(asked).toContain('Masa berlaku token B2B menjadi 900 detik');
});

test('the words about the values of a variable, and a first sentence, give servers the names of environments', async () => {
  const servers = [
    {
      url: 'https://a.test:{port}',
      variables: { port: { default: '443', enum: ['443', '8443'], description: '8443 = staging' } },
    },
    {
      url: 'https://{env}.b.test',
      variables: {
        env: { default: 'sb', enum: ['sb', 'api'], description: 'sb untuk pengembangan, api untuk produksi' },
      },
    },
    { url: 'https://c.test', description: 'Certification environment. Tokens live 5 minutes here.' },
  ];
  const responses = {
    200: {
      description: 'OK',
      content: { 'application/json': { schema: { type: 'object', properties: { access_token: { type: 'string' } } } } },
    },
  };
  const api = {
    openapi: '3.0.3',
    info: { title: 'T', version: '1' },
    servers,
    paths: { '/token': { post: { responses } } },
  };
  const { asked } = await readDraft(JSON.stringify(api), 'openapi');
  expect(asked).toMatch(/whether https:\/\/a\.test(?::443)? \(OpenAPI, servers\) is live: other servers/);
  expect(asked).not.toMatch(/c\.test[^;]*is live/);
});

/** Numbers as headings of a plain text, and words of a standard about its grant. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft as read } from '../../support/draft.ts';

const sentence =
  'The client can request an access token using only its client credentials (or other supported means of authentication) when the client is requesting access to the protected resources under its control (OAuth 2.0: RFC 6749 & 6750)';

test('what the standard says of its grant takes nothing back', async () => {
  const { facts, asked } = await read(
    `${endpoint}## Body\n\n| Name | Type | M/O | Description |\n|---|---|---|---|\n| grantType | String | M | "client_credentials" : ${sentence} |\n`,
  );
  expect(facts).toMatchObject({
    'request /grantType required': true,
    'request /grantType const': 'client_credentials',
  });
  expect(asked).not.toMatch(/(?:whether|of) [^\n"]*grantType/);
});

test('a number of two parts begins an operation', async () => {
  const part = (title: string, path: string, field: string): string => `${title}

URL            : https://a.test/${path}
Method         : POST

Request

Field           Type        M/O   Description
${field}        String(20)  M     ID klien
`;
  const text = `SPESIFIKASI API

${part('3.1 Get Token', 'gettoken', 'clientId')}
${part('3.2 Inquiry VA', 'inquiryva', 'vaNumber')}`;
  const { facts, asked } = await read(text);
  expect(facts).toMatchObject({ path: '/gettoken', 'request /clientId required': true });
  expect(facts).not.toHaveProperty(['request /vaNumber required']);
  expect(asked).not.toContain('inquiryva');
});

test('what logs out, or shows a balance, is about another operation', async () => {
  for (const title of ['Log out', 'Cek Saldo', 'Cabut Token', 'Perpanjang Sesi']) {
    const { facts } = await read(
      `${endpoint}## Request headers\n\n- **X-App** (string, required): app\n\n# ${title}\n\n## Request headers\n\n- **X-Other** (string, required): token\n`,
    );
    expect(facts, title).toHaveProperty(['request header X-APP required']);
    expect(facts, title).not.toHaveProperty(['request header X-OTHER required']);
  }
});

test('the heads of a table of labels are no label', async () => {
  const { asked } = await read(
    '# Login\n\n| Key | Value |\n|---|---|\n| Resource | /login |\n| Method | POST |\n| Server DEV | https://dev.a.test |\n',
  );
  expect(asked).not.toContain('they were not read');
});

test('a cell of a table of labels may list headers, and a word for mandatory may be the last', async () => {
  const rows = (headers: string): string =>
    `# Token\n\n| Detail | Keterangan |\n|---|---|\n| Method | POST |\n| Path | /v1/token |\n| Headers | ${headers} |\n\n## Request\n\n| Field | Keterangan |\n|---|---|\n| kode | Kode mitra, wajib |\n\n## Response 200\n\n| Field | Keterangan |\n|---|---|\n| auth_token | Token, wajib |\n`;
  const both = await read(rows('`Content-Type: application/json`<br>`Authorization: Basic <base64>`'));
  expect(both.facts).toMatchObject({
    'media-type': 'application/json',
    security: 'basic',
    'request /kode required': true,
    '200 /auth_token required': true,
  });
  expect(both.asked).not.toMatch(/were not read|token\.value/);
  expect((await read(rows('`X-Sign: <signature>`'))).asked).toContain('"Headers"');
});

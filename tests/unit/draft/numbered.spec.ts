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

test('the grant before its description needs no quotes, and is one of several where the words say so', async () => {
  const indonesian =
    'klien dapat meminta token akses hanya menggunakan kredensial kliennya ( atau cara otentikasi lain yang didukung) ketika klien meminta akses ke sumber daya yang dilindungi di bawah kendalinya';
  const grant = (said: string, html = false) =>
    read(
      html
        ? `${endpoint}## Body\n\n<table><tr><td>Name</td><td>Type</td><td>M/O</td><td>Description</td></tr>\n\n<tr><td>grantType</td><td>String</td><td>M</td><td>${said}</td></tr></table>\n`
        : `${endpoint}## Body\n\n| Name | Type | M/O | Description |\n|---|---|---|---|\n| grantType | String | M | ${said} |\n`,
    );
  for (const { facts } of [
    await grant(`client_credentials: ${sentence}`),
    await grant(`client\\_credentials: ${sentence}`, true),
    await grant('client_credentials : Used to request a token'),
    await grant(`“client_credentials” : ${indonesian}`),
  ])
    expect(facts).toMatchObject({
      'request /grantType required': true,
      'request /grantType const': 'client_credentials',
    });
  for (const other of [
    'client_credentials: the default grant',
    'client_credentials: for servers, password: for people',
    'client_credentials: one of the grants that we take',
  ])
    expect((await grant(other)).facts, other).not.toHaveProperty(['request /grantType const']);
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

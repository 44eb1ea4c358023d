/** Codes of refusals in lists and sentences: what the draft does not hold is asked. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const asked = 'which code each answer holds, and where';
const grant = `## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}`;
const withCode = `## Response 200\n\n${table('Name | Type | Required | Description', 'access_token | string | no | The token', 'rc | string | yes | Response code')}`;

test('the codes of a list of statuses are asked', async () => {
  await expectReadings(
    [
      '- 400 — `errorCode` `oauth.invalid_request`: a parameter is missing. `oauth.invalid_scope`: unknown scope.\n- 401 — `oauth.invalid_client`.',
      '- 400 Bad request. code: `auth.request` or `auth.grant`\n- 401 Bad credentials. code: `auth.client`',
      '- 400: parameter tidak lengkap (`REQ-001`)\n- 401: klien tidak dikenal (`AUTH-004`)',
      '`400`\n: `req.form` where the body cannot be read\n\n`401`\n: `auth.client` where the client is unknown',
    ].map((list) => ({ what: list, page: `${endpoint}${grant}## Errors\n\n${list}\n`, asked: [asked] })),
  );
});

test('a list of codes beside a member that holds one is asked', async () => {
  await expectReadings(
    [
      '* `IH-400-01` – a member is missing\n* `IH-400-02` – a member has a bad form\n* `IH-401-10` – login wrong',
      '* `0101`: Unknown partner\n* `0102`: Bad signature',
      '* `E-01` – parameter tidak ada\n* `E-02` – kredensial salah',
    ].map((list) => ({ what: list, page: `${endpoint}${withCode}## What can go wrong\n\n${list}\n`, asked: [asked] })),
  );
});

test('names of what is sent are no codes', async () => {
  const body = `## Request body\n\n${table('Name | Type | Required', 'client_id | string | yes', 'grant_type | string | yes')}`;
  await expectReadings(
    [
      '- 400 — `grant_type` is missing\n- 401 — wrong `client_id`',
      '- 400 — the parameter `redirect_uri` is wrong\n- 401 — unknown client',
      '- 400 — parameter `kode_cabang` tidak ada\n- 401 — klien tidak dikenal',
    ].map((list) => ({ what: list, page: `${endpoint}${body}${grant}## Errors\n\n${list}\n`, silent: [asked] })),
  );
});

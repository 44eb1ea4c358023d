/** What the good request does not send: a field of another grant; and what of it is no secret. */
import { expect, test } from '@playwright/test';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { origin, read } from '../../support/answering.ts';
import { endpoint, table } from '../../support/draft.ts';

async function drafted(...rows: string[]) {
  const page = `${endpoint}## Request body\n\n${table('Name | Type | Notes', 'client_id | string | Id. Mandatory.', ...rows)}## Answer 200\n\n${table('Field | Required', 'access_token | yes')}`;
  const contract = draftOf(await read(page), origin)['contracts/x/contract.yaml'] ?? null;
  return { body: atPointer(contract, '/control/body'), credentials: atPointer(contract, '/credentials') };
}

const grant = 'grant_type | string | Mandatory. Must be `client_credentials` or `authorization_code`.';

test('a field that only another grant needs is not sent', async () => {
  for (const words of [
    'Required for `authorization_code`. The code from the redirect.',
    'Only with `authorization_code`.',
    'for `authorization_code`. The code from the redirect.',
    'Used for the authorization code grant.',
    'Wajib untuk `authorization_code`.',
  ])
    expect.soft((await drafted(grant, `code | string | ${words}`)).body, words).not.toHaveProperty('code');
  for (const words of ['The code of the shop.', 'Required for `client_credentials`.', 'Required for payments.'])
    expect.soft((await drafted(grant, `code | string | ${words}`)).body, words).toHaveProperty('code');
});

test('the kind of a credential is no secret, and the credential is', async () => {
  const { credentials } = await drafted('credential | string | Mandatory', 'credentialType | string | Mandatory');
  expect(credentials).toMatchObject({ credential: { secret: true } });
  expect(credentials).not.toMatchObject({ credentialType: { secret: true } });
});

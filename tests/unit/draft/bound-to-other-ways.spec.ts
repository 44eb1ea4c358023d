/** Fields that only requests by another grant or with another proof have: no good request sends them, and none is broken in them. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { described } from '../../support/described.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

/** A request for tokens by several grants, of which a description gives one more member. */
async function drafted(member: string, more = '') {
  const request = `request: { required: [grant_type], properties: { grant_type: { type: string, enum: [client_credentials, authorization_code, refresh_token] }, ${member} } }`;
  const value = described(`${request}\n${more}`);
  const facts = await factsOf({ text: JSON.stringify(value), format: 'openapi', base: 'api.json' });
  const files = draftOf(facts, origin);
  return {
    mark: (name: string) => atPointer(files['contracts/x/request.schema.yaml'] ?? null, `/properties/${name}/x-clause`),
    body: atPointer(files['contracts/x/contract.yaml'] ?? null, '/control/body'),
  };
}

test('a member of another grant is neither sent nor broken', async () => {
  for (const words of [
    'authorization_code only',
    'Verifier of PKCE (authorization_code only)',
    'Only for grant type `authorization_code`',
    'Required if grant_type=authorization_code',
    'Used with the authorization code grant.',
    'Hanya untuk authorization_code',
    'Wajib jika grant_type = authorization_code',
    'Khusus authorization code.',
  ]) {
    const { mark, body } = await drafted(
      `proof: { type: string, minLength: 43, enum: [a, b], description: '${words}' }`,
    );
    expect.soft(mark('proof'), words).toBeUndefined();
    expect.soft(body, words).toEqual({ grant_type: 'client_credentials' });
  }
  for (const words of [
    'For client_credentials and authorization_code',
    'Not for refresh_token',
    'Scopes, also those of a refreshed token',
    'Number of devices',
  ]) {
    const { mark } = await drafted(`proof: { type: string, enum: [a, b], description: '${words}' }`);
    expect.soft(mark('proof'), words).toBeDefined();
  }
});

test('beside HTTP Basic no assertion and none of its parameters is sent or broken', async () => {
  const basic =
    'operation: { security: [{ own: [] }] }\ncomponents: { securitySchemes: { own: { type: http, scheme: basic } } }';
  const { mark, body } = await drafted(
    "client_assertion_type: { type: string, enum: ['urn:ietf:params:oauth:client-assertion-type:jwt-bearer'] }, client_assertion: { type: string, maxLength: 4096 }",
    basic,
  );
  expect([mark('client_assertion_type'), mark('client_assertion')]).toEqual([undefined, undefined]);
  expect(body).toEqual({ grant_type: 'client_credentials' });
});

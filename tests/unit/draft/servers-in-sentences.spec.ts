/** Sentences that are nothing but where the API is, and those whose address may be another's. */
import { expect, test } from '@playwright/test';
import { readDraft, table } from '../../support/draft.ts';

const read = (sentence: string) =>
  readDraft(
    `# API\n\n${sentence}\n\n## Token\n\nPOST /token\n\n### Response 200\n\n${table('Name | Type | Mandatory', 'access_token | string | yes')}`,
  );
const serversOf = (facts: Record<string, unknown>): string[] =>
  Object.keys(facts).filter((fact) => fact.startsWith('server '));

test('a sentence that is where the API is gives its server', async () => {
  for (const sentence of [
    'The API is served at https://api.a.test/v2.',
    'Our API lives at `https://api.a.test/v2`.',
    'The gateway can be reached under <https://api.a.test/v2>.',
    'Semua permintaan dikirim ke https://api.a.test/v2.',
    'API kami tersedia di `https://api.a.test/v2`.',
    'Send all requests to **https://api.a.test/v2**.',
    'You reach the API at https://api.a.test/v2.',
    'All paths start with https://api.a.test/v2.',
    'Paths are below https://api.a.test/v2, over TLS 1.2.',
    'All calls go to https://api.a.test/v2',
  ]) {
    const { facts, asked } = await read(sentence);
    expect.soft(serversOf(facts), sentence).toEqual(['server https://api.a.test/v2']);
    expect.soft(asked, sentence).not.toContain('the addresses of the provider');
  }
});

test('an address that may be of other calls, or of something else, is asked', async () => {
  for (const sentence of [
    'All calls go to https://api.a.test/v2, except for tokens.',
    'All calls but login go to https://api.a.test/v2.',
    'Every request except authentication is sent to https://api.a.test/v2.',
    'Semua permintaan kecuali token dikirim ke https://api.a.test/v2.',
    'Report calls go to https://reports.a.test/v2.',
    'Authenticated requests are sent to https://api.a.test/v2.',
    'The reporting API is served at https://reports.a.test/v2.',
    'Payment calls go to https://pay.a.test/v2.',
    'Callback requests are sent to https://shop.a.test/hook.',
    'The portal is at https://portal.a.test/v2.',
    'The API is described at https://docs.a.test/v2.',
    'The API is not served at https://api.a.test/v2.',
    'The API was served at https://api.a.test/v1.',
  ]) {
    const { facts, asked } = await read(sentence);
    expect.soft(serversOf(facts), sentence).toEqual([]);
    expect.soft(asked, sentence).toContain('the addresses of the provider');
  }
  const apart = 'Production calls go to https://api.a.test, unless you test, where they go to https://sandbox.a.test.';
  expect(serversOf((await read(apart)).facts)).toContain('server https://api.a.test');
});

test('addresses that every path of the page is below are servers', async () => {
  const addresses = 'The engine is at `https://a.test/gw`; a copy with invented data is at `https://b.test/gw`.';
  for (const behind of [
    'Paths in this guide are relative to them.',
    'All paths are below these addresses.',
    'Semua jalur di halaman ini di bawah keduanya.',
  ]) {
    const { facts, asked } = await read(`${addresses} ${behind}`);
    expect.soft(serversOf(facts), behind).toEqual(['server https://a.test/gw', 'server https://b.test/gw']);
    expect.soft(facts, behind).toMatchObject({ path: '/token' });
    expect.soft(asked, behind).toContain('is live');
  }
  for (const behind of [
    'Paths of reports are relative to them.',
    'Some paths are relative to them.',
    'Paths are relative to the root of the disk.',
    'No path is below them.',
    'Payment paths are relative to them.',
  ]) {
    const { facts, asked } = await read(`${addresses} ${behind}`);
    expect.soft(serversOf(facts), behind).toEqual([]);
    expect.soft(asked, behind).toContain('the addresses of the provider');
  }
});

/** Hosts that only the words of a description give. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const read = (description: string) =>
  readDraft(
    JSON.stringify({
      ...{ swagger: '2.0', info: { title: 'x', version: '1', description }, basePath: '/auth/v1' },
      paths: { '/token': { post: { responses: { 200: { description: 'A token' } } } } },
    }),
    'openapi',
  );

test('a whole address in the words that ends with the relative one gives the host', async () => {
  const { facts, asked } = await read('Ask for a token at <b>https://api.a.test/live/auth/v1/token</b>.');
  expect(facts).toMatchObject({ 'server https://api.a.test/live/auth/v1': true, path: '/token' });
  expect(asked).not.toContain('the addresses of the provider');
});

test('an address of something else leaves the host open', async () => {
  for (const words of ['See https://docs.a.test/auth/v1/tokens.', 'See https://api.a.test/token.']) {
    const { facts, asked } = await read(words);
    expect(
      Object.keys(facts).filter((fact) => fact.startsWith('server ')),
      words,
    ).toEqual([]);
    expect(asked, words).toContain('the addresses of the provider');
  }
});

test('an address of the endpoint at a host that no reader took for a server is asked', async () => {
  const page = (more: string): string => `# Token\n\nPOST https://auth.a.test/v5/grants\n\n${more}\n`;
  const asked = 'served at https://uji.a.test as well, and which address is live';
  for (const text of [
    '# Token\n\nMake a `POST` to `https://auth.a.test/v5/grants` (or, while you try things out, to `https://uji.a.test/v5/grants`).\n\n## Request\n\n- shop, string, required\n',
    page('Semua contoh memakai https://uji.a.test/v5/grants, bukan yang lain.'),
  ])
    expect((await readDraft(text)).asked, text).toContain(asked);
  for (const words of [
    'It is `https://auth.a.test/v5/grants`.',
    'See https://docs.a.test/guide.',
    'It is `https://{host}/v5/grants`.',
  ])
    expect((await readDraft(page(words))).asked, words).not.toContain('as well, and which address is live');
});

test('the address of another environment beside a server is asked, and no other address of the provider', async () => {
  const read = async (more: string): Promise<string> =>
    (await readDraft(`# Token\n\nBase URL (production): https://open.a.test/v5\n\nPOST /grants\n\n${more}\n`)).asked;
  const asked = 'as well, and which address is live';
  const banks = (other: string): string =>
    `# Token\n\nBase URL (production): https://open.bank.co.id/v5\n\nPOST /grants\n\nSamples show https://${other}/v5.\n`;
  for (const other of ['sandbox.bank.co.id', 'api.uat.bank.co.id'])
    expect((await readDraft(banks(other))).asked, other).toContain(asked);
  expect((await readDraft(banks('sandbox.shop.co.id'))).asked).not.toContain(asked);
  for (const words of [
    'All samples show https://sandbox.a.test/v5.',
    'Contoh memakai host uji `https://api-uat.a.test/v5/`',
  ])
    expect(await read(words), words).toContain(asked);
  for (const words of [
    'See https://sandbox.a.test/guide.',
    'Guides: https://docs.a.test/v5',
    'Balances are at https://api.a.test/v5.',
    'A partner of ours is https://sandbox.b.test/v5.',
  ])
    expect(await read(words), words).not.toContain(asked);
});

test('which of several servers is live is asked where none of them has the name of an environment', async () => {
  const read = async (one: string, two: string) =>
    (
      await readDraft(
        `# Token\n\nPOST /v5/grants\n\n| Region | Base URL |\n|---|---|\n| ${one} | https://eu.a.test |\n| ${two} | https://us.a.test |\n`,
      )
    ).asked;
  expect(await read('Europe', 'America')).toMatch(/which of https:\/\/eu\.a\.test .*https:\/\/us\.a\.test .* is live/);
  expect(await read('Sandbox', 'Production')).not.toContain('is live');
});

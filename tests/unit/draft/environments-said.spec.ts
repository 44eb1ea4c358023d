/** Addresses of environments that only the words of a description, or the lines of an item, give beside those of the operation. */
import { expect, test } from '@playwright/test';
import { expectReadings, readDraft } from '../../support/draft.ts';

const answers = { 200: { description: 'A token' } };

const openapi = (description: string, server = 'https://sandbox.a.test/v1') =>
  readDraft(
    JSON.stringify({
      ...{ openapi: '3.0.3', info: { title: 'x', version: '1', description }, servers: [{ url: server }] },
      paths: { '/token': { post: { responses: answers } } },
    }),
    'openapi',
  );

const serversOf = (facts: object): string[] =>
  Object.keys(facts)
    .filter((fact) => fact.startsWith('server '))
    .map((fact) => fact.slice('server '.length));

test('addresses of environments in the words of a description are servers where one of them is one', async () => {
  const both = ['https://sandbox.a.test/v1', 'https://a.test/v1'];
  for (const words of [
    'Our API.\n\n| | URL |\n|---|---|\n| Sandbox | https://sandbox.a.test/v1 |\n| Live | https://a.test/v1 |',
    '- Sandbox: `https://sandbox.a.test`\n- Production: `https://a.test`',
    'Partner API. Sandbox: sandbox.a.test. Live: a.test.',
    'Lingkungan uji ada di https://sandbox.a.test/v1 dan produksi di https://a.test/v1.',
    'Base URL (sandbox): **https://sandbox.a.test/v1**, **PROD** `https://a.test/v1`',
  ]) {
    const { facts, asked } = await openapi(words);
    expect.soft(serversOf(facts), words).toEqual(both);
    expect.soft(asked, words).not.toMatch(/is live|as well/);
  }
});

test('addresses of environments that have none of the servers are asked, and those of other things are not', async () => {
  for (const words of [
    'Live: live.a.test.',
    'Produksi: https://live.a.test/partner',
    'Live: a.test. Live: b.a.test. UAT: sandbox.a.test',
  ]) {
    const { facts, asked } = await openapi(words);
    expect.soft(serversOf(facts), words).toEqual(['https://sandbox.a.test/v1']);
    expect.soft(asked, words).toMatch(/served at https:.*as well/);
  }
  for (const words of [
    'Live portal: https://portal.a.test',
    'Live: other.b.test',
    'Tested live, version 1.2.3 of it.',
  ]) {
    const { facts, asked } = await openapi(words);
    expect.soft(serversOf(facts), words).toEqual(['https://sandbox.a.test/v1']);
    expect.soft(asked, words).not.toMatch(/served at/);
  }
});

test('the hosts of Swagger have the scheme and the base path of its own', async () => {
  const { facts } = await readDraft(
    JSON.stringify({
      ...{ swagger: '2.0', info: { title: 'x', version: '1', description: 'UAT: uat.a.test. Live: gw.a.test.' } },
      ...{ host: 'uat.a.test', basePath: '/partner', schemes: ['https'] },
      paths: { '/token': { post: { responses: answers } } },
    }),
    'openapi',
  );
  expect(serversOf(facts)).toEqual(['https://uat.a.test/partner', 'https://gw.a.test/partner']);
});

test('a collection whose host is a variable has the addresses of the environments that it names', async () => {
  const read = (description: string) =>
    readDraft(
      JSON.stringify({
        info: {
          name: 'T',
          description,
          schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
        },
        item: [
          {
            name: 'Token',
            request: { method: 'POST', url: '{{host}}/token', body: { mode: 'raw', raw: '{"shop": "s-1"}' } },
            response: [{ name: 'ok', code: 200, status: 'OK', header: [], body: '{"token": "t"}' }],
          },
        ],
      }),
      'openapi',
    );
  for (const words of [
    'Environment: **DEV** `https://dev.a.test`, **PROD** `https://a.test`.',
    '- Uji: https://dev.a.test\n- Produksi: https://a.test',
  ]) {
    const { facts, asked } = await read(words);
    expect.soft(serversOf(facts), words).toEqual(['https://dev.a.test', 'https://a.test']);
    expect.soft(asked, words).not.toContain('the addresses of the provider');
  }
  expect((await read('DEV: https://dev.a.test and DEV: https://cards.a.test')).asked).toContain(
    'the addresses of the provider',
  );
});

test('the lines of an item below a label of servers are those of environments', async () => {
  const page = (list: string): string => `# Token\n\n## Start\n\n${list}\n\n## Token\n\n> **POST** \`/oauth/token\`\n`;
  const facts = { 'server https://sandbox.a.test/v1': true, 'server https://a.test/v1': true };
  await expectReadings([
    {
      what: 'definitions',
      page: page('Base addresses\n\n: Sandbox — `https://sandbox.a.test/v1`\n: Production — `https://a.test/v1`'),
      facts,
    },
    {
      what: 'lines of an item',
      page: page('- Alamat dasar:\n  Sandbox: https://sandbox.a.test/v1\n  Produksi: https://a.test/v1'),
      facts,
    },
    {
      what: 'items below an item',
      page: page('- Base URL:\n  - Sandbox: https://sandbox.a.test/v1\n  - Production: https://a.test/v1'),
      facts,
    },
  ]);
});

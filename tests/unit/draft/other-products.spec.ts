/** Sections of a page about another product than that whose tokens are issued. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const own = `${endpoint}${table('Name | Type | Mandatory', 'client_id | string | yes')}`;
const refusals = table('Status | Meaning', '409 | Sent twice', '422 | A field has a wrong value');
const headers = `### Headers\n\n${table('Header | Type | Mandatory', 'X-Wallet | string | Y')}`;
const none = ['409 status', '422 status', 'request header X-WALLET required'];

test('what a section says of another product is asked, and is none of the request for a token', async () => {
  const sections: [title: string, words: string][] = [
    ['Wallet', 'The Wallet API is a separate product.'],
    ['Wallet rules', 'This section is about the Wallet API, another product.'],
    ['Dompet', 'Layanan Dompet adalah produk tersendiri.'],
    ['Errors of the Wallet API', ''],
    ['Errors', 'These errors belong to the Wallet API, which is a different product.'],
  ];
  await expectReadings(
    sections.map(([title, words]) => ({
      what: `${title}: ${words}`,
      page: `${own}## ${title}\n\n${words}\n\n${refusals}${headers}`,
      ...{ facts: { 'request /client_id required': true }, none },
      asked: [`under "${title}" is about the request for a token as well`],
    })),
  );
});

test('what is announced as that of another product is left out, and so is what stands below its name elsewhere', async () => {
  await expectReadings([
    {
      what: 'announced',
      page: `${own}## Errors\n\nThe following errors are returned by the Wallet API, which is another product:\n\n${refusals}`,
      none,
    },
    {
      what: 'named elsewhere',
      page: `${own}## Overview\n\nCalls for the Wallet API, a separate product, need a contract.\n\n## Wallet API\n\n${refusals}`,
      ...{ none, asked: ['under "Wallet API" is about the request for a token as well'] },
    },
  ]);
});

test('what is of the product of the page, or is no product of its own, stays', async () => {
  const stays: [title: string, words: string][] = [
    ['Errors', 'The Wallet API is not another product.'],
    ['Errors', 'The sandbox is a separate platform.'],
    ['Errors', 'The same errors are used by another product.'],
    ['Errors', 'This is the only product.'],
    ['Errors of the Token API', ''],
    ['Errors of the sandbox API', ''],
    ['Errors', 'The token is not for another product.'],
  ];
  await expectReadings([
    ...stays.map(([title, words]) => ({
      what: `${title}: ${words}`,
      page: `${own}## ${title}\n\n${words}\n\n${refusals}`,
      facts: { '409 status': true, '422 status': true },
    })),
    {
      what: 'its own name',
      page: `${own.replace('# Token', '# Wallet API')}## Errors of the Wallet API\n\nThe Wallet API is a separate product.\n\n${refusals}`,
      facts: { '409 status': true, '422 status': true },
    },
  ]);
});

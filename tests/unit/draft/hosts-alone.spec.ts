/** Hosts without a scheme that a page calls servers: read with https where the page has it for their domain, else asked. */
import { test } from '@playwright/test';
import { expectReadings, table } from '../../support/draft.ts';

const page = (words: string, docs = 'https://docs.bank.example/start'): string =>
  `# Token\n\nPOST /token\n\n${words}\n\nMore is at ${docs}.\n`;
const server = 'server https://api.bank.example';

test('a host beside words for a server is one where the page has its domain with https', async () => {
  await expectReadings([
    { what: 'label', page: page('Base URL: api.bank.example/v1'), facts: { [`${server}/v1`]: true } },
    { what: 'sentence', page: page('The base URL is `api.bank.example`.'), facts: { [server]: true } },
    {
      what: 'all below',
      page: page('All endpoints are below api.bank.example/v1.'),
      facts: { [`${server}/v1`]: true },
    },
    {
      what: 'table',
      page: page(table('Environment | Host', 'Sandbox | sandbox.bank.example', 'Production | api.bank.example')),
      facts: { [server]: true, 'server https://sandbox.bank.example': true },
    },
    {
      what: 'domain of a country',
      page: page('The base URL is api.bank.co.id.', 'https://docs.bank.co.id'),
      facts: { 'server https://api.bank.co.id': true },
    },
  ]);
});

test('it stays a question where the page has the domain without https, another domain, or other words', async () => {
  const asked = ['the addresses of the provider'];
  await expectReadings([
    {
      what: 'http',
      page: page('The base URL is api.bank.example.', 'http://docs.bank.example'),
      none: [server],
      asked,
    },
    {
      what: 'another',
      page: page('The base URL is api.bank.example.', 'https://docs.till.example'),
      none: [server],
      asked,
    },
    {
      what: 'neighbour in a country',
      page: page('The base URL is api.bank.co.id.', 'https://till.co.id/docs'),
      none: ['server https://api.bank.co.id'],
      asked,
    },
    { what: 'no server', page: page('Files are kept on api.bank.example.'), none: [server], asked },
    { what: 'mail', page: page('Write to the server team: help@api.bank.example.'), none: [server], asked },
  ]);
});

/** Addresses of which a page writes a part alone, or writes a part otherwise in its samples. */
import { test } from '@playwright/test';
import { expectReadings, table } from '../../support/draft.ts';

const curl = (address: string): string =>
  `\`\`\`\ncurl --location --request POST '${address}' \\\n--header 'Content-Type: application/json' \\\n--data-raw '{"key": "x"}'\n\`\`\`\n\n`;

test('a sample with http is no server where the page has its host with https', async () => {
  await expectReadings([
    {
      what: 'beside the stated address',
      page: `# Token\n\nEndpoint: \`https://pay.acme.test/{shop}/api/token\`\n\n${curl('http://pay.acme.test/store/api/token')}`,
      none: ['server http://pay.acme.test'],
      asked: ['http://pay.acme.test as well'],
    },
    {
      what: 'beside another sample',
      page: `# Token\n\n${curl('https://pay.acme.test/token')}${curl('http://pay.acme.test/token')}`,
      facts: { 'server https://pay.acme.test': true },
      none: ['server http://pay.acme.test'],
    },
    {
      what: 'alone',
      page: `# Token\n\n${curl('http://pay.acme.test/token')}`,
      facts: { 'server http://pay.acme.test': true },
    },
    {
      what: 'stated itself, as that of a test environment',
      page: `# Token\n\nPOST /token\n\nProduction: https://pay.acme.test\n\nSandbox: http://pay.acme.test\n`,
      facts: { 'server https://pay.acme.test': true, 'server http://pay.acme.test': true },
    },
    {
      what: 'at another port',
      page: `# Token\n\nPOST https://pay.acme.test/token\n\n${curl('http://pay.acme.test:8080/token')}`,
      facts: { 'server http://pay.acme.test:8080': true },
    },
  ]);
});

test('a command that leaves the host to the reader gives the path', async () => {
  await expectReadings([
    {
      what: 'a path alone',
      page: `# Token\n\n${curl('/acme/v1.0/access-token')}`,
      facts: { method: 'POST', path: '/acme/v1.0/access-token', 'request /key type': 'string' },
      silent: ['names no address'],
    },
    {
      what: 'a file beside an address',
      page: `# Token\n\n\`\`\`\ncurl -X POST https://a.test/token -o /answer.json -d '{"key": "x"}'\n\`\`\`\n`,
      facts: { path: '/token' },
    },
    {
      what: 'two paths',
      page: `# Token\n\nMethod: POST\n\n\`\`\`\ncurl -X POST /oauth/token -o /answer.json -d '{"key": "x"}'\n\`\`\`\n`,
      none: ['path'],
      asked: ['names no address'],
    },
  ]);
});

test('a cell for the address may have its path without the first slash', async () => {
  const described = (address: string): string =>
    `# Access token\n\n${table('Item | Value', 'Protocol | HTTPS', 'Verb | POST', `URL | ${address}`)}`;
  await expectReadings([
    {
      what: 'a path',
      page: described('acme-service/v1.0/access-token'),
      facts: { path: '/acme-service/v1.0/access-token' },
    },
    { what: 'marked as code', page: described('`oauth/token`'), facts: { path: '/oauth/token' } },
    { what: 'a media type', page: described('application/json'), none: ['path'], asked: ['"URL"'] },
    { what: 'a host with a path', page: described('api.acme.test/token'), none: ['path'], asked: ['"URL"'] },
    { what: 'words', page: described('see the portal/dashboard'), none: ['path'], asked: ['"URL"'] },
    { what: 'one of two', page: described('sandbox/production'), none: ['path'], asked: ['"URL"'] },
    { what: 'none', page: described('n/a'), none: ['path'] },
  ]);
});

test('a sentence that asks for a token at an endpoint gives its path', async () => {
  const page = (sentence: string): string =>
    `# Token\n\n${sentence}\n\n## Request\n\n${table('Name | Type | Required', 'client_id | string | yes')}`;
  await expectReadings([
    ...[
      'The client requests a token by sending a signed claim to the /token endpoint.',
      'Clients obtain an access token at the endpoint `/oauth/token`.',
      'Klien meminta token di endpoint `/token`.',
    ].map((words) => ({
      what: words,
      page: page(words),
      facts: { path: /\S*\/token/.exec(words.replace(/`/g, ''))?.[0] },
    })),
    ...[
      'The client cannot request a token at the /token endpoint.',
      'If you are a partner, request a token at the /token endpoint.',
      'The client requests a token at the /token endpoint, and a code at the /auth endpoint.',
      'The client sends the token to the /session endpoint.',
    ].map((words) => ({ what: words, page: page(words), none: ['path'] })),
  ]);
});

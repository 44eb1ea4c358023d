/** Labels in bold or in a heading with the address on a line of its own below them, and which of two addresses issues tokens. */
import { expect, test } from '@playwright/test';
import { expectReadings, readDraft, table } from '../../support/draft.ts';

const fields = table(
  'Parameter | Type | Required',
  'grant_type | string | Yes',
  'client_id | string | Yes',
  'client_secret | string | Yes',
);
const shown = '\n\nSend these fields.\n\n';

test('the address below a label is that of the operation, whatever stands behind it', async () => {
  const address = '`https://a.test/sso/token`';
  const facts = { path: '/sso/token', 'server https://a.test': true, 'request /grant_type required': true };
  const labels = [
    '**Endpoint URL**:\n',
    '**Endpoint URL:**\n',
    '**Endpoint URL**\n',
    '#### Endpoint URL:\n',
    '**URL**:\n\n',
  ];
  await expectReadings(
    labels.map((label) => ({
      what: label,
      page: `# Token\n\n### Request\n\n${label}${address}${shown}${fields}`,
      facts,
    })),
  );
  const unknown = await readDraft(`# Token\n\n### Request\n\n**Support page**:\n${address}${shown}${fields}`);
  expect(unknown.facts).not.toHaveProperty('path');
});

const issuing = `### Token Endpoint\n\n**Endpoint URL**:\n\`https://a.test/sso/token\`${shown}${fields}`;
const opened = '### Authorization Endpoint\n\n#### Endpoint URL:\n`https://a.test/sso/login`\n\n';
const sent = table('Parameter | Type | Required', 'client_id | string | Yes', 'redirect_uri | string | Yes');

test('an address to which a browser is sent issues no token', async () => {
  const facts = { path: '/sso/token', 'request /client_secret required': true };
  const none = ['request /redirect_uri required', 'request /response_type required', '200 /code required'];
  const words = 'The client obtains consent here via user-agent redirection.\n\n';
  const typed = table('Parameter | Type | Required', 'client_id | string | Yes', 'response_type | string | Yes');
  const given = `Response\n\n${table('Parameter | Type', 'code | string', 'state | string')}`;
  await expectReadings(
    [sent, words, typed, given].map((own) => ({
      what: own,
      page: `# OAuth\n\n${opened}${own}${issuing}`,
      facts,
      none,
    })),
  );
});

test('where such an address is the only one, whether it issues tokens is asked', async () => {
  const { asked } = await readDraft(`# OAuth\n\n${opened}${sent}`);
  expect(asked).toContain('is the operation that issues tokens');
  const exchanged = table('Parameter | Type | Required', 'grant_type | string | Yes', 'redirect_uri | string | Yes');
  const token = await readDraft(`# OAuth\n\n### Token\n\nPOST https://a.test/sso/token\n\n${exchanged}`);
  expect(token.asked).not.toContain('is the operation that issues tokens');
});

test('two addresses of which nothing says which one issues tokens are asked', async () => {
  const two = '### One\n\n**URL**:\n`https://a.test/a/login`\n\n### Two\n\n**URL**:\n`https://a.test/b/login`\n\n';
  await expect(readDraft(`# API\n\n${two}`)).rejects.toThrow('Several operations');
});

test('rows whose name cannot be read leave the others of their table', async () => {
  const rows = [
    'hint | string | Yes | the hint',
    'one two | string | Yes | a pair',
    'state | string | Optional | text',
  ];
  for (const [head, side] of [
    ['Requested Parameters', 'request'],
    ['Parameters', 'request'],
    ['Responded Parameters', '200'],
  ]) {
    const { facts, asked } = await readDraft(
      `# Token\n\nPOST https://a.test/token\n\n${table(`${head} | Type | Required | Details`, ...rows)}`,
    );
    const own = { [`${side} /hint required`]: true, [`${side} /state type`]: 'string' };
    if (head !== 'Parameters') expect.soft(facts, head).toMatchObject(own);
    const names = Object.keys(facts).join();
    expect.soft(names, head).not.toContain('two');
    expect.soft(asked, head).toContain('rows whose name cannot be read: one two');
  }
});

test('a condition in parentheses makes a field that is there for some requests', async () => {
  const rows = ['grant_type | string | Yes | x', 'refresh_token | string | (if you want to renew it) | y'];
  const { facts, asked } = await readDraft(
    `# Token\n\nPOST https://a.test/token\n\n${table('Parameter | Type | Required | Details', ...rows)}`,
  );
  expect(facts).not.toHaveProperty(['request /refresh_token required'], true);
  expect(asked).toContain('refresh_token');
});

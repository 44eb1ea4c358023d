/** Pages of real documentation as Markdown: what an editor or a converter leaves of tables, lists, signs and addresses. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft } from '../../support/draft.ts';

test('a table may have tabs around its cells and in its row of dashes, below an item of a list', async () => {
  const page = `${endpoint}## Request\n\n1. **Body fields**\n\n    |  Field\t  |  M/O \t|  Type  |\n    |---\t    |---\t  |---\t |\n    |  shop_id  |  M\t|  String  |\n    |  note  |  O\t|  String  |\n`;
  const { facts } = await readDraft(page);
  expect(facts).toMatchObject({ 'request /shop_id required': true, 'request /shop_id type': 'string' });
  expect(facts).toHaveProperty(['request /note type']);
});

test('a rule that has not the columns of its head makes a table below an item of a list as well', async () => {
  const table = '| Field | Type | Required |\n|---|---|---|---|\n| shop | string | yes |\n| pin | string | no |';
  const page = `# Token\n\nPOST https://a.test/token\n\n1. **Request body**\n\n${table.replace(/^/gm, '    ')}\n`;
  const { facts } = await readDraft(page);
  expect(facts).toMatchObject({ 'request /shop required': true, 'request /pin type': 'string' });
});

test('the patterns of a server are addresses beside their methods, so that each part of a page is of its own operation', async () => {
  const address = (pattern: string): string =>
    `| Stage | Served from | HTTP method | Content type |\n|---|---|---|---|\n| {HOST} | ${pattern} | POST | JSON |\n\n`;
  const fields = (name: string): string =>
    `### Request\n\n| Field | Type | Required |\n|---|---|---|\n| ${name} | string | yes |\n\n`;
  const { facts } = await readDraft(
    `# Shops\n\n## Token\n\n${address('^o/token/')}${fields('client_secret')}## Send money\n\n${address('^send/$')}${fields('amount')}`,
  );
  expect(facts).toMatchObject({ path: '/o/token/', method: 'POST', 'media-type': 'application/json' });
  expect(facts).toHaveProperty(['request /client_secret required'], true);
  expect(facts).not.toHaveProperty(['request /amount type']);
});

test('samples in a list below a list are read behind the words that announce them', async () => {
  const page = (caption: string, body: string): string =>
    `${endpoint}## Response\n\n1. Samples\n\n    * ${caption}\n\n            ${body}\n`;
  await expectReadings([
    {
      what: 'an answer',
      page: page('> Token response', '{ "access_token": "abc", "expires_in": 60 }'),
      facts: { '200 /access_token type': 'string' },
    },
    {
      what: 'a refusal without a status',
      page: page('> When something is missing', '{ "error": "missing", "error_text": "abc" }'),
      none: ['200 /error type'],
      asked: ['nothing says which status such an answer has'],
    },
  ]);
});

test('the items of a list are parts of the page where one of them has a table below bold words', async () => {
  const { facts } = await readDraft(
    `${endpoint}## Request\n\n1. **Fields**\n\n    | Field | Type | Required |\n    |---|---|---|\n    | shop | string | yes |\n\n2. **Refresh token**\n\n    It goes on with the token before:\n\n    \`\`\`json\n    { "old": "abc" }\n    \`\`\`\n`,
  );
  expect(facts).toHaveProperty(['request /shop required'], true);
  expect(facts).not.toHaveProperty(['request /old type']);
});

test('a user and a password in the address of a command are those of Basic', async () => {
  const page = (address: string): string =>
    `# Token\n\n\`\`\`sh\ncurl -X POST -d "grant_type=client_credentials" ${address}\n\`\`\`\n`;
  expect((await readDraft(page('https://{ID}:{SECRET}@a.test/token'))).facts).toMatchObject({ security: 'basic' });
  expect((await readDraft(page('https://a.test:8443/token'))).facts).not.toHaveProperty(['security']);
});

test('a method and the address below it may be apart by an empty line, with the backslashes of a converter', async () => {
  await expectReadings([
    {
      what: 'a method on its own line',
      page: '# Tokens\n\nGives a token.\n\nGET\n\nhttps://a.test/v1/token?grant\\_type=client\\_credentials\n\nTry it\n',
      facts: { method: 'GET', path: '/v1/token' },
    },
    {
      what: 'a word of a sentence',
      page: '# Tokens\n\nPOST https://a.test/v1/token\n\nget\n\nhttps://a.test/home/token\n',
      facts: { method: 'POST', path: '/v1/token' },
    },
  ]);
});

test('each sample of a list is of the item above it, and not of the last one', async () => {
  const body = (text: string): string => `\n\n  \`\`\`json\n  ${text}\n  \`\`\`\n\n`;
  const items = `* Success:${body('{ "token": "abc" }')}* Failed, 401:${body('{ "fault": "bad" }')}`;
  for (const list of [items, `1. Answers\n\n${items.replace(/^(?=.)/gm, '   ')}`]) {
    const { facts } = await readDraft(`${endpoint}## Response\n\n${list}`);
    expect(facts).toMatchObject({ '200 /token type': 'string', '401 /fault type': 'string' });
    expect(facts).not.toHaveProperty(['401 /token type']);
  }
});

test('a method and its address may each stand between the marks of code', async () => {
  const { facts } = await readDraft(
    '# Pay\n\n## Get a token\n\n<mark style="color:green;">`POST`</mark>\n\n`https://a.test/oauth/token`\n\n#### Body\n\n| Name | Type |\n|---|---|\n| grant\\_type\\* | String |\n',
  );
  expect(facts).toMatchObject({ method: 'POST', path: '/oauth/token', 'request /grant_type required': true });
});

test('addresses for the names of environments are servers', async () => {
  const page = (name: string): string =>
    `# Pay\n\n\`\`\`\n{${name}}  >  try.a.test/api/\n{LIVE_ENV}  >  a.test/api/\n\`\`\`\n\n## Token\n\nPOST {ENV}/o/token\n\n`;
  const { facts, asked } = await readDraft(page('SANDBOX_ENV'));
  expect(facts).toMatchObject({ 'server https://try.a.test/api': true, 'server https://a.test/api': true });
  expect(asked).not.toContain('begins as JSON');
  expect((await readDraft(page('PORTAL'))).facts).not.toHaveProperty(['server https://a.test/api']);
});

test('each sample of a list of HTML is of the item above it as well', async () => {
  const item = (words: string, body: string): string => `<li><p>${words}</p><pre>${body}</pre></li>`;
  const list = `<ul>${item('Success:', '{ "token": "abc" }')}${item('Failed, 401:', '{ "fault": "bad" }')}</ul>`;
  for (const shown of [list, `<ol><li>Answers${list}</li></ol>`]) {
    const { facts } = await readDraft(
      `<h1>Token</h1><p>POST https://a.test/token</p><h2>Response</h2>${shown}`,
      'html',
    );
    expect(facts).toMatchObject({ '200 /token type': 'string', '401 /fault type': 'string' });
    expect(facts).not.toHaveProperty(['401 /token type']);
  }
});

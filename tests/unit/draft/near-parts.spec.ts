/** What stands near to what it is about: columns of servers, parts that name their operation, sentences and lists in cells. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const request = `## Request\n\n${table('Field | Type | Required', 'login | string | yes', 'secret | string | yes')}`;
const keysOf = (facts: object, part: string): string[] => Object.keys(facts).filter((key) => key.startsWith(part));

test('of several servers for each environment those are taken whose head speaks of tokens', async () => {
  const read = (...heads: string[]) =>
    readDraft(
      `# Token\n\n${table(` | ${heads.join(' | ')}`, 'Sandbox | `https://x.a.test` | `https://y.a.test`', 'Live | `https://x.b.test` | `https://y.b.test`')}Send a \`POST\` to \`/as/token\`.\n\n${request}`,
    );
  const { facts, asked } = await read('Authorisation server', 'Resource server');
  expect(keysOf(facts, 'server')).toEqual(['server https://x.a.test', 'server https://x.b.test']);
  expect(asked).not.toContain('its heads say nothing');
  const open = await read('Blue', 'Green');
  expect(keysOf(open.facts, 'server')).toEqual([]);
  expect(open.asked).toContain('its heads say nothing');
});

test('a part behind another operation that names the one for tokens is about that one', async () => {
  const read = (announcing: string) =>
    readDraft(
      `# API\n\n## Create token\n\n**\`POST /tokens\`**\n\n${request.replace('##', '###')}Response 201: \`{"token": "a"}\`\n\n## Sell\n\n**\`POST /sales\`** with \`Authorization: Bearer {token}\`\n\n${table('Field | Type', 'amount | string')}## Errors\n\n${announcing}\n\n${table('HTTP | Code | Meaning', '401 | E2 | Wrong password', '423 | E3 | Locked')}`,
    );
  const { facts, asked } = await read('Errors of **Create token**:');
  expect(facts).toMatchObject({ '401 status': true, '423 status': true });
  expect(asked).not.toContain('its facts were left out');
  const other = await read('Errors of selling:');
  expect(keysOf(other.facts, '423')).toEqual([]);
  expect(other.asked).toContain('its facts were left out');
});

test('a heading behind another operation may name the one for tokens by a part of its title', async () => {
  const read = (heading: string) =>
    readDraft(
      `# API\n\n## 1. Session Token B2B\n\n**\`POST /tokens\`**\n\n${request.replace('##', '###')}Response 201: \`{"token": "a"}\`\n\n## 2. Sell Gold\n\n**\`POST /sales\`** with \`Authorization: Bearer {token}\`\n\n${table('Field | Type', 'amount | string')}## ${heading}\n\n${table('HTTP | Meaning', '401 | Wrong password', '423 | Locked')}`,
    );
  for (const heading of ['3. Response Codes (Session Token)', 'Errors of Session Token B2B', 'Error: Session Token'])
    expect((await read(heading)).facts, heading).toMatchObject({ '401 status': true, '423 status': true });
  for (const heading of [
    'Response Codes (Sell Gold)',
    'Response Codes (Session Token and Sell Gold)',
    'Codes (Gold Token)',
  ])
    expect(keysOf((await read(heading)).facts, '423'), heading).toEqual([]);
});

test('a sentence of its own says that a field is always there, in a table without a column for it', async () => {
  const answer = (notes: string) =>
    readDraft(
      `${endpoint}${request}## Response 200\n\n${table('Field | Type | Description', `token | string | ${notes}`)}`,
    );
  for (const notes of ['Max. 90 characters. Always returned.', 'Selalu ada; nilai acak.'])
    expect((await answer(notes)).facts, notes).toHaveProperty('200 /token required', true);
  for (const notes of ['Always returned in lower case.', 'Always returned to kiosks'])
    expect((await answer(notes)).asked, notes).toContain('whether token is mandatory');
});

test('a choice of values that begins the words lists all of them, and so do values one to a line', async () => {
  const field = (notes: string) =>
    readDraft(
      `${endpoint}## Request\n\n${table('Field | Type | Required | Description', `mode | string | yes | ${notes}`)}`,
    );
  for (const notes of ['`up` or `down`, default `up`', '`up` atau `down`.', 'Two values:<br>`up`<br>`down`'])
    expect((await field(notes)).facts, notes).toHaveProperty('request /mode enum', ['up', 'down']);
  for (const notes of [
    '`up` or `down` of the lift',
    '`shopId` or `merchantId`',
    '`up`, `down` and others',
    'Two values of the lift:<br>`up`<br>more',
  ])
    expect((await field(notes)).facts, notes).not.toHaveProperty('request /mode enum');
  const sized = await field('The mode (max. 1&#8239;500 characters)');
  expect(sized.facts).toHaveProperty('request /mode maxLength', 1500);
  expect((await field('Maksimal 1.500 karakter')).facts).toHaveProperty('request /mode maxLength', 1500);
});

test('labels on one line are read each, and what a library does is no matter of the request', async () => {
  const { facts, asked } = await readDraft(
    `${endpoint}Consumes: \`application/json\` · Produces: \`application/vnd.a+json\`\n\n${request}If your HTTP library sends objects, set the form by hand.\n\n## Response 200\n\n- token, string, always\n`,
  );
  expect(facts).toMatchObject({ 'media-type': 'application/json', '200 media-type': 'application/vnd.a+json' });
  expect(asked).not.toContain('library');
});

test('rows of a table of errors that name their calls are of the call for a token, of all, or of others', async () => {
  const own = `${request.replace('##', '###')}### Response 401\n\n${table('Field | Type | Required', 'code | string | yes')}`;
  const read = (head: string, every: string, login: string) =>
    readDraft(
      `# API\n\n## Log in\n\n**\`POST /login\`**\n\n${own}## Sell\n\n**\`POST /sales\`** with \`Authorization: Bearer {token}\`\n\n${table('Field | Type', 'amount | string')}## Errors\n\n${table(`HTTP | Code | ${head} | Meaning`, `400 | E1 | ${every} | Malformed`, `401 | E2 | ${login} | Wrong secret`, '401 | E3 | sales | Ended', '402 | E4 | sales | Declined', `423 | E5 | ${login}, sales | Locked`)}`,
    );
  for (const [head = '', every = '', login = ''] of [
    ['Call', 'all', 'login'],
    ['Layanan', 'Semua', 'Token'],
    ['Applies to', 'every call', 'Log in'],
  ]) {
    const { facts, asked } = await read(head, every, login);
    expect(facts, head).toMatchObject({ '400 status': true, '401 /code const': 'E2', '423 status': true });
    expect(facts, head).not.toHaveProperty(['402 status']);
    expect(asked, head).not.toContain('its facts were left out');
  }
  // Whether a payment or a client is authorized, and what opens, is not said.
  for (const login of ['authorization', 'opening', 'token refresh']) {
    const { facts, asked } = await read('Call', 'all', login);
    expect(facts, login).not.toHaveProperty(['423 status']);
    expect(asked, login).toContain('its facts were left out');
  }
});

test('heads above nothing but addresses are no row of the table', async () => {
  const rows = ['Development | https://dev.a.test', 'Live | https://live.a.test'];
  const { facts, asked } = await readDraft(`# Token\n\n${table('Server | URL', ...rows)}POST /token\n\n${request}`);
  expect(keysOf(facts, 'server')).toEqual(['server https://dev.a.test', 'server https://live.a.test']);
  expect(asked).not.toContain('what the rows');
});

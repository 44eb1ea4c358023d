/** What a reader has to understand before a fact stands: all the words around it, all rows of a table, and all of the page. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { blocksOf } from '../../../src/draft/page/text/page.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { accessOf } from '../../../src/draft/write/clauses/auth.ts';
import { todosOf } from '../../../src/draft/write/files/draft.ts';

async function read(text: string, format: 'markdown' | 'html' = 'markdown') {
  const found = await factsOf({ text, format, base: 'page' });
  const todos = todosOf(found, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
  const facts = Object.fromEntries([...flatten(found)].map(([key, { value }]) => [key, value]));
  return { facts, asked: todos.map(({ what }) => what).join('\n'), access: accessOf(found) };
}

const endpoint = '# Token\n\nPOST https://a.test/token\n\n';
const head = '| Name | Type | Required | Notes |\n|---|---|---|---|\n';
const body = (notes: string, heading = '## Request body'): string =>
  `${endpoint}${heading}\n\n${head}| store_id | string | Yes | ${notes} |\n`;

test('each piece beside the description of a field is understood word by word, or its demand is a question', async () => {
  for (const words of [
    'Store. Marketplaces.',
    'Code of the store, kiosks',
    'Store (EDC)',
    'Perangkat; ATM dan EDC',
    'Beta customers',
    'Kanal mobile',
    'On-site payments',
    'Layanan setor tunai',
    'B2B2C',
    'Of resellers',
    'Deposit (EDC)',
    'The secret, public clients',
    'The secret, corporate bank',
    'The secret, password user',
    'The secret (mitra)',
    'The secret, older session',
    'The secret, implicit grant',
    'Code; corporate and merchant',
    'Private apps',
    'Password user',
  ]) {
    const { facts, asked } = await read(body(words));
    expect(facts, words).not.toHaveProperty('request /store_id required');
    expect(asked, words).toContain('store_id');
  }
  for (const words of [
    'Store, 8 digits',
    'Code of the till',
    "Client's client_id (PJP Name) (given at completion registration process)",
    'Kode toko, diberikan oleh bank',
    'The store. See the appendix.',
    'Unique id of the store (UUID, lower case)',
    'UUID',
    'Who sells',
    'Of the application',
    'Store reference',
    'Scheme of the store. Expected value: Bearer',
    'The secret, of the client',
    'The secret, time to live 60 seconds',
    'Rahasia, dari bank. ID merchant',
    'Rahasia merchant',
    'Code, given by the bank to each partner',
    'Code, SHA256 of the user password',
  ])
    expect((await read(body(words))).facts, words).toHaveProperty('request /store_id required', true);
});

test('a heading, the head of a column and a sentence that announces fields stand where all their words are known', async () => {
  for (const heading of ['## Request body (recurring)', '## Request body – kiosks', 'Pos terminals send:'])
    expect((await read(body('', heading))).asked, heading).toContain('is so for each request');
  for (const heading of ['## 2.1 Request Body Parameters (JSON)', 'The request holds the following fields:'])
    expect((await read(body('', heading))).asked, heading).not.toContain('is so for each request');
  const column = (title: string): string =>
    `${endpoint}## Request body\n\n| Name | Type | ${title} |\n|---|---|---|\n| store_id | string | Yes |\n`;
  expect((await read(column('Required (kiosk)'))).asked).toContain('"Required (kiosk)"');
  expect((await read(column('Mandatory (M/O)'))).facts).toHaveProperty('request /store_id required', true);
});

test('what is headed by another grant, or by those it is for, is a question, and by the grant of the page none', async () => {
  const more = (heading: string): string =>
    `${body('')}\n${heading}\n\n${head}| otp_code | string | Yes | The code |\n`;
  for (const heading of [
    '## Request Body (Password Grant)',
    '## Request body, kata sandi',
    '### Authorization Code',
    '**Password**',
    '## Request Body – B2B2C',
    'With `grant_type=password` send the following:',
    '## Request: raw servers',
  ])
    expect((await read(more(heading))).asked, heading).toContain('is so for each request');
  // A grant that both sides name is another all the same.
  const sides = `${more('## Request (password)')}\n## Response 200 (password)\n\n${head}| access_token | string | Yes | |\n`;
  expect((await read(sides)).asked).toContain('below "Request (password)"');
  for (const heading of [
    '## Request body (username and password)',
    '## Request body (client credentials or password)',
    '## Server request',
  ])
    expect((await read(more(heading))).asked, heading).not.toContain('is so for each request');
  const own = body('', '## Request body (password)').replace('# Token', '# Token by password');
  expect((await read(own)).asked).not.toContain('is so for each request');
});

test('the head of a column stands where its words are about what the column holds', async () => {
  const column = (type: string, presence: string): string =>
    `${endpoint}## Request body\n\n| Name | ${type} | ${presence} |\n|---|---|---|\n| store_id | string | Yes |\n`;
  for (const title of ['Mandatory Java', 'Mandatory env', 'Required stage', 'Required (host)', 'Required method']) {
    const { facts, asked } = await read(column('Type', title));
    expect(facts, title).not.toHaveProperty('request /store_id required');
    expect(asked, title).toContain(`"${title}"`);
  }
  for (const title of ['Wajib diisi (Y/T)', 'Is it required?', 'Field required', 'Must be present'])
    expect((await read(column('Type', title))).facts, title).toHaveProperty('request /store_id required', true);
  for (const title of ['JSON type', 'Java type', 'Value type', 'Tipe & panjang'])
    expect((await read(column(title, 'Required'))).facts, title).toHaveProperty('request /store_id type', 'string');
  for (const title of ['Type (host)', 'Type env'])
    expect((await read(column(title, 'Required'))).facts, title).not.toHaveProperty('request /store_id type');
});

test('a sentence about a field by its plain name, and one beside fields that names none, make questions', async () => {
  const named = await read(`${body('').replaceAll('store_id', 'pin')}\nField pin is not checked in the sandbox.\n`);
  expect(named.facts).not.toHaveProperty('request /pin required');
  const beside = await read(`${body('')}\nThe last one is only for kiosks.\n`);
  expect(beside.asked).toContain('only for kiosks');
  const read64 = await read(`${body('')}\nThe token is valid for 64 minutes.\n`);
  expect(read64.asked).not.toContain('for which requests');
  expect(read64.asked).toContain('(token.lifetime); the page says "The token is valid for 64 minutes."');
});

test('a type that words name otherwise, a value beside another, and a media type as an example are none', async () => {
  const typed = await read(body('After the migration an integer').replace('| string |', '| boolean |'));
  expect(typed.facts).not.toHaveProperty('request /store_id type');
  const grant = (words: string) => read(body(words).replace('store_id', 'grant_type'));
  const several = await grant('Use a value of `client_credentials`. To refresh a token, use `refresh_token`.');
  expect(several.facts).not.toHaveProperty('request /grant_type const');
  expect((await grant('Always `client_credentials`. See `scope`.')).facts).toHaveProperty('request /grant_type const');
  const type = (words: string) =>
    read(`${endpoint}## Headers\n\n${head}| Content-Type | string | Yes | ${words} |\n| X-Id | string | Yes | |\n`);
  expect((await type('Type of the content, e.g. application/json')).facts).not.toHaveProperty('media-type');
  expect((await type('Always `application/json`')).facts).toHaveProperty('media-type', 'application/json');
});

test('one table with fields of both sides, and a header in a body, are questions and no facts', async () => {
  const rows = (...names: string[]): string =>
    `${endpoint}## Request\n\n${head}${names.map((name) => `| ${name} | string | Yes | |`).join('\n')}\n`;
  const both = await read(rows('grant_type', 'access_token'));
  expect(Object.keys(both.facts).filter((fact) => fact.includes('/'))).toEqual(['server https://a.test']);
  expect(both.asked).toContain('which fields of the table "Request"');
  const header = await read(rows('store_id', 'X-Store'));
  expect(Object.keys(header.facts).join()).not.toMatch(/x-store/i);
  expect(header.asked).toContain('whether X-Store');
});

test('a second method, a second status that grants, and a certificate beside a secret are questions', async () => {
  const sample = "\n## Example\n\n```\ncurl -X GET 'https://a.test/token'\n```\n";
  expect((await read(body('').replace('store_id', 'client_secret') + sample)).asked).toContain(
    'the method: POST, or GET',
  );
  const status = await read(`${body('')}\n## Responses\n\n- 200: granted\n- 204: nothing to grant\n`);
  expect(status.asked).toContain('which of the answers 200, 204 grants');
  const secret = body('').replace('store_id', 'client_secret');
  const both = await read(`${secret}\nClients with a client certificate connect to another host.\n`);
  expect(both.access.mechanism).toBeNull();
  expect(both.asked).toContain('a client certificate');
});

test('a lifetime that is not in use or lies in a far year, and a code that is none of HTTP, are questions', async () => {
  const life = async (notes: string, value: string): Promise<string> =>
    (
      await read(
        `${endpoint}## Response 200\n\n| Name | Type | Notes |\n|---|---|---|\n| access_token | string | |\n| expires_in | integer | ${notes} |\n\n` +
          `\`\`\`json\n{ "access_token": "a", "expires_in": ${value} }\n\`\`\`\n`,
      )
    ).asked;
  expect(await life('Not in use, ignore it', '900')).toContain('the lifetime (token.lifetime)');
  expect(await life('', '1706697605')).toContain('the lifetime (token.lifetime)');
  expect(await life('Seconds', '900')).not.toContain('the lifetime (token.lifetime)');
  const codes = await read(`${body('')}\n## Errors\n\n| Sub code | Message |\n|---|---|\n| 403 | Not listed |\n`);
  expect(codes.facts).not.toHaveProperty('403 status');
});

test('no word of a page is lost on the way to its blocks', () => {
  const folder = fileURLToPath(new URL('../../fixtures/pages/writers/', import.meta.url));
  const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? [];
  // What is hidden or struck through holds no more, and a column of sides becomes headings.
  const hidden = ['attributes-beside-notes.html', 'lists-below-fields.md', 'both-sides.md', 'parts-in-lists.md'];
  for (const name of readdirSync(folder).filter((one) => !one.endsWith('.yaml') && !hidden.includes(one))) {
    const text = readFileSync(`${folder}${name}`, 'utf8');
    const blocks = blocksOf(text, name.endsWith('.html') ? 'html' : 'markdown');
    const known = new Set(wordsOf(JSON.stringify(blocks).replaceAll(/\\[nrt]/g, ' ')));
    const shown = text
      .replace(/<!doctype[^>]*>|<(script|style|head|nav)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/gi, ' ')
      .replace(/^[ \t]*\.\. [\w:-]+::/gm, ' ')
      .replace(/\{%[^%]*%\}|\]\([^)]*\)|&\w+;/g, ' ');
    expect(
      [...new Set(wordsOf(shown))].filter((word) => !known.has(word)),
      name,
    ).toEqual([]);
  }
});

test('members that are named as parts of JavaScript itself are members of the draft alone', async () => {
  const rows = '| `__proto__` | object | Yes | |\n| `__proto__.polluted` | string | Yes | |\n';
  await read(`${endpoint}## Request body (JSON)\n\n${head}${rows}| constructor | string | Yes | |\n`);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('a word that every object of JavaScript has is a word like others, wherever it stands', async () => {
  const page = [
    `${endpoint}NAME\nNAME\n\n## NAME\n\nNAME: NAME\n\n- NAME: NAME\n- \`NAME\` (NAME, NAME)\n\n`,
    '| NAME | Type | Mandatory |\n|---|---|---|\n| NAME | NAME | NAME |\n\n| Status | NAME |\n|---|---|\n| 401 | NAME |\n| NAME | NAME |\n',
    '\n```json\n{"NAME": "NAME"}\n```\n\nNAME: `NAME`\n\nNAME\t\tNAME\n\nThe NAME of a NAME is `NAME`.\n',
  ].join('');
  for (const name of ['constructor', 'toString', 'valueOf', 'hasOwnProperty'])
    await expect(read(page.replaceAll('NAME', name)), name).resolves.toBeDefined();
});

test('of a heading, and of a word outside of code, as much is read as people write', () => {
  const long = 'a'.repeat(100_000);
  const [heading, table, code] = blocksOf(
    `# ${'word '.repeat(10_000)}\n\n| Name | Notes |\n|---|---|\n| x | ${long} |\n\n\`\`\`\n${long}\n\`\`\`\n`,
    'markdown',
  );
  expect(heading?.title).toHaveLength(1000);
  expect(table?.kind === 'table' && table.rows[0]?.[1]?.length).toBe(4000);
  expect(code?.kind === 'code' && code.text.trim().length).toBe(100_000);
});

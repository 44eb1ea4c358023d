/** The refusals of a draft: each that a demand names is there, and each is of the ways alone in which a demand is broken. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { readPage } from '../../../src/draft/page/text/source.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { isObject, type Json, type JsonObject } from '../../../src/formats/json.ts';
import { contractOf } from '../../../src/judge/catalogue.ts';
import { origin, read } from '../../support/answering.ts';
import { table, writeDraft } from '../../support/draft.ts';
import { newFolder } from '../../support/folders.ts';

const pages = fileURLToPath(new URL('../../fixtures/pages/', import.meta.url));
const draftable = /\.(?:md|html|yaml|json|txt)$/;

/** What a draft says of its refusals that does not load, whatever else of it is open. */
function faultsOf(files: Record<string, JsonObject>): string[] {
  const folder = newFolder('draft');
  const contract = files['contracts/x/contract.yaml'] ?? {};
  const { 'x-todo': _open, ...decided } = contract;
  const token: Json | undefined = decided['token'];
  const named = { value: '/token', lifetime: 'none', ...(isObject(token) ? token : {}) };
  writeDraft(folder, { ...files, 'contracts/x/contract.yaml': { ...decided, token: named } });
  try {
    contractOf('x', join(folder, 'contracts'));
    return [];
  } catch (fault) {
    return String(Object(fault).message)
      .split('\n')
      .filter((line) => /\brefusals?\b|has the status/.test(line));
  }
}

test('each refusal that the draft of a page names is there, and of ways that are tried', async () => {
  const names = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter(
    (name) => draftable.test(name) && !name.endsWith('.account.txt'),
  );
  let drafts = 0;
  for (const name of names) {
    const facts = await factsOf(await readPage(join(pages, name))).catch(() => null);
    if (facts === null) continue;
    drafts++;
    expect.soft(faultsOf(draftOf(facts, origin)), name).toEqual([]);
  }
  expect(drafts).toBeGreaterThan(40);
});

const fields = (...rows: string[]): string => table('Name | Type | Mandatory | Value', ...rows);
const pageOf = (headers: string, body: string, ...errors: string[]): string =>
  `# Token\n\nPOST https://a.test/token\n\n## Headers\n\n${headers}## Request body (\`application/json\`)\n\n${body}## Response 200\n\n${fields('token | string | yes | ')}## Errors\n\n${table('HTTP | Meaning', ...errors)}`;
const pair = fields('client_id | string | yes | ', 'client_secret | string | yes | ');
const wrong = '401 | client_id is unknown or client_secret does not match';

test('a header that is no credential of the draft has a refusal where its absence has a status of its own', async () => {
  const headers = fields('X-Software-Id | string | yes | Number of your software');
  const errors = ['422 | A field is missing', wrong, '403 | LG-03 X-Software-Id is missing or not registered'];
  const files = draftOf(await read(pageOf(headers, pair, ...errors)), origin);
  expect(faultsOf(files)).toEqual([]);
  expect(Object(files['contracts/x/contract.yaml']?.['refusals'])['x-software-id-absent'].documented).toContainEqual({
    status: 403,
  });
});

test('a status of HTTP that the page gives another method is the only one: no clause is about a 405', async () => {
  const files = draftOf(await read(pageOf('', pair, wrong, '404 | Wrong method')), origin);
  expect(faultsOf(files)).toEqual([]);
  expect(JSON.stringify(files['contracts/x/contract.yaml'])).not.toContain('x-allow');
  // A method that every other operation has is not tried.
  const shown = `**Response 200**\n\n${fields('token | string | yes | ')}`;
  const of = (name: string, method: string): string => `## ${name} token\n\n${method} /token\n\n${shown}`;
  const all = [of('Issue', 'POST'), of('Renew', 'PUT'), of('Look at a', 'GET')].join('');
  const text = `# Tokens\n\nAll are at https://a.test.\n\n${all}`;
  const served = await factsOf({ text, format: 'markdown', base: 'page' }, { operation: 'POST /token' });
  expect(faultsOf(draftOf(served, origin))).toEqual([]);
  const usual = draftOf(await read(pageOf('', pair, wrong)), origin);
  expect(JSON.stringify(usual['contracts/x/contract.yaml'])).toContain('x-allow');
});

test('a refusal is of no way in which nothing is sent that has it', async () => {
  const signed = fields(
    'X-TIMESTAMP | string | yes | Time as yyyy-MM-ddTHH:mm:ss+07:00',
    'X-CLIENT-KEY | string | yes | Client id',
    'X-SIGNATURE | string | yes | Base64 of SHA256withRSA of X-CLIENT-KEY\\|X-TIMESTAMP',
  );
  const grant = fields('grantType | string | yes | `client_credentials`');
  const coded = table(
    'HTTP | responseCode | Meaning',
    '400 | 4007301 | grantType is unknown',
    '400 | 4007302 | A header or grantType is empty',
    '401 | 4017300 | Wrong signature, or X-CLIENT-KEY is not registered',
  );
  const answer = fields('responseCode | string | yes | ', 'token | string | yes | ');
  const page = `# Token\n\nPOST https://a.test/openapi/v1.0/access-token/b2b\n\n## Headers\n\n${signed}## Request body (\`application/json\`)\n\n${grant}## Response 200\n\n${answer}## Errors\n\n${coded}`;
  const files = draftOf(await read(page), origin);
  expect(faultsOf(files)).toEqual([]);
  // One that is sent stays.
  const typed = fields('Content-Type | string | yes | `application/json`', 'X-Key | string | yes | Your key');
  for (const [words, ways] of [
    ['The body is not JSON', undefined],
    ['The Content-Type is not JSON', ['absent']],
  ] as const) {
    const errors = [`415 | ${words}`, '400 | A mandatory header is missing', wrong];
    const other = draftOf(await read(pageOf(typed, pair, ...errors)), origin);
    expect.soft(faultsOf(other), words).toEqual([]);
    const { documented } = Object(other['contracts/x/contract.yaml']?.['refusals'])['media-type'];
    expect.soft(documented[1]?.ways, words).toEqual(ways);
  }
});

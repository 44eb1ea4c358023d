import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { parse, stringify } from 'yaml';
import { todoKey } from '../../../src/contract/todo.ts';
import { differences, staleDecisions } from '../../../src/draft/drift/compare.ts';
import { allContractFacts, recordedOf } from '../../../src/draft/drift/decisions.ts';
import type { Facts } from '../../../src/draft/facts/facts.ts';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { readPage } from '../../../src/draft/page/text/source.ts';
import { accountLines } from '../../../src/draft/read/account.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { textsOf } from '../../../src/draft/write/files/write.ts';
import type { JsonObject } from '../../../src/formats/json.ts';
import { contractOf } from '../../../src/judge/catalogue.ts';
import { plan } from '../../../src/scenario/plan.ts';

const pages = fileURLToPath(new URL('../../fixtures/pages/', import.meta.url));
const read = async (name: string): Promise<Facts> => factsOf(await readPage(join(pages, name)));
const values = (facts: Facts): Record<string, unknown> =>
  Object.fromEntries([...flatten(facts)].map(([key, { value }]) => [key, value]));
const origin = { provider: 'acme', url: 'https://acme.test/docs', read: '2026-01-02' };

/** Writes a draft, with every TODO taken out where a person is to have decided. */
function write(folder: string, facts: Facts, decided: boolean): string {
  for (const [path, text] of Object.entries(textsOf(draftOf(facts, origin)))) {
    const { 'x-todo': _open, ...rest } = parse(text) as JsonObject;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), decided ? stringify(rest) : text);
  }
  return join(folder, 'contracts');
}

for (const provider of ['finnet', 'pyng', 'singapay']) {
  test(`a page in the form of ${provider}'s gives the facts of its contract, but for the listed decisions`, async () => {
    const contract = contractOf(provider);
    const [page, ours, decisions] = [
      flatten(await read(`${provider}.md`)),
      (await allContractFacts(contract)).token,
      recordedOf(contract).decisions,
    ];
    expect(differences(page, ours, decisions)).toEqual([]);
    expect(staleDecisions(ours, decisions)).toEqual([]);
    const shared = [...ours].filter(
      ([key, { value }]) => JSON.stringify(page.get(key)?.value) === JSON.stringify(value),
    );
    expect(shared.length).toBeGreaterThan(decisions.length);
  });

  test(`the account of ${provider}'s page is as recorded, and each fact of a body stands in it with its passage`, async () => {
    const facts = await read(`${provider}.md`);
    const account = facts.account.map((part) => ({ ...part, page: `${provider}.md` }));
    expect(`${accountLines({ account }).join('\n')}\n`).toBe(
      readFileSync(join(pages, `${provider}.account.txt`), 'utf8'),
    );
    const inBody = [...flatten(facts).keys()].filter((key) => /^(request|\d{3}) \//.test(key));
    const shown = account.filter(({ passage }) => passage !== '').flatMap((part) => part.facts.map(([fact]) => fact));
    expect(inBody.length).toBeGreaterThan(5);
    expect(inBody.filter((key) => !shown.includes(key) && !key.endsWith(' const'))).toEqual([]);
  });
}

test('field tables, samples and OpenAPI of one page: each fact with its row, each contradiction as a reading', async () => {
  const facts = await read('finnet.md');
  const flat = flatten(facts);
  expect(flat.get('200 /accessToken maxLength')).toEqual({ value: 3000, at: 'Body Response, row 3' });
  expect(flat.get('request header X-SIGNATURE required')?.at).toBe('OpenAPI, parameter X-SIGNATURE');
  expect(facts.contradictions.map(({ name }) => name)).toEqual(['base url', 'expiresIn type', 'token life']);
  const draft = draftOf(facts, origin)['contracts/acme/contract.yaml'];
  expect(draft?.['readings']).toMatchObject([
    {
      id: 'acme-base-url',
      on: 'granted',
      options: [{ name: 'table', url: '^https?://[^/]+/pg/snap/oauth/v1\\.0/access-token/b2b' }, { name: 'openapi' }],
    },
    {
      id: 'acme-expires-in-type',
      at: 'Body Response, row 5, and Sample Response, expiresIn',
      options: [
        { name: 'table', body: { '/expiresIn': { type: 'string' } } },
        { name: 'sample', body: { '/expiresIn': { type: 'number' } } },
      ],
    },
    { id: 'acme-token-life', check: 'claims-follow-lifetime' },
  ]);
});

test('a page copied out of a browser, without heading marks', async () => {
  const facts = await read('pyng.md');
  expect(facts.path).toEqual({ value: '/billing/oauth2/token', at: 'Authentication, url path' });
  expect(facts.scopes.map(({ name }) => name)).toHaveLength(4);
  expect(flatten(facts).get('request /grant_type const')).toEqual({
    value: 'client_credentials',
    at: 'Form Parameters, grant_type',
  });
  expect(facts.todos.map(({ name }) => name)).toEqual(['refused-401 sample']);
});

test('an HTML page in words no provider of ours uses', async () => {
  const facts = await read('unseen.html');
  expect(values(facts)).toMatchObject({
    'server https://sandbox.unseen.test': true,
    method: 'POST',
    path: '/openapi/v1.0/access-token/b2b',
    'media-type': 'application/json',
    'request header X-CLIENT-KEY maxLength': 36,
    'request /grantType const': 'client_credentials',
    'request /grantType minLength': 1,
    'request /grantType maxLength': 20,
    '200 /responseCode maxLength': 7,
    '200 /expiresIn type': ['integer', 'string'],
    '401 /responseCode type': 'string',
  });
  expect(values(facts)).not.toHaveProperty('request /additionalInfo required');
  expect(facts.contradictions.map(({ name }) => name)).toEqual(['accessToken length', 'expiresIn type']);
  expect(facts.todos.map(({ name }) => name)).toEqual([
    'branch type',
    'only lengths Request Body 18',
    'mandatory Request Body branch',
    'refused-401 sample',
  ]);
});

test('an OpenAPI 3.0 file with allOf, references to other files, and a schema inside itself', async () => {
  const facts = await read('unseen.openapi.yaml');
  expect(values(facts)).toMatchObject({
    'server https://eu.unseen.test/api': true,
    path: '/oauth/token',
    'request /client_secret minLength': 32,
    'request /client_id required': true,
    'request /audience type': ['string', 'null'],
    '200 /access_token minLength': 10,
    '200 /expires_in required': true,
    '400 /error enum': ['invalid_client', 'invalid_request'],
  });
  expect(flatten(facts).get('200 /access_token minLength')?.at).toBe('Base, access_token');
  expect([...flatten(facts).keys()].filter((key) => key.includes('/parent/'))).toEqual([]);
});

test('a reference that leads nowhere, and an operation that does not stand out, are faults of the input', async () => {
  const page = (text: string) => factsOf({ text, format: 'openapi', base: join(pages, 'none.yaml') });
  const schema = "{ openapi: 3.1.0, paths: { /token: { post: { requestBody: { $ref: 'nowhere.yaml' } } } } }";
  await expect(page(schema)).rejects.toThrow(/cannot be read/);
  const two = '{ openapi: 3.1.0, paths: { /a: { post: {} }, /b: { post: {} } } }';
  await expect(page(two)).rejects.toThrow('choose one with --operation; there is: POST /a, POST /b');
  const named = '{ openapi: 3.1.0, paths: { /a: { post: {} }, /b: { post: { operationId: issue } } } }';
  const chosen = await factsOf({ text: named, format: 'openapi', base: 'x' }, { operation: 'issue' });
  expect(chosen.path?.value).toBe('/b');
  await expect(page('{ openapi: "2.0" }')).rejects.toThrow('3.0 and 3.1 can be read');
});

for (const name of ['finnet.md', 'pyng.md', 'singapay.md', 'unseen.html', 'unseen.openapi.yaml']) {
  test(`the draft of ${name} loads once its TODOs are decided, and names each of them until then`, async () => {
    const info = test.info();
    const facts = await read(name);
    const open = Object.keys((draftOf(facts, origin)['contracts/acme/contract.yaml']?.['x-todo'] ?? {}) as JsonObject);
    const contract = contractOf('acme', write(info.outputPath('decided'), facts, true));
    expect(plan(contract).length).toBeGreaterThan(20);
    const draft = write(info.outputPath('draft'), facts, false);
    const load = (): unknown => contractOf('acme', draft);
    if (open.length === 0) expect(load).not.toThrow();
    for (const todo of open) expect(load).toThrow(`TODO ${todo}: `);
    expect(open.length > 0 || name === 'singapay.md').toBe(true);
  });
}

test('the draft of a page that sends the token in a header of its own loads once its TODOs are decided', async () => {
  const text = `# Token\n\nPOST https://a.test/token\n\n## Request\n\n| Name | Type | Mandatory |\n|---|---|---|\n| client_secret | string | yes |\n\n## Response 200\n\n| Name | Type | Mandatory | Notes |\n|---|---|---|---|\n| access_token | string | yes | The token |\n| expires_in | integer | yes | Life in seconds |\n\n## Use\n\nSend the access token in the header X-Shop-Token.\n`;
  const facts = await factsOf({ text, format: 'markdown', base: 'page' });
  expect(draftOf(facts, origin)['contracts/acme/contract.yaml']?.['x-todo']).toHaveProperty('acme-token-use');
  const contract = contractOf('acme', write(test.info().outputPath('decided'), facts, true));
  expect(Object.keys(contract.refusals)).not.toContain('resource');
});

test('a draft holds no sentence of its page', async () => {
  const text = readFileSync(join(pages, 'unseen.html'), 'utf8');
  const draft = draftOf(await read('unseen.html'), origin);
  // A question quotes what may answer it, and is gone before the contract loads.
  for (const file of Object.values(draft)) delete file[todoKey];
  const drafted = Object.values(textsOf(draft)).join('\n');
  for (const sentence of ['When it was sent', 'Proof of it', 'Only of some', 'Outcome']) {
    expect(text).toContain(sentence);
    expect(drafted).not.toContain(sentence);
  }
});

test('a large OpenAPI description is read in one pass: a thousand operations that share circular schemas', async () => {
  const item = (index: number) => ({ $ref: `#/components/schemas/S${index}` });
  const schemas = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [
      `S${index}`,
      {
        type: 'object',
        properties: { next: item((index + 1) % 1000), other: item((index * 7) % 1000), name: { type: 'string' } },
      },
    ]),
  );
  const body = (index: number) => ({ content: { 'application/json': { schema: item(index) } } });
  const paths = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [
      `/things/${index}`,
      { post: { requestBody: body(index), responses: { 200: { description: '', ...body(index) } } } },
    ]),
  );
  const api = {
    openapi: '3.1.0',
    paths: {
      ...paths,
      '/oauth/token': { post: { requestBody: body(1), responses: { 200: { description: '', ...body(2) } } } },
    },
    components: { schemas },
  };
  const facts = await factsOf({ text: JSON.stringify(api), format: 'openapi', base: join(pages, 'large.json') });
  expect(facts.path?.value).toBe('/oauth/token');
  expect(facts.request.length).toBeLessThan(1000);
});

test('the guide shows the TODOs of its example as they are drafted, and names the lines that are to be deleted', async () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const page = join(root, 'examples/kestrel/page.md');
  const texts = textsOf(draftOf(await factsOf(await readPage(page)), { ...origin, url: null }));
  const lines = (texts['contracts/acme/contract.yaml'] ?? '').split('\n');
  const first = lines.indexOf('x-todo:');
  const count = lines.slice(first + 1).findIndex((line) => !line.startsWith('  '));
  expect(count).toBeGreaterThan(0);
  const guide = readFileSync(join(root, 'docs/adding-a-provider.md'), 'utf8').replace(/\s+/g, ' ');
  expect(guide).toContain(`delete lines ${first + 1} to ${first + 1 + count}.`);
  const todos = lines
    .slice(first + 1, first + 1 + count)
    .map((line, at) => `contract.yaml:${first + 2 + at}: TODO${line.slice(1)}`);
  for (const todo of todos) expect(guide).toContain(`${todo}; decide it, then delete this line`);
});

/** Operations beside the token's, drafted from an OpenAPI file and run against the mock that is served from the draft. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Intercept } from '../../mock/server.ts';
import type { Contract } from '../../src/contract/types.ts';
import { readPage } from '../../src/draft/page/text/source.ts';
import { factsOf } from '../../src/draft/read/derive.ts';
import { draftOf } from '../../src/draft/write/files/draft.ts';
import type { JsonObject } from '../../src/formats/json.ts';
import { contractOf } from '../../src/judge/catalogue.ts';
import { plan } from '../../src/scenario/plan.ts';
import { writeDraft } from '../support/draft.ts';
import { runServed } from '../support/example.ts';

const page = 'tests/fixtures/pages/several.openapi.yaml';
const origin = { provider: 'osprey', url: 'https://osprey.test/docs', read: '2026-01-02' };
const file = 'contracts/osprey/contract.yaml';

const environment = `kind: mock
providers:
  osprey:
    credentials: { clientId: someClient123, clientSecret: someSecret1234567, customerId: customer-1 }
    probe: { method: GET, path: /protected, refused: [401] }
    expiryWait: 5
`;

async function drafted(names: string[]): Promise<ReturnType<typeof draftOf>> {
  return draftOf(await factsOf(await readPage(page), { with: names }), origin);
}

/** The draft of all operations with the one open TODO decided: what a batch holds. */
async function decided(): Promise<{ contract: Contract; environmentFile: string }> {
  const draft = await drafted(['all']);
  const contract = draft[file] as JsonObject;
  expect(contract['x-todo']).toEqual({
    'osprey-post-batches-items': 'the value of items (array) in operations.postBatches.body',
  });
  delete contract['x-todo'];
  const operations = contract['operations'] as Record<string, { body: JsonObject }>;
  Object.assign(operations['postBatches']?.body ?? {}, { items: [{ amount: 1 }] });
  const folder = test.info().outputPath('osprey');
  writeDraft(folder, draft);
  const environmentFile = join(folder, 'environment.yaml');
  writeFileSync(environmentFile, environment);
  return { contract: contractOf('osprey', join(folder, 'contracts')), environmentFile };
}

test('only the operations that are asked for are drafted, by method and path or by operationId', async () => {
  const draft = await drafted(['post /batches', 'customers/get']);
  expect(Object.keys(draft[file]?.['operations'] ?? {})).toEqual(['postBatches', 'customersGet']);
  expect(Object.keys((await drafted([]))[file] ?? {})).not.toContain('operations');
  await expect(drafted(['listAll'])).rejects.toThrow('There is no operation "listAll".');
  const text = await factsOf({ text: '# A page', format: 'markdown', base: 'page.md' }, { with: ['all'] }).catch(
    String,
  );
  expect(text).toContain('page.md holds no OpenAPI description');
});

test('ids that would be one are told apart, a parameter of the operation stands in for one of its path, a guess is a TODO', async () => {
  const parameter = (at: string, example: string) => `{ name: site, in: ${at}, required: true, example: ${example} }`;
  const text = `openapi: 3.1.0
paths:
  /token: { post: { operationId: issue } }
  /a/{site}:
    parameters: [${parameter('path', 'outer')}, ${parameter('query', 'q')}]
    get: { operationId: get_it, parameters: [${parameter('path', 'inner')}], responses: { "200": { description: a } } }
  /b: { get: { operationId: getIt, security: [], responses: { "200": { description: b } } } }
  /c: { get: { operationId: token, security: [], responses: { "200": { description: c } } } }
`;
  const facts = await factsOf({ text, format: 'openapi', base: 'x.yaml' }, { operation: 'issue', with: ['all'] });
  const contract = draftOf(facts, origin)[file] as Record<string, JsonObject>;
  expect(Object.keys(contract['operations'] ?? {})).toEqual(['getIt', 'getIt2', 'token2']);
  expect(contract['operations']?.['getIt']).toMatchObject({ path: { site: 'inner' }, query: { site: 'q' } });
  expect(Object.keys(contract['x-todo'] ?? {})).toEqual(
    expect.arrayContaining(['token', 'request', 'unknown'].map((name) => `osprey-refusal-operation-${name}`)),
  );
});

test('the good request of an operation is filled as that of the token is: by what is documented, or by the environment', async () => {
  const parameter = (name: string, example = '') =>
    `{ name: ${name}, in: header, required: true, ${example} schema: { type: string } }`;
  const body = `{ required: [order, kind, secret, empty, note, count, signature], properties: {
    order: { type: object, required: [owner, "a/b", mark], properties: { owner: { type: string }, "a/b": { const: 1 }, mark: { type: string, example: "<mark>" } } },
    kind: { type: string, enum: [invoice, refund] }, secret: { type: string, example: s3cret }, note: { type: string, example: n },
    empty: { type: object, properties: { a: { type: string } } }, count: { type: integer, example: two }, signature: { type: string } } }`;
  const text = `openapi: 3.1.0
info: { title: A, version: "1" }
paths:
  /token: { post: { operationId: issue, security: [], requestBody: { content: { application/json: { schema: ${body} } } } } }
  /pay:
    post:
      operationId: pay
      parameters: [${parameter('constructor')}, ${parameter('X-Api-Key', 'example: k3y,')}, ${parameter('customer-id', 'example: c1,')}]
      requestBody: { content: { application/json: { schema: ${body} } } }
      responses: { "200": { description: a } }
`;
  const facts = await factsOf({ text, format: 'openapi', base: 'x.yaml' }, { operation: 'issue', with: ['all'] });
  const contract = draftOf(facts, origin)[file] as Record<string, JsonObject>;
  const filled = {
    order: { owner: { credential: 'orderOwner' }, 'a/b': 1, mark: { credential: 'orderMark' } },
    ...{ kind: 'invoice', secret: { credential: 'secret' }, note: 'n', empty: {} },
  };
  expect([contract['control']?.['body'], contract['operations']?.['pay']]).toEqual([
    filled,
    {
      auth: { mechanism: 'bearer' },
      headers: {
        ...{ constructor: { credential: 'constructor' }, 'X-Api-Key': { credential: 'apiKey' } },
        'customer-id': 'c1',
      },
      body: filled,
    },
  ]);
  expect(contract['credentials']).toMatchObject({
    constructor: { description: 'Value of constructor, for pay', optional: true },
    apiKey: { description: 'Value of X-Api-Key, for pay', secret: true, optional: true },
    secret: { description: 'Value of secret in the request', secret: true },
  });
  const questions = Object.values(contract['x-todo'] ?? {}).join('\n');
  expect(questions).toContain('the value of count (integer) in control.body');
  expect(questions).toContain('the value of count (integer), signature (string) in operations.pay.body');
});

test('a draft of every operation conforms at the mock served from it', async () => {
  const { contract, environmentFile } = await decided();
  const ids = plan(contract).map(({ id }) => id);
  for (const id of [
    'control@customersGet',
    'osprey-customers-get-customer-id/unknown',
    'osprey-customers-get-currency-required/absent',
    'osprey-customers-get-x-request-id-required/absent',
    'osprey-post-batches-request-reference-length/too-long',
    'osprey-post-batches-request-kind-value/other-value',
    'osprey-operations-token-ends/after-end@postBatches',
    'control@getHealth',
  ])
    expect(ids, id).toContain(id);
  expect(ids.filter((id) => id.includes('operations-guarded') && id.includes('getHealth'))).toEqual([]);
  const { verdict, counts } = await runServed(contract, environmentFile);
  expect({ verdict, fail: counts.fail, warning: counts.warning }).toEqual({ verdict: 'conforms', fail: 0, warning: 0 });
});

test('an operation that deviates from its description is caught by the clause of that fact', async () => {
  const answerAs =
    (operation: string, status: number, body: JsonObject): Intercept =>
    (call) =>
      call.operation === operation && call.answer().status < 300
        ? { status, headers: [['Content-Type', 'application/json']], body: JSON.stringify(body) }
        : call.answer();
  const { contract, environmentFile } = await decided();
  const deviations: [Intercept, string][] = [
    [answerAs('customersGet', 200, { id: 'c', name: 'n'.repeat(81) }), 'osprey-customers-get-200-name'],
    [answerAs('customersGet', 200, { id: 'c' }), 'osprey-customers-get-200-name'],
    [answerAs('postBatches', 200, { id: 'b' }), 'osprey-operations-201'],
    [answerAs('postBatches', 201, { id: 7 }), 'osprey-post-batches-201-id'],
  ];
  for (const [intercept, clause] of deviations) {
    const { clauses } = await runServed(contract, environmentFile, {
      intercept,
      select: ({ change }) => change === null,
    });
    expect(clauses.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)).toEqual([clause]);
  }
});

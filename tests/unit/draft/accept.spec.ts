/** Changes of a description taken over into the contract that was drafted from it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { accept } from '../../../src/draft/drift/accept.ts';
import { contractBeside, pageFacts } from '../../../src/draft/drift/beside.ts';
import { changesSince } from '../../../src/draft/drift/compare.ts';
import { allContractFacts, pageRow, recordedOf } from '../../../src/draft/drift/decisions.ts';
import type { Page } from '../../../src/draft/facts/input.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { textsOf, yamlText } from '../../../src/draft/write/files/write.ts';
import type { JsonObject } from '../../../src/formats/json.ts';
import { contractOf } from '../../../src/judge/catalogue.ts';
import { described, page } from '../../support/described.ts';

const origin = { provider: 'acme', url: 'https://docs.acme.test/', read: '2026-01-02' };

const description = (server: string, length: number, members: string, statuses: string, scheme: string): string => `
servers: [ { url: '${server}' } ]
security: [ { way: [] } ]
components: { securitySchemes: { way: { type: http, scheme: ${scheme} } } }
operation: { parameters: [ { name: X-Note, in: header, schema: { type: string, maxLength: ${length} } } ] }
request: { required: [grant_type], properties: { grant_type: { const: client_credentials } } }
responses:
  200: { description: ok, content: { application/json: { schema: { required: [access_token, expires_in], properties: {
    access_token: { type: string }, expires_in: { type: integer }, ${members} } } } } }
  400: { description: bad }
  401: { description: no }
  ${statuses}`;

const before = description('https://api.acme.test', 10, '', '', 'basic');
const after = description(
  'https://api2.acme.test',
  20,
  'access-token: { type: string, maxLength: 9 }',
  '403: { description: blocked }',
  'bearer',
);

test('what a schema or a spec says is taken over, with a clause for a new member, and what a person knows is left to one', async () => {
  const folder = test.info().outputPath('acme');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const read = await factsOf(page(described(before)));
  expect(todosOf(read, origin)).toEqual([]);
  for (const [path, text] of Object.entries(textsOf(draftOf(read, origin)))) write(join(folder, path), text);
  const recorded = { decisions: [], page: pageRow(read, undefined) };
  write(
    join(folder, 'contracts/acme/decisions.yaml'),
    yamlText('decisions.yaml', JSON.parse(JSON.stringify(recorded)), ''),
  );

  const later = pageFacts(await factsOf(page(described(after))));
  const compared = async () => {
    const contract = contractOf('acme', join(folder, 'contracts'));
    const ours = (await allContractFacts(contract)).token;
    return { contract, ours, changes: changesSince(later, recordedOf(contract).page?.facts ?? {}, ours) };
  };
  const { contract, ours, changes } = await compared();
  expect(changes.map(({ fact }) => fact).sort()).toEqual([
    '200 /access-token maxLength',
    '200 /access-token type',
    '403 status',
    'request header X-NOTE maxLength',
    'security',
    'server https://api.acme.test',
    'server https://api2.acme.test',
  ]);
  const { files, byHand } = accept(contract, changes, ours);
  for (const [file, text] of files) writeFileSync(file, text);
  expect(byHand.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^security: "bearer"; in .*contract\.yaml#\/control\/auth, or the clause about it$/),
  ]);
  expect((await compared()).changes.map(({ fact }) => fact)).toEqual(['security']);
  // The id of the clause of access_token is taken: it is the one that derive gives beside it.
  expect(readFileSync(join(folder, 'contracts/acme/granted.schema.yaml'), 'utf8')).toContain(
    'id: acme-granted-access-token',
  );
});

/** A page whose token is asked for with a secret in a header, and whose payments are signed by such an algorithm. */
const signedBy = (algorithm: string, over: string, bits: string): Page => {
  const api = described(`
security: [ { key: [] } ]
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
responses:
  200: { description: ok, content: { application/json: { schema: { required: [access_token, expires_in], properties: {
    access_token: { type: string }, expires_in: { type: integer } } } } } }
  401: { description: no }`);
  const signature = (words: string) => ({
    name: 'X-Sign',
    in: 'header',
    required: true,
    description: words,
    schema: {},
  });
  const time = { name: 'X-Timestamp', in: 'header', required: true, example: '2026-01-02T10:00:00Z', schema: {} };
  const pay = {
    ...{ operationId: 'pay', responses: { 200: { description: 'ok' } } },
    parameters: [
      { name: 'id', in: 'path', required: true, example: '7', schema: {} },
      time,
      signature(`The signature: hex of HMAC-SHA${bits} over ${over}`),
    ],
  };
  const token = api['paths'] as { '/oauth/token': { post: JsonObject } };
  Object.assign(token['/oauth/token'].post, {
    parameters: [time, signature(`The signature: hex of ${algorithm} over ${over}`)],
  });
  return page({ ...api, paths: { ...token, '/pay/{id}': { post: pay } } });
};

test('how an operation is signed stays a change until the contract says it, and what cannot be compared is named once', async () => {
  const folder = test.info().outputPath('acme');
  const reading = { with: ['all'], operation: 'POST /oauth/token' };
  const first = await factsOf(signedBy('HMAC-SHA256', 'timestamp.body', '256'), reading);
  const recorded = { decisions: [], page: pageRow(first, undefined) };
  const drafted = Object.entries(textsOf(draftOf(first, origin)));
  for (const [path, text] of [
    ...drafted,
    ['contracts/acme/decisions.yaml', yamlText('decisions.yaml', JSON.parse(JSON.stringify(recorded)), '')],
  ] as const) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text.replace(/^x-todo:\n(?: {2}.*\n)+/m, ''));
  }
  const later = pageFacts(await factsOf(signedBy('HMAC-SHA512', 'timestamp:body', '512'), reading));
  later.set('authentication', { value: ['mutual TLS from 2027'], at: 'page' });
  const take = async () => {
    const contract = contractOf('acme', join(folder, 'contracts'));
    const ours = new Map([...(await allContractFacts(contract)).token, ...contractBeside(contract)]);
    const changes = changesSince(later, recordedOf(contract).page?.facts ?? {}, ours);
    const taken = accept(contract, changes, ours);
    for (const [file, text] of taken.files) writeFileSync(file, text);
    return {
      changes: changes.map(({ fact }) => fact).sort(),
      byHand: taken.byHand.map(({ change }) => change.fact).sort(),
      uncompared: taken.uncompared.map(({ fact }) => fact).sort(),
    };
  };
  const algorithms = ['POST /pay/{}: signature algorithm', 'signature algorithm'];
  const others = ['POST /pay/{}: signature over', 'authentication', 'signature over'];
  expect(await take()).toEqual({ changes: [...algorithms, ...others].sort(), byHand: algorithms, uncompared: others });
  expect(await take()).toEqual({ changes: algorithms, byHand: algorithms, uncompared: [] });
  const file = join(folder, 'contracts/acme/contract.yaml');
  // The way to break a signature names the other algorithm.
  const other = (word: string): string =>
    word.endsWith('256') ? word.replace('256', '512') : word.replace('512', '256');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/\b(?:hmac-)?sha(?:256|512)\b/g, other));
  expect(await take()).toEqual({ changes: algorithms, byHand: [], uncompared: [] });
  expect((await take()).changes).toEqual([]);
});

test('the operation that was read before is taken again, whatever else could issue tokens now', async () => {
  const known = described('', '/v1/token');
  const more = { ...known, paths: Object.assign({}, known['paths'], described('', '/v2/token')['paths']) };
  await expect(factsOf(page(more))).rejects.toThrow('Several operations could be the one that issues tokens:');
  for (const [likely, path] of [
    ['POST /v2/token', '/v2/token'],
    ['POST /v1/token', '/v1/token'],
  ] as const)
    expect((await factsOf(page(more), { likely })).path?.value).toBe(path);
  // One that moved is looked for afresh.
  expect((await factsOf(page(known), { likely: 'POST /v0/token' })).path?.value).toBe('/v1/token');
});

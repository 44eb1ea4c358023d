/** What the clauses of a draft are called, and those of members that are added to it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { accept } from '../../src/draft/drift/accept.ts';
import { pageFacts } from '../../src/draft/drift/beside.ts';
import { changesSince } from '../../src/draft/drift/compare.ts';
import { allContractFacts, pageRow, recordedOf } from '../../src/draft/drift/decisions.ts';
import type { Facts } from '../../src/draft/facts/facts.ts';
import { factsOf } from '../../src/draft/read/derive.ts';
import { draftOf } from '../../src/draft/write/files/draft.ts';
import { textsOf, yamlText } from '../../src/draft/write/files/write.ts';
import type { Json } from '../../src/formats/json.ts';
import { contractOf } from '../../src/judge/catalogue.ts';
import { described, page } from '../support/described.ts';

const origin = { provider: 'acme', url: 'https://docs.acme.test/', read: '2026-01-02' };

/** Writes the draft of some facts, with nothing open, into a folder of the test. */
function written(facts: Facts, name: string): string {
  const folder = test.info().outputPath(name);
  const recorded = yamlText('d', JSON.parse(JSON.stringify({ decisions: [], page: pageRow(facts, undefined) })), '');
  const texts = { ...textsOf(draftOf(facts, origin)), 'contracts/acme/decisions.yaml': recorded };
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text.replace(/^x-todo:\n(?: {2}.*\n)+/m, ''));
  }
  return folder;
}

const schemaOf = (name: string): Json =>
  name === 'expires_in' ? { type: 'integer', description: 'In seconds' } : { type: 'string', maxLength: 9 };

const body = (names: string[], required: string[] = []): Json => ({
  description: 'An answer',
  content: {
    'application/json': {
      schema: { required, properties: Object.fromEntries(names.map((name) => [name, schemaOf(name)])) },
    },
  },
});

const grant = ['access_token', 'expires_in'];

const answering = (granted: string[], refused: string[]) =>
  page(described(JSON.stringify({ responses: { 200: body(granted, grant), 400: body(refused), 401: body([]) } })));

test('a member that is added gets the id that derive gives it; one whose name has no letter for an id is left to a person', async () => {
  const [granted, refused] = [
    [...grant, 'token_type'],
    ['error', 'errorCode', 'code'],
  ];
  const whole = await factsOf(answering(granted, refused));
  const idsIn = (folder: string) =>
    ['granted', 'refused'].map((name) =>
      readFileSync(join(folder, `contracts/acme/${name}.schema.yaml`), 'utf8').match(/(?<=id: )\S+/g),
    );
  const folder = written(await factsOf(answering(grant, ['error'])), 'before');
  const contract = contractOf('acme', join(folder, 'contracts'));
  const ours = (await allContractFacts(contract)).token;
  const more = pageFacts(await factsOf(answering([...granted, '\u4ee4\u724c'], [...refused, '\u9519\u8bef'])));
  const { files, byHand } = accept(contract, changesSince(more, recordedOf(contract).page?.facts ?? {}, ours), ours);
  for (const [file, text] of files) writeFileSync(file, text);
  expect(idsIn(folder)).toEqual(idsIn(written(whole, 'whole')));
  expect(byHand.map(({ change }) => change.fact).sort()).toEqual(
    ['200 /\u4ee4\u724c', '400 /\u9519\u8bef'].flatMap((name) => [`${name} maxLength`, `${name} type`]).sort(),
  );
  contractOf('acme', join(folder, 'contracts'));
});

test('a draft loads whatever its fields and operations are called, and gives each clause an id of its own', async () => {
  const field = (name: string, kind: string) =>
    `{ name: ${name}, in: ${kind}, required: true, schema: { type: string } }`;
  const pay = (id: string, name: string) =>
    described(
      `operation: { operationId: ${id}, parameters: [ ${field('X-Ref', 'header')} ], responses: { 200: { description: ok, content: { application/json: { schema: { properties: { ${name}: { type: string }, a: { type: string } } } } } } } }`,
      `/${encodeURIComponent(id)}`,
    )['paths'];
  const named = async (names: string[]) => {
    const token = described(`
item: { parameters: [ ${field('X-Page', 'header')}, ${field(names[0] ?? 'q', 'query')} ] }
request: { required: ${JSON.stringify(names)}, properties: ${JSON.stringify(Object.fromEntries(names.map((name) => [name, { type: 'string', maxLength: 9 }])))} }
responses: ${JSON.stringify({ 200: body([...grant, ...names], grant), 400: body(names), 401: body([]) })}`);
    const operations = ['getIt', 'get_it', 'getIt2', '\u652f\u4ed8', '3ds'].map((id) => pay(id, names[0] ?? 'q'));
    const whole = { ...token, paths: Object.assign({}, token['paths'], ...operations) };
    return factsOf(page(whole), { operation: 'POST /oauth/token', with: ['all'] });
  };
  const ids = async (names: string[], folder: string) =>
    contractOf('acme', join(written(await named(names), folder), 'contracts')).clauses.map(({ id }) => id);
  const plain = await ids(['account', 'account_type'], 'plain');
  const alike = plain.map((id) => id.replace(/^acme-/, '').replaceAll('-', '_'));
  const all = await ids(alike, 'alike');
  expect(new Set(all).size).toBe(all.length);
  const letters = ['\u4ee4\u724c', '\u9519', 'toString', 'constructor'];
  expect(await ids(letters, 'letters')).toEqual(
    expect.arrayContaining(['acme-request-field-required', 'acme-granted-field', 'acme-refused-field']),
  );
  const { control } = draftOf(await named(letters), origin)['contracts/acme/contract.yaml'] ?? {};
  expect(control).toMatchObject({
    query: { '\u4ee4\u724c': { credential: 'field' } },
    body: { '\u4ee4\u724c': { credential: 'field2' }, '\u9519': { credential: 'field3' } },
  });
});

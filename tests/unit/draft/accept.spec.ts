/** Changes of a description taken over into the contract that was drafted from it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { accept } from '../../../src/draft/drift/accept.ts';
import { pageFacts } from '../../../src/draft/drift/beside.ts';
import { changesSince } from '../../../src/draft/drift/compare.ts';
import { contractFacts, pageRow, recordedOf } from '../../../src/draft/drift/decisions.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/draft.ts';
import { textsOf, yamlText } from '../../../src/draft/write/write.ts';
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
  '403: { description: never }',
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
    const ours = await contractFacts(contract);
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
  // The id of the clause of access_token is taken.
  expect(readFileSync(join(folder, 'contracts/acme/granted.schema.yaml'), 'utf8')).toContain('id: acme-access-token-2');
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

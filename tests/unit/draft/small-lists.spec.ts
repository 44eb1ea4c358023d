/** Values that a field allows: codes of an "either", and scopes in a column; hosts that calls share, and environments by other names. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

test('what a sentence is either of is all there is, where it is codes', async () => {
  const of = (notes: string) =>
    readDraft(
      `${endpoint}## Request body\n\n${table('Name | Type | Required | Notes', `lane | string | N | ${notes}`)}`,
    );
  const key = 'request /lane enum';
  for (const notes of ['Either WEB or H2H', 'either POS, APP or WEB.', 'Lane: either WEB or H2H'])
    expect((await of(notes)).facts, notes).toHaveProperty([key]);
  for (const notes of [
    'Either web or app',
    'Either UUID or ULID',
    'Either WEB or H2H, others later',
    'Either WEB or H2H, depending on the contract',
    'Not either WEB or H2H',
    'WEB or H2H',
  ])
    expect((await of(notes)).facts, notes).not.toHaveProperty([key]);
});

test('the allowed values of a scope are scopes, unless one of them holds several', async () => {
  const of = (values: string) =>
    readDraft(
      `${endpoint}## Form fields\n\n${table('Name | Type | Required | Allowed values', 'grant_type | string | Y | client_credentials', `scope | string | N | ${values}`)}`,
    );
  expect((await of('`fx.read`, `fx.book`')).facts).toMatchObject({ 'scope fx.read': true, 'scope fx.book': true });
  expect((await of('`fx.read fx.book`, `fx.all`')).facts).not.toHaveProperty(['scope fx.all']);
  const { facts } = await readDraft(
    `${endpoint}## Form fields\n\n${table('Name | Type | Required | Allowed values', 'lane | string | Y | `fx.read`, `fx.book`')}`,
  );
  expect(facts).not.toHaveProperty(['scope fx.read']);
});

test('a host that all token calls share is a server; an environment by another name is asked', async () => {
  const fields = `## Request body\n\n${table('Name | Type | Required', 'shop | string | Y')}`;
  await expectReadings([
    {
      what: 'shared',
      page: `# Token\n\nAll token calls share the host \`https://a.test\` (UAT: \`https://uat.a.test\`) and take \`application/json\`.\n\n## Issue\n\nPOST /v1/token\n\n${fields}`,
      facts: { 'server https://a.test': true, 'server https://uat.a.test': true },
    },
    {
      what: 'of others',
      page: `# Token\n\nAll other calls share the host \`https://b.test\`.\n\n## Issue\n\nPOST /v1/token\n\n${fields}`,
      none: ['server https://b.test'],
    },
    {
      what: 'another name',
      page: `# Token\n\n## POST https://a.test/token\n\nRehearsal environment: \`https://rehearsal.a.test/token\`\n\n${fields}`,
      facts: { 'server https://a.test': true },
      none: ['server https://rehearsal.a.test'],
      asked: ['whether the endpoint is served at https://rehearsal.a.test/token ("Rehearsal environment")'],
    },
    {
      what: 'no environment',
      page: `${endpoint}Status page: https://status.a.test/token\n\n${fields}`,
      silent: ['whether the endpoint is served at'],
    },
  ]);
});

/** Operations beside the token's: derived, compared with the page or the description of later, and their changes taken over. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runHere } from '../support/here.ts';
import type { Ended } from '../support/script.ts';

const pages = 'tests/fixtures/pages/';

const derive = (page: string[], out: string, ...more: string[]): Promise<Ended> =>
  runHere('derive', [...page, '--provider', 'acme', '--out', out, ...more]);

test('operations beside the token are compared as well', async () => {
  const out = test.info().outputPath('osprey');
  const page = `${pages}several.openapi.yaml`;
  const drafted = await derive([page], out, '--with', 'all');
  expect(drafted.code, drafted.output).toBe(0);
  const file = join(out, 'contracts/acme/contract.yaml');
  const contract = readFileSync(file, 'utf8');
  // The two TODOs as a person decides them: what a batch holds, and the address of the page.
  const decided = contract
    .replace(/x-todo:\n(?: .*\n)+/, '')
    .replace(/(postBatches:[\s\S]*?body:\n)/, '$1      items: [{ amount: 1 }]\n');
  writeFileSync(file, decided);
  const folder = ['--folder', join(out, 'contracts')];
  const same = await runHere('drift', ['acme', '--page', page, ...folder]);
  expect([same.code, same.output]).toEqual([0, expect.stringContaining('the page says what the contract took')]);
  const later = test.info().outputPath('later.yaml');
  const text = readFileSync(page, 'utf8');
  writeFileSync(later, text.replaceAll('customer-id', 'customer').replace('maxLength: 80', 'maxLength: 90'));
  const changed = await runHere('drift', ['acme', '--page', later, ...folder]);
  expect(changed.code).toBe(1);
  expect(changed.output).toContain(
    'GET /customers/{}: path: then "/customers/{customer-id}", page "/customers/{customer}"',
  );
  expect(changed.output).toContain(
    'changed acme-customers-get-200-name: GET /customers/{}: 200 /name maxLength: then 80, page 90',
  );
});

test('operations of a page of text are compared with those of the page of later, and a change is taken over', async () => {
  const out = test.info().outputPath('heron');
  const page = `${pages}heron.md`;
  const drafted = await derive([page], out, '--with', 'Read an account', 'POST /v1/statements');
  expect([drafted.code, drafted.output]).toEqual([0, expect.stringContaining('To decide: 1.')]);
  const file = join(out, 'contracts/acme/contract.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/x-todo:\n(?: .*\n)+/, ''));
  const folder = ['--folder', join(out, 'contracts')];
  expect(await runHere('drift', ['acme', '--page', page, ...folder])).toMatchObject({ code: 0 });
  // An earlier form of derive recorded nothing of the operations of a page of text.
  const record = join(out, 'contracts/acme/decisions.yaml');
  const recorded = readFileSync(record, 'utf8');
  writeFileSync(record, recorded.replace(/^ +"?GET \/v1\/accounts.*\n/gm, ''));
  const earlier = await runHere('drift', ['acme', '--page', page, ...folder]);
  expect([earlier.code, earlier.output]).toEqual([
    0,
    expect.stringContaining(
      'GET /v1/accounts/{accountId}: not compared, since nothing is recorded of what the page said',
    ),
  ]);
  writeFileSync(record, recorded);
  const later = test.info().outputPath('later.md');
  writeFileSync(
    later,
    readFileSync(page, 'utf8')
      .replace('| note | string(40) | No | |', '| note | string(60) | No | |\n| branch | string(6) | Yes | |')
      .replace('| accountId | path | string(18)', '| accountId | path | string(20)')
      .replace('| 404 | There is no such account |', '| 403 | The account is not yours |')
      .replaceAll('/v1/statements', '/v2/statements'),
  );
  const changed = await runHere('drift', ['acme', '--page', later, ...folder]);
  expect(changed.code).toBe(1);
  const [get, spec] = ['GET /v1/accounts/{}', 'spec#/paths/~1v1~1accounts~1{accountId}/get'];
  for (const line of [
    `changed acme-get-v1-accounts-account-id-account-id: ${get}: request path accountId maxLength: then 18, page 20`,
    `changed acme-get-v1-accounts-account-id-200-note: ${get}: 200 /note maxLength: then 40, page 60`,
    `added   GET /v1/accounts/{} (${spec}/responses/200): ${get}: 200 /branch required: then nothing, page true`,
    `removed GET /v1/accounts/{} (${spec}/responses/404): ${get}: 404 status: then true, page nothing`,
    'removed POST /v1/statements (spec#/paths/~1v1~1statements/post): POST /v1/statements: path:',
  ])
    expect(changed.output).toContain(line);
  const accept = async (...facts: string[]) =>
    runHere('drift', ['acme', '--page', later, ...folder, '--accept', ...facts]);
  const taken = await accept(
    ...['note maxLength', 'branch required', 'branch type', 'branch maxLength'].map((fact) => `${get}: 200 /${fact}`),
  );
  expect(taken.output).not.toContain(`${get}: 200 /`);
  const schema = readFileSync(join(out, 'contracts/acme/get-v1-accounts-account-id-200.schema.yaml'), 'utf8');
  expect(schema).toContain('maxLength: 60');
  expect(schema).toContain('id: acme-get-v1-accounts-account-id-200-branch');
  const rest = await accept(`${get}: request path accountId maxLength`, `${get}: 403 status`, `${get}: 404 status`);
  expect(rest.output).not.toContain(`${get}: request`);
  expect(rest.output).toContain(`change by hand, then accept it again: ${get}: 404 status: the page says it no more`);
  expect(readFileSync(join(out, 'specs/acme.openapi.yaml'), 'utf8')).toContain(
    '"403":\n          description: Refused',
  );
});

/** A field that is to be one of some texts is sent with another, which is none of them, whichever these are. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { contractOf } from '../../../src/judge/catalogue.ts';
import { build } from '../../../src/scenario/build.ts';
import { plan } from '../../../src/scenario/plan.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { buildingOf, resolveTarget } from '../../../src/target/target.ts';
import { examples } from '../../support/example.ts';
import { newFolder } from '../../support/folders.ts';

/** The bodies that are sent for another grant_type, where the contract of kestrel has it so. */
function sentFor(keyword: string): string[] {
  const folder = newFolder('conformance-listed');
  cpSync(join(examples, 'kestrel'), folder, { recursive: true });
  const file = join(folder, 'contracts/kestrel/request.schema.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('const: client_credentials', keyword));
  const contract = contractOf('kestrel', join(folder, 'contracts'));
  const environment = loadEnvironment(join(folder, 'environment.yaml'), { kestrel: contract });
  const target = buildingOf(resolveTarget(environment, contract, {}));
  const probe = { method: 'GET', path: '/', headers: {} };
  const context = { ...target, contract, now: new Date('2026-03-04T05:06:07Z'), probe, token: 'a.b.c' };
  return plan(contract)
    .filter(({ id }) => id.startsWith('kestrel-grant-type-value/'))
    .map((scenario) => /grant_type=(\w+)/.exec(build(scenario, context).body?.value ?? '')?.[1] ?? '');
}

test('another text than those of a list is sent, once', () => {
  expect(sentFor('enum: [client_credentials, password]')).toEqual(['client_credentialt']);
  expect(sentFor('enum: [client_credentials, client_credentialt]')).toEqual(['client_credentialu']);
  expect(sentFor('minLength: 3')).toEqual([]);
});

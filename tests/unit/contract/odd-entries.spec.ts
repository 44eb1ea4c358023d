/** What a folder may hold beside files: every reader says what it is, or leaves it alone. */
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { providerNames } from '../../../src/contract/load.ts';
import { InputError } from '../../../src/contract/problems.ts';
import { readYaml } from '../../../src/contract/yaml.ts';
import { contractOf } from '../../../src/judge/catalogue.ts';
import { environmentNames } from '../../../src/target/environment.ts';
import { productionAddresses } from '../../../src/target/production.ts';
import { newFolder } from '../../support/folders.ts';

test('a file that the system does not open is named, with the code of the system', () => {
  const folder = newFolder('odd');
  symlinkSync('circle.yaml', join(folder, 'circle.yaml'));
  writeFileSync(join(folder, 'file'), '');
  const cases: [name: string, said: RegExp][] = [
    ['circle.yaml', /circle\.yaml: no such file$/],
    ['file/below.yaml', /below\.yaml: no such file$/],
    ['x'.repeat(5000), /: it cannot be read \(ENAMETOOLONG\)$/],
    ['a\0b.yaml', /: it cannot be read \(ERR_INVALID_ARG_VALUE\)$/],
  ];
  for (const [name, said] of cases) {
    const problems: string[] = [];
    expect(readYaml(join(folder, name), problems)).toBeNull();
    expect(problems).toEqual([expect.stringMatching(said)]);
    expect(problems.join().length).toBeLessThan(400);
  }
});

test('a provider that a link names, and that is not there, is no provider less: the contracts do not load', () => {
  const folder = newFolder('odd');
  for (const name of ['contracts', 'specs']) cpSync(name, join(folder, name), { recursive: true });
  const contracts = join(folder, 'contracts');
  expect(providerNames(contracts)).toEqual(['finnet', 'pyng', 'singapay']);
  for (const target of ['/nowhere', 'moved', 'kestrel']) {
    symlinkSync(target, join(contracts, 'kestrel'));
    const names = () => providerNames(contracts);
    expect(names).toThrow(InputError);
    expect(names).toThrow(/A provider is not where its link leads:\n.*contracts\/kestrel: correct the link/);
    rmSync(join(contracts, 'kestrel'));
  }
  expect(() => providerNames(join(contracts, 'pyng/contract.yaml'))).toThrow(/There are no contracts in/);
  const spec = join(folder, 'specs/pyng.openapi.yaml');
  rmSync(spec);
  symlinkSync('pyng.openapi.yaml', spec);
  expect(() => contractOf('pyng', contracts)).toThrow(/pyng\.openapi\.yaml: no such file/);
});

test('links that lead nowhere, and a file in place of a folder, hide no environment of production', () => {
  const folder = newFolder('odd');
  const tried = join(folder, 'tried.yaml');
  writeFileSync(
    join(folder, 'live.yaml'),
    'kind: production\nproviders: { pyng: { baseUrl: https://live.example } }\n',
  );
  symlinkSync('circle.yaml', join(folder, 'circle.yaml'));
  symlinkSync('/nowhere', join(folder, 'gone.yaml'));
  mkdirSync(join(folder, 'folder.yaml'));
  const { addresses, faults } = productionAddresses(tried, { CONFORMANCE_CONTRACTS: tried });
  expect(addresses.map(({ url }) => url.host)).toContain('live.example');
  expect(faults).toEqual([]);
  writeFileSync(tried, '');
  expect(environmentNames([tried])).toEqual([]);
});

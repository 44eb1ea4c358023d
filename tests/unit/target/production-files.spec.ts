/** A file of production is found whatever its name, wherever it lies among the environments, and however its kind is written. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { productionAddresses } from '../../../src/target/production.ts';
import { triedEnvironments } from '../../support/tried-environments.ts';

const temporary = triedEnvironments();
const { at } = temporary;

const text = (kind: string): string =>
  `${kind}\nproviders:\n  pyng: { baseUrl: https://live.example/v1, credentials: {} }\n`;

/** What is said of a sandbox at an address, with such a file beside it. */
function beside(name: string, content: string, address = 'https://live.example'): string {
  const file = join(temporary.folder, name);
  writeFileSync(file, content);
  const said = at('sandbox', address);
  rmSync(file);
  return said;
}

test('a file that can be asked for by its path is read, whatever its name', () => {
  for (const name of ['live', 'live.conf', 'live.yaml.old', '.live']) {
    expect(beside(name, text('kind: production')), name).toMatch(/is the production host of .*live[^:]*:3;/);
    expect(beside(name, text('kind: production'), 'https://other.example'), name).toBe('');
    expect(beside(name, 'kind: production\nproviders: [', 'https://other.example'), name).toContain(
      'cannot be ruled out',
    );
  }
  for (const content of ['NODE_ENV=production\nkind=x providers\n', '\0\u0001production', '# production\n'])
    expect(beside('.env', content), content).toBe('');
});

test('notes, guides and logs beside an environment are none, whatever they say of one', () => {
  const example = '```yaml\nkind: production\nproviders:\n  pyng: [\n```\n';
  for (const [name, content] of Object.entries({
    'README.md': `# Environments\n\nThe kind of a file is: mock, sandbox or production. It names providers: [all].\n\n${example}`,
    'NOTES.md': `- providers: see production\n- kind: [production\n\n${example}`,
    'run.log': '> test\n\nproviders: 3 of 3, production: no\n  kind: production: {\n',
    'error.log': 'Error: the kind: production needs\n\tproviders: [\n',
  }))
    expect(beside(name, content), name).toBe('');
});

test('a kind that cannot be taken for another one counts as production, and one that nobody knows leaves it open', () => {
  for (const kind of ['Kind: production', 'KIND: Production', 'kind: [production]', 'kind: [sandbox, production]'])
    expect(beside('live.yaml', text(kind)), kind).toMatch(/is the production host of .*live\.yaml:3;/);
  for (const kind of ['kind: prod', 'kind: live', 'kind: sandbx', 'Kind: prd', 'kind:', 'kind: { is: sandbox }']) {
    expect(beside('live.yaml', text(kind)), kind).toMatch(
      /live\.example may be production: .*live\.yaml:3 names it, and the kind of that file is not mock, sandbox or production/,
    );
    expect(beside('live.yaml', text(kind), 'https://other.example'), kind).toBe('');
  }
  for (const kind of ['kind: sandbox', 'Kind: mock', 'name: x']) expect(beside('live.yaml', text(kind)), kind).toBe('');
});

test('a file in a folder below that of the environments is one of them', () => {
  const parent = join(temporary.folder, 'project');
  const hosts = (): string[] => {
    const { addresses, faults } = productionAddresses(join(temporary.folder, 'tried.yaml'), {
      CONFORMANCE_CONTRACTS: parent,
    });
    expect(faults).toEqual([]);
    return addresses.map(({ url }) => url.host);
  };
  const place = (name: string, content: string): void => {
    const file = join(parent, 'environments', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  place('test/broken.yaml', 'kind: [');
  place('test/values.json', '{}');
  expect(hosts()).not.toContain('live.example');
  for (const name of ['live/pyng.yaml', 'team/live/pyng.yaml']) {
    place(name, text('kind: production'));
    expect(hosts(), name).toContain('live.example');
    rmSync(join(parent, 'environments', name));
  }
});

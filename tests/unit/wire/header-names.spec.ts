/** A text of a contract or an environment that becomes a header is checked to be one, before any request. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { contractNamed, contracts } from '../../../proof/run.ts';
import { contractOf } from '../../../src/judge/catalogue.ts';
import { variableOf } from '../../../src/target/credentials.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';

const names = ['X: y', 'X\nY', '@file', 'Ünï', ''];

for (const name of names) {
  test(`an environment whose protected resource takes the header ${JSON.stringify(name)} does not load`, () => {
    const file = join(test.info().outputPath(), 'headers.yaml');
    mkdirSync(test.info().outputPath(), { recursive: true });
    const mock = readFileSync('environments/mock.yaml', 'utf8');
    const headers = `headers: { ${JSON.stringify(name)}: value }, `;
    expect(mock).toContain('probe: { method');
    writeFileSync(file, mock.replace('probe: { method', `probe: { ${headers}method`));
    expect(() => loadEnvironment(file, contracts)).toThrow(/holds the name .* is no name of a header/);
  });

  test(`a contract whose good request takes the header ${JSON.stringify(name)} does not load`, () => {
    const root = test.info().outputPath('contracts-root');
    for (const folder of ['contracts', 'specs']) cpSync(folder, join(root, folder), { recursive: true });
    const file = join(root, 'contracts/pyng/contract.yaml');
    const text = readFileSync(file, 'utf8');
    const headers = '  headers: { Accept: application/json }\n  body';
    expect(text).toContain(headers);
    writeFileSync(file, text.replace(headers, `  headers: { ${JSON.stringify(name)}: value }\n  body`));
    expect(() => contractOf('pyng', join(root, 'contracts'))).toThrow(/holds the name .* is no name of a header/);
  });
}

test('the variable of a credential is an identifier, whatever the credential is called', () => {
  const contract = { ...contractNamed('pyng'), provider: '3-acme' };
  for (const name of ['clientId', 'client-id', 'a b', '$(touch ran)', 'ключ', '`x`'])
    expect(variableOf(contract, name)).toMatch(/^[A-Z_][A-Z0-9_]*$/);
});

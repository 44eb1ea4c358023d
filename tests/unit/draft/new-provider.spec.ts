import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { providerNames } from '../../../src/contract/load.ts';
import { scaffold } from '../../../src/draft/write/files/scaffold.ts';
import { contractOf } from '../../../src/judge/catalogue.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function write(folder: string, texts: Record<string, string>): string {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return join(folder, 'contracts');
}

for (const like of providerNames()) {
  test(`a provider scaffolded like ${like} names every fact to look up, and nothing of ${like}`, () => {
    const texts = scaffold(root, like, 'acme', '2026-01-02');
    const all = Object.values(texts).join('\n');
    expect(all.toLowerCase()).not.toContain(like);
    const folder = write(test.info().outputPath('draft'), texts);
    let said = '';
    try {
      contractOf('acme', folder);
    } catch (error) {
      said = String(error);
    }
    for (const todo of ['acme-servers', 'acme-path', 'acme-page', 'acme-method', 'acme-granted', 'acme-refusal-method'])
      expect(said).toContain(`TODO ${todo}: `);
    const original = contractOf(like);
    for (const { id, source } of original.clauses.filter((clause) => clause.kind === 'promise')) {
      if (source.key === 'page') expect(said).toContain(`TODO ${id.replace(like, 'acme')}: `);
    }
  });
}

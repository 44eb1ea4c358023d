/** `npm run docs`: writes docs/<provider>.md and docs/readings.md; with `--check` exits 1 when a file is not what it would write. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogue } from '../src/catalogue.ts';
import { InputError } from '../src/contract/problems.ts';
import type { Contract } from '../src/contract/types.ts';
import { providerPage, readingsPage } from '../src/docs/provider-page.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const folder = join(import.meta.dirname, '../docs');

/** A provider that is half finished is told line by line, as every command tells it. */
function loaded(): Contract[] {
  try {
    return Object.values(catalogue(undefined, 'default'));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(error.message);
    process.exit(3);
  }
}

const contracts = loaded();
const pages = [
  ...contracts.map((contract) => [`${contract.provider}.md`, providerPage(contract)] as const),
  ['readings.md', readingsPage(contracts)] as const,
];

const stale = pages.filter(
  ([name, text]) => !existsSync(join(folder, name)) || readFileSync(join(folder, name), 'utf8') !== text,
);
if (values.check && stale.length > 0) {
  console.error(
    `${stale.map(([name]) => `docs/${name}`).join(', ')}: not what the contracts say today; run: npm run docs`,
  );
  process.exitCode = 1;
} else if (!values.check) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
  console.log(stale.length > 0 ? `wrote ${stale.map(([name]) => `docs/${name}`).join(', ')}` : 'docs are up to date');
}

/** `npm run docs`: writes docs/<provider>.md, docs/readings.md and docs/deep.md; with `--check` exits 1 when a file is not what it would write. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deepPage } from '../docs/deep-page.ts';
import { providerPage, readingsPage } from '../docs/provider-page.ts';
import { makeFolder } from '../files/make-folder.ts';
import { catalogue } from '../judge/catalogue.ts';
import { print, printError } from '../output/print.ts';
import { commandLineOf } from '../package/place.ts';
import type { CliCommand } from './command.ts';

function writeDocs(folder: string, check: boolean): number {
  const contracts = Object.values(catalogue(undefined, 'default'));
  const pages = [
    ...contracts.map((contract) => [`${contract.provider}.md`, providerPage(contract)] as const),
    ['readings.md', readingsPage(contracts)] as const,
    ['deep.md', deepPage(contracts)] as const,
  ];
  const stale = pages.filter(
    ([name, text]) => !existsSync(join(folder, name)) || readFileSync(join(folder, name), 'utf8') !== text,
  );
  const names = stale.map(([name]) => join(folder, name)).join(', ');
  if (check && stale.length > 0) {
    printError(`${names}: not what the contracts say today; run: ${commandLineOf('docs')}`);
    return 1;
  }
  if (check) return 0;
  makeFolder(folder);
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
  print(stale.length > 0 ? `wrote ${names}` : 'docs are up to date');
  return 0;
}

export const command: CliCommand<{ check: boolean; out: string }> = {
  subject: 'The documentation',
  define: (line) =>
    line
      .description('Writes docs/<provider>.md, docs/readings.md and docs/deep.md from the contracts.')
      .option('--out <folder>', 'folder of the pages', 'docs')
      .option('--check', 'write nothing; exit 1 when a file is not what would be written', false),
  run: (_args, { check, out }) => writeDocs(out, check),
};

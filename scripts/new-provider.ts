import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError } from 'commander';
import { providerNames } from '../src/contract/load.ts';
import { InputError } from '../src/contract/problems.ts';
import { scaffold } from '../src/derive/scaffold.ts';
import { makeFolder } from '../src/files/make-folder.ts';
import { print } from '../src/output/print.ts';
import { commandLine, runCommand } from './command.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

function providerName(text: string): string {
  if (/^[a-z][a-z0-9-]*$/.test(text)) return text;
  throw new InvalidArgumentError('It is written in lower-case letters, digits and hyphens.');
}

function main(): number {
  const command = commandLine('new-provider')
    .description('Scaffolds a provider after one that is alike; every fact to be looked up is a TODO.')
    .argument('<name>', 'name of the new provider', providerName)
    .requiredOption('--like <provider>', `a provider that is alike: ${providerNames().join(', ')}`)
    .option('--out <folder>', 'folder that specs/ and contracts/ are written to', root);
  command.parse();
  const [name = ''] = command.args;
  const { like, out } = command.opts<{ like: string; out: string }>();
  if (!providerNames().includes(like))
    throw new InputError(`There is no provider "${like}".`, [`--like takes one of: ${providerNames().join(', ')}`]);
  const texts = scaffold(root, like, name, new Date().toISOString().slice(0, 10), out);
  const taken = Object.keys(texts).filter((path) => existsSync(join(out, path)));
  if (taken.length > 0)
    throw new InputError('Files are there already:', [...taken, 'choose another name, or another --out']);
  for (const [path, text] of Object.entries(texts)) {
    makeFolder(dirname(join(out, path)));
    writeFileSync(join(out, path), text);
    print(`wrote ${path}`);
  }
  print('Each x-todo names a fact to look up on the page; the contract loads when none is left.');
  return 0;
}

await runCommand('The scaffold', main);

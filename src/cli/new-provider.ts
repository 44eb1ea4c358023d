import { providerNames } from '../contract/load.ts';
import { InputError } from '../contract/problems.ts';
import { scaffold } from '../draft/write/files/scaffold.ts';
import { print } from '../output/print.ts';
import { packageFolder } from '../package/place.ts';
import { outFolder, providerName } from './arguments.ts';
import type { CliCommand } from './command.ts';
import { outOption, refuseTaken, writeDraft } from './drafts.ts';

interface Options {
  like: string;
  out?: string;
}

function begin(name: string, { like, out: given }: Options): number {
  const out = outFolder(given);
  if (!providerNames().includes(like))
    throw new InputError(`There is no provider "${like}".`, [`--like takes one of: ${providerNames().join(', ')}`]);
  const texts = scaffold(packageFolder, like, name, new Date().toISOString().slice(0, 10), out);
  refuseTaken(out, Object.keys(texts), 'choose another name, or another --out');
  writeDraft(out, texts);
  for (const path of Object.keys(texts)) print(`wrote ${path}`);
  print('Each x-todo names a fact to look up on the page; the contract loads when none is left.');
  return 0;
}

export const command: CliCommand<Options> = {
  subject: 'The scaffold',
  define: (line) =>
    line
      .description('Begins a provider as a copy of a similar one; every fact to be looked up is a TODO.')
      .argument('<name>', 'name of the new provider', providerName)
      .requiredOption('--like <provider>', `a similar provider: ${providerNames().join(', ')}`)
      .addOption(outOption()),
  run: ([name = ''], options) => begin(name, options),
};

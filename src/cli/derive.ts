import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../contract/problems.ts';
import { readPage } from '../draft/page/source.ts';
import { boundedFacts } from '../draft/read/bounded.ts';
import { draftOf } from '../draft/write/draft.ts';
import { textsOf } from '../draft/write/write.ts';
import { makeFolder } from '../files/make-folder.ts';
import { print } from '../output/print.ts';
import { variables } from '../target/variables.ts';
import { requireVerification } from '../target/verification.ts';
import { outFolder, providerName } from './arguments.ts';
import type { CliCommand } from './command.ts';

interface Options {
  provider: string;
  out?: string;
  operation?: string;
  with?: string[];
  force?: true;
}

async function draft(from: string, options: Options): Promise<number> {
  requireVerification(variables());
  const out = outFolder(options.out);
  const facts = await boundedFacts(await readPage(from), {
    ...(options.operation ? { operation: options.operation } : {}),
    ...(options.with ? { with: options.with } : {}),
  });
  const url = URL.canParse(from) && from.startsWith('http') ? from : null;
  const read = new Date().toISOString().slice(0, 10);
  const texts = textsOf(draftOf(facts, { provider: options.provider, url, read }), out);
  const taken = Object.keys(texts).filter((path) => existsSync(join(out, path)));
  if (taken.length > 0 && !options.force)
    throw new InputError('Files are there already:', [...taken, 'choose another --out, or overwrite with --force']);
  for (const [path, text] of Object.entries(texts)) {
    makeFolder(dirname(join(out, path)));
    writeFileSync(join(out, path), text);
    print(`wrote ${path}`);
  }
  for (const { statement } of facts.contradictions) print(`reading: ${statement}`);
  if (facts.others.length > 0)
    print('The good request of each operation is sent for real: delete those of which you do not want that.');
  print('Now decide every x-todo of contract.yaml; the contract loads when none is left.');
  return 0;
}

export const command: CliCommand<Options> = {
  subject: 'The derivation',
  define: (line) =>
    line
      .description("Drafts a provider's spec and contract from its documentation page.")
      .argument('<page>', 'Markdown, HTML or OpenAPI: a file or a URL')
      .requiredOption('--provider <name>', 'name of the provider', providerName)
      .option('--out <folder>', 'folder that specs/ and contracts/ are written to; default: where the project has them')
      .option('--operation <name>', 'which operation issues tokens, as "POST /path" or its operationId')
      .option('--with <names...>', 'other operations of an OpenAPI description to be drafted too, or all')
      .option('--force', 'overwrite files that are there'),
  run: ([from = ''], options) => draft(from, options),
};

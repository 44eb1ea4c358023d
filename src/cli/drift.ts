import { changeText, differences, staleDecisions } from '../draft/drift/compare.ts';
import { contractFacts, decisionsOf } from '../draft/drift/decisions.ts';
import { flatten } from '../draft/facts/facts.ts';
import { PageNotReached, readPage } from '../draft/page/source.ts';
import { boundedFacts } from '../draft/read/bounded.ts';
import { contractOf } from '../judge/catalogue.ts';
import { print, printError } from '../output/print.ts';
import { variables } from '../target/variables.ts';
import { requireVerification } from '../target/verification.ts';
import type { CliCommand } from './command.ts';

const notReached = 2;

interface Options {
  page?: string;
  folder?: string;
}

async function comparePage(provider: string, options: Options): Promise<number> {
  requireVerification(variables());
  const contract = contractOf(provider, options.folder);
  const decisions = decisionsOf(contract);
  const from = options.page ?? contract.sources['page']?.url ?? '';
  const operation = `${contract.operation.method} ${contract.operation.path}`;
  const page = await readPage(from);
  const facts = await boundedFacts([page], page.format === 'openapi' ? { operation } : {});
  const ours = await contractFacts(contract);
  const changes = differences(flatten(facts), ours, decisions);
  const stale = staleDecisions(ours, decisions);
  for (const change of changes) print(changeText(change));
  for (const line of stale) print(line);
  const read = contract.sources['page']?.read;
  print(
    changes.length + stale.length === 0
      ? `${provider}: the page says what the contract took from it on ${read}.`
      : `${provider}: ${changes.length} facts differ from what the contract took from the page on ${read}.`,
  );
  return changes.length + stale.length === 0 ? 0 : 1;
}

export const command: CliCommand<Options> = {
  subject: 'The comparison',
  define: (line) =>
    line
      .description(
        'Compares a documentation page with the contract taken from it: exit 0 the same, 1 drift, 2 page not reached, 3 bad input.',
      )
      .argument('<provider>', 'name of a provider under contracts/')
      .option('--page <page>', 'file or URL; by default the address in the contract')
      .option('--folder <folder>', 'folder of the contracts'),
  run: async ([provider = ''], options) => {
    try {
      return await comparePage(provider, options);
    } catch (error) {
      if (!(error instanceof PageNotReached)) throw error;
      printError(error.message);
      return notReached;
    }
  },
};

import { Command } from 'commander';
import { contractOf } from '../src/catalogue.ts';
import { InputError, printable } from '../src/contract/problems.ts';
import { boundedFacts } from '../src/derive/bounded.ts';
import { changeText, differences, staleDecisions } from '../src/derive/compare.ts';
import { contractFacts, decisionsOf } from '../src/derive/decisions.ts';
import { flatten } from '../src/derive/facts.ts';
import { PageNotReached, readPage } from '../src/derive/source.ts';

const notReached = 2;
const ownFault = 3;

async function main(): Promise<number> {
  const command = new Command('drift')
    .description(
      'Compares a documentation page with the contract taken from it: exit 0 the same, 1 drift, 2 page not reached, 3 bad input.',
    )
    .argument('<provider>', 'name of a provider under contracts/')
    .option('--page <page>', 'file or URL; by default the address in the contract')
    .option('--folder <folder>', 'folder of the contracts')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : ownFault));
  command.parse();
  const [provider = ''] = command.args;
  const options = command.opts<{ page?: string; folder?: string }>();
  const contract = contractOf(provider, options.folder);
  const decisions = decisionsOf(contract);
  const from = options.page ?? contract.sources['page']?.url ?? '';
  const operation = `${contract.operation.method} ${contract.operation.path}`;
  const page = await readPage(from);
  const facts = await boundedFacts(page, page.format === 'openapi' ? { operation } : {});
  const ours = await contractFacts(contract);
  const changes = differences(flatten(facts), ours, decisions);
  const stale = staleDecisions(ours, decisions);
  for (const change of changes) console.log(printable(changeText(change)));
  for (const line of stale) console.log(printable(line));
  const read = contract.sources['page']?.read;
  console.log(
    changes.length + stale.length === 0
      ? `${provider}: the page says what the contract took from it on ${read}.`
      : `${provider}: ${changes.length} facts differ from what the contract took from the page on ${read}.`,
  );
  return changes.length + stale.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof InputError ? error.message : error);
  process.exitCode = error instanceof PageNotReached ? notReached : ownFault;
}

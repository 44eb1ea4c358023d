import { relative } from 'node:path';
import { InputError } from '../contract/problems.ts';
import { accept } from '../draft/drift/accept.ts';
import { type Change, changesSince, changeText, differences, staleDecisions } from '../draft/drift/compare.ts';
import { allContractFacts, operationNames, recordedOf } from '../draft/drift/decisions.ts';
import { flattenAll } from '../draft/facts/flatten.ts';
import { PageNotReached, readPages } from '../draft/page/source.ts';
import { boundedFacts } from '../draft/read/bounded.ts';
import { writeWhole } from '../files/whole.ts';
import { contractOf } from '../judge/catalogue.ts';
import { print, printError } from '../output/print.ts';
import { variables } from '../target/variables.ts';
import { requireVerification } from '../target/verification.ts';
import type { CliCommand } from './command.ts';

const notReached = 2;

interface Options {
  page?: string[];
  folder?: string;
  accept?: string[];
}

/** The changes that are asked for, by what they are about. @throws InputError for one that there is not. */
function chosen(changes: Change[], asked: string[]): Change[] {
  if (asked.includes('all')) return changes;
  return asked.map((fact) => {
    const found = changes.find((change) => change.fact === fact);
    if (found) return found;
    throw new InputError(`The page has no change "${fact}".`, [
      `correct --accept; there is: ${changes.map((change) => `"${change.fact}"`).join(', ') || 'none'}`,
    ]);
  });
}

async function comparePage(provider: string, options: Options): Promise<number> {
  requireVerification(variables());
  const contract = contractOf(provider, options.folder);
  const { decisions, page: then } = recordedOf(contract);
  const pages = await readPages(options.page ?? [contract.sources['page']?.url ?? '']);
  const [token = '', ...others] = operationNames(contract);
  const described = pages.every(({ format }) => format === 'openapi');
  // A path that people decided otherwise is not that of the page.
  const operation = then ? then.operation : described ? token : undefined;
  const facts = await boundedFacts(pages, {
    ...(operation === undefined ? {} : { operation }),
    ...(others.length > 0 ? { with: others, lenient: true } : {}),
  });
  const ours = await allContractFacts(contract);
  const withOthers = facts.others.length > 0 || Object.keys(then?.facts ?? {}).some((fact) => fact.includes(': '));
  const compared = withOthers ? new Map([...ours.token, ...ours.others]) : ours.token;
  const changes = then
    ? changesSince(flattenAll(facts), then.facts, compared)
    : differences(flattenAll(facts), compared, decisions);
  const stale = then ? [] : staleDecisions(ours.token, decisions);
  if (others.length > 0 && !withOthers)
    print(`${others.join(', ')}: not compared, since no OpenAPI description of them was given`);
  const asked = chosen(changes, options.accept ?? []);
  const taken = new Set<Change>(asked);
  if (asked.length > 0) {
    if (!then)
      throw new InputError('Nothing is recorded of what the page said:', [
        `${provider} was not drafted by derive; change the contract by hand, or write a decision into decisions.yaml`,
      ]);
    const { files, byHand } = accept(contract, asked, compared);
    for (const [file, text] of files) {
      writeWhole(file, text);
      print(`wrote ${relative(process.cwd(), file)}`);
    }
    for (const { change, text } of byHand) {
      taken.delete(change);
      print(`change by hand, then accept it again: ${text}`);
    }
  }
  const left = changes.filter((change) => !taken.has(change));
  for (const change of left) print(changeText(change));
  for (const text of stale) print(text);
  const read = contract.sources['page']?.read;
  if (left.length + stale.length === 0) {
    print(`${provider}: the page says what the contract took from it on ${read}.`);
    return 0;
  }
  print(`${provider}: ${left.length} facts differ from what the contract took from the page on ${read}.`);
  if (then) print('Take one over with --accept "<what it is about>", or each of them with --accept all.');
  else if (left.length > 0)
    print('Where the contract is to say otherwise than the page, write it into decisions.yaml beside the contract.');
  return 1;
}

export const command: CliCommand<Options> = {
  subject: 'The comparison',
  define: (line) =>
    line
      .description(
        'Compares documentation pages with the contract taken from them: exit 0 the same, 1 drift, 2 page not reached, 3 bad input.',
      )
      .argument('<provider>', 'name of a provider under contracts/')
      .option('--page <pages...>', 'files or URLs; by default the address in the contract')
      .option('--folder <folder>', 'folder of the contracts')
      .option(
        '--accept <facts...>',
        'changes to be taken over into the contract, by what they are about; all for each',
      ),
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

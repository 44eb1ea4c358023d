import { relative } from 'node:path';
import { providerNames } from '../contract/load.ts';
import { InputError } from '../contract/problems.ts';
import { didYouMean } from '../contract/similar.ts';
import { accept } from '../draft/drift/accept.ts';
import { contractBeside, pageFacts } from '../draft/drift/beside.ts';
import { type Change, changesSince, changeText, differences, staleDecisions } from '../draft/drift/compare.ts';
import { allContractFacts, operationNames, recordedOf } from '../draft/drift/decisions.ts';
import type { OtherFacts } from '../draft/facts/facts.ts';
import type { DeriveOptions } from '../draft/facts/input.ts';
import { flattenAll, keyAt, otherKey } from '../draft/merge/flatten.ts';
import { PageNotReached, readPages } from '../draft/page/text/source.ts';
import { boundedFacts } from '../draft/read/bounded.ts';
import { clearedFacts, clearingErrors, gateOfPages } from '../draft/read/cleared.ts';
import { writeWhole } from '../files/whole.ts';
import type { PageRow } from '../formats/decisions.ts';
import { contractFolders, contractOf } from '../judge/catalogue.ts';
import { print, printError, printJson } from '../output/print.ts';
import { variables } from '../target/variables.ts';
import { requireVerification } from '../target/verification.ts';
import type { CliCommand } from './command.ts';

const notReached = 2;

interface Options {
  page?: string[];
  folder?: string;
  accept?: string[];
  json: boolean;
}

/** What a comparison found and did; the shape of `--json`. */
interface Drift {
  exitCode: number;
  provider: string;
  /** Date the contract was taken from the page, YYYY-MM-DD; absent where it does not say. */
  read: string | undefined;
  /** The facts that differ, those that were taken over left out; `text` says one in a line. */
  changes: (Change & { text: string })[];
  /** Decisions that the page no longer calls for. */
  stale: string[];
  /** Operations that no page and no description of was given, and those of which nothing is recorded of what a page said. */
  notCompared: string[];
  notRecorded: string[];
  /** Files that `--accept` wrote, what it leaves to a person, and the facts that it recorded and took no further. */
  wrote: string[];
  byHand: string[];
  masked: string[];
  /** The facts that it recorded and could not compare with the contract. */
  uncompared: string[];
  /** Whether it is known what the page said when the contract was drafted, so that changes can be accepted. */
  recorded: boolean;
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

/** How the facts of an operation begin, by its name in a contract. */
function keyOf(name: string): string {
  const [method = '', path = ''] = name.split(' ');
  return keyAt(method, path);
}

/** Whether anything is recorded of what a page said of an operation. */
const hasFactsOf = (key: string, { facts }: PageRow): boolean =>
  Object.keys(facts).some((fact) => fact.startsWith(`${key}: `));

async function comparePage(provider: string, options: Options): Promise<Drift> {
  const all = variables();
  requireVerification(all);
  const gate = gateOfPages(all);
  const known = options.folder === undefined ? Object.keys(contractFolders()) : providerNames(options.folder);
  if (!known.includes(provider))
    throw new InputError(`There is no provider "${provider}".`, [
      `there is: ${known.join(', ')}${didYouMean(provider, known)}`,
    ]);
  const contract = contractOf(provider, options.folder);
  const { decisions, page: then } = recordedOf(contract);
  const pages = await clearingErrors(gate, () => readPages(options.page ?? [contract.sources['page']?.url ?? '']));
  const [token, ...others] = operationNames(contract);
  // A path that people decided otherwise is not that of the page.
  const likely = then ? [then.facts['method'], then.facts['path']].join(' ') : token;
  const reading: DeriveOptions = {
    ...(then?.operation === undefined ? {} : { operation: then.operation }),
    ...(likely === undefined ? {} : { likely }),
    ...(others.length > 0 ? { with: others, lenient: true } : {}),
  };
  const read = clearedFacts(await clearingErrors(gate, () => boundedFacts(pages, reading)), gate);
  // A record of an earlier form has no facts of the operations of a page of text.
  const isRecorded = (other: OtherFacts): boolean =>
    !then || other.origin === 'openapi' || hasFactsOf(otherKey(other), then);
  const facts = { ...read, others: read.others.filter(isRecorded) };
  const ours = await allContractFacts(contract);
  const withOthers = facts.others.length > 0 || Object.keys(then?.facts ?? {}).some((fact) => fact.includes(': '));
  const compared = withOthers ? new Map([...ours.token, ...ours.others]) : ours.token;
  const changes = then
    ? changesSince(pageFacts(facts), then.facts, compared)
    : differences(flattenAll(facts), compared, decisions);
  const described = new Set(read.others.map(otherKey));
  const there = new Set(facts.others.map(otherKey));
  const missed = others.filter((name) => {
    const key = keyOf(name);
    return then ? !there.has(key) && !hasFactsOf(key, then) : !withOthers;
  });
  const stale = then ? [] : staleDecisions(ours.token, decisions);
  const accepted = chosen(changes, options.accept ?? []);
  if (accepted.length > 0 && !then)
    throw new InputError('Nothing is recorded of what the page said:', [
      `${provider} was not drafted by derive; change the contract by hand, or write a decision into decisions.yaml`,
    ]);
  const { files, byHand, masked, uncompared } =
    accepted.length > 0
      ? accept(contract, accepted, new Map([...compared, ...contractBeside(contract)]))
      : { files: [], byHand: [], masked: [], uncompared: [] };
  const wrote = [...files].map(([file, text]) => {
    writeWhole(file, text);
    return relative(process.cwd(), file);
  });
  // What has to be changed by hand is not taken over yet, and what is only recorded is for a person to see once.
  const undone = new Set([...byHand.map(({ change }) => change), ...masked, ...uncompared]);
  const left = changes.filter((change) => !accepted.includes(change) || undone.has(change));
  return {
    exitCode: left.length + stale.length === 0 ? 0 : 1,
    provider,
    read: contract.sources['page']?.read,
    changes: left.map((change) => ({ ...change, text: changeText(change) })),
    stale,
    notCompared: missed.filter((name) => !described.has(keyOf(name))),
    notRecorded: missed.filter((name) => described.has(keyOf(name))),
    wrote,
    byHand: byHand.map(({ text }) => text),
    masked: masked.map(({ fact }) => fact),
    uncompared: uncompared.map(({ fact }) => fact),
    recorded: then !== null,
  };
}

/** What a comparison found and did, as lines. */
function driftLines(drift: Drift): string[] {
  const { provider, read, changes, stale, notCompared, notRecorded, wrote, byHand, masked, uncompared, recorded } =
    drift;
  const found = [
    ...(notCompared.length > 0
      ? [`${notCompared.join(', ')}: not compared, since no page and no OpenAPI description of them was given`]
      : []),
    ...(notRecorded.length > 0
      ? [
          `${notRecorded.join(', ')}: not compared, since nothing is recorded of what the page said of them when the contract was derived; derive it again with --with`,
        ]
      : []),
    ...wrote.map((file) => `wrote ${file}`),
    ...byHand.map((text) => `change by hand, then accept it again: ${text}`),
    ...masked.map(
      (fact) =>
        `${fact}: the page has a secret or a token there, which no contract takes. The masked value is recorded and not reported again. Check whether the contract has to change.`,
    ),
    ...uncompared.map(
      (fact) =>
        `${fact}: the contract may state this in another form, so it cannot be compared. What the page says is recorded and not reported again. Check whether the contract has to change.`,
    ),
    ...changes.map(({ text }) => text),
    ...stale,
  ];
  if (changes.length + stale.length === 0)
    return [...found, `${provider}: the page says what the contract took from it on ${read}.`];
  const remedy = recorded
    ? ['Take one over with --accept "<what it is about>", or each of them with --accept all.']
    : ['Where the contract is to say otherwise than the page, write it into decisions.yaml beside the contract.'];
  return [
    ...found,
    `${provider}: ${changes.length === 1 ? '1 fact differs' : `${changes.length} facts differ`} from what the contract took from the page on ${read}.`,
    ...(recorded || changes.length > 0 ? remedy : []),
  ];
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
      .option('--accept <facts...>', 'changes to be taken over into the contract, by what they are about; all for each')
      .option('--json', 'as JSON', false),
  run: async ([provider = ''], options) => {
    try {
      const drift = await comparePage(provider, options);
      if (options.json) printJson(drift);
      else for (const line of driftLines(drift)) print(line);
      return drift.exitCode;
    } catch (error) {
      if (!(error instanceof PageNotReached)) throw error;
      printError(error.message);
      return notReached;
    }
  },
};

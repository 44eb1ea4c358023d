/** The page of the deep profile: its families, and the clauses they make of the contracts. */
import type { Contract } from '../contract/types.ts';
import { deepened } from '../scenario/families/deepen.ts';
import { families } from '../scenario/families/index.ts';
import { plan } from '../scenario/plan.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/**
 * A line for each clause that a family makes of a contract: its id, statement, level, source and number of requests.
 */
function rows(contract: Contract, family: string): string[] {
  const deep = deepened(contract);
  const scenarios = plan(deep);
  return deep.clauses
    .filter(({ id, deep: made }) => made && id.startsWith(`${contract.provider}-deep-${family}-`))
    .map(({ id, statement, level, source, at }) => {
      const sent = scenarios.filter(({ clause }) => clause?.id === id).length;
      return `| ${id} | ${cell(statement)} | ${level} | ${cell(source.title)}, ${cell(at)} | ${sent} |`;
    });
}

/** Markdown of the deep profile. */
export function deepPage(contracts: readonly Contract[]): string {
  const sections = families.flatMap(({ name, about }) => [
    '',
    `## ${name}`,
    '',
    `${about.charAt(0).toUpperCase()}${about.slice(1)}.`,
    '',
    '| clause | statement | level | source | requests |',
    '|---|---|---|---|---|',
    ...contracts.flatMap((contract) => rows(contract, name)),
  ]);
  return [
    '# The deep profile',
    '',
    'Written by `npm run docs`. These clauses are asked with `CONFORMANCE_PROFILE=deep`, beside those of the contracts. Each family',
    'makes its clauses from any contract and from the standards that it cites. A standard that a contract does not cite is not',
    'binding for its provider, so its clauses have the level `should` at most. `requests` is how many a run sends for the clause.',
    ...sections,
    '',
  ].join('\n');
}

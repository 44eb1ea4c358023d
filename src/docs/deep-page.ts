/** The page of the deep profile: its families, and the clauses they make of the contracts. */
import type { Contract } from '../contract/types.ts';
import { deepened } from '../scenario/families/deepen.ts';
import { families } from '../scenario/families/index.ts';
import { plan } from '../scenario/plan.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** A line for each clause that a family makes of a contract: its id, statement, level, source and how many requests it sends. */
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
    'Written by `npm run docs`. What `CONFORMANCE_PROFILE=deep` asks beside the clauses of the contracts, by families. A standard',
    'that a contract does not cite binds its provider to nothing, so that its clauses are no more than `should`.',
    ...sections,
    '',
  ].join('\n');
}

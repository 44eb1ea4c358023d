/** What a run shows as one: a control, or a clause with its ways to break or vary one request. Pure. */
import type { Contract } from '../contract/types.ts';
import { visible } from '../output/visible.ts';
import { plan, type Scenario } from './plan.ts';

/** The scenarios that one test sends, one after the other. */
export interface Case {
  /** `<clause id>: <statement> (<way>, <way>)`, and `@<operation>` after the id where that is not clear. */
  title: string;
  tag: string[];
  scenarios: [first: Scenario, ...others: Scenario[]];
}

/** The profiles a scenario belongs to, as tags of Playwright. */
function tagsOf({ gate, deep }: Scenario): string[] {
  return [...(gate ? ['@gate'] : []), ...(deep ? ['@deep'] : [])];
}

/** The way of a scenario, with its variant, as its id has them: `absent`, `not-string:5`. */
export function wayOf({ id, clause }: Scenario): string {
  return clause === null ? id : id.slice(clause.id.length + 1).replace(/@[^@/]*$/, '');
}

function titleOf([first, ...others]: Case['scenarios']): string {
  const { id, clause, operation } = first;
  if (clause === null) return `${id}: ${first.title}`;
  const at = clause.operations.length > 1 ? `@${operation}` : '';
  return `${clause.id}${at}: ${visible(clause.statement.replace(/\.$/, ''))} (${[first, ...others].map(wayOf).join(', ')})`;
}

/** Whether two scenarios of one clause are selected and sent together: no tag may select a part of a test. */
function isTogether(one: Scenario, other: Scenario): boolean {
  return (
    one.clause !== null &&
    one.clause === other.clause &&
    one.operation === other.operation &&
    tagsOf(one).join() === tagsOf(other).join()
  );
}

/**
 * Every scenario of the plan in its order, those of one clause at one operation together. The plan holds these side by
 * side, but for what has its time in a token's life: that is a case of its own.
 */
export function casesOf(contract: Contract): Case[] {
  const groups: Case['scenarios'][] = [];
  for (const scenario of plan(contract)) {
    const last = groups.at(-1);
    if (last && isTogether(last[0], scenario)) last.push(scenario);
    else groups.push([scenario]);
  }
  return groups.map((scenarios) => ({ title: titleOf(scenarios), tag: tagsOf(scenarios[0]), scenarios }));
}

/** The tests of one provider, as far as a list of them knows. */
export interface Group {
  title: string;
  tag: string;
  /** With the ids of their scenarios. */
  cases: { title: string; tag: string[]; scenarios: string[] }[];
}

/** The tag of the tests of a provider. */
export function tagOf({ provider }: { provider: string }): string {
  return `@${provider}`;
}

/** The tests of every provider. Two may bear one title, and Playwright takes two groups of one title for the same. */
export function groupsOf(contracts: readonly Contract[]): Group[] {
  const titles = contracts.map(({ title }) => title);
  const isShared = (title: string): boolean => titles.indexOf(title) !== titles.lastIndexOf(title);
  return contracts.map((contract) => ({
    tag: tagOf(contract),
    title: visible(isShared(contract.title) ? `${contract.title} (${contract.provider})` : contract.title),
    cases: casesOf(contract).map(({ title, tag, scenarios }) => ({
      title,
      tag,
      scenarios: scenarios.map(({ id }) => id),
    })),
  }));
}

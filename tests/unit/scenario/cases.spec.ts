/** A test is a clause with its ways: what its title selects, what a part of the command line lists, and what a worker is left. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { contractNamed, contracts } from '../../../proof/run.ts';
import type { Contract } from '../../../src/contract/types.ts';
import { leaveResolved } from '../../../src/playwright/resolved.ts';
import { casesOf, groupsOf } from '../../../src/scenario/cases.ts';
import { plan } from '../../../src/scenario/plan.ts';
import { newFolder } from '../../support/folders.ts';

test('every scenario is in one case, in the order of the plan, and no tag selects a part of one', () => {
  for (const contract of Object.values(contracts)) {
    const cases = casesOf(contract);
    expect(cases.flatMap(({ scenarios }) => scenarios)).toEqual(plan(contract));
    expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
    const torn = cases.filter(({ scenarios, tag }) => scenarios.some(({ gate }) => gate !== tag.includes('@gate')));
    expect(torn.map(({ title }) => title)).toEqual([]);
  }
});

test('a worker is left the contracts as they were loaded, but for the places that nobody asks for', () => {
  const folder = newFolder('conformance-resolved');
  leaveResolved(folder, { contracts, unloaded: [] }, []);
  const left = JSON.parse(readFileSync(join(folder, 'resolved.json'), 'utf8')) as {
    contracts: Record<string, Contract>;
  };
  // Copied by what a value is, so that a function, a pattern or a map in a contract would show.
  const placed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(placed);
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value)?.constructor?.name === 'RegExp')
      return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, name === 'where' ? 'its contract' : placed(member)]),
    );
  };
  for (const [provider, contract] of Object.entries(contracts))
    expect(placed(left.contracts[provider])).toEqual(placed(contract));
});

test('two providers of one title have groups of different titles', () => {
  const one = contractNamed('pyng');
  const titles = groupsOf([one, { ...one, provider: 'other' }]).map(({ title }) => title);
  expect(new Set(titles).size).toBe(2);
});

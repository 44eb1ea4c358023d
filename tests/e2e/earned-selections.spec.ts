/** Whatever the options of Playwright select, a verdict is earned and a part is never taken for the whole. */
import { expect, test } from '@playwright/test';
import type { Intercept } from '../../mock/server.ts';
import { gate } from '../../src/results/gate.ts';
import { isPartial } from '../../src/results/identity.ts';
import { isTimed } from '../../src/run/life.ts';
import type { Scenario } from '../../src/scenario/plan.ts';
import type { Target } from '../../src/target/target.ts';
import { contract, everything, guard, isEarned, run, withMock } from '../support/earned.ts';
import { resultsOf } from '../support/recorded.ts';
import { numbers, seed } from '../support/seed.ts';

/** What an option leaves of the scenarios. */
interface Chosen {
  scenarios: Scenario[];
  stopAfter?: number;
}

test(`200 selections by the options of Playwright (seed ${seed}): none conforms without a granted control and a passed must clause`, async () => {
  const next = numbers(seed);
  const below = (most: number): number => Math.floor(next() * most);
  const planned = everything.filter((scenario) => !isTimed(scenario));
  const clauses = contract.clauses.map(({ id }) => id);
  const matching = () => {
    const pattern = [clauses[below(clauses.length)] ?? '', ...(below(3) === 0 ? ['control'] : [])];
    return (scenario: Scenario): boolean => pattern.some((part) => scenario.id.startsWith(part));
  };
  const options: Record<string, () => Chosen> = {
    '--grep': () => ({ scenarios: planned.filter(matching()) }),
    '--grep=@gate': () => ({ scenarios: planned.filter(({ gate: quick }) => quick) }),
    '--grep-invert': () => {
      const matches = matching();
      return { scenarios: planned.filter((scenario) => !matches(scenario)).slice(0, 12) };
    },
    '--shard': () => {
      const total = 2 + below(12);
      const size = Math.ceil(planned.length / total);
      return { scenarios: planned.slice(below(total) * size).slice(0, size) };
    },
    '--last-failed': () => ({ scenarios: planned.filter(() => below(12) === 0) }),
    '--only-changed': () => ({ scenarios: [] }),
    '--repeat-each': () => {
      const some = planned.filter(matching());
      return { scenarios: [...some, ...some] };
    },
    '--retries': () => {
      const some = planned.filter(matching()).slice(0, 3);
      return { scenarios: some.flatMap((scenario) => [scenario, scenario]) };
    },
    '--max-failures': () => ({ scenarios: planned, stopAfter: below(6) }),
  };
  const refuse: Intercept = () => ({ status: 401, headers: [], body: '{}' });
  const unavailable: Intercept = () => ({ status: 503, headers: [], body: '' });
  const servers: [Intercept | undefined, Partial<Target>][] = [
    [undefined, {}],
    [undefined, {}],
    [undefined, { onlyControl: guard }],
    [undefined, { probe: null }],
    [undefined, { maxRequests: 1 }],
    [refuse, {}],
    [unavailable, {}],
  ];
  const verdicts = new Map<string, number>();
  await withMock(async (mock) => {
    for (let turn = 0; turn < 200; turn++) {
      const [name = '', select = (): Chosen => ({ scenarios: [] })] = Object.entries(options)[turn % 9] ?? [];
      const [intercept, target = {}] = servers[below(servers.length)] ?? [];
      const { scenarios, stopAfter } = select();
      const { result } = await run(scenarios, {
        mock,
        intercept,
        target,
        ...(stopAfter === undefined ? {} : { stopAfter }),
      });
      const where = `turn ${turn}: ${name}, ${scenarios.length} scenarios, ${result.reason}`;
      verdicts.set(result.verdict, (verdicts.get(result.verdict) ?? 0) + 1);
      if (result.verdict === 'conforms') expect(isEarned(result), where).toBe(true);
      else expect(result.reason, where).not.toBe('');
      expect(isPartial(result), where).toBe(true);
      // Whatever was selected, the gate does not take it for the whole, and finds no contradiction in it.
      expect(gate(resultsOf([result], name)).exitCode, where).toBe(result.verdict === 'error' ? 3 : 2);
      expect(gate(resultsOf([result], name)).lines.join('\n'), where).not.toContain('contradicts');
    }
  });
  // The seed shows both: selections that earn their verdict, and those that do not.
  expect(verdicts.get('conforms')).toBeGreaterThan(20);
  expect(verdicts.get('not-judged')).toBeGreaterThan(20);
});

/** Whatever the options of Playwright select, a verdict is earned and a part is never taken for the whole. */
import { isDeepStrictEqual } from 'node:util';
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

test(`99 selections by the options of Playwright (seed ${seed}): none conforms without a granted control and a passed must clause`, async () => {
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
  const wrong: object[] = [];
  await withMock(async (mock) => {
    for (let turn = 0; turn < 99; turn++) {
      const [name = '', select = (): Chosen => ({ scenarios: [] })] = Object.entries(options)[turn % 9] ?? [];
      const [intercept, target = {}] = servers[below(servers.length)] ?? [];
      const { scenarios, stopAfter } = select();
      const { result } = await run(scenarios, {
        mock,
        intercept,
        target,
        ...(stopAfter === undefined ? {} : { stopAfter }),
      });
      verdicts.set(result.verdict, (verdicts.get(result.verdict) ?? 0) + 1);
      // Whatever was selected, the gate does not take it for the whole, and finds no contradiction in it.
      const { exitCode, lines } = gate(resultsOf([result], name));
      const shown = {
        earned: result.verdict === 'conforms' ? isEarned(result) : result.reason !== '',
        partial: isPartial(result),
        exitCode,
        contradicts: lines.join('\n').includes('contradicts'),
      };
      const wanted = { earned: true, partial: true, exitCode: result.verdict === 'error' ? 3 : 2, contradicts: false };
      if (!isDeepStrictEqual(shown, wanted))
        wrong.push({ turn, name, scenarios: scenarios.length, reason: result.reason, ...shown });
    }
  });
  expect(wrong).toEqual([]);
  // The seed shows both: selections that earn their verdict, and those that do not.
  expect(verdicts.get('conforms')).toBeGreaterThan(10);
  expect(verdicts.get('not-judged')).toBeGreaterThan(10);
});

/** A deviating results.json, damaged in very many ways: neither the gate nor rejudge takes it for green, and neither crashes. */
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { contracts } from '../../proof/run.ts';
import { InputError } from '../../src/contract/problems.ts';
import type { Results } from '../../src/formats/results.ts';
import { gateValue } from '../../src/results/gate.ts';
import { resultsIn } from '../../src/results/read.ts';
import { rejudgeResults } from '../../src/results/rejudge.ts';
import { deviating, recorded, resealed, resultsOf } from '../support/recorded.ts';
import { seed, shareOf } from '../support/seed.ts';

type Tree = null | boolean | number | string | Tree[] | { [name: string]: Tree };

/** One change: where, as shares of what can be chosen at each step down, and what. */
interface Change {
  steps: number[];
  kind: 'replace' | 'delete' | 'double' | 'empty' | 'borrow';
  value: Tree;
}

const words = [
  'pass',
  'fail',
  'conforms',
  'deviates',
  'none',
  'fails',
  'waived',
  'must',
  'may',
  'control',
  'ex-1',
  'pyng',
];
const hostile = ['__proto__', 'constructor', '/__proto__/x', 'http://', '\u0000', '-1', '9'.repeat(400), '2026-13-99'];

const value: fc.Arbitrary<Tree> = fc.oneof(
  fc.constantFrom<Tree>(...words, ...hostile),
  fc.constantFrom<Tree>(0, 1, 2, 3, -1, 1e308, Number.MAX_SAFE_INTEGER, 200, 401, true, false, null, [], {}),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Tree>,
);

const change: fc.Arbitrary<Change> = fc.record({
  steps: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1, maxLength: 9 }),
  kind: fc.constantFrom('replace', 'replace', 'delete', 'double', 'empty', 'borrow'),
  value,
});

const isBranch = (tree: Tree): tree is Tree[] | { [name: string]: Tree } => typeof tree === 'object' && tree !== null;

/** Changes a tree in place; where the steps lead further than it goes, its last branch is changed. */
function apply(root: Tree, { steps, kind, value: given }: Change): void {
  let here = root;
  let key = '';
  let parent: Tree = root;
  for (const step of steps) {
    if (!isBranch(here)) break;
    const keys = Object.keys(here);
    const next = keys[Math.floor(step * keys.length)];
    if (next === undefined) break;
    parent = here;
    key = next;
    here = (here as { [name: string]: Tree })[next] ?? null;
  }
  if (!isBranch(parent) || key === '') return;
  const branch = parent as { [name: string]: Tree };
  const siblings = Object.values(branch);
  const values: Record<Change['kind'], () => void> = {
    replace: () =>
      Object.defineProperty(branch, key, { value: given, enumerable: true, writable: true, configurable: true }),
    delete: () => (Array.isArray(parent) ? parent.splice(Number(key), 1) : delete branch[key]),
    double: () => (Array.isArray(parent) ? parent.push(structuredClone(here)) : undefined),
    empty: () => {
      branch[key] = Array.isArray(here) ? [] : typeof here === 'number' ? 0 : typeof here === 'string' ? '' : {};
    },
    borrow: () => {
      branch[key] = structuredClone(siblings[Math.floor((steps[0] ?? 0) * siblings.length)] ?? null);
    },
  };
  values[kind]();
}

/** How rejudge ends: with the exit code of the new judgement, or with 3 and one message. */
function rejudged(given: unknown): number {
  try {
    return rejudgeResults(resultsIn(given, 'results.json'), { contracts, unloaded: {} }, 'results.json').exitCode;
  } catch (error) {
    if (error instanceof InputError && error.message.length < 4000) return 3;
    throw error;
  }
}

/** The file as a run would have written it, where it still has the shape of one. */
function written(given: unknown): unknown {
  const shaped = typeof given === 'object' && given !== null && !Array.isArray(given);
  return shaped ? resealed(given as Results) : given;
}

/** The file as it would look of a run in which all is well, but for the clauses. */
function whitened(given: Tree): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return;
  Object.assign(given, { exitCode: 0, problems: [] });
  const { targets } = given as { targets?: unknown };
  for (const target of Array.isArray(targets) ? targets : [])
    if (typeof target === 'object' && target !== null) Object.assign(target, { verdict: 'conforms', reason: '' });
}

const changes = shareOf(2000);

test(`${changes} changes of a deviating results.json (seed ${seed}): never 0, and no other end than an exit code`, async () => {
  const some = await recorded('pyng', deviating, ({ id }) => /^(control|pyng-method)/.test(id));
  const results = resultsOf([some], '--grep=some');
  expect(gateValue(results, 'results.json', '--grep=some').exitCode).toBe(1);
  expect(rejudged(results)).toBe(1);
  const seen = new Map<number, number>();
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      fc.boolean(),
      (several, again, white) => {
        const damaged = structuredClone(results) as unknown as Tree;
        for (const one of several) apply(damaged, one);
        if (white) whitened(damaged);
        // Half of them as forgery would leave them: with a digest of what they hold now.
        const file = again ? written(damaged) : damaged;
        const ends = [gateValue(file, 'results.json', '--grep=some').exitCode, rejudged(file)];
        for (const code of ends) seen.set(code, (seen.get(code) ?? 0) + 1);
        // An expectation for each would cost more than the gate itself.
        if (ends.some((code) => ![1, 2, 3].includes(code))) throw new Error(`gate and rejudge answer ${ends}`);
      },
    ),
    { seed, numRuns: changes, endOnFailure: true },
  );
  // Most changes are noticed; some touch nothing that a verdict follows from.
  expect(seen.get(3)).toBeGreaterThan(changes / 2);
  expect(seen.get(1)).toBeGreaterThan(changes / 40);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

/** What docs/bench.md says of runs against providers that deviate. */
import type { Deviating, Kind } from './deviating.ts';
import type { Bar } from './lines.ts';

const ms = (value: number): string => String(Math.round(value));
const ratio = (value: number): string => `${value.toFixed(2)}×`;

/** Most that a run may cost, relative to the run with which it is compared. */
const most: Record<Exclude<Kind, 'conforming'>, number> = {
  'an error envelope that is wrong everywhere': 2,
  'a grant that lacks its envelope': 2,
  down: 2,
  'one that grants everything': 1.3,
};

/**
 * The run to compare with: the conforming run, and where each demand is truly red an empty project with as many red
 * tests.
 */
function besides({ emptyMs }: Deviating, conforming: Deviating): number {
  return conforming.cpuMs + emptyMs;
}

function ratiosOf(all: Deviating[], kind: Kind): number[] {
  return all.flatMap((one) => {
    const conforming = all.find((other) => other.like === one.like && other.kind === 'conforming');
    return one.kind === kind && conforming ? [one.cpuMs / besides(one, conforming)] : [];
  });
}

/** A bar for each kind, of the provider for which it is the worst. */
export function deviatingBars(all: Deviating[]): Bar[] {
  if (all.length === 0) return [];
  return (Object.keys(most) as (keyof typeof most)[]).map((kind) => {
    const worst = Math.max(...ratiosOf(all, kind));
    const empty = kind === 'one that grants everything' ? ' and an empty project with as many red tests' : '';
    const name = `processor time of a run against a provider: ${kind}, to a conforming run${empty}, worst provider`;
    return { name, value: ratio(worst), limit: ratio(most[kind]), met: worst <= most[kind] };
  });
}

/** Every kind of every provider. */
export function deviatingLines(all: Deviating[], rounds: number): string[] {
  if (all.length === 0) return [];
  return [
    '## Providers that deviate',
    '',
    `The command itself against one provider, its processes together; medians of ${rounds} rounds, the providers side by side. Playwright starts a worker anew after each red test, which an empty project of as many tests pays as well.`,
    '',
    '| provider | kind | red tests | processor time, ms | empty project, processor time, ms |',
    '| --- | --- | --- | --- | --- |',
    ...all.map(
      ({ like, kind, red, cpuMs, emptyMs }) =>
        `| ${like} | ${kind} | ${red} | ${ms(cpuMs)} | ${emptyMs === 0 ? '-' : ms(emptyMs)} |`,
    ),
    '',
  ];
}

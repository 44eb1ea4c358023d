/** Which failures the faults of other failures explain. A waived fault is a fault apart: it excuses no clause without a waiver. Pure. */
import type { Effect } from '../formats/results.ts';
import type { Observation } from '../judge/observation.ts';

/** The faults that a failure names: its own, and those that explain it where other failures name them. */
export type Faults = Pick<Observation, 'fault' | 'impliedBy'>;

/** The failures of a clause, and what they do to the run. */
interface Failing {
  effect: Effect;
  failures: readonly Faults[];
}

/** The fault of which a failure is a part, by a name that no fault with another effect has; empty for a fault of its own. */
export type FaultOf = (effect: Effect, failure: Faults) => string;

/** The name of a fault among those of a whole run. */
export function faultName(effect: Effect, fault: string): string {
  return effect === 'waived' ? `${fault} (waived)` : fault;
}

/** The names that a failure gives its own fault, and those that explain it. */
function namesIn(effect: Effect, { fault, impliedBy = [] }: Faults): { own: string | undefined; wider: string[] } {
  const own = fault === undefined ? undefined : faultName(effect, fault);
  return { own, wider: impliedBy.map((one) => faultName(effect, one)).filter((one) => one !== own) };
}

/** The faults that failures name, each with those that explain it, in the order in which they are named first. */
function faultsNamed(failing: readonly Failing[]): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  for (const { effect, failures } of failing)
    for (const failure of failures) {
      const { own, wider } = namesIn(effect, failure);
      if (own === undefined) continue;
      const known = named.get(own) ?? new Set();
      named.set(own, known);
      for (const one of wider) known.add(one);
    }
  return named;
}

/**
 * What finds the widest fault, among those of a whole run, that explains a failure. Faults that explain one another are one,
 * which has the name that came first.
 */
export function faultsOfRun(failing: readonly Failing[]): FaultOf {
  const named = faultsNamed(failing);
  const places = new Map([...named.keys()].map((fault, at) => [fault, at]));
  const placeOf = (fault: string): number => places.get(fault) ?? 0;
  const roots = new Map<string, string>();
  const widerThan = (fault: string): string[] => [...(named.get(fault) ?? [])].filter((one) => named.has(one));
  /** Goes from a fault to one that explains it until nothing new does. */
  const rootOf = (start: string): string => {
    const path = new Map<string, number>();
    let next: string | undefined = start;
    let root = start;
    while (next !== undefined && !roots.has(next)) {
      const last: string = next;
      path.set(last, path.size);
      // What leads back to an earlier fault of the way explains all from there on, and they explain it.
      const back = Math.min(...widerThan(last).map((one) => path.get(one) ?? path.size), path.size - 1);
      const circle = back === path.size - 1 ? [last] : [...path.keys()].slice(back);
      root = circle.reduce((first, one) => (placeOf(one) < placeOf(first) ? one : first));
      next = circle.flatMap(widerThan).find((one) => !path.has(one));
    }
    if (next !== undefined) root = roots.get(next) ?? root;
    for (const passed of path.keys()) roots.set(passed, root);
    return root;
  };
  return (effect, failure) => {
    const { own, wider } = namesIn(effect, failure);
    const start = wider.find((one) => named.has(one)) ?? own;
    return start === undefined ? '' : (roots.get(start) ?? rootOf(start));
  };
}

/** The effects of a shown fault that excuse a failure. While a run goes on, a failure may follow a warning, and outweighs it. */
const excusing: Record<Effect, readonly Effect[]> = {
  fails: ['fails'],
  warns: ['fails', 'warns'],
  waived: ['waived'],
  none: [],
};

/** The faults that were shown while a run goes on, by names that `shownFault` gives. */
export interface Shown {
  has(name: string): boolean;
  add(name: string): unknown;
}

/** The name of a fault that was shown with an effect. */
export function shownFault(effect: Effect, fault: string): string {
  return `${effect}: ${fault}`;
}

/** The failures that no shown fault explains; a fault that is explained counts as shown, and may explain others. */
export function unexplained<F extends Faults>(effect: Effect, failures: readonly F[], shown: Shown): F[] {
  const isExplained = ({ fault, impliedBy = [] }: F): boolean =>
    [...impliedBy, ...(fault === undefined ? [] : [fault])].some((one) =>
      excusing[effect].some((how) => shown.has(shownFault(how, one))),
    );
  const explained = failures.filter(isExplained);
  for (const { fault } of explained) if (fault !== undefined) shown.add(shownFault(effect, fault));
  const open = failures.filter((one) => !explained.includes(one));
  return explained.length === 0 || open.length === 0 ? open : unexplained(effect, open, shown);
}

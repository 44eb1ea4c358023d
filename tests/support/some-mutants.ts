import type { Mutant } from '../../proof/mutant.ts';

/** Names a group that a mutant is in: of each, one mutant is enough. */
export type GroupOf = (mutant: Mutant) => string;

/** A deviation of a check, at whichever provider; one of a value at whichever of its members, for each provider. */
export const deviationOf: GroupOf = ({ check, name, clause }) => {
  if (check !== 'value') return `${check}: ${name}`;
  const kind = name.replace(/^(?:refused with(?:out)? )?\S+/, '').replace(/ is called .*/, ' is called otherwise');
  return `${clause.split('-').at(0)}: ${kind}`;
};

/** The same of the clauses that the deep profile adds alone. */
export const deepDeviationOf: GroupOf = (mutant) =>
  mutant.clause.includes('-deep-') ? deviationOf(mutant) : mutant.clause;

/** A way of the proof's requests, of whichever provider. */
export const wayOf: GroupOf = ({ scenario: { operation, change } }) =>
  `${operation} ${change?.part} ${change?.name} ${change?.way}`;

/**
 * One mutant is chosen for each group of the first grouping, then for each group of the next that has none yet; `npm run
 * prove` runs them all. `known` holds the groups that earlier providers covered; the groups of this provider are added to it.
 */
export function someOf(mutants: Mutant[], groupings: GroupOf[], known = new Set<string>()): Mutant[] {
  const chosen = new Set<Mutant>();
  for (const groupOf of groupings) {
    const groups = new Map<string, Mutant[]>();
    for (const mutant of chosen) known.add(groupOf(mutant));
    for (const mutant of mutants) groups.set(groupOf(mutant), [...(groups.get(groupOf(mutant)) ?? []), mutant]);
    const open = [...groups.entries()].filter(([group]) => !known.has(group));
    for (const [turn, [group, ofGroup]] of open.entries()) {
      known.add(group);
      for (const mutant of ofGroup.slice(turn % ofGroup.length).slice(0, 1)) chosen.add(mutant);
    }
  }
  return [...chosen];
}

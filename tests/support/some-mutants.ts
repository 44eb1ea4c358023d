import type { Mutant } from '../../proof/mutant.ts';

/** One mutant of each group, another each time, and each deviation of a check once: `npm run prove` runs them all. */
export function someOf(mutants: Mutant[], groupOf: (mutant: Mutant) => string): Mutant[] {
  const groups = new Map<string, Mutant[]>();
  for (const mutant of mutants) {
    const group = groupOf(mutant);
    groups.set(group, [...(groups.get(group) ?? []), mutant]);
  }
  const each = [...groups.values()].flatMap((ofGroup, turn) => ofGroup.slice(turn % ofGroup.length).slice(0, 1));
  const seen = new Set(each.map(({ check, name }) => `${check} ${name}`));
  const fresh = ({ check, name }: Mutant): boolean => seen.size < seen.add(`${check} ${name}`).size;
  return [...each, ...mutants.filter(fresh)];
}

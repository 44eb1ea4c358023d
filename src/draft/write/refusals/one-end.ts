/** How a value beyond its limits is refused, where words may name one end of these alone: what is too long, and not what is too short. */
import { isObject, type JsonObject } from '../../../formats/json.ts';
import { type Refused, type RefusedName, refusedName } from './how-refused.ts';
import { classes, type OneEnd } from './limit-ends.ts';
import type { End } from './wrong-words.ts';

/** The end of a fault; null where it is at none. */
const endOf = ({ fault }: Refused): End | null => ('end' in fault ? (fault.end ?? null) : null);

/** The class of the faults of one group: theirs where it is one, else that of the end which words name, or that of none. */
function classOf([first, ...more]: Refused[]): RefusedName {
  if (!first) return 'unnamed';
  const name = refusedName(first);
  if (more.every((one) => refusedName(one) === name)) return name;
  if (more.every(({ as }) => as === first.as)) return first.as;
  const named = [first, ...more].filter(({ as }) => as === 'parameters').map(endOf);
  const [end = null] = named;
  return end !== null && named.every((one) => one === end) ? classes[end] : 'unnamed';
}

/** The faults of one member by their groups. */
export function byGroup(faults: readonly Refused[]): { of: string; all: Refused[]; as: RefusedName }[] {
  return [...new Set(faults.map(({ fault }) => fault.of))].map((of) => {
    const all = faults.filter(({ fault }) => fault.of === of);
    return { of, all, as: classOf(all) };
  });
}

/** The ways of a class of one end that words name, and those that they do not. */
export interface EndWays {
  named: string[];
  unnamed: string[];
}

/** The ways of each class of one end that members have. */
export function endWays(members: (readonly Refused[])[]): Partial<Record<OneEnd, EndWays>> {
  const groups = members.flatMap(byGroup);
  const found = Object.values(classes).flatMap((name): [OneEnd, EndWays][] => {
    const all = groups.filter(({ as }) => as === name).flatMap((group) => group.all);
    const waysOf = (isNamed: boolean): string[] => [
      ...new Set(all.filter(({ as }) => (as === 'parameters') === isNamed).flatMap(({ ways = [] }) => ways)),
    ];
    return all.length > 0 ? [[name, { named: waysOf(true), unnamed: waysOf(false) }]] : [];
  });
  return Object.fromEntries(found);
}

/** What documents a refusal, for some ways alone. */
export const rowsFor = ({ documented = [] }: JsonObject, ways: string[]): JsonObject[] =>
  [documented].flat().flatMap((one) => (isObject(one) ? [{ ...one, ways }] : []));

/** The refusals of the classes of one end. */
export const endRows = (
  found: Partial<Record<OneEnd, EndWays>>,
  parameters: JsonObject,
  unnamed: JsonObject,
): Record<string, JsonObject> =>
  Object.fromEntries(
    Object.entries(found).map(([name, ways]) => [
      name,
      {
        statement: `${parameters['statement']} at the end that the page names (${ways.named.join(', ')}), and at the other ${unnamed['statement']}`,
        documented: [...rowsFor(parameters, ways.named), ...rowsFor(unnamed, ways.unnamed)],
      },
    ]),
  );

/** Which groups of keywords a clause mark states, and how what breaks each is refused. */
import type { ClauseMark } from '../formats/clause-mark.ts';
import { isObject } from '../formats/json.ts';
import { type Group, groups, type Ways } from './default-ways.ts';
import type { Place } from './yaml.ts';

/** The refusal that a mark names for a group; empty where it names none. */
export function refusalOf({ refusal = '' }: ClauseMark, group: Group): string {
  return typeof refusal === 'string' ? refusal : (refusal[group] ?? '');
}

/** Whether a mark names the refusal of a group by itself. */
const isNamed = ({ refusal }: ClauseMark, group: Group): boolean => isObject(refusal) && group in refusal;

/** The groups that the mark of a field, a header or a parameter states; one that it names and no keyword states is a problem. */
export function statedGroups(
  ways: Record<Group, Ways>,
  mark: ClauseMark,
  name: string,
  where: Place,
  problems: string[],
): Group[] {
  const isStated = (group: Group): boolean => {
    const { stated = 'always' } = ways[group];
    return isNamed(mark, group) || stated === 'always' || (stated === 'alike' && !isObject(mark.refusal));
  };
  const stated = groups.filter((group) => ways[group].break.length > 0 && isStated(group));
  for (const group of groups.filter((one) => isNamed(mark, one) && !stated.includes(one)))
    problems.push(`${where}: x-clause of ${name} names a refusal for ${group}, which no keyword states`);
  return stated;
}

/** Headers that hold a list of directives, among which others may stand. */

const ofDirectives = ['cache-control', 'pragma'];

/** Whether a header is such a list. */
export const isOfDirectives = (name: string): boolean => ofDirectives.includes(name.toLowerCase());

/** Directives that stand for themselves, without a number or a name behind them. */
const known = new Set(
  'no-store no-cache no-transform private public must-revalidate proxy-revalidate must-understand immutable'.split(' '),
);

/** The directives that a cell gives to such a header, each of them known, and nothing beside them; null for any other. */
export function directivesAlone(name: string, cell: string): string | null {
  const all = cell.replaceAll('`', '').trim().toLowerCase();
  return isOfDirectives(name) && all.split(/\s*,\s*/).every((one) => known.has(one)) ? all : null;
}

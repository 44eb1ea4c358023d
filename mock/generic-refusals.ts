/** Which refusal a contract names for a demand that is broken. */
import { at, list, partName, type Row, type Served } from './generic-contract.ts';

/** Refusal that the mark of a node names, for one group of its keywords. */
export function marked(node: unknown, group: string): string {
  const refusal = at(node, 'x-clause')['refusal'];
  return typeof refusal === 'string' ? refusal : String((refusal as Row | undefined)?.[group] ?? '');
}

/** Name of the refusal of the row that breaks a part in one of these ways; in any way where none is given. */
export type RowRefusal = (part: string, name: string, ...ways: string[]) => string | null;

/** The refusals that the rows of an operation name. */
export function refusalsIn(served: Served): RowRefusal {
  const rows = list(served.contract, 'clauses').filter(
    (row) => row['demand'] !== undefined && [row['operation'] ?? 'token'].flat().includes(served.id),
  );
  return (part, name, ...ways) => {
    const about = rows.filter((row) => {
      const named = at(row, 'demand')[part];
      return typeof named === 'string' && partName(part, named) === partName(part, name);
    });
    const broken = (row: Row): string[] => at(row, 'demand')['break'] as string[];
    const found = about.find((row) => ways.length === 0 || ways.some((way) => broken(row).includes(way)));
    return found === undefined ? null : String(found['refusal']);
  };
}

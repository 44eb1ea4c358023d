/** The waivers of an environment file, each of a clause that there is. */
import { didYouMean } from '../contract/similar.ts';
import { type Clause, type Contract, isUntestable } from '../contract/types.ts';
import type { SourceFile } from '../contract/yaml.ts';
import type { EnvironmentFile } from '../formats/environment.ts';
import { own } from '../formats/json.ts';
import type { Waiver } from '../formats/results.ts';
import { deepened } from '../scenario/families/deepen.ts';

/** A waiver with its clause and its line. */
export interface WaiverRow extends Waiver {
  clause: string;
  provider: string;
  where: string;
}

/** Reads the waivers of a file; those of providers whose contracts do not load are not compared with them. */
export function readWaivers(
  { providers, waivers: rows = [] }: Pick<EnvironmentFile, 'providers' | 'waivers'>,
  yaml: SourceFile,
  contracts: Record<string, Contract>,
  unloaded: readonly string[],
  problems: string[],
): WaiverRow[] {
  const known = new Map<Contract, string[]>();
  // A waiver of a deep clause may stay in the file through runs of the default profile.
  const deepIds = (contract: Contract): string[] => {
    const ids = known.get(contract) ?? deepened(contract).clauses.map(({ id }) => id);
    known.set(contract, ids);
    return ids;
  };
  return rows.map((row, index) => {
    const where = yaml.where(['waivers', index]);
    const contract = own(contracts, row.provider);
    const named = ({ id }: Clause): boolean => id === row.clause;
    const isClause = contract && (contract.clauses.some(named) || deepIds(contract).includes(row.clause));
    const near = (name: string, known: string[]): string => didYouMean(name, known);
    if (!contract && !unloaded.includes(row.provider))
      problems.push(
        `${where}: the waiver names no provider: "${row.provider}"; delete it or correct the name${near(row.provider, Object.keys(contracts))}`,
      );
    else if (own(providers, row.provider) === undefined)
      problems.push(
        `${where}: the waiver is for ${row.provider}, which this file does not list; move it to the environment file that has it, or delete it`,
      );
    else if (contract && !isClause)
      problems.push(
        `${where}: the waiver names no clause of ${contract.provider}: "${row.clause}"; delete it or correct the id${near(
          row.clause,
          deepIds(contract),
        )}`,
      );
    else if (contract?.clauses.some((clause) => named(clause) && isUntestable(clause)))
      problems.push(
        `${where}: ${row.clause} cannot be tested from outside, so that no run finds it broken and there is nothing to waive; delete the waiver`,
      );
    const first = rows.findIndex(({ clause, provider }) => clause === row.clause && provider === row.provider);
    if (first !== index)
      problems.push(
        `${where}: ${row.clause} is waived twice, first at ${yaml.where(['waivers', first])}; keep one waiver, with the reason, owner and date that hold`,
      );
    return { ...row, where };
  });
}

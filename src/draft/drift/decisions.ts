/** What a page said when a contract was derived, and where people decided otherwise: `contracts/<provider>/decisions.yaml`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fits } from '../../contract/fits.ts';
import { InputError } from '../../contract/problems.ts';
import type { Contract } from '../../contract/types.ts';
import { readYaml } from '../../contract/yaml.ts';
import type { DecisionRow, PageRow } from '../../formats/decisions.ts';
import { isObject } from '../../formats/json.ts';
import { withoutHashes } from '../../wire/clear/mask.ts';
import { decidedAt, type Fact, type Facts } from '../facts/facts.ts';
import { flatten, flattenAll, flattenOther } from '../merge/flatten.ts';
import { pageFacts } from './beside.ts';

/** One decision: what the page says, where the contract says otherwise, with its file and line. */
export type Decision = DecisionRow & { where: string };

/** The file of decisions beside a contract, whether it is there or not. */
export const decisionsFile = (contract: Pick<Contract, 'file'>): string =>
  join(dirname(contract.file), 'decisions.yaml');

interface Recorded {
  decisions: Decision[];
  /** What the page said when the contract was derived; null for a contract that was written by hand. */
  page: PageRow | null;
}

/** Reads what is recorded beside a contract; nothing where there is no file. @throws InputError with every problem. */
export function recordedOf(contract: Pick<Contract, 'file' | 'provider'>): Recorded {
  const file = decisionsFile(contract);
  if (!existsSync(file)) return { decisions: [], page: null };
  const problems: string[] = [];
  const yaml = readYaml(file, problems);
  const value: unknown = yaml?.value;
  if (!yaml || !fits(yaml, value, [], 'decisions', problems) || problems.length > 0)
    throw new InputError(`The decisions of ${contract.provider} do not load:`, problems);
  // An earlier form of derive recorded masks with their hashes.
  const { decisions, page }: typeof value = JSON.parse(withoutHashes(JSON.stringify(value)));
  return {
    decisions: decisions.map((row, index) => ({ ...row, where: yaml.where(['decisions', index]) })),
    page: page ?? null,
  };
}

/** The OpenAPI file of a contract. */
export function specFile(contract: Contract): string {
  const value = readYaml(contract.file, [])?.value;
  return resolve(dirname(contract.file), isObject(value) ? String(value['spec']) : '');
}

/** How a contract calls its operations, the token's first: `POST /path`. */
export function operationNames(contract: Contract): string[] {
  return contract.operations.map(({ method, path }) => `${method} ${path}`);
}

/** The facts of all operations of a contract in its OpenAPI file and schemas; those beside the token's begin with method and path. */
export async function allContractFacts(
  contract: Contract,
): Promise<{ token: Map<string, Fact>; others: Map<string, Fact> }> {
  const spec = specFile(contract);
  const [operation = '', ...others] = operationNames(contract);
  const page = { text: readFileSync(spec, 'utf8'), format: 'openapi', base: spec } as const;
  // Who drafts a contract reads none, and the pages in a thread of its own.
  const { factsOf } = await import('../read/derive.ts');
  const facts = await factsOf(page, { operation, ...(others.length > 0 ? { with: others } : {}) });
  return { token: flatten(facts), others: new Map(facts.others.flatMap((other) => [...flattenOther(other)])) };
}

/** The facts of all operations of a page, as they are recorded. */
export function pageRow(facts: Facts, operation: string | undefined): PageRow {
  const flat = [...pageFacts(facts)].map(([fact, { value }]) => [fact, value]);
  return { ...(operation === undefined ? {} : { operation }), facts: Object.fromEntries(flat) };
}

/** What a person decided while a contract was derived, as rows of its decisions. */
export function decidedRows(read: Facts, decided: Facts): DecisionRow[] {
  const [before, after] = [flattenAll(read), flattenAll(decided)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((fact): DecisionRow[] => {
    const [page, ours] = [before.get(fact)?.value, after.get(fact)?.value];
    if (JSON.stringify(page) === JSON.stringify(ours)) return [];
    return [{ fact, ...(page === undefined ? {} : { page }), reason: `${decidedAt}.` }];
  });
}

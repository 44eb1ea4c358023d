/** Where people decided otherwise than a page says: `contracts/<provider>/decisions.yaml`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fits } from '../../contract/fits.ts';
import { InputError } from '../../contract/problems.ts';
import type { Contract } from '../../contract/types.ts';
import { readYaml } from '../../contract/yaml.ts';
import type { DecisionRow } from '../../formats/decisions.ts';
import { isObject } from '../../formats/json.ts';
import { type Fact, flatten } from '../facts/facts.ts';
import { factsOf } from '../read/derive.ts';

/** One decision: what the page says, where the contract says otherwise, with its file and line. */
export type Decision = DecisionRow & { where: string };

/** Reads the decisions beside a contract; none where there is no file. @throws InputError with every problem. */
export function decisionsOf(contract: Contract): Decision[] {
  const file = join(dirname(contract.file), 'decisions.yaml');
  if (!existsSync(file)) return [];
  const problems: string[] = [];
  const yaml = readYaml(file, problems);
  const value: unknown = yaml?.value;
  if (!yaml || !fits(yaml, value, [], 'decisions', problems) || problems.length > 0)
    throw new InputError(`The decisions of ${contract.provider} do not load:`, problems);
  return value.decisions.map((row, index) => ({ ...row, where: yaml.where(['decisions', index]) }));
}

/** The facts a loaded contract states in its OpenAPI file and schemas. */
export async function contractFacts(contract: Contract): Promise<Map<string, Fact>> {
  const value = readYaml(contract.file, [])?.value;
  const spec = resolve(dirname(contract.file), isObject(value) ? String(value['spec']) : '');
  const operation = `${contract.operation.method} ${contract.operation.path}`;
  return flatten(await factsOf({ text: readFileSync(spec, 'utf8'), format: 'openapi', base: spec }, { operation }));
}

/** Where people decided otherwise than a page says: `contracts/<provider>/decisions.yaml`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fits } from '../contract/fits.ts';
import { InputError } from '../contract/problems.ts';
import type { Contract, Json, JsonObject } from '../contract/types.ts';
import { readYaml } from '../contract/yaml.ts';
import { factsOf } from './derive.ts';
import { type Fact, flatten } from './facts.ts';

/** One decision: what the page says, where the contract says otherwise. */
export interface Decision {
  /** A fact, or the beginning of several: `400` stands for every fact about the 400 answer. */
  fact: string;
  /** What the page says; absent where it says nothing. */
  page?: Json;
  reason: string;
  where: string;
}

/** Reads the decisions beside a contract; none where there is no file. @throws InputError with every problem. */
export function decisionsOf(contract: Contract): Decision[] {
  const file = join(dirname(contract.file), 'decisions.yaml');
  if (!existsSync(file)) return [];
  const problems: string[] = [];
  const yaml = readYaml(file, problems);
  if (!yaml || !fits(yaml, yaml.value, [], 'decisions', problems) || problems.length > 0)
    throw new InputError(`The decisions of ${contract.provider} do not load:`, problems);
  const rows = (yaml.value as JsonObject)['decisions'] as JsonObject[];
  return rows.map((row, index) => ({ ...(row as unknown as Decision), where: yaml.where(['decisions', index]) }));
}

/** The facts a loaded contract states in its OpenAPI file and schemas. */
export async function contractFacts(contract: Contract): Promise<Map<string, Fact>> {
  const { value } = readYaml(contract.file, []) ?? { value: {} };
  const spec = resolve(dirname(contract.file), String((value as JsonObject)['spec']));
  const operation = `${contract.operation.method} ${contract.operation.path}`;
  return flatten(await factsOf({ text: readFileSync(spec, 'utf8'), format: 'openapi', base: spec }, { operation }));
}

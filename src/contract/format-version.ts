/** The format that a contract is written in: which this version reads, and what to do about a later one. */
import { toolOf } from '../files/tool.ts';
import { isObject } from '../formats/json.ts';
import type { SourceFile } from './yaml.ts';

/** The format of contracts that this version reads and writes; a contract that names none is of the first. */
export const contractFormat = 1;

/** Why a contract of a later format is not read; null for every other, whose faults are those of its content. */
export function laterFormat({ value, where }: SourceFile): string | null {
  const format = isObject(value) ? value['formatVersion'] : undefined;
  if (typeof format !== 'number' || !Number.isInteger(format) || format <= contractFormat) return null;
  const { name, version } = toolOf();
  return `${where(['formatVersion'])}: it is written in format ${format}, and ${name} ${version} reads format ${contractFormat}; install a later version (npm install --save-dev ${name}@latest), or write the contract in format ${contractFormat}`;
}

/** An example provider changed in one respect, in a folder of its own. */
import { cpSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractOf } from '../../../src/catalogue.ts';
import type { Contract } from '../../../src/contract/types.ts';
import { examples } from './example.ts';

/** Files of an example provider, to be changed and loaded. */
export interface ChangedExample {
  folder: string;
  /** Replaces a text that has to be there, in the contract or in another file; `all` wherever it stands. */
  replace(from: string, to: string, options?: { file?: string; all?: boolean }): ChangedExample;
  /** The text of the contract. */
  text(): string;
  /** Line, from 1, on which a text of the contract stands. */
  lineOf(text: string): number;
  load(): Contract;
  /** What the loader says; empty where the contract loads. */
  problems(): string;
}

/** A copy of an example; `as` gives it another name, in its files and their texts. */
export function changedExample(name: string, as = name): ChangedExample {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  cpSync(join(examples, name), folder, { recursive: true });
  const contract = `contracts/${as}/contract.yaml`;
  const one: ChangedExample = {
    folder,
    replace(from, to, { file = contract, all = false } = {}) {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      writeFileSync(path, all ? text.replaceAll(from, to) : text.replace(from, () => to));
      return one;
    },
    text: () => readFileSync(join(folder, contract), 'utf8'),
    lineOf: (text) => one.text().slice(0, one.text().indexOf(text)).split('\n').length,
    load: () => contractOf(as, join(folder, 'contracts')),
    problems() {
      try {
        one.load();
        return '';
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
  };
  if (as !== name) {
    renameSync(join(folder, 'contracts', name), join(folder, 'contracts', as));
    const files = ['request', 'granted', 'refused', 'payment-request', 'payment', 'payments', 'payment-refused'];
    for (const file of files)
      one.replace(`${name}-`, `${as}-`, { file: `contracts/${as}/${file}.schema.yaml`, all: true });
    one.replace(`${name}-`, `${as}-`, { all: true }).replace(`provider: ${name}`, `provider: ${as}`);
    one.replace(`${name}-`, `${as}-`, { file: `specs/${name}.openapi.yaml`, all: true });
    one.replace(`contracts/${name}/`, `contracts/${as}/`, { file: `specs/${name}.openapi.yaml`, all: true });
    one.replace(`  ${name}:`, `  ${as}:`, { file: 'environment.yaml' });
  }
  return one;
}

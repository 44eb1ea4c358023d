/** An example provider changed in one respect, in a folder of its own. */
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '../../src/contract/types.ts';
import { contractOf } from '../../src/judge/catalogue.ts';
import { exampleContract, exampleNames, examples } from './example.ts';
import { newFolder } from './folders.ts';

/** The example with several operations. */
export const [subject = ''] = exampleNames.filter((name) => exampleContract(name).operations.length > 1);

/** Replaces the name of the provider in the texts of a test, since no line of TypeScript is about one example. */
const placeholder = 'EXAMPLE';
const spoken = (text: string): string => text.replaceAll(subject, placeholder);
const written = (text: string): string => text.replaceAll(placeholder, subject);

/** Files of an example provider, to be changed and loaded. */
export interface ChangedExample {
  folder: string;
  /** Replaces a text that must be there, in the contract or in another file; with `all`, at every place. */
  replace(from: string, to: string, options?: { file?: string; all?: boolean }): ChangedExample;
  /** The text of the contract, or of another file. */
  text(file?: string): string;
  /** Line, from 1, of a text in the contract. */
  lineOf(text: string): number;
  load(): Contract;
  /** What the loader says; empty where the contract loads. */
  problems(): string;
}

/** A copy of the example; `as` gives it another name, in its files and their texts. */
export function changedExample(as = subject): ChangedExample {
  const folder = newFolder('contract');
  cpSync(join(examples, subject), folder, { recursive: true });
  const contract = `contracts/${as}/contract.yaml`;
  const one: ChangedExample = {
    folder,
    replace(from, to, { file = contract, all = false } = {}) {
      const path = join(folder, written(file));
      const text = readFileSync(path, 'utf8');
      if (!text.includes(written(from))) throw new Error(`${file} does not hold ${from}`);
      // To write over a file makes some file systems wait for the disk.
      rmSync(path);
      writeFileSync(
        path,
        all ? text.replaceAll(written(from), written(to)) : text.replace(written(from), () => written(to)),
      );
      return one;
    },
    text: (file = contract) => spoken(readFileSync(join(folder, written(file)), 'utf8')),
    lineOf: (text) => one.text().slice(0, one.text().indexOf(text)).split('\n').length,
    load: () => contractOf(as, join(folder, 'contracts')),
    problems() {
      try {
        one.load();
        return '';
      } catch (error) {
        return spoken(error instanceof Error ? error.message : String(error));
      }
    },
  };
  if (as === subject) return one;
  renameSync(join(folder, 'contracts', subject), join(folder, 'contracts', as));
  const all = true;
  const spec = `specs/${subject}.openapi.yaml`;
  for (const name of readdirSync(join(folder, 'contracts', as)).filter((file) => file.endsWith('.schema.yaml')))
    one.replace(`${subject}-`, `${as}-`, { file: `contracts/${as}/${name}`, all });
  one.replace(`${subject}-`, `${as}-`, { all }).replace(`provider: ${subject}`, `provider: ${as}`);
  one.replace(`${subject}-`, `${as}-`, { file: spec, all });
  one.replace(`contracts/${subject}/`, `contracts/${as}/`, { file: spec, all });
  return one.replace(`  ${subject}:`, `  ${as}:`, { file: 'environment.yaml' });
}

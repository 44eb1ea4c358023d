/** The providers under examples/, which are data alone, as they are proven. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '../src/contract/types.ts';
import { contractOf } from '../src/judge/catalogue.ts';
import { packageFolder } from '../src/package/place.ts';
import { openRig, type Rig } from './rig.ts';

/** A provider whose credentials are proven: its contract, and the environment that holds them. */
export interface Proven {
  contract: Contract;
  environment: string;
}

const examples = join(packageFolder, 'examples');

/** Opens a rig of the default profile for each example, and adds it to `rigs`; none where the package is installed. */
export async function openExamples(rigs: Rig[]): Promise<Proven[]> {
  const found: Proven[] = [];
  for (const name of existsSync(examples) ? readdirSync(examples) : []) {
    const [folder, environment] = [join(examples, name, 'contracts'), join(examples, name, 'environment.yaml')];
    rigs.push(await openRig(name, { folder, environment }));
    found.push({ contract: contractOf(name, folder), environment });
  }
  return found;
}

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { providerNames } from '../src/contract/load.ts';
import { type Bench, openBench } from '../tests/proof/bench.ts';
import { type Proof, prove } from '../tests/proof/proof.ts';
import { proofPage } from '../tests/proof/report.ts';
import { firstSurvivor, judges } from '../tests/proof/switch-off.ts';

const page = new URL('../docs/proof.md', import.meta.url);

async function proveAll(benches: Bench[], seed: number): Promise<boolean> {
  const proofs: Proof[] = [];
  for (const bench of benches) {
    const proof = await prove(bench, seed);
    proofs.push(proof);
    const { provider, mutants, variants, survivors, unproven, flagged } = proof;
    console.log(
      `${provider}: ${mutants.killed} of ${mutants.total} mutants caught, ${variants.flagged} of ${variants.total} variants flagged`,
    );
    for (const line of survivors) console.log(`  survives: ${line}`);
    for (const line of unproven) console.log(`  without a mutant: ${line}`);
    for (const line of flagged) console.log(`  flagged: ${line}`);
  }
  writeFileSync(page, proofPage(proofs));
  return proofs.every((proof) => proof.survivors.length + proof.unproven.length + proof.flagged.length === 0);
}

async function switchEachOff(benches: Bench[]): Promise<boolean> {
  let noticed = true;
  for (const name of judges) {
    const survivor = await firstSurvivor(benches, name);
    if (survivor === null) noticed = false;
    console.log(`${name} off: ${survivor === null ? 'NOT NOTICED' : `survives ${survivor}`}`);
  }
  return noticed;
}

const { values } = parseArgs({
  options: { checks: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } },
});
const benches = await Promise.all(providerNames().map((provider) => openBench(provider, { profile: 'deep' })));
const fine = values.checks ? await switchEachOff(benches) : await proveAll(benches, Number(values.seed));
await Promise.all(benches.map((bench) => bench.close()));
process.exitCode = fine ? 0 : 1;

/** Names of headers have no letter case (RFC 9110, section 5.1): no place that names one has to spell it as another does. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Contract } from '../../src/contract/types.ts';
import { contractOf } from '../../src/judge/catalogue.ts';
import { deepened } from '../../src/scenario/families/deepen.ts';
import { isControl, plan } from '../../src/scenario/plan.ts';
import { newFolder } from '../support/command.ts';
import { exampleContract, examples, runServed } from '../support/example.ts';

/** Every place of a contract that names a header of a request, as a pattern around the name. */
const places = {
  'OpenAPI file': /(?<=name: )X-[\w-]+/g,
  'good request': /(?<=^ +|[{,] )X-[\w-]+(?=: \{ (?:credential|unique))/gm,
  demand: /(?<=demand: \{ header: )X-[\w-]+/g,
  mechanism: /(?<=(?<!demand: \{ )header: ?)X-[\w-]+/g,
} as const;

type Place = keyof typeof places;

/** An example in which the headers are written otherwise in some places, each of which names one. */
function rewritten(name: string, otherwise: Partial<Record<Place, (header: string) => string>>) {
  const folder = newFolder('letter-case');
  cpSync(join(examples, name), folder, { recursive: true });
  const contract = join(folder, 'contracts', name, 'contract.yaml');
  const spec = join(folder, 'specs', `${name}.openapi.yaml`);
  for (const [place, how] of Object.entries(otherwise)) {
    const file = place === 'OpenAPI file' ? spec : contract;
    const text = readFileSync(file, 'utf8');
    const changed = text.replace(places[place as Place], how);
    expect(changed, `${name} names a header in its ${place}`).not.toBe(text);
    writeFileSync(file, changed);
  }
  return { contract: contractOf(name, join(folder, 'contracts')), environment: join(folder, 'environment.yaml') };
}

const lower = (header: string): string => header.toLowerCase();
const smallFirst = (header: string): string => header.replace(/^X/, 'x');

/** The ids of what a contract plans, and of the clauses of its deep profile. */
const planned = (contract: Contract): string[] =>
  [contract, deepened(contract)].flatMap((one) => plan(one).map(({ id }) => id.toLowerCase()));

for (const [name, ...all] of [
  ['kingfisher', 'OpenAPI file', 'good request', 'demand'],
  ['meranti', 'OpenAPI file', 'good request', 'demand', 'mechanism'],
  ['rimba', 'OpenAPI file', 'good request', 'demand', 'mechanism'],
] as const)
  test(`the headers of ${name} are asked for and served alike, in whatever letter case a place has them`, async () => {
    const original = exampleContract(name);
    for (const otherwise of [
      ...all.map((place) => ({ [place]: lower })),
      Object.fromEntries(all.map((place, index) => [place, index % 2 === 0 ? lower : smallFirst])),
    ]) {
      const { contract, environment } = rewritten(name, otherwise);
      const where = Object.keys(otherwise).join();
      expect(planned(contract), where).toEqual(planned(original));
      const headers = original.clauses.flatMap(({ id, request }) => (request?.part === 'header' ? [id] : []));
      const result = await runServed(contract, environment, {
        select: (scenario) => isControl(scenario) || ['header', 'auth', 'whole'].includes(scenario.change?.part ?? ''),
      });
      const verdicts = result.clauses.filter(({ id }) => headers.includes(id));
      expect(verdicts.length, where).toBe(headers.length);
      expect(
        verdicts.flatMap(({ id, verdict, reason }) => (verdict === 'pass' ? [] : [`${id} ${verdict}: ${reason}`])),
        where,
      ).toEqual([]);
      expect(result.verdict, where).not.toBe('deviates');
    }
  });

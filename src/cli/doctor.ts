/** `npm run doctor -- acme@dev`: checks the set-up of targets before the first request; exit 0 ready, 2 not reached, 3 set-up at fault. */

import type { Diagnosis } from '../doctor/diagnosis.ts';
import { diagnosisLines, type Embedded, examine, exitCodeOfDiagnoses, type Selected } from '../doctor/doctor.ts';
import { wholeCatalogue } from '../judge/catalogue.ts';
import { print, printJson } from '../output/print.ts';
import { selectTargets, wantedOf } from '../playwright/selection.ts';
import { accountOf } from '../target/account.ts';
import { loadEnvironment } from '../target/environment.ts';
import { type Target, targetName } from '../target/target.ts';
import { variables } from '../target/variables.ts';
import type { CliCommand } from './command.ts';

async function embedded(target: Target): Promise<Embedded> {
  const { startEmbedded } = await import('../../mock/embedded.ts');
  const { provider, file } = target.contract;
  return startEmbedded(provider, file, accountOf(target));
}

/** The targets that patterns name as Playwright's --project does; those of TARGET_ENV without a pattern. */
function selected(patterns: string[]): Selected[] {
  const { contracts, unloaded } = wholeCatalogue();
  const projects = wantedOf(patterns, selectTargets({ mode: 'list', projects: patterns }, variables()));
  const byTarget = new Map(projects.map((project) => [project.meta.target, project]));
  return [...byTarget.values()].flatMap(({ environment, meta }) => {
    const contract = contracts[meta.provider];
    return contract ? [{ environment: loadEnvironment(environment, contracts, Object.keys(unloaded)), contract }] : [];
  });
}

async function diagnose(patterns: string[], json: boolean): Promise<number> {
  const targets: { target: string; diagnoses: Diagnosis[] }[] = [];
  for (const one of selected(patterns)) {
    const diagnoses = await examine(one, variables(), embedded);
    targets.push({ target: targetName(one.contract.provider, one.environment.name), diagnoses });
    if (!json) for (const line of diagnosisLines(one, diagnoses)) print(line);
  }
  const exitCode = exitCodeOfDiagnoses(targets.flatMap(({ diagnoses }) => diagnoses));
  if (json) printJson({ exitCode, targets });
  return exitCode;
}

export const command: CliCommand<{ json: boolean }> = {
  subject: 'The doctor',
  holdsSecrets: true,
  define: (line) =>
    line
      .description('Checks file, variables, keys, network, TLS, clock, and that the good request is granted.')
      .argument(
        '[targets...]',
        'provider@environment, * for any text; without @: of TARGET_ENV; none: all of TARGET_ENV',
      )
      .option('--json', 'as JSON', false),
  run: (patterns, { json }) => diagnose(patterns, json),
};

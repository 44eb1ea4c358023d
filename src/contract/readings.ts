/** Compares the readings of a contract with the checks, scenarios and answers that they name. */
import type { createAnswers } from './answers.ts';
import { didYouMean } from './similar.ts';
import { noLifetime } from './token.ts';
import type { Contract } from './types.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { SourceFile } from './yaml.ts';

type Keys = (string | number)[];

/** Reports each fault of the readings of a contract, with its line. */
export function checkReadings(
  yaml: SourceFile,
  contract: Contract,
  vocabulary: Vocabulary,
  answers: ReturnType<typeof createAnswers>,
  problems: string[],
): void {
  const report = (keys: Keys, fault: string): void => void problems.push(`${yaml.where(keys)}: ${fault}`);
  const operations = contract.operations.map(({ id }) => id);
  const ids = new Set<string>();
  // Only a contract without a fault has a plan.
  const scenarios =
    problems.length === 0 && contract.readings.some(({ scenario }) => scenario !== null)
      ? vocabulary.scenarios(contract)
      : null;
  for (const [index, reading] of contract.readings.entries()) {
    const keys = ['readings', index];
    const { id, check, scenario, options } = reading;
    if (ids.has(id)) report([...keys, 'id'], `the reading "${id}" is used twice`);
    ids.add(id);
    if (!id.startsWith(`${contract.provider}-`))
      report([...keys, 'id'], `the id "${id}" lacks the prefix "${contract.provider}-"`);
    const known = vocabulary.readingChecks;
    if (check !== null && !known.includes(check))
      report(
        [...keys, 'check'],
        `no check "${check}" of a reading; there is: ${known.join(', ')}${didYouMean(check, known)}`,
      );
    if (check !== null && contract.token.lifetime === null && vocabulary.lifeChecks.includes(check))
      report([...keys, 'check'], `the check ${check} is about a life, and token.lifetime is ${noLifetime}`);
    if (scenario !== null && scenarios !== null && !scenarios.includes(scenario))
      report(
        [...keys, 'scenario'],
        `no scenario "${scenario}"${didYouMean(scenario, scenarios)}; npx playwright test --list names them`,
      );
    const named = new Set<string>();
    for (const [at, option] of options.entries()) {
      const here = [...keys, 'options', at];
      if (named.has(option.name)) report([...here, 'name'], `the option "${option.name}" is used twice`);
      named.add(option.name);
      if (option.when !== undefined && check === null) report([...here, 'when'], 'when has no effect without a check');
      if (option.when === undefined && check !== null)
        report(here, `the check ${check} decides by when, which is missing`);
      answers.checkOption(option, operations, here);
    }
  }
}

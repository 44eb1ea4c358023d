/** `conform explain <clause>`: what a clause says, how it is tested, and what breaks when it fails. */
import { InputError } from '../contract/problems.ts';
import { didYouMean } from '../contract/similar.ts';
import { type Explanation, explained, explanationLines } from '../docs/explain.ts';
import { catalogue } from '../judge/catalogue.ts';
import { print, printJson } from '../output/print.ts';
import type { CliCommand } from './command.ts';

function explain(id: string): Explanation {
  const contracts = Object.values(catalogue(undefined, 'deep'));
  for (const contract of contracts) {
    const clause = contract.clauses.find((one) => one.id === id);
    if (clause) return explained(clause, contract);
  }
  const known = contracts.flatMap(({ clauses }) => clauses.map((clause) => clause.id));
  throw new InputError(`There is no clause "${id}".`, [
    `the page of its provider and every report name the clauses${didYouMean(id, known)}`,
  ]);
}

export const command: CliCommand<{ json: boolean }> = {
  subject: 'The explanation',
  define: (line) =>
    line
      .description(
        'Says what a clause states and where, how it is tested, what breaks when it fails, and how to try it.',
      )
      .argument('<clause>', 'id of a clause, as a finding names it')
      .option('--json', 'as JSON', false),
  run: ([id = ''], { json }) => {
    const said = explain(id);
    if (json) printJson(said);
    else print(explanationLines(said).join('\n'));
    return 0;
  },
};

/** `conform compare <earlier> <later>`: what changed between two recorded runs; sends nothing. */
import { changeLines } from '../../reporters/change-lines.ts';
import { print, printJson } from '../output/print.ts';
import { compare } from '../results/compare.ts';
import { compareRole, readResults } from '../results/read.ts';
import type { CliCommand } from './command.ts';

/** Exit code where something is worse than before. */
const worse = 1;

function compareFiles(earlier: string, later: string, json: boolean): number {
  const changes = compare(readResults(earlier, compareRole), readResults(later));
  const exitCode = changes.targets.some(({ newlyFailing }) => newlyFailing.length > 0) ? worse : 0;
  if (json) printJson({ exitCode, ...changes });
  else print(changeLines(changes).join('\n'));
  return exitCode;
}

export const command: CliCommand<{ json: boolean }> = {
  subject: 'The comparison',
  configuration: 'none',
  define: (line) =>
    line
      .description(
        'Says what changed between two recorded runs: exit 0, or 1 where a clause fails that did not before.',
      )
      .argument('<earlier>', 'results.json of the earlier run')
      .argument('<later>', 'results.json of the later run')
      .option('--json', 'as JSON', false),
  run: ([earlier = '', later = ''], { json }) => compareFiles(earlier, later, json),
};

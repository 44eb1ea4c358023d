import { readFileSync } from 'node:fs';
import type { ExitCode, Results, TargetResult } from './format.ts';
import { exitCodeOf } from './ledger.ts';
import { whyNoResults } from './mark.ts';
import { validateResults } from './validate.ts';

/** What a gate prints and how it ends. */
export interface Gate {
  lines: string[];
  exitCode: ExitCode;
}

const ownFault: ExitCode = 3;
const again = 'run `npx playwright test` again; CONFORMANCE_REPORT names the folder of the report';

const words: Record<TargetResult['verdict'], string> = {
  conforms: 'conforms',
  deviates: 'deviates',
  'not-judged': 'not judged',
  error: 'error of ours',
};

const names: [count: keyof TargetResult['counts'], name: string][] = [
  ['pass', 'pass'],
  ['fail', 'fail'],
  ['error', 'error'],
  ['inconclusive', 'inconclusive'],
  ['waived', 'waived'],
  ['warning', 'warning'],
  ['advice', 'advice'],
  ['notExercised', 'not exercised'],
];

function line({ target, verdict, reason, counts }: TargetResult): string {
  const found = names.filter(([count]) => counts[count] > 0).map(([count, name]) => `${counts[count]} ${name}`);
  return `${target}  ${words[verdict]}  (${found.join(', ')})${reason === '' ? '' : `  ${reason}`}`;
}

/** Decides by a results file that was read. A file whose exit code is not what its targets say is no file of ours. */
export function gate(results: Results): Gate {
  const { targets, problems, exitCode } = results;
  const lines = [...targets.map(line), ...problems.map((problem) => `problem: ${problem}`)];
  if (targets.length === 0) lines.push('no target was judged');
  const told = exitCodeOf(targets, problems);
  // A run may know of a fault or an interruption that no target shows; it may never be better than its targets.
  const agrees = told === exitCode || (exitCode === ownFault && told !== 1) || (exitCode === 2 && told === 0);
  return agrees
    ? { lines, exitCode }
    : {
        lines: [...lines, `the file says exit code ${exitCode}, its targets say ${told}; ${again}`],
        exitCode: ownFault,
      };
}

/** Decides by the results file at a path; a file that is missing, unreadable, of another format, or of a run that has not ended, is exit code 3. */
export function gateFile(file: string): Gate {
  const unfinished = whyNoResults(file);
  if (unfinished !== null) return { lines: [unfinished], exitCode: ownFault };
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const fault = missing ? 'there is no such file' : 'it cannot be read as JSON';
    return { lines: [`${file}: ${fault}; ${again}`], exitCode: ownFault };
  }
  const checked = validateResults(value);
  if ('results' in checked) return gate(checked.results);
  const shown = checked.problems.slice(0, 5).map((problem) => `  - ${problem}`);
  return { lines: [`${file} is no results file of format version 1; ${again}`, ...shown], exitCode: ownFault };
}

/** `npm run rejudge -- results.json [--report folder] [--compare results.json]`: judges what a run recorded again, with today's contracts; sends nothing. */
import { Command } from 'commander';
import { painter, renderLedger } from '../reporters/terminal.ts';
import { writeReport } from '../reporters/write.ts';
import { catalogue } from '../src/catalogue.ts';
import { InputError } from '../src/contract/problems.ts';
import type { Results } from '../src/results/format.ts';
import { exitCodeOf } from '../src/results/ledger.ts';
import { metaOf } from '../src/results/meta.ts';
import { compareRole, readResults } from '../src/results/read.ts';
import { rejudge } from '../src/run/rejudge.ts';
import { loadEnvironment } from '../src/target/environment.ts';

interface Options {
  report?: string;
  compare?: string;
}

function rejudgeFile(file: string, { report, compare }: Options): number {
  const earlier = compare === undefined ? undefined : readResults(compare, compareRole);
  const recorded = readResults(file);
  const targets = recorded.targets.map((target) => {
    // The clauses of another profile than the recorded one were never asked about.
    const contracts = catalogue(undefined, target.profile ?? 'default');
    const contract = contracts[target.provider];
    if (!contract)
      throw new InputError(`${file} holds ${target.target}.`, [`there is no contract of ${target.provider} any more`]);
    const meta = metaOf(contract, loadEnvironment(target.environmentFile ?? target.environment, contracts));
    return rejudge(
      target,
      contract,
      { ...meta, target: target.target, baseUrl: target.baseUrl },
      recorded.startedAt.slice(0, 10),
    );
  });
  const exitCode = exitCodeOf(targets, recorded.problems);
  const results: Results = { ...recorded, exitCode, targets };
  console.log(renderLedger(results, painter(process.stdout, process.env)));
  if (report) writeReport(report, results, earlier ?? recorded);
  return exitCode;
}

const command = new Command('rejudge')
  .argument('<results.json>', 'what a run recorded')
  .option('--report <folder>', 'write the report of the new judgement here')
  .option('--compare <results.json>', 'the run to compare with; default: the judgement as it was')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 3))
  .parse();
try {
  process.exitCode = rejudgeFile(command.args[0] ?? '', command.opts<Options>());
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 3;
}

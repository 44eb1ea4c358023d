/** `npm run rejudge -- results.json [--report folder]`: judges what a run recorded again, with today's contracts; sends nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { painter, renderLedger } from '../reporters/terminal.ts';
import { writeReport } from '../reporters/write.ts';
import { catalogue } from '../src/catalogue.ts';
import { InputError } from '../src/contract/problems.ts';
import type { Results } from '../src/results/format.ts';
import { exitCodeOf } from '../src/results/ledger.ts';
import { metaOf } from '../src/results/meta.ts';
import { rejudge } from '../src/run/rejudge.ts';
import { loadEnvironment } from '../src/target/environment.ts';

function rejudgeFile(file: string, folder: string | undefined): number {
  if (!existsSync(file)) throw new InputError(`There is no file ${file}.`, ['name the results.json of a run']);
  const recorded = JSON.parse(readFileSync(file, 'utf8')) as Results;
  if (recorded.formatVersion !== 1)
    throw new InputError(`${file} is no results.json of format 1.`, [`its formatVersion is ${recorded.formatVersion}`]);
  const contracts = catalogue();
  const targets = recorded.targets.map((target) => {
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
  if (folder) writeReport(folder, results, { previous: file });
  return exitCode;
}

const command = new Command('rejudge')
  .argument('<results.json>', 'what a run recorded')
  .option('--report <folder>', 'write the report of the new judgement here')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 3))
  .parse();
try {
  process.exitCode = rejudgeFile(command.args[0] ?? '', command.opts<{ report?: string }>().report);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 3;
}

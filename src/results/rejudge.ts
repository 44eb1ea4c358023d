/** Judges recorded exchanges again with today's contracts; no request is sent. */
import { InputError } from '../contract/problems.ts';
import { own } from '../formats/json.ts';
import type { Results, TargetResult } from '../formats/results.ts';
import type { Catalogue } from '../judge/catalogue.ts';
import { deepened } from '../scenario/families/deepen.ts';
import { loadEnvironment } from '../target/environment.ts';
import { metaOf } from '../target/meta.ts';
import { secretsOf } from '../target/secrets.ts';
import { variables } from '../target/variables.ts';
import type { Cleared } from '../wire/clear/cleared.ts';
import { createGate, type Gate, type GateOptions } from '../wire/clear/gate.ts';
import { isPartial, recordedSelection } from './identity.ts';
import { exitCodeOf } from './ledger.ts';
import { rejudge } from './rejudge-target.ts';
import { contradictions } from './sound.ts';
import { clearedWaivers } from './waivers.ts';

/** A new judgement with what was recorded of since when its clauses fail: the exchanges are those of that night. */
function stillDated(judged: TargetResult, recorded: TargetResult): TargetResult {
  const before = new Map(recorded.clauses.map(({ id, standing }) => [id, standing]));
  const clauses = judged.clauses.map((clause) => {
    const standing = clause.verdict === 'fail' && before.get(clause.id);
    return standing ? { ...clause, standing } : clause;
  });
  return { ...judged, clauses };
}

/** Clears texts by a gate that is made for the first of them: most files hold none beside what their targets' own gates clear. */
function clearing(secrets: GateOptions['secrets']): (text: string) => Cleared {
  let gate: Gate | null = null;
  return (text) => {
    gate ??= createGate({ secrets });
    return gate.clear(text);
  };
}

/**
 * The results of a run under today's contracts, by provider.
 * @throws InputError when they contradict themselves, or name a missing provider or environment.
 */
export function rejudgeResults(recorded: Results, { contracts, unloaded }: Catalogue, file: string): Results {
  const faults = recorded.digest === undefined ? [] : contradictions(recorded);
  if (faults.length > 0) throw new InputError(`${file} contradicts itself:`, faults.slice(0, 5));
  const clears: ((text: string) => Cleared)[] = [];
  const targets = recorded.targets.map((target) => {
    const fault = own(unloaded, target.provider);
    if (fault) throw fault;
    const given = own(contracts, target.provider);
    // Clauses of another profile than the recorded one were never part of the run.
    const contract = given && target.profile === 'deep' ? deepened(given) : given;
    if (!contract)
      throw new InputError(`${file} holds ${target.target}.`, [`there is no contract of ${target.provider} any more`]);
    const environment = loadEnvironment(target.environmentFile ?? target.environment, contracts, Object.keys(unloaded));
    const known = secretsOf(environment, contracts, variables());
    const secrets = known.map((value) => ({ name: 'of the environment', value }));
    const clear = clearing(secrets);
    clears.push(clear);
    const ours = metaOf(contract, environment);
    const waivers = clearedWaivers(ours.waivers, clear);
    const meta = { ...ours, waivers, target: target.target, baseUrl: target.baseUrl };
    try {
      return stillDated(rejudge(target, contract, meta, recorded.startedAt.slice(0, 10), secrets), target);
    } catch (error) {
      // The message quotes the file, and whoever keeps the file may have changed it.
      if (error instanceof InputError)
        throw new InputError(
          clear(error.title),
          error.problems.map((problem) => clear(problem)),
        );
      // No check of the suite foresees this content: the file is at fault.
      throw new InputError(`${file}: ${target.target} cannot be judged again:`, [clear(String(error))]);
    }
  });
  const { digest: _digest, run, ...rest } = recorded;
  const partial = targets.some(isPartial);
  const selection = partial ? (run?.selection ?? { name: recordedSelection }) : null;
  const exitCodeOfTargets = exitCodeOf(targets, recorded.problems);
  // A failure of the run as a whole, such as an interruption, remains whatever its targets show.
  const whole = recorded.exitCode !== exitCodeOf(recorded.targets, recorded.problems);
  const exitCode = whole && exitCodeOfTargets !== 1 ? recorded.exitCode : exitCodeOfTargets;
  const problems = recorded.problems.map((problem) => clears.reduce((text, clear) => String(clear(text)), problem));
  return { ...rest, ...(run ? { run: { ...run, selection } } : {}), problems, exitCode, targets };
}

import { basename, dirname } from 'node:path';
import { readWhole } from '../files/read.ts';
import { whyDamaged } from '../formats/digest.ts';
import { matcher } from '../formats/pattern.ts';
import type { ExitCode, Results, TargetResult } from '../formats/results.ts';
import { wrapped } from '../output/wrapped.ts';
import { commandLineOf } from '../package/place.ts';
import { CLAUSE_FIGURES } from './figures.ts';
import { reportFiles } from './folder.ts';
import { isPartial, selectionNamed, shareOf } from './identity.ts';
import { exitCodeOf } from './ledger.ts';
import { whyNoResults } from './mark.ts';
import { begun, isUnnamed, type Meant, whyNotMeant } from './meant.ts';
import { TARGET_WORDS } from './outcome.ts';
import { recordPassed } from './passed.ts';
import { contradictions } from './sound.ts';
import { isResults, validateResults } from './validate.ts';

/** What a gate prints, and its exit code. */
export interface Gate {
  exitCode: ExitCode;
  /** The targets of the results; empty where these were not accepted. */
  targets: GatedTarget[];
  lines: string[];
}

/** What the gate goes by at one target. */
export interface GatedTarget extends Pick<TargetResult, 'target' | 'verdict' | 'reason' | 'counts'> {
  /** Whether the run selected a part of its scenarios only. */
  partial: boolean;
}

const nothingAccepted = (lines: string[]): Gate => ({ exitCode: ownFault, targets: [], lines });

const gated = (result: TargetResult): GatedTarget => {
  const { target, verdict, reason, counts } = result;
  return { target, verdict, reason, counts, partial: isPartial(result) };
};

const ownFault: ExitCode = 3;
const again = 'run `npx playwright test` again; CONFORMANCE_REPORT names the folder of the report';

/** Contradictions shown; a damaged file may hold hundreds. */
const mostShown = 5;

function line(target: TargetResult): string {
  const { verdict, reason } = target;
  const found = CLAUSE_FIGURES.filter(([, of]) => of(target) > 0).map(([name, of]) => `${of(target)} ${name}`);
  return `${target.target}  ${TARGET_WORDS[verdict].toLowerCase()}  (${found.join(', ')})${reason === '' ? '' : `  ${reason}`}`;
}

function leftOutLines(target: TargetResult): string[] {
  const clauses = (target.leftOut ?? []).join(', ') || 'none';
  return wrapped(`${target.target}  partial  ${shareOf(target)}; clauses left out: ${clauses}`, '  ');
}

/** The selection that a caller of the gate must name, where a part of the scenarios is meant to be enough. */
function howToName(selection: string): string {
  const word = /^--grep=([\w@-]+)$/.exec(selection)?.[1] ?? selection;
  const given = word === selection && /[^\w@-]/.test(word) ? `--selection='${word}'` : `--selection ${word}`;
  return `only a part was judged (${selection}); where that part is meant: ${commandLineOf('gate', given)}`;
}

/** What an exit code says of a run where its targets say another. */
const ofRun: Partial<Record<ExitCode, string[]>> = {
  2: ['the run was stopped before its end'],
  3: ['the run itself failed: an error, a test that is not of a target, or a reporter; see what it printed'],
};

function refused(lines: string[], faults: string[]): Gate {
  const shown = faults.slice(0, mostShown).map((fault) => `  - ${fault}`);
  const more = faults.length > mostShown ? [`  - and ${faults.length - mostShown} more`] : [];
  return nothingAccepted([...lines, `the file contradicts itself; ${again}`, ...shown, ...more]);
}

/**
 * Decides by results. Verdicts, effects and counts are computed again; a file that disagrees is not accepted.
 * `selection` is the part of a run that is enough for the caller; without it a partial run is not judged.
 */
export function gate(results: Results, selection = ''): Gate {
  const { targets, problems, exitCode, run } = results;
  const damage = whyDamaged(results);
  if (damage !== null) return nothingAccepted([`${damage}; ${again}`]);
  const found = targets.map(gated);
  const lines = [
    ...targets.map(line),
    ...targets.filter(isPartial).flatMap(leftOutLines),
    ...problems.map((problem) => `problem: ${problem}`),
  ];
  if (targets.length === 0) lines.push('no target was judged');
  const expected = exitCodeOf(targets, problems);
  if (exitCode !== expected) lines.push(...(ofRun[exitCode] ?? []));
  // A run may know of a fault or an interruption that no target shows; it is never better than its targets.
  const agrees =
    expected === exitCode || (exitCode === ownFault && expected !== 1) || (exitCode === 2 && expected === 0);
  const faults = [
    ...contradictions(results),
    ...(agrees ? [] : [`it says exit code ${exitCode}, its targets say ${expected}`]),
  ];
  if (faults.length > 0) return refused(lines, faults);
  if (exitCode !== 0) return { lines, exitCode, targets: found };
  if (results.digest === undefined) {
    const why = 'an earlier version wrote the file, without the digest that would show damage';
    return nothingAccepted([...lines, `${why}; ${again}`]);
  }
  if (!targets.some(isPartial)) return { lines, exitCode, targets: found };
  const name = run?.selection?.name;
  if (name === undefined) return { lines: [...lines, `only a part was judged; ${again}`], exitCode: 2, targets: found };
  return selectionNamed(selection) === name
    ? { lines, exitCode, targets: found }
    : { lines: [...lines, howToName(name)], exitCode: 2, targets: found };
}

/**
 * Decides by the results file at a path. A file that is missing, unreadable, of another format, or of a run that has
 * not ended, is exit code 3. So is a passing one that is too old, of another run than the caller means, or that passed already:
 * a run that could not begin, or was killed before it could put the last report aside, leaves that of another one. Without
 * `meant`, the caller knows which run it is. `expected`: targets or providers that must be there, or patterns of them as of --project.
 */
export function gateFile(file: string, selection = '', meant?: Meant, expected: readonly string[] = []): Gate {
  const unfinished = whyNoResults(file);
  if (unfinished !== null) return nothingAccepted([unfinished]);
  let value: unknown;
  try {
    value = JSON.parse(readWhole(file).toString('utf8'));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const fault = missing ? 'there is no such file' : 'it cannot be read as JSON';
    return nothingAccepted([`${file}: ${fault}; ${again}`]);
  }
  const decided = expecting(gateValue(value, file, selection), expected);
  // Only a passing file is checked for its run; any other exit code is worse than that of an old file.
  if (decided.exitCode !== 0 || !isResults(value)) return decided;
  const now = new Date();
  if (meant === undefined) return { ...decided, lines: [...decided.lines, begun(value, now)] };
  const recorded = { ...value, runs: [value.run ?? {}], key: value.digest ?? '' };
  const folder = basename(file) === reportFiles.results ? dirname(file) : null;
  const fault = whyNotMeant(recorded, folder, meant, now, again);
  if (fault !== null) return nothingAccepted([...decided.lines, fault]);
  const unsaid = folder !== null && isUnnamed(recorded, meant) ? recordPassed('gate', folder, recorded.key, now) : null;
  const lines = unsaid === null ? [] : [`that these results passed could not be recorded beside them: ${unsaid}`];
  return { ...decided, lines: [...decided.lines, begun(value, now), ...lines] };
}

/** What a gate decided, for a caller who expects some targets: without one of them nothing passes. */
function expecting(decided: Gate, expected: readonly string[]): Gate {
  const { targets, lines, exitCode } = decided;
  const missing = expected.filter((name) => {
    const isIt = matcher(name);
    return !targets.some(({ target }) => isIt(target) || isIt(target.slice(0, target.lastIndexOf('@'))));
  });
  if (missing.length === 0 || exitCode === ownFault) return decided;
  const held = targets.map(({ target }) => target).join(', ');
  const all = [...lines, `${missing.join(', ')}: the results hold ${held || 'no target'}, and not this; ${again}`];
  return exitCode === 1 ? { ...decided, lines: all } : nothingAccepted(all);
}

/** Decides by the content of a results file, whatever it is. */
export function gateValue(value: unknown, file: string, selection = ''): Gate {
  try {
    const checked = validateResults(value);
    if ('results' in checked) return gate(checked.results, selection);
    const shown = checked.problems.slice(0, mostShown).map((problem) => `  - ${problem}`);
    return nothingAccepted([`${file} is not a results file of format version 1; ${again}`, ...shown]);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return nothingAccepted([`${file} cannot be judged: ${cause}; ${again}`]);
  }
}

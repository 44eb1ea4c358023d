/** The Playwright configuration of a project whose targets are tested: its run begins here. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PlaywrightTestConfig, ReporterDescription } from '@playwright/test';
import { InputError } from '../contract/problems.ts';
import { configureRoots, type Roots, rootsOf } from '../files/roots.ts';
import { escapedPattern } from '../formats/pattern.ts';
import { moduleFile } from '../package/place.ts';
import type { CommandIdentity } from '../results/identity.ts';
import { beginCommand, failCommand, hintOfRun, withdrawRun } from './begin.ts';
import { asksForDeep, onlyOwnTests, type PlaywrightCommand } from './command.ts';
import { testsOf } from './configured.ts';
import { currentRunId, ownRun } from './current.ts';
import { lastFailed } from './last-run.ts';
import { type ConformanceOptions, readArguments, wrongArguments } from './options.ts';
import { contractsOfRun, leaveResolved, resolvedBefore } from './resolved.ts';
import type { TargetProject } from './selection.ts';
import { isWorker } from './worker.ts';

/** The path of the file in a folder that declares the tests of the targets, with any ending that Playwright reads. */
function specIn(folder: string): RegExp {
  return new RegExp(`^${escapedPattern(join(folder, 'conformance.spec.'))}[cm]?[jt]s$`);
}

/** Why the tests of the targets would not be found. @throws InputError */
async function requireSpec(folder: string): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).some((name) => specIn(folder).test(join(folder, name)))) return;
  throw new InputError('There are no tests of the targets:', [
    `${join(folder, 'conformance.spec.ts')} is missing; let it say: import 'payment-token-conformance/spec'; or run: npx conform init`,
  ]);
}

/** Bad input and faults of the suite end the command with one message and exit code 3, before any request. */
async function targets(command: PlaywrightCommand, tests: string): Promise<TargetProject[]> {
  try {
    const before = resolvedBefore();
    if (before) return before.projects;
    if (command.mode !== 'other') (await import('./copies.ts')).requireOneCopy();
    const { selectTargets, wantedOf } = await import('./selection.ts');
    const { variables } = await import('../target/variables.ts');
    const selected = selectTargets(command, variables());
    const isRun = command.mode === 'run' && !onlyOwnTests(command);
    const wanted = wantedOf(command.projects, selected);
    if (isRun && wanted.length === 0) withdrawRun();
    else if (isRun) {
      await requireSpec(tests);
      await requirePrevious();
    }
    const run = ownRun();
    if (run) leaveResolved(run.scratch, await contractsOfRun(), wanted);
    if (run && command.grep !== '') hintOfRun(await shownInstead(command, wanted));
    return selected;
  } catch (error) {
    return failCommand(error, command);
  }
}

/** What shows the clauses that --grep names and no test bears. */
async function shownInstead({ grep }: PlaywrightCommand, wanted: readonly TargetProject[]): Promise<string> {
  const { whereShown } = await import('../run/where-shown.ts');
  const { contracts } = await contractsOfRun();
  const providers = [...new Set(wanted.map(({ meta }) => meta.provider))];
  return whereShown(
    grep,
    providers.flatMap((provider) => contracts[provider] ?? []),
  );
}

/** Results that are named to compare with have to be there. */
async function requirePrevious(): Promise<void> {
  const { namedPrevious } = await import('../results/folder.ts');
  const { compareRole, readResults } = await import('../results/read.ts');
  const previous = namedPrevious();
  if (previous !== undefined) readResults(previous, compareRole);
}

async function identity(command: PlaywrightCommand): Promise<CommandIdentity | null> {
  // A worker loads the configuration too, and need not know which run it is of: the process that began it reports.
  if (isWorker()) return null;
  try {
    const { contractsFolder } = await import('../judge/catalogue.ts');
    const { runIdentity } = await import('./identity.ts');
    const { variables } = await import('../target/variables.ts');
    const contracts = contractsFolder();
    const folder = existsSync(contracts) ? contracts : process.cwd();
    return runIdentity({ id: currentRunId(), argv: process.argv, variables: variables(), folder });
  } catch (error) {
    return failCommand(error, command);
  }
}

type Reporters = NonNullable<PlaywrightTestConfig['reporter']>;

const listed = (reporter: Reporters | undefined): ReporterDescription[] =>
  reporter === undefined ? [] : typeof reporter === 'string' ? [[reporter]] : [...reporter];

/** Our reporters, then theirs. Our progress shows the findings of targets; Playwright's reporters show other tests, and lists. */
function reporters(command: PlaywrightCommand, theirs: Reporters | undefined): ReporterDescription[] {
  const runsTargets = command.mode === 'run' && !onlyOwnTests(command);
  const progress: ReporterDescription[] = [[moduleFile('reporters/progress')]];
  const beside = listed(theirs);
  const first = runsTargets ? progress : beside.length > 0 ? [] : listed('list');
  return [...first, [moduleFile('reporters/conformance')], ...beside];
}

/** Our commands load a configuration only to read its folders: where this function is set, it gets them, and no run begins. */
const receiver = Symbol.for('payment-token-conformance.configuration');

function handOver(roots: Roots, faults: readonly string[]): boolean {
  const receive: unknown = Reflect.get(globalThis, receiver);
  if (typeof receive !== 'function') return false;
  receive(roots, faults);
  return true;
}

/** The folders that a configuration says, and what is wrong with what it gives `defineConformance`. */
export interface Configured {
  roots: Roots;
  faults: readonly string[];
}

/** What the configuration says that `load` loads in this process, where it begins no run; null where it says nothing of targets. */
export async function configurationOf(load: () => Promise<unknown>): Promise<Configured | null> {
  let found: Configured | null = null;
  // By a name that all copies of this module know: who loads the configuration may load another one of it.
  Reflect.set(globalThis, receiver, (roots: Roots, faults: readonly string[] = []) => {
    found = { roots, faults };
  });
  try {
    await load();
  } finally {
    Reflect.deleteProperty(globalThis, receiver);
  }
  return found;
}

/** Where tests leave what they made, unless a configuration or a command says otherwise. */
const outputDir = 'test-results';

/**
 * The Playwright configuration that tests every target of the environments, one project for each. It begins the run: before
 * anything that may fail, the report of an earlier run is put aside. Bad input ends the command with one message and exit
 * code 3.
 *
 * @param options the folders of contracts, environments and tests; see {@link ConformanceOptions}
 * @param config your own Playwright configuration: its projects run beside the targets, its reporters beside ours
 * @returns what the configuration file exports; Playwright awaits it
 * @example
 * ```ts
 * // playwright.config.ts
 * import { defineConformance } from 'payment-token-conformance';
 * export default defineConformance({ contracts: './contracts', environments: './environments' });
 * ```
 */
export async function defineConformance(
  options: ConformanceOptions = {},
  config: PlaywrightTestConfig = {},
): Promise<PlaywrightTestConfig> {
  const given = readArguments(options, config);
  const { projects: theirs = [], reporter, ...rest } = given.config;
  const own = theirs.flatMap(({ name, dependencies = [], default: byDefault = true }) =>
    name === undefined ? [] : [{ name, dependencies, default: byDefault }],
  );
  const roots = rootsOf(given.options, own);
  if (handOver(roots, given.faults)) return given.config;
  configureRoots(roots);
  // Before anything is loaded that may fail: the gate must not decide by an earlier run where this one could not begin.
  const command = beginCommand(process.argv);
  const began = ownRun();
  if (began) began.lastFailed = lastFailed(process.argv, command, rest.outputDir ?? outputDir);
  if (given.faults.length > 0) failCommand(new InputError(wrongArguments, given.faults), command);
  // The workers read the profile from their environment: they have no command line.
  if (asksForDeep(command)) process.env['CONFORMANCE_PROFILE'] = 'deep';
  const testDir = resolve(given.options.root ?? '.', given.options.tests ?? 'tests');
  const selected = await targets(command, testDir);
  const { noBrowser } = await import('./no-browser.ts');
  const run = await identity(command);
  return {
    outputDir,
    timeout: 120_000,
    // One worker sends the requests of one target; the targets run side by side.
    workers: 4,
    ...rest,
    reporter: reporters(command, reporter),
    projects: [
      ...selected.map(({ name, default: byDefault, environment, timeout, meta }) => ({
        name,
        default: byDefault,
        testDir,
        testMatch: specIn(testDir),
        ...testsOf(meta.provider),
        repeatEach: 1,
        workers: 1,
        // What a team sets or selects of its own tests: a request that is sent again by Playwright would be another one.
        retries: 0,
        fullyParallel: false,
        timeout,
        use: { ...noBrowser, trace: 'off' as const },
        metadata: { environment, target: meta, run },
      })),
      // Their default folder may hold the tests of the targets, which need a target.
      ...theirs.map((project) => ({
        ...project,
        testIgnore: [...[project.testIgnore ?? rest.testIgnore ?? []].flat(), specIn(testDir)],
      })),
    ],
  };
}

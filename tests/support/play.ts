/**
 * A run of the tests of targets in this process: our configuration, our sessions and our reporter are those of a run, and
 * Playwright is played, at a tenth of what the processes of a run cost.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlaywrightTestConfig } from '@playwright/test';
import type { FullConfig, FullProject, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import ConformanceReporter from '../../reporters/conformance.ts';
import { matcher } from '../../src/formats/pattern.ts';
import type { Results } from '../../src/formats/results.ts';
import { beginCommand, withdrawRun } from '../../src/playwright/begin.ts';
import { readCommand } from '../../src/playwright/command.ts';
import { defineConformance } from '../../src/playwright/config.ts';
import { open, type ProjectMetadata } from '../../src/playwright/opened.ts';
import type { ConformanceOptions } from '../../src/playwright/options.ts';
import { groupsOfRun, scenariosOfRun } from '../../src/playwright/resolved.ts';
import { redByEvidence, TestReport } from '../../src/playwright/test-report.ts';
import { newFolder } from './folders.ts';
import { actHere, ownTemporary } from './here.ts';
import type { Ended } from './process.ts';

/** How a played run ended. */
export interface Played extends Ended {
  /** Folder that holds all that was written. */
  folder: string;
  /** The message of each test that is red, which Playwright's own reporters print. */
  red: string[];
  results(): Results;
}

/** What a team's configuration says. */
export interface Configuration {
  options?: ConformanceOptions;
  own?: PlaywrightTestConfig;
  /** What it makes of what it was given. */
  change?: (config: PlaywrightTestConfig) => PlaywrightTestConfig;
  /** The working directory. Default: that of this process. */
  folder?: string;
  /** How often each test is tried, as --repeat-each and --retries do: by a session of its own each time. Default: once. */
  tries?: number;
  /** What another reporter does after ours; `failed` fails the run. */
  afterReport?: () => 'failed' | undefined;
}

type Project = NonNullable<PlaywrightTestConfig['projects']>[number];

/** Loads the configuration as the command does, which begins the run: bad input ends it here. */
async function configured(args: readonly string[], { options, own, change = (config) => config }: Configuration) {
  process.argv = [process.execPath, 'playwright', 'test', ...args];
  return change(await defineConformance(options, own));
}

const patterns = (given: Project['grep']): RegExp[] => [given ?? []].flat();

/** The tests of a target that its project and --grep leave, as Playwright selects them. */
async function suiteOf(project: Project, grep: string) {
  const { target } = project.metadata as ProjectMetadata;
  const full = { ...project, grep: project.grep ?? /^/, grepInvert: project.grepInvert ?? null } as FullProject;
  const tests: TestCase[] = [];
  const suite = { project: () => full, allTests: () => tests } as unknown as Suite;
  for (const { title: group, tag: ofGroup, cases } of await groupsOfRun())
    for (const { title, tag, scenarios } of cases) {
      const text = `${project.name} conformance.spec.ts ${group} ${title} ${[ofGroup, ...tag].join(' ')}`;
      const isIn = patterns(project.grep).every((pattern) => pattern.test(text)) && new RegExp(grep, 'i').test(text);
      if (!isIn || patterns(project.grepInvert).some((pattern) => pattern.test(text))) continue;
      const annotations = scenarios.map((id) => ({ type: 'scenario', description: id }));
      const one = { title, annotations, parent: suite, timeout: project.timeout ?? 0, ok: () => true };
      tests.push(one as unknown as TestCase);
    }
  return { suite, tests, target, metadata: project.metadata as ProjectMetadata };
}

/** The part of all tests that a shard runs. */
function cut(suites: readonly { tests: TestCase[] }[], { current, total }: { current: number; total: number }): void {
  const all = suites.flatMap(({ tests }) => tests);
  const part = new Set(all.filter((_, at) => Math.floor((at * total) / all.length) === current - 1));
  for (const { tests } of suites) tests.splice(0, tests.length, ...tests.filter((test) => part.has(test)));
}

/** A test with what became of it. */
type Tried = [test: TestCase, result: TestResult];

/** Sends the scenarios of the tests of a target, one session for all of them. */
async function* send({ tests, target, metadata }: Awaited<ReturnType<typeof suiteOf>>): AsyncGenerator<Tried> {
  const session = await open(metadata, newFolder('out'), () => undefined);
  const planned = await scenariosOfRun(target.provider);
  const day = new Date().toISOString().slice(0, 10);
  for (const test of tests) {
    const attachments: TestResult['attachments'] = [];
    const attach = (name: string, value: unknown): void => {
      attachments.push({ name, contentType: 'application/json', body: Buffer.from(JSON.stringify(value)) });
    };
    const report = new TestReport(session, target, day);
    for (const { description = '' } of test.annotations) {
      const scenario = planned.get(description);
      if (!scenario) throw new Error(`the plan holds no scenario ${description}`);
      const outcome = await session.run(scenario);
      attach('evidence', outcome);
      report.add(scenario, outcome);
    }
    const end = report.end();
    const errors = end.status === 'failed' ? [{ message: end.message }] : [];
    for (const error of errors) attach(redByEvidence, error);
    const result = { status: end.status, attachments, startTime: new Date(), duration: 1, errors, workerIndex: 0 };
    yield [test, result as unknown as TestResult];
  }
  await session.close();
}

/** The tests that a command selects, target by target. */
async function selected(args: readonly string[], configuration: Configuration) {
  const config = await configured(args, configuration);
  const { projects, grep } = readCommand(process.argv);
  const ofTargets = (config.projects ?? []).filter(({ name = '', default: byDefault, metadata }) => {
    if (metadata?.['target'] === undefined) return false;
    return projects.length > 0 ? projects.some((pattern) => matcher(pattern)(name)) : byDefault !== false;
  });
  const suites = await Promise.all(ofTargets.map((project) => suiteOf(project, grep)));
  const { shard = null } = config;
  if (shard) cut(suites, shard);
  return { suites, shard };
}

type Suites = Awaited<ReturnType<typeof selected>>['suites'];

function reporterOf(suites: Suites, shard: FullConfig['shard']): ConformanceReporter {
  const reporter = new ConformanceReporter();
  const all = { suites: suites.map(({ suite }) => suite), allTests: () => suites.flatMap(({ tests }) => tests) };
  reporter.onBegin({ shard } as FullConfig, all as unknown as Suite);
  return reporter;
}

async function play(args: readonly string[], configuration: Configuration, red: string[]): Promise<void> {
  const { suites, shard } = await selected(args, configuration);
  const startTime = new Date();
  const reporter = reporterOf(suites, shard);
  for (const one of suites.filter(({ tests }) => tests.length > 0))
    for (let tries = configuration.tries ?? 1; tries > 0; tries--)
      for await (const [test, result] of send(one)) {
        red.push(...result.errors.map(({ message = '' }) => message));
        reporter.onTestEnd(test, result);
      }
  const duration = Date.now() - startTime.getTime();
  const isGreen = red.length === 0;
  await reporter.onEnd({ status: isGreen ? 'passed' : 'failed', startTime, duration });
  const isFailed = configuration.afterReport?.() === 'failed';
  await reporter.onExit();
  process.exit(isGreen && !isFailed ? 0 : 1);
}

/** Runs each shard as a command of its own, and hands what they did to the reporter of a command that merges them. */
async function playShards(args: readonly string[], total: number): Promise<void> {
  const startTime = new Date();
  const suites: Suites = [];
  const tried: Tried[] = [];
  for (let current = 1; current <= total; current++) {
    const part = await selected([...args, `--shard=${current}/${total}`], { own: { shard: { current, total } } });
    suites.push(...part.suites);
    for (const one of part.suites) for await (const each of send(one)) tried.push(each);
    withdrawRun();
  }
  process.argv = [process.execPath, 'playwright', 'merge-reports'];
  beginCommand(process.argv);
  const reporter = reporterOf(suites, null);
  for (const [test, result] of tried) reporter.onTestEnd(test, result);
  await reporter.onEnd({ status: 'passed', startTime, duration: Date.now() - startTime.getTime() });
  await reporter.onExit();
  process.exit(0);
}

async function playing(
  act: (red: string[]) => Promise<void>,
  variables: Record<string, string | undefined>,
  workingFolder?: string,
): Promise<Played> {
  const folder = newFolder('run');
  const report = variables['CONFORMANCE_REPORT'] ?? join(folder, 'report');
  const red: string[] = [];
  const given = { CONFORMANCE_REPORT: report, ...ownTemporary(), ...variables };
  const ended = await actHere(() => act(red), given, workingFolder);
  const results = (): Results => JSON.parse(readFileSync(join(report, 'results.json'), 'utf8')) as Results;
  return { ...ended, folder, red, results };
}

/** Plays `playwright test` with these arguments and variables, under a configuration like that of this project. */
export function playHere(
  args: readonly string[],
  variables: Record<string, string | undefined> = {},
  configuration: Configuration = {},
): Promise<Played> {
  return playing((red) => play(args, configuration, red), variables, configuration.folder);
}

/** Plays as many shards of `playwright test`, and the command that merges them. */
export function playShardsHere(args: readonly string[], total: number): Promise<Played> {
  return playing(() => playShards(args, total), {});
}

/** What a run of Playwright does until its configuration is loaded: bad input ends it there, and nothing is sent. */
export function configureHere(
  args: readonly string[],
  variables: Record<string, string | undefined> = {},
  configuration: Configuration = {},
): Promise<Ended> {
  const act = async (): Promise<void> => void (await configured(args, configuration));
  return actHere(act, { ...ownTemporary(), ...variables }, configuration.folder);
}

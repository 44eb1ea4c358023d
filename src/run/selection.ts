/** Which Playwright projects there are, and which of them this command asks for. */
import { catalogue } from '../catalogue.ts';
import { InputError } from '../contract/problems.ts';
import type { Contract } from '../contract/types.ts';
import { metaOf, type TargetMeta } from '../results/meta.ts';
import { type Environment, environmentNames, loadEnvironment } from '../target/environment.ts';
import { resolveTarget } from '../target/target.ts';
import { mostAttempts, mostSilence } from '../wire/limits.ts';

/** One target as a Playwright project. */
export interface TargetProject {
  /** `provider` for TARGET_ENV, `provider@environment` for any. */
  name: string;
  /** Runs when no project is named. */
  default: boolean;
  /** What TARGET_ENV would have to be. */
  environment: string;
  /** Milliseconds one scenario may take. */
  timeout: number;
  meta: TargetMeta;
}

/** The options of a Playwright command line that decide what is selected. */
interface Command {
  /** Whether tests are about to be run. */
  runs: boolean;
  projects: string[];
}

/** Name of the project that holds the project's own tests. */
export const unitProject = 'unit';

/** Reads what Playwright will read, without taking the arguments away from it. */
export function readCommand(argv: string[]): Command {
  const projects: string[] = [];
  for (const [index, argument] of argv.entries()) {
    if (argument.startsWith('--project=')) projects.push(argument.slice('--project='.length));
    if (argument !== '--project') continue;
    // Playwright takes every following word that is no option for a project.
    for (const word of argv.slice(index + 1)) {
      if (word.startsWith('-')) break;
      projects.push(word);
    }
  }
  return { runs: argv.includes('test') && !argv.includes('--list') && !argv.includes('--ui'), projects };
}

/** Whether a command line asks, by --grep, for the scenarios of the deep profile. */
export function asksForDeep(argv: string[]): boolean {
  return argv.some((argument, index) => {
    const given = /^(?:--grep|-g)=(.*)$/s.exec(argument)?.[1];
    return (given ?? (['--grep', '-g'].includes(argv[index - 1] ?? '') ? argument : '')).includes('@deep');
  });
}

/** Whether a command line asks for the project's own tests and for no target. */
export function onlyOwnTests(argv: string[]): boolean {
  const { projects } = readCommand(argv);
  return projects.length > 0 && projects.every((name) => name === unitProject);
}

/** Whether a name fits a pattern with `*` for any text, in any letter case, as Playwright reads --project. */
export function matcher(pattern: string): (name: string) => boolean {
  const source = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const whole = new RegExp(`^${source.join('.*')}$`, 'i');
  return (name) => whole.test(name);
}

/** Most exchanges one scenario waits for: those of a token's life, and those already under way beside it. */
const mostExchanges = 8;

/** What the network may take of one scenario: a test that is cut off sooner would tell a slow provider as our own fault. */
function mostOf({ providers }: Environment, { provider }: Contract): number {
  const { pace, expiryWait = 0 } = providers[provider] ?? {};
  const exchange = mostSilence + mostAttempts * (pace?.timeout ?? 0);
  return 1000 * (mostExchanges * exchange + expiryWait);
}

function projectsOf(environment: Environment, given: string, contracts: Contract[], chosen: boolean): TargetProject[] {
  return contracts
    .filter(({ provider }) => environment.providers[provider])
    .flatMap((contract) => {
      const meta = metaOf(contract, environment);
      const timeout = mostOf(environment, contract);
      const full = { name: meta.target, default: false, environment: given, timeout, meta };
      return chosen ? [{ ...full, name: contract.provider, default: true }, full] : [full];
    });
}

/**
 * Every target there is as a project: those of TARGET_ENV (default `mock`) by provider, all by `provider@environment`.
 * @throws InputError when TARGET_ENV or a contract does not load, when a project that is asked for does not exist, or
 * when tests are about to run and a target of theirs lacks something.
 */
export function selectTargets(argv: string[], variables: Record<string, string>): TargetProject[] {
  const contracts = catalogue();
  const list = Object.values(contracts);
  const chosen = variables['TARGET_ENV'] ?? 'mock';
  const projects = projectsOf(loadEnvironment(chosen, contracts), chosen, list, true);
  const broken = new Map<string, InputError>();
  for (const name of environmentNames().filter((known) => known !== chosen)) {
    try {
      projects.push(...projectsOf(loadEnvironment(name, contracts), name, list, false));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      broken.set(name, error);
    }
  }
  const command = readCommand(argv);
  for (const pattern of command.projects) checkPattern(pattern, projects, broken, chosen);
  if (command.runs) {
    const wanted = projects.filter(({ name, default: byDefault }) =>
      command.projects.length > 0 ? command.projects.some((pattern) => matcher(pattern)(name)) : byDefault,
    );
    requireOnce(wanted);
    requireReady(wanted, contracts, variables);
  }
  return projects;
}

function checkPattern(
  pattern: string,
  projects: TargetProject[],
  broken: Map<string, InputError>,
  chosen: string,
): void {
  const matches = matcher(pattern);
  if ([unitProject, ...projects.map(({ name }) => name)].some(matches)) return;
  const environment = pattern.split('@')[1];
  const cause = environment === undefined ? undefined : broken.get(environment);
  if (cause) throw cause;
  const known = projects.map(({ name }) => name).join(', ');
  throw new InputError(`There is no project "${pattern}".`, [
    `with TARGET_ENV=${chosen} there is: ${known}, ${unitProject}`,
  ]);
}

function requireOnce(wanted: TargetProject[]): void {
  const names = wanted.map(({ meta }) => meta.target);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) {
    throw new InputError('No request was sent:', [
      `${twice.join(', ')} would run twice, under two project names; name one of them`,
    ]);
  }
}

function requireReady(
  wanted: TargetProject[],
  contracts: Record<string, Contract>,
  variables: Record<string, string>,
): void {
  const problems: string[] = [];
  for (const { environment, meta } of wanted) {
    const contract = contracts[meta.provider];
    try {
      if (contract) resolveTarget(loadEnvironment(environment, contracts), contract, variables);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError('No request was sent:', [...new Set(problems)]);
}

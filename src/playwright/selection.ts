/** The existing Playwright projects, and those that this command selects. */

import { InputError } from '../contract/problems.ts';
import { didYouMean } from '../contract/similar.ts';
import type { Contract } from '../contract/types.ts';
import { roots } from '../files/roots.ts';
import { matcher } from '../formats/pattern.ts';
import { type Catalogue, wholeCatalogue } from '../judge/catalogue.ts';
import { clearedWaivers } from '../results/waivers.ts';
import { gateOfTarget } from '../run/target-gate.ts';
import { casesOf } from '../scenario/cases.ts';
import { type Environment, environmentNames, loadEnvironment, outsideHint } from '../target/environment.ts';
import { metaOf, type TargetMeta } from '../target/meta.ts';
import { resolveTarget } from '../target/target.ts';
import { dotenvFaults, variablesIn } from '../target/variables.ts';
import { mostAttempts, mostSilence } from '../wire/limits.ts';
import { type PlaywrightCommand, withDependencies } from './command.ts';

/** One target as a Playwright project. */
export interface TargetProject {
  /** `provider` for TARGET_ENV, `provider@environment` for any. */
  name: string;
  /** Runs when no project is named. */
  default: boolean;
  /** The value of TARGET_ENV that would include it. */
  environment: string;
  /** Milliseconds one test may take. */
  timeout: number;
  meta: TargetMeta;
}

/** The environment where TARGET_ENV names none. */
const byDefault = 'mock';

/** Most exchanges that one scenario waits for: those of a token's life, and those in progress beside it. */
const mostExchanges = 8;

/**
 * Milliseconds that the network may take of one test, which sends the scenarios of a clause one by one. A shorter limit
 * would report a slow provider as our own fault.
 */
function mostOf({ providers }: Environment, contract: Contract): number {
  const { provider } = contract;
  const together = Math.max(...casesOf(contract).map(({ scenarios }) => scenarios.length));
  const { pace, expiryWait = 0, retryBudget = 0 } = providers[provider] ?? {};
  const gap = pace?.perSecond ? 1 / pace.perSecond : 0;
  const attempts = mostAttempts * ((pace?.timeout ?? 0) + gap);
  return (
    1000 * ((mostExchanges + together - 1) * (Math.max(mostSilence, gap) + attempts) + expiryWait + 2 * retryBudget)
  );
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

/** Environments as projects, and the reasons for those that do not load, by the name under which each is asked for. */
interface Loaded {
  projects: TargetProject[];
  broken: Map<string, InputError>;
}

function loadAll(chosen: string | undefined, { contracts, unloaded }: Catalogue): Loaded {
  const list = Object.values(contracts);
  const loaded: Loaded = { projects: [], broken: new Map() };
  const add = (reference: string, name: string, isChosen: boolean): string => {
    try {
      const environment = loadEnvironment(reference, contracts, Object.keys(unloaded));
      loaded.projects.push(...projectsOf(environment, reference, list, isChosen));
      return environment.name;
    } catch (error) {
      // A file that was named must load; of the others, only those that a selected project names.
      if (!(error instanceof InputError) || (isChosen && chosen !== undefined)) throw error;
      loaded.broken.set(name, error);
      return name;
    }
  };
  const first = add(chosen ?? byDefault, byDefault, true);
  // One name is one environment: TARGET_ENV itself counts as that name, whatever path it gives.
  for (const name of environmentNames()) if (name !== first) add(name, name, false);
  return loaded;
}

/**
 * Every existing target as a project: those of TARGET_ENV (default `mock`) by provider, all by `provider@environment`.
 * @throws InputError when TARGET_ENV or a contract does not load, when a selected project does not exist, or when tests
 * are about to run and one of their targets is incomplete.
 */
export function selectTargets(
  { mode, projects: patterns }: Pick<PlaywrightCommand, 'mode' | 'projects'>,
  variables: Record<string, string>,
): TargetProject[] {
  const all = wholeCatalogue();
  requireAsked(patterns, all);
  const chosen = variables['TARGET_ENV'] || undefined;
  const { projects, broken } = loadAll(chosen, all);
  requireOwnNames(projects);
  for (const pattern of patterns) checkPattern(pattern, projects, broken, chosen ?? byDefault);
  const missing = chosen === undefined ? broken.get(byDefault) : undefined;
  if (missing && patterns.length === 0 && (mode === 'run' || mode === 'list')) throw unloaded(missing, projects);
  if (mode === 'run') {
    const wanted = wantedOf(patterns, projects);
    requireOnce(wanted);
    requireReady(wanted, all, variables);
  }
  return projects;
}

/** A contract that does not load stops whoever asks for its provider: by name, or by naming no project. */
function requireAsked(patterns: string[], { unloaded }: Catalogue): void {
  const names = (provider: string): string[] => [provider, ...environmentNames().map((one) => `${provider}@${one}`)];
  for (const [provider, fault] of Object.entries(unloaded)) {
    const isAsked = (pattern: string): boolean =>
      pattern.startsWith(`${provider}@`) || names(provider).some(matcher(pattern));
    if (patterns.length === 0 || patterns.some(isAsked)) throw fault;
  }
}

/** The fault where nothing names an environment, and the default one does not load with these contracts. */
function unloaded(missing: InputError, projects: TargetProject[]): InputError {
  const known = projects.map(({ name }) => name).join(', ');
  return new InputError(`The environment "${byDefault}", which runs where TARGET_ENV is not set, does not load:`, [
    ...missing.problems,
    `correct it, or set TARGET_ENV to another${known === '' ? '' : `, or name one of these with --project: ${known}`}`,
  ]);
}

/** The projects that a command selects by these patterns; without one, those that run by default, and what those depend on. */
export function wantedOf(patterns: string[], projects: TargetProject[]): TargetProject[] {
  if (patterns.length > 0) return projects.filter(({ name }) => patterns.some((pattern) => matcher(pattern)(name)));
  const own = roots().ownProjects.filter((project) => project.default);
  const needed = withDependencies(own.map(({ name }) => name));
  return projects.filter(({ name, default: byDefault }) => byDefault || needed.includes(name));
}

function checkPattern(
  pattern: string,
  projects: TargetProject[],
  broken: Map<string, InputError>,
  chosen: string,
): void {
  const matches = matcher(pattern);
  const ownProjects = roots().ownProjects.map(({ name }) => name);
  if ([...ownProjects, ...projects.map(({ name }) => name)].some(matches)) return;
  const environment = pattern.split('@')[1];
  const cause = broken.get(environment ?? chosen);
  if (cause) throw cause;
  const known = [...projects.map(({ name }) => name), ...ownProjects];
  throw new InputError(`There is no project "${pattern}".`, [
    `with TARGET_ENV=${chosen} there is: ${known.join(', ')}${didYouMean(pattern, known)}`,
    ...outsideHint(pattern),
  ]);
}

/** A project of the configuration that is called like a target would be taken for it: its tests for those of the target. */
function requireOwnNames(projects: TargetProject[]): void {
  const names = projects.map(({ name }) => name);
  const taken = roots().ownProjects.flatMap(({ name }) => (names.some(matcher(name)) ? [name] : []));
  if (taken.length > 0)
    throw new InputError('A project of the configuration has the name of a target:', [
      `${taken.join(', ')}; give that project another name`,
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
  { contracts, unloaded }: Catalogue,
  variables: Record<string, string>,
): void {
  const problems: string[] = [];
  for (const { environment, meta } of wanted) {
    const contract = contracts[meta.provider];
    try {
      if (!contract) continue;
      const loaded = loadEnvironment(environment, contracts, Object.keys(unloaded));
      problems.push(...dotenvFaults(variablesIn(loaded.providers[meta.provider])));
      const target = resolveTarget(loaded, contract, variables);
      if (meta.waivers.length === 0) continue;
      const gate = gateOfTarget(target);
      meta.waivers = clearedWaivers(meta.waivers, (text) => gate.clear(text));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError('No request was sent:', [...new Set(problems)]);
}

/** Which run results belong to, and what it left out. */
import { randomUUID } from 'node:crypto';
import type { RunIdentity, TargetResult } from '../formats/results.ts';

/**
 * What a command that runs tests says about itself; it travels in the metadata of its projects, and so in blob reports.
 */
export interface CommandIdentity {
  /** A UUID, made when the command began. */
  id: string;
  /** The common name of the jobs of one run; null where there is none. */
  name: string | null;
  /** Every name of it, by the variable that gave it; absent in blob reports of earlier versions. */
  names?: Readonly<Record<string, string>>;
  /** Of this package. */
  version: string;
  /** Of the checkout that holds the contracts; null outside a checkout. */
  commit: string | null;
  /** The options that leave tests out, except the shard, in a normal form; empty where there are none. */
  selectors: string;
  shard: { current: number; total: number } | null;
}

/** The origin of results: one command, blob reports that `npm run merge` found complete, or unchecked blob reports. */
export type Gathered = 'one command' | 'checked blobs' | 'blobs';

/** The variable by which `npm run merge` says that it checked the blob reports. */
export const mergeVariable = 'CONFORMANCE_MERGE';

/** The origin of the tests in the process that writes a report. */
export function gatheredBy(argv: readonly string[], variables: NodeJS.ProcessEnv): Gathered {
  if (!argv.includes('merge-reports')) return 'one command';
  return variables[mergeVariable] === 'checked' ? 'checked blobs' : 'blobs';
}

/** The name of the selection in which production received the control alone. */
export const onlyControlSelection = 'only-control';

/** The name of a selection without an option: tests picked in Playwright's UI mode, or in an editor. */
const picked = 'picked';

/** The name of the recorded part, where today's plan holds more. */
export const recordedSelection = 'recorded';

/** The word of a selection that the configuration made, beside the options of the command. */
export const configuredSelection = 'configured';

const bareNames: readonly string[] = [picked, recordedSelection, onlyControlSelection, configuredSelection];

/** Whether scenarios of a target were left out, by options or by the guard of production. */
export function isPartial({ scenarios, leftOut = [] }: Pick<TargetResult, 'scenarios' | 'leftOut'>): boolean {
  return leftOut.length > 0 || (scenarios !== undefined && scenarios.selected < scenarios.planned);
}

function isGuarded({ notSent = [] }: Pick<TargetResult, 'notSent'>): boolean {
  return notSent.some(({ kind }) => kind === 'only-control');
}

/** The part of a target's plan that was sent: `16 of 70 scenarios`. */
export function shareOf({ scenarios, notSent = [] }: Pick<TargetResult, 'scenarios' | 'notSent'>): string {
  if (!scenarios) return 'a part of the scenarios';
  const held = notSent.filter(({ kind }) => kind === 'only-control').length;
  return `${scenarios.selected - held} of ${scenarios.planned} scenarios`;
}

/** The only value of a list; null where it holds several, or none. */
function only<T>(values: readonly T[]): T | null {
  const [first, ...others] = [...new Set(values)];
  return first === undefined || others.length > 0 ? null : first;
}

/**
 * Variables that name the run of a job: our own first, then those by which a CI names what all jobs of one run share, and no
 * other run has.
 */
const namesOfRun = [
  'CONFORMANCE_RUN',
  'GITHUB_RUN_ID',
  'CI_PIPELINE_ID',
  'BUILD_BUILDID',
  'CIRCLE_WORKFLOW_ID',
  'BUILDKITE_BUILD_ID',
  'BITBUCKET_PIPELINE_UUID',
  'TRAVIS_BUILD_ID',
  'BUILD_TAG',
] as const;

/** The names that variables give the run of this job, the one that counts first. */
export function namesIn(variables: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    namesOfRun.flatMap((variable): [string, string][] => {
      const name = variables[variable];
      return name ? [[variable, name]] : [];
    }),
  );
}

/** By this word a caller takes the results of whatever run. */
export const anyRun = 'any';

/**
 * Why what was recorded of a run is not of the run that a caller means: the one that it names, else the one that the variables
 * of its job name. Null where it may be: where nothing names a run, any will do, and results without a name may come from a
 * container of this very job, which is not given its variables.
 */
export function whyOtherRun(
  { id, name = null, names }: Partial<Pick<RunIdentity, 'id' | 'name' | 'names'>>,
  variables: Readonly<Record<string, string>>,
  wanted: string | null = null,
): string | null {
  const given = [id, name, ...Object.values(names ?? {})];
  const said = name === null ? 'a run without a name' : `the run ${name}`;
  const remedy = `where they are meant: --run ${anyRun}`;
  if (wanted === anyRun) return null;
  if (wanted !== null) return given.includes(wanted) ? null : `these are the results of ${said}, and not of ${wanted}`;
  const [first] = Object.entries(namesIn(variables));
  if (!first) return null;
  const [variable, current] = first;
  const recorded = names === undefined ? name : names[variable];
  if (recorded === current || (name === null && Object.keys(names ?? {}).length === 0)) return null;
  const other = recorded ? `the run ${recorded}` : said;
  return `these are the results of ${other}, and this is the run ${current} (${variable}); ${remedy}`;
}

/** Whether what was recorded of a run bears the name or id that a caller gives, else the name by the variables of its job. */
export function isNamedRun(
  { id, name = null, names }: Partial<Pick<RunIdentity, 'id' | 'name' | 'names'>>,
  variables: Readonly<Record<string, string>>,
  wanted: string | null = null,
): boolean {
  if (wanted !== null) return wanted === anyRun || [id, name, ...Object.values(names ?? {})].includes(wanted);
  const [first] = Object.entries(namesIn(variables));
  return first !== undefined && (names === undefined ? name : names[first[0]]) === first[1];
}

/** The names that all commands of a run share. */
function sharedNames(commands: readonly CommandIdentity[]): Record<string, string> {
  const [first] = commands;
  const shared = Object.entries(first?.names ?? {}).filter(([variable, name]) =>
    commands.every(({ names }) => names?.[variable] === name),
  );
  return Object.fromEntries(shared);
}

/** The identity of results, from the commands that sent their requests. */
export function identityOf(
  commands: readonly CommandIdentity[],
  targets: readonly Pick<TargetResult, 'scenarios' | 'leftOut' | 'notSent'>[],
  gathered: Gathered,
): RunIdentity {
  const shards = commands.flatMap(({ shard }) => (shard ? [shard] : []));
  const shard = gathered === 'one command' ? (shards[0] ?? null) : null;
  const options = [...new Set(commands.map(({ selectors }) => selectors))].filter((name) => name !== '');
  if (shard) options.push(`--shard=${shard.current}/${shard.total}`);
  // Nobody knows whether all shards are there, so no caller can name this selection.
  if (gathered === 'blobs' && shards.length > 0) options.push('--shard=?');
  const left = targets.some(({ scenarios }) => isPartial({ ...(scenarios ? { scenarios } : {}) }));
  const names = [
    ...(left ? (options.length > 0 ? options : [picked]) : []),
    ...(targets.some(isGuarded) ? [onlyControlSelection] : []),
  ];
  return {
    id: only(commands.map(({ id }) => id)) ?? randomUUID(),
    name: only(commands.map(({ name }) => name)),
    names: sharedNames(commands),
    commit: only(commands.map(({ commit }) => commit)),
    selection: names.length > 0 ? { name: names.join(' ') } : null,
    shard,
  };
}

/** A selection as a caller names it, in its normal form: a bare word is a value of --grep. */
export function selectionNamed(text: string): string {
  const name = text.trim();
  return name === '' || name.startsWith('-') || name.split(' ').some((word) => bareNames.includes(word))
    ? name
    : `--grep=${/[\s"'\\]/.test(name) ? JSON.stringify(name) : name}`;
}

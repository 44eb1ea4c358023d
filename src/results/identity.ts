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

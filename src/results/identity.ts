/** Which run results are of, and what of it was left out. */
import { randomUUID } from 'node:crypto';
import type { RunIdentity, TargetResult } from '../formats/results.ts';

/** What a command that runs tests says of itself; it travels in the metadata of its projects, and so in blob reports. */
export interface CommandIdentity {
  /** A UUID, made when the command began. */
  id: string;
  /** What the jobs of one run share; null where nothing names it. */
  name: string | null;
  /** Of this package. */
  version: string;
  /** Of the checkout that holds the contracts; null outside a checkout. */
  commit: string | null;
  /** The options that leave tests out, but for the shard, in a normal form; empty where there are none. */
  selectors: string;
  shard: { current: number; total: number } | null;
}

/** How results came together: by one command, or from blob reports that `npm run merge` found whole, or that nobody looked at. */
export type Gathered = 'one command' | 'checked blobs' | 'blobs';

/** The variable by which `npm run merge` says that it looked at the blob reports. */
export const mergeVariable = 'CONFORMANCE_MERGE';

/** How the process that writes a report came by its tests. */
export function gatheredBy(argv: readonly string[], variables: NodeJS.ProcessEnv): Gathered {
  if (!argv.includes('merge-reports')) return 'one command';
  return variables[mergeVariable] === 'checked' ? 'checked blobs' : 'blobs';
}

/** The name of the selection in which production was sent the control alone. */
export const onlyControlSelection = 'only-control';

/** What stands for a selection that no option names: tests picked in Playwright's UI mode, or in an editor. */
const picked = 'picked';

/** The name of what a run recorded, where the plan of today holds more. */
export const recordedSelection = 'recorded';

const bareNames: readonly string[] = [picked, recordedSelection, onlyControlSelection];

/** Whether scenarios of a target were left out, by options or by the guard of production. */
export function isPartial({ scenarios, leftOut = [] }: Pick<TargetResult, 'scenarios' | 'leftOut'>): boolean {
  return leftOut.length > 0 || (scenarios !== undefined && scenarios.selected < scenarios.planned);
}

function isGuarded({ notSent = [] }: Pick<TargetResult, 'notSent'>): boolean {
  return notSent.some(({ kind }) => kind === 'only-control');
}

/** How much of a target's plan was sent, in words: `16 of 70 scenarios`. */
export function shareOf({ scenarios, notSent = [] }: Pick<TargetResult, 'scenarios' | 'notSent'>): string {
  if (!scenarios) return 'a part of the scenarios';
  const held = notSent.filter(({ kind }) => kind === 'only-control').length;
  return `${scenarios.selected - held} of ${scenarios.planned} scenarios`;
}

/** The one value of a list; null where it holds several, or none. */
function only<T>(values: readonly T[]): T | null {
  const [first, ...others] = [...new Set(values)];
  return first === undefined || others.length > 0 ? null : first;
}

/** What results say of their run, by the commands that sent their requests. */
export function identityOf(
  commands: readonly CommandIdentity[],
  targets: readonly Pick<TargetResult, 'scenarios' | 'leftOut' | 'notSent'>[],
  gathered: Gathered,
): RunIdentity {
  const shards = commands.flatMap(({ shard }) => (shard ? [shard] : []));
  const shard = gathered === 'one command' ? (shards[0] ?? null) : null;
  const options = [...new Set(commands.map(({ selectors }) => selectors))].filter((name) => name !== '');
  if (shard) options.push(`--shard=${shard.current}/${shard.total}`);
  // Nobody knows whether all shards are there, so that no caller may name the selection without them.
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

/** A selection as a caller names it, in its normal form: a bare word is what --grep takes. */
export function selectionNamed(text: string): string {
  const name = text.trim();
  return name === '' || name.startsWith('-') || name.split(' ').some((word) => bareNames.includes(word))
    ? name
    : `--grep=${/[\s"'\\]/.test(name) ? JSON.stringify(name) : name}`;
}

/**
 * What the process that begins a run has resolved, for its workers: Playwright starts a new one after each red test.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '../contract/types.ts';
import { writeWhole } from '../files/whole.ts';
import { own } from '../formats/json.ts';
import { type Group, groupsOf, tagOf } from '../scenario/cases.ts';
import { plan, type Scenario } from '../scenario/plan.ts';
import { scratchOfRun } from './current.ts';
import type { TargetProject } from './selection.ts';
import { isHost, isWorker } from './worker.ts';

/** The contracts that load by provider, and the providers of those that do not. */
export interface RunContracts {
  contracts: Record<string, Contract>;
  unloaded: string[];
}

/** The contracts, the targets that are tested as projects, and the tests of their providers. */
interface Resolved extends RunContracts {
  projects: TargetProject[];
  groups: Group[];
}

const fileIn = (scratch: string): string => join(scratch, 'resolved.json');

/** Writes what is resolved for the targets of a run to the run's own folder. It holds no secret. */
export function leaveResolved(scratch: string, known: RunContracts, projects: TargetProject[]): void {
  const tags = new Set(projects.map(({ meta }) => tagOf(meta)));
  const groups = groupsOf(Object.values(known.contracts)).filter(({ tag }) => tags.has(tag));
  const resolved: Resolved = { ...known, projects, groups };
  // Looking up the line of each clause takes as long as loading the contract, and no worker prints one.
  const text = JSON.stringify(resolved, (name, value: unknown) =>
    name === 'where' && typeof value === 'object' ? 'its contract' : value,
  );
  writeWhole(fileIn(scratch), text, 0o600);
}

let known: Resolved | null = null;

/** Reads what the main process of this run wrote for its workers. */
function read(file: string): Resolved {
  const resolved: Resolved = JSON.parse(readFileSync(file, 'utf8'));
  return resolved;
}

/**
 * What the run of this worker or host has resolved; null in any other process, and in a session, where each run resolves anew.
 */
export function resolvedBefore(): Resolved | null {
  if (!isWorker() && !isHost()) return null;
  const scratch = scratchOfRun();
  const file = scratch === null ? null : fileIn(scratch);
  if (known === null && file !== null && existsSync(file)) known = read(file);
  return known;
}

/** The contracts of this run, resolved or loaded; no target of the run is of those that do not load. */
export async function contractsOfRun(): Promise<RunContracts> {
  const before = resolvedBefore();
  if (before) return before;
  const { contracts, unloaded } = (await import('../judge/catalogue.ts')).wholeCatalogue();
  return { contracts, unloaded: Object.keys(unloaded) };
}

/** The scenarios of a provider by their ids. */
export async function scenariosOfRun(provider: string): Promise<ReadonlyMap<string, Scenario>> {
  const contract = own((await contractsOfRun()).contracts, provider);
  const scenarios = contract ? plan(contract) : [];
  return new Map(scenarios.map((scenario) => [scenario.id, scenario]));
}

/** The tests of every provider whose contract loads. */
export async function groupsOfRun(): Promise<Group[]> {
  const known = resolvedBefore();
  if (known) return known.groups;
  return groupsOf(Object.values((await contractsOfRun()).contracts));
}

/** Reads Playwright's blob reports. */
import { type Opened, reportEntry } from '../results/archive.ts';
import type { CommandIdentity } from '../results/identity.ts';
import type { TargetMeta } from '../target/meta.ts';

/** The part of a target in a blob report. */
export interface Part {
  project: string;
  /** The metadata of the target, from the command that wrote it. */
  meta: TargetMeta;
  /** The identity of that command. */
  run: CommandIdentity;
  /** Ids of scenarios. */
  scenarios: string[];
}

/** One blob report. */
export interface Blob {
  file: string;
  /** Null where the run was not sharded. */
  shard: { current: number; total: number } | null;
  parts: Part[];
  /** Whether a project lacks our metadata: another version wrote it. */
  unnamed: boolean;
  /** Milliseconds since the epoch at which the command began. */
  startedAt: number;
  /** Milliseconds that it took. */
  durationMs: number;
}

interface Entry {
  testId?: string;
  annotations?: { type: string; description?: string }[];
  entries?: Entry[];
}

interface Project {
  name: string;
  metadata?: { target?: TargetMeta; run?: CommandIdentity | null };
  suites: Entry[];
}

interface Event {
  method: string;
  params?: {
    shard?: { current: number; total: number };
    project?: Project;
    result?: { startTime?: unknown; duration?: unknown };
  };
}

function scenariosIn(entries: Entry[]): string[] {
  return entries.flatMap(({ annotations = [], entries: inner = [] }) => [
    ...annotations.flatMap(({ type, description }) => (type === 'scenario' && description ? [description] : [])),
    ...scenariosIn(inner),
  ]);
}

/** Most shards of one run; a larger number is not plausible. */
const mostShards = 10_000;

const isText = (value: unknown): boolean => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);

/** Whether a project has the metadata of this version. */
function isNamed(meta: TargetMeta, run: CommandIdentity | null | undefined): run is CommandIdentity {
  const { target, environment, kind, hashes, scenarios } = meta;
  if (!run || ![target, environment, kind, hashes?.contract, hashes?.environment].every(isText)) return false;
  if (!Array.isArray(scenarios) || !scenarios.every(isText)) return false;
  if (![run.names ?? {}].every((names) => names !== null && Object.values(names).every(isText))) return false;
  return [run.id, run.version, run.selectors].every(isText) && [run.name, run.commit].every(isTextOrNull);
}

const isShard = ({ current, total }: { current: number; total: number }): boolean =>
  [current, total].every(Number.isInteger) && current >= 1 && current <= total && total <= mostShards;

/** Milliseconds that no date is beyond (ECMAScript, section 21.4.1.1). */
const mostMilliseconds = 8.64e15;

/** Milliseconds as a blob report says them; 0 for what cannot be any. */
function milliseconds(value: unknown): number {
  return typeof value === 'number' && value >= 0 && value <= mostMilliseconds / 2 ? value : 0;
}

function blobIn(file: string, report: Uint8Array): Blob | null {
  const lines = Buffer.from(report).toString('utf8').split('\n');
  const events: Event[] = lines.filter((line) => line !== '').map((line) => JSON.parse(line));
  const metadata = events.find(({ method }) => method === 'onBlobReportMetadata');
  const end = events.find(({ method }) => method === 'onEnd');
  const shard = metadata?.params?.shard ?? null;
  if (!metadata || !end || (shard !== null && !isShard(shard))) return null;
  const projects = events.flatMap(({ params }) => (params?.project ? [params.project] : []));
  const parts = projects.flatMap(({ name, metadata: { target: meta, run } = {}, suites }) => {
    const scenarios = scenariosIn(suites);
    return meta && isNamed(meta, run) && scenarios.length > 0 ? [{ project: name, meta, run, scenarios }] : [];
  });
  return {
    file,
    shard,
    parts,
    unnamed: projects.some(({ metadata: about }) => about?.target && !isNamed(about.target, about.run)),
    startedAt: milliseconds(end.params?.result?.startTime),
    durationMs: milliseconds(end.params?.result?.duration),
  };
}

/** Reads the blob report in an archive; `fault` says what is wrong with the archive at `file`. */
export function readBlob(file: string, opened: Opened): { blob: Blob } | { fault: string } {
  if ('fault' in opened) return opened;
  try {
    const report = opened.files[reportEntry];
    const blob = report ? blobIn(file, report) : null;
    if (blob) return { blob };
  } catch {
    // Anything that is not JSON, or has another shape, was not written by this suite.
  }
  return { fault: 'is not a whole blob report' };
}

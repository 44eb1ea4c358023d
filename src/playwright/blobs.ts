/** What Playwright's blob reports hold. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { CommandIdentity } from '../results/identity.ts';
import type { TargetMeta } from '../target/meta.ts';

/** The part of a target that a blob report holds. */
export interface Part {
  project: string;
  /** What the command that wrote it said of the target. */
  meta: TargetMeta;
  /** Of the command that wrote it. */
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
  /** Whether it holds projects that do not say what they are: another version wrote it. */
  unnamed: boolean;
  /** Milliseconds since the epoch at which the command began. */
  startedAt: number;
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
    result?: { startTime: number };
  };
}

const reportFile = 'report.jsonl';

function scenariosIn(entries: Entry[]): string[] {
  return entries.flatMap(({ annotations = [], entries: inner = [] }) => [
    ...annotations.flatMap(({ type, description }) => (type === 'scenario' && description ? [description] : [])),
    ...scenariosIn(inner),
  ]);
}

/** Reads a blob report; null when the file is none, or was cut off while it was written. */
export function readBlob(file: string): Blob | null {
  try {
    const text = unzipSync(readFileSync(file), { filter: ({ name }) => name === reportFile })[reportFile];
    const lines = text ? strFromU8(text).split('\n') : [];
    const events: Event[] = lines.filter((line) => line !== '').map((line) => JSON.parse(line));
    const metadata = events.find(({ method }) => method === 'onBlobReportMetadata');
    const end = events.find(({ method }) => method === 'onEnd');
    if (!metadata || !end) return null;
    const projects = events.flatMap(({ params }) => (params?.project ? [params.project] : []));
    const parts = projects.flatMap(({ name, metadata: { target: meta, run } = {}, suites }) => {
      const scenarios = scenariosIn(suites);
      return meta && run && scenarios.length > 0 ? [{ project: name, meta, run, scenarios }] : [];
    });
    return {
      file,
      shard: metadata.params?.shard ?? null,
      parts,
      unnamed: projects.some(({ metadata: about }) => about?.target && !(about.run && about.target.hashes)),
      startedAt: end.params?.result?.startTime ?? 0,
    };
  } catch {
    return null;
  }
}

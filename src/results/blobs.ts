/** What Playwright's blob reports hold, and whether together they are the whole of a run. */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** One blob report: the shard it is of, and the tests it ran. */
export interface Blob {
  file: string;
  /** Null where the run was not sharded. */
  shard: { current: number; total: number } | null;
  /** Names of projects. */
  projects: string[];
  /** Ids of tests, their project in front. */
  tests: string[];
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/** The text of one file in a ZIP archive (APPNOTE.TXT, sections 4.3.12 and 4.3.16); null when it is not in it. */
function unzipped(archive: Buffer, wanted: string): string | null {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || archive.readUInt32LE(end) !== endOfDirectory) return null;
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0 && archive.readUInt32LE(at) === directoryEntry; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    if (name === wanted) {
      const local = archive.readUInt32LE(at + 42);
      const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const bytes = archive.subarray(from, from + archive.readUInt32LE(at + 20));
      return (archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
    }
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return null;
}

interface Entry {
  testId?: string;
  entries?: Entry[];
}

interface Event {
  method: string;
  params?: {
    shard?: { current: number; total: number };
    project?: { name: string; suites: Entry[] };
  };
}

function testIds(entries: Entry[]): string[] {
  return entries.flatMap(({ testId, entries: inner }) => [...(testId ? [testId] : []), ...testIds(inner ?? [])]);
}

/** Reads a blob report; null when the file is none, or was cut off while it was written. */
export function readBlob(file: string): Blob | null {
  try {
    const lines = unzipped(readFileSync(file), 'report.jsonl')?.split('\n') ?? [];
    const events = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Event);
    const metadata = events.find(({ method }) => method === 'onBlobReportMetadata');
    if (!metadata || !events.some(({ method }) => method === 'onEnd')) return null;
    const projects = events.flatMap(({ params }) => (params?.project ? [params.project] : []));
    const tests = projects.flatMap(({ name, suites }) => testIds(suites).map((id) => `${name}: ${id}`));
    return { file, shard: metadata.params?.shard ?? null, projects: projects.map(({ name }) => name), tests };
  } catch {
    return null;
  }
}

/** Why blob reports are not the whole of a run, each with its remedy: a shard or a project missing, or a part twice. */
export function blobProblems(blobs: Blob[], expected: string[]): string[] {
  const problems: string[] = [];
  const owners = new Map<string, string>();
  const doubled = new Set<string>();
  for (const { file, tests } of blobs) {
    const other = tests.map((id) => owners.get(id)).find((owner) => owner !== undefined);
    if (other !== undefined) {
      doubled.add(file);
      problems.push(`${file} holds tests that ${other} holds too; keep one of them`);
    }
    for (const id of tests) owners.set(id, file);
  }
  const shards = blobs.flatMap(({ file, shard, tests }) => (shard && !doubled.has(file) ? [{ ...shard, tests }] : []));
  for (const total of new Set(shards.map((shard) => shard.total))) {
    const parts = Array.from({ length: total }, (_, index) =>
      shards.filter((shard) => shard.total === total && shard.current === index + 1),
    );
    // Several sharded runs may lie in one folder, as in a matrix; each must have all of its shards, empty ones too.
    const runs = Math.max(1, ...parts.map((part) => part.filter(({ tests }) => tests.length > 0).length));
    for (const [index, part] of parts.entries())
      if (part.length < runs)
        problems.push(`shard ${index + 1} of ${total} is missing; run it again with --shard=${index + 1}/${total}`);
  }
  const found = new Set(blobs.flatMap(({ projects }) => projects));
  for (const project of expected)
    if (!found.has(project)) problems.push(`${project} is missing; run it again with --project=${project}`);
  return problems;
}

/** Whether several blob reports together are one whole run. */

import { hashOf } from '../formats/digest.ts';
import { groupBy } from '../results/group.ts';
import { type CommandIdentity, onlyControlSelection, selectionNamed } from '../results/identity.ts';
import type { Recorded } from '../results/meant.ts';
import type { Blob, Part } from './blobs.ts';

/** The demands of a caller of `npm run merge`. */
export interface Wanted {
  /** Projects or targets that must be there. */
  expected: readonly string[];
  /** The selection that is enough; empty where all scenarios are needed. */
  selection: string;
  /** Why a part is not of the run that the caller means; null where it is. */
  whyOther?: (run: CommandIdentity) => string | null;
}

/** A part of a target, with the file that holds it. */
interface Placed extends Part {
  file: string;
}

/** A property in which parts must agree, and its value in one of them; null where it has none. */
type Respect = readonly [what: string, value: (part: Part) => string | null];

/** Milliseconds between two parts from which on the older one belongs to an earlier run. */
const mostApart = 24 * 60 * 60 * 1000;

const short = (hash: string): string => hash.slice(0, 12);

/** All parts of one run agree in these, whatever their target. */
const ofRun: readonly Respect[] = [
  ['runs', ({ run }) => run.name],
  ['versions of this package', ({ run }) => run.version],
  ['commits', ({ run }) => run.commit],
  ['selections', ({ run }) => run.selectors || null],
];

/** The parts of one target also agree in these. */
const ofTarget: readonly Respect[] = [
  ['contracts', ({ meta }) => short(meta.hashes.contract)],
  ['environments', ({ meta }) => `${meta.kind} ${short(meta.hashes.environment)}`],
];

const filesOf = (parts: readonly Placed[]): string => [...new Set(parts.map(({ file }) => file))].join(', ');

/** The difference between parts in one property, as one line; empty where they agree. */
function differing(subject: string, parts: readonly Placed[], [what, value]: Respect): string[] {
  const groups = [...groupBy(parts, (part) => value(part) ?? 'none')];
  if (groups.length < 2) return [];
  const list = groups.map(([name, own]) => `${name} in ${filesOf(own)}`).join('; ');
  return [`${subject} of several ${what}: ${list}; merge those of one run`];
}

/** Jobs of one environment each are separate runs, unless the caller names the targets of all of them. */
function environmentProblems(parts: readonly Placed[], { expected }: Wanted): string[] {
  if (parts.every(({ meta }) => expected.includes(meta.target))) return [];
  const byFile = [...groupBy(parts, ({ file }) => file)].map(([file, own]) => ({
    file,
    environments: [...new Set(own.map(({ meta }) => meta.environment))].sort().join(' and '),
  }));
  if (new Set(byFile.map(({ environments }) => environments)).size < 2) return [];
  const list = byFile.map(({ file, environments }) => `${environments} in ${file}`).join('; ');
  return [`the blob reports are of several environments: ${list}; where both are meant, name every target in --expect`];
}

function mixtures(parts: readonly Placed[], wanted: Wanted): string[] {
  const projects = [...groupBy(parts, ({ project }) => project)];
  return [
    ...ofRun.flatMap((respect) => differing('the blob reports are', parts, respect)),
    ...environmentProblems(parts, wanted),
    ...[...groupBy(parts, ({ meta }) => meta.target)].flatMap(([target, own]) =>
      ofTarget.flatMap((respect) => differing(`the parts of ${target} are`, own, respect)),
    ),
    ...projects.flatMap(([project, own]) =>
      differing(`the parts of ${project} are`, own, ['targets', ({ meta }) => meta.target]),
    ),
  ];
}

/** Files with scenarios that another file holds too, each with that other file. */
function doubles(parts: readonly Placed[]): Map<string, string> {
  const owners = new Map<string, string>();
  const doubled = new Map<string, string>();
  for (const { file, meta, scenarios } of parts)
    for (const scenario of scenarios) {
      const key = JSON.stringify([meta.target, scenario]);
      const owner = owners.get(key) ?? file;
      if (owner !== file) doubled.set(file, owner);
      owners.set(key, owner);
    }
  return doubled;
}

function missingShards(blobs: readonly Blob[]): string[] {
  const sharded = blobs.flatMap(({ shard, parts }) => (shard ? [{ ...shard, parts }] : []));
  return [...new Set(sharded.map(({ total }) => total))].flatMap((total) => {
    const byNumber = Array.from({ length: total }, (_, index) =>
      sharded.filter((one) => one.total === total && one.current === index + 1),
    );
    // Several sharded runs may be in one folder, as in a matrix; each needs all of its shards, empty ones too.
    const runs = Math.max(1, ...byNumber.map((shards) => shards.filter(({ parts }) => parts.length > 0).length));
    return byNumber.flatMap((shards, index) =>
      shards.length < runs
        ? [`shard ${index + 1} of ${total} is missing; run it again with --shard=${index + 1}/${total}`]
        : [],
    );
  });
}

/** Targets of which scenarios are in no blob report, though nobody named the selection that left them out. */
function incomplete(parts: readonly Placed[], { selection }: Wanted): string[] {
  const named = selectionNamed(selection)
    .split(' ')
    .filter((word) => word !== onlyControlSelection)
    .join(' ');
  return [...groupBy(parts, ({ meta }) => meta.target)].flatMap(([target, own]) => {
    const [first] = own;
    if (!first) return [];
    const held = new Set(own.flatMap(({ scenarios }) => scenarios));
    const left = first.meta.scenarios.filter((scenario) => !held.has(scenario)).length;
    const { selectors } = first.run;
    if (left === 0 || (selectors !== '' && selectors === named)) return [];
    const meant = selectors === '' ? '' : `; where ${selectors} is meant to be enough, say --selection='${selectors}'`;
    return [`${target}: ${left} of ${first.meta.scenarios.length} scenarios are in no blob report${meant}`];
  });
}

/** Parts of another run than the caller means: those of an earlier one may be left where a new one could not begin. */
function ofOtherRuns(parts: readonly Placed[], { whyOther = () => null }: Wanted): string[] {
  const groups = groupBy(parts, ({ run }) => whyOther(run) ?? '');
  return [...groups].flatMap(([why, own]) => (why === '' ? [] : [`${filesOf(own)}: ${why}`]));
}

function lateness(blobs: readonly Blob[]): string[] {
  const [first, ...others] = [...blobs].sort((a, b) => a.startedAt - b.startedAt);
  const last = others.at(-1);
  if (!first || !last || last.startedAt - first.startedAt <= mostApart) return [];
  return [`${first.file} was written more than a day before ${last.file}; merge the parts of one run`];
}

/** What whole blob reports record together, as the results that are made of them do. */
export function recordedIn(blobs: readonly Blob[]): Recorded {
  const startedAt = Math.min(...blobs.map((blob) => blob.startedAt));
  const runs = blobs.flatMap(({ parts }) => parts.map(({ run }) => run));
  const parts = blobs.flatMap(({ shard, parts: own }) => own.map(({ run, project }) => [run.id, project, shard]));
  return {
    startedAt: new Date(startedAt).toISOString(),
    durationMs: Math.max(...blobs.map((blob) => blob.startedAt + blob.durationMs)) - startedAt,
    runs,
    key: hashOf(parts.map((part) => JSON.stringify(part)).sort()),
  };
}

/** Files with scenarios of another one, in words. */
const doubledLines = (doubled: ReadonlyMap<string, string>): string[] =>
  [...doubled].map(([file, owner]) => `${file} holds tests that ${owner} holds too; keep one of them`);

/**
 * Why the parts of a merge that nobody checked before are not of one run: mixtures and doubles. A part that is missing only
 * makes the run a partial one.
 */
export function mixtureProblems(given: readonly Part[]): string[] {
  const parts = given.map((part): Placed => {
    const { id, shard } = part.run;
    const name = shard ? `shard ${shard.current}/${shard.total}` : 'a blob report';
    return { ...part, file: `${name} (${id.slice(0, 8)})` };
  });
  const expected = parts.map(({ meta }) => meta.target);
  return [...mixtures(parts, { expected, selection: '' }), ...doubledLines(doubles(parts))];
}

/** Why blob reports are not the whole of one run, each with its remedy: mixtures, doubles and parts; empty where they are. */
export function wholeProblems(blobs: readonly Blob[], wanted: Wanted): string[] {
  const foreign = blobs.filter(({ unnamed }) => unnamed);
  if (foreign.length > 0)
    return foreign.map(({ file }) => `${file} was written by another version; run that part again with this one`);
  const parts = blobs.flatMap(({ file, parts: own }) => own.map((part) => ({ ...part, file })));
  const doubled = doubles(parts);
  const found = new Set(parts.flatMap(({ project, meta }) => [project, meta.target]));
  const others = blobs.filter(({ file }) => !doubled.has(file));
  return [
    ...ofOtherRuns(parts, wanted),
    ...mixtures(parts, wanted),
    ...doubledLines(doubled),
    ...missingShards(others),
    ...wanted.expected
      .filter((name) => !found.has(name))
      .map((name) => `${name} is missing; run it again with --project=${name}`),
    ...incomplete(parts, wanted),
    ...lateness(blobs),
  ];
}

/** `--json`: the same decision and exit code as the lines for people, and nothing else on standard output. */
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeReport } from '../../reporters/write.ts';
import type { CliCommand } from '../../src/cli/command.ts';
import { command as compare } from '../../src/cli/compare.ts';
import { command as doctor } from '../../src/cli/doctor.ts';
import { command as drift } from '../../src/cli/drift.ts';
import { command as explain } from '../../src/cli/explain.ts';
import { command as gate } from '../../src/cli/gate.ts';
import { command as prove } from '../../src/cli/prove.ts';
import { command as rejudge } from '../../src/cli/rejudge.ts';
import { command as report } from '../../src/cli/report.ts';
import { commandLine } from '../../src/cli/run.ts';
import type { Results } from '../../src/formats/results.ts';
import { printJson } from '../../src/output/print.ts';
import { newFolder } from '../support/folders.ts';
import { deviating, recorded, resealed, resultsOf } from '../support/recorded.ts';

/** What `act` prints to standard output while the variables have these values. */
async function printed<T>(act: () => T | Promise<T>, given: Record<string, string> = {}): Promise<[T, string]> {
  const before = Object.keys(given).map((name) => [name, process.env[name]] as const);
  const write = process.stdout.write;
  let out = '';
  process.stdout.write = ((text: string) => {
    out += text;
    return true;
  }) as typeof process.stdout.write;
  try {
    Object.assign(process.env, given);
    return [await act(), out];
  } finally {
    process.stdout.write = write;
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  }
}

type Run = (args: string[], given?: Record<string, string>) => Promise<[code: number, out: string]>;

/** Runs a command in this process, its arguments read as the program reads them. */
const runner =
  <Options extends object>(command: CliCommand<Options>): Run =>
  (args, given) =>
    printed(() => {
      const line = command.define(commandLine('conform'));
      line.parse(args, { from: 'user' });
      return command.run(line.args, line.opts<Options>(), async () => {});
    }, given);

interface Files {
  good: string;
  bad: string;
  damaged: string;
}

let made: Promise<Files> | undefined;

/** Reports of a run that conforms, of one that deviates, and of one that contradicts itself. */
function files(): Promise<Files> {
  made ??= (async () => {
    const write = (results: Results): string => {
      const folder = newFolder('json');
      writeReport(folder, results);
      return join(folder, 'results.json');
    };
    const quick = ({ gate: isQuick }: { gate: boolean }): boolean => isQuick;
    const now = new Date().toISOString();
    const part = (target: Awaited<ReturnType<typeof recorded>>): Results =>
      resealed({ ...resultsOf([target], '--grep=@gate'), startedAt: now });
    const good = part(await recorded('pyng', undefined, quick));
    const bad = part(await recorded('pyng', deviating, quick));
    const damaged = { ...bad, exitCode: 0 } as const;
    return { good: write(good), bad: write(bad), damaged: write(resealed(damaged)) };
  })();
  return made;
}

const failing = 'pyng-expires-in';
const kestrel = ['--folder', resolve('examples/kestrel/contracts'), '--page'];
const kingfisher = { CONFORMANCE_CONTRACTS: resolve('examples/kingfisher') };

interface Row {
  title: string;
  run: Run;
  args(files: Files): string[];
  given?: Record<string, string>;
  /** What the JSON holds, given what the lines for people say. */
  holds(code: number, lines: string): Record<string, unknown>;
}

const rows: Row[] = [
  {
    title: 'doctor, ready',
    run: runner(doctor),
    args: () => ['pyng'],
    holds: () => ({
      exitCode: 0,
      targets: [
        {
          target: 'pyng@mock',
          diagnoses: expect.arrayContaining([expect.objectContaining({ check: 'control', state: 'ok' })]),
        },
      ],
    }),
  },
  {
    title: 'doctor, at fault',
    run: runner(doctor),
    args: () => ['pyng@sandbox'],
    given: { PYNG_USERNAME: '', PYNG_PASSWORD: '' },
    holds: () => ({
      exitCode: 3,
      targets: [{ diagnoses: expect.arrayContaining([expect.objectContaining({ state: 'fault' })]) }],
    }),
  },
  {
    title: 'gate, conforms',
    run: runner(gate),
    args: ({ good }) => [good, '--selection', '@gate', '--run', 'any'],
    holds: (_code, lines) => ({
      exitCode: 0,
      targets: [{ target: 'pyng@mock', verdict: 'conforms', partial: true }],
      lines: lines.trimEnd().split('\n'),
    }),
  },
  {
    title: 'gate, a part that was not named',
    run: runner(gate),
    args: ({ good }) => [good],
    holds: () => ({ exitCode: 2, targets: [{ verdict: 'conforms', partial: true }] }),
  },
  {
    title: 'gate, deviates',
    run: runner(gate),
    args: ({ bad }) => [bad],
    holds: () => ({ exitCode: 1, targets: [{ verdict: 'deviates' }] }),
  },
  {
    title: 'gate, nothing that can be trusted',
    run: runner(gate),
    args: ({ damaged }) => [damaged],
    holds: () => ({
      exitCode: 3,
      targets: [],
      lines: expect.arrayContaining([expect.stringContaining('contradicts')]),
    }),
  },
  {
    title: 'report',
    run: runner(report),
    args: ({ bad }) => [bad],
    holds: () => ({
      exitCode: 1,
      targets: [
        { verdict: 'deviates', findings: [{ clause: failing, effect: 'fails', standing: { failed: 1, of: 1 } }] },
      ],
    }),
  },
  {
    title: 'report --finding',
    run: runner(report),
    args: ({ bad }) => [bad, '--finding', failing],
    holds: () => ({
      clause: failing,
      targets: [
        {
          target: 'pyng@mock',
          exchanges: expect.arrayContaining([{ title: expect.any(String), text: expect.stringContaining('curl') }]),
        },
      ],
    }),
  },
  {
    title: 'report --badge',
    run: runner(report),
    args: ({ bad }) => [bad, '--badge'],
    holds: () => ({ schemaVersion: 1, color: 'red' }),
  },
  {
    title: 'rejudge',
    run: runner(rejudge),
    args: ({ bad }) => [bad],
    holds: () => ({ exitCode: 1, targets: [{ verdict: 'deviates', findings: [{ clause: failing }] }] }),
  },
  {
    title: 'compare',
    run: runner(compare),
    args: ({ good, bad }) => [good, bad],
    holds: () => ({ exitCode: 1, targets: [{ newlyFailing: [{ clause: failing }] }] }),
  },
  {
    title: 'explain',
    run: runner(explain),
    args: () => [failing],
    holds: () => ({ provider: 'pyng', id: failing, kind: 'promise' }),
  },
  {
    title: 'drift, none',
    run: runner(drift),
    args: () => ['kestrel', ...kestrel, resolve('examples/kestrel/page.md')],
    holds: () => ({ exitCode: 0, provider: 'kestrel', changes: [] }),
  },
  {
    title: 'drift, of another page',
    run: runner(drift),
    args: () => ['kestrel', ...kestrel, resolve('tests/fixtures/pages/pyng.md')],
    holds: (_code, lines) => ({
      exitCode: 1,
      changes: expect.arrayContaining([expect.objectContaining({ text: /^added .*$/m.exec(lines)?.[0] })]),
    }),
  },
  {
    // The proof of providers takes long; package.spec.ts looks at its JSON.
    title: 'prove --checks',
    run: runner(prove),
    args: () => ['kingfisher', '--checks', '--environment', resolve('examples/kingfisher/environment.yaml')],
    given: kingfisher,
    holds: (code, lines) => {
      const noticed = [...lines.matchAll(/^(\S+) off: survives (.*)$/gm)].map(([, check, survives]) => ({
        check,
        survives,
      }));
      const unnoticed = [...lines.matchAll(/^(\S+) off: NOT NOTICED$/gm)].map(([, check]) => ({
        check,
        survives: null,
      }));
      expect([noticed.length > 3, unnoticed.length > 0]).toEqual([true, true]);
      return { exitCode: code, checks: expect.arrayContaining([...noticed, ...unnoticed]) };
    },
  },
];

for (const { title, run, args, given, holds } of rows)
  test(`${title}: as JSON, the same`, async () => {
    const words = args(await files());
    const [code, lines] = await run(words, given);
    const [same, json] = await run([...words, '--json'], given);
    const value = JSON.parse(json) as { exitCode?: unknown };
    const wanted = { same: code, exitCode: code, value: holds(code, lines) };
    expect({ same, exitCode: value.exitCode ?? code, value }).toMatchObject(wanted);
  });

test('what a log would act upon is an escape of JSON, and the value stays what it is', async () => {
  const value = ['::error::a', '##[group]', '\u009b1m', '\u{E0041}', '\u202e', '\ud800', 'ü 試験 😀', ' ##vso[task]'];
  const [, out] = await printed(() => printJson({ value }));
  expect([JSON.parse(out), out]).toEqual([{ value }, expect.stringContaining('ü 試験 😀')]);
  expect(out).not.toMatch(/^\s*::|##\[|##vso|[\u0080-\u009f\u202e]|\u{E0041}/mu);
});

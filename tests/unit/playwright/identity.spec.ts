/** What a command says of itself: its run, its selection in a normal form, and the environment without its secrets. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { contractNamed, contracts } from '../../../proof/run.ts';
import { runIdentity, selectorsOf } from '../../../src/playwright/identity.ts';
import { gatheredBy, identityOf, selectionNamed, whyOtherRun } from '../../../src/results/identity.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { environmentHash } from '../../../src/target/environment-hash.ts';
import { mockEnvironment } from '../../support/command.ts';
import { newFolder } from '../../support/folders.ts';

const commandLine = (...args: string[]): string[] => ['node', 'cli.js', 'test', ...args];

test('the options that leave tests out have one normal form, in whatever way and order they are written', () => {
  const cases: [args: string[], selectors: string, shard: ReturnType<typeof selectorsOf>['shard']][] = [
    [[], '', null],
    [['--project=pyng', '--project', 'finnet', 'singapay', '--retries', '2', '-j', '1'], '', null],
    [['--grep', '@gate'], '--grep=@gate', null],
    [['-g', '@gate', '--workers=1'], '--grep=@gate', null],
    [['-G@gate'], '--grep-invert=@gate', null],
    [['--shard=1/2', '--grep=@gate'], '--grep=@gate', { current: 1, total: 2 }],
    [['--last-failed', '-G', 'x y', '-g', 'a'], '--grep=a --grep-invert="x y" --last-failed', null],
    [['--only-changed', '--reporter', 'blob'], '--only-changed', null],
    [['--only-changed=main', 'conformance.spec.ts:28'], '--only-changed=main conformance.spec.ts:28', null],
    [['--test-list', 'some.txt', '--output', 'out', '--repeat-each', '2'], '--test-list=some.txt', null],
    [['--grep'], '', null],
    [['--some-later-option', '--grep=a'], '--grep=a', null],
  ];
  for (const [args, selectors, shard] of cases)
    expect(selectorsOf(commandLine(...args)), args.join(' ')).toEqual({ selectors, shard });
  expect(['@gate', '--grep=@gate', ' @gate '].map(selectionNamed)).toEqual(Array(3).fill('--grep=@gate'));
  expect(selectionNamed('a b')).toBe('--grep="a b"');
});

test('a run is named by CONFORMANCE_RUN, or by the CI, and knows the commit of its contracts', () => {
  const of = (variables: Record<string, string>, folder = process.cwd()) =>
    runIdentity({ id: 'an-id', argv: commandLine('-g', 'x'), variables, folder });
  expect(of({ GITHUB_RUN_ID: '17', CONFORMANCE_RUN: 'nightly 4' })).toMatchObject({ id: 'an-id', name: 'nightly 4' });
  expect(of({ GITHUB_RUN_ID: '17' }).name).toBe('17');
  expect(of({}).name).toBeNull();
  const both = { GITHUB_RUN_ID: '17', CONFORMANCE_RUN: 'nightly 4', CI_PIPELINE_ID: '' };
  expect(of(both).names).toEqual({ CONFORMANCE_RUN: 'nightly 4', GITHUB_RUN_ID: '17' });
  expect(of({}, newFolder('no-checkout')).commit).toBeNull();
});

test('git gets no variable but those by which it finds itself, its settings and the checkout', () => {
  const folder = newFolder('git');
  writeFileSync(join(folder, 'git'), '#!/bin/sh\nenv\n', { mode: 0o755 });
  const before = { ...process.env };
  const given = { PATH: `${folder}:${before['PATH']}`, GIT_CONFIG_GLOBAL: '/dev/null', ACME_CLIENT_SECRET: 'hidden-1' };
  Object.assign(process.env, given, { GIT_PASSWORD: 'hidden-2', GITHUB_TOKEN: 'hidden-3', NODE_OPTIONS: '' });
  try {
    const said = runIdentity({ id: 'an-id', argv: commandLine(), variables: {}, folder }).commit ?? '';
    expect(said).toContain(`PATH=${folder}`);
    expect(said).toContain('GIT_CONFIG_GLOBAL=/dev/null');
    expect(said).not.toMatch(/hidden|TOKEN|NODE_OPTIONS/);
  } finally {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, before);
  }
});

test('in a CI, results count for the run that made them, and for another one only where the caller says so', () => {
  const made = (names: Record<string, string>) => ({ id: 'an-id', name: Object.values(names)[0] ?? null, names });
  const ofGitHub = made({ GITHUB_RUN_ID: '17' });
  const here = { GITHUB_RUN_ID: '18' };
  const refused: [run: Parameters<typeof whyOtherRun>[0], variables: Record<string, string>, wanted?: string][] = [
    // Yesterday's report in a folder that the CI keeps, and a run of today that could not begin.
    [ofGitHub, here],
    [made({ CONFORMANCE_RUN: 'nightly', GITHUB_RUN_ID: '17' }), here],
    // Made by another CI, or by a version that knew one name.
    [made({ CI_PIPELINE_ID: '18' }), here],
    [{ name: '17' }, here],
    [ofGitHub, { GITHUB_RUN_ID: '17' }, '16'],
  ];
  for (const [run, variables, wanted] of refused)
    expect(whyOtherRun(run, variables, wanted), JSON.stringify([run, wanted])).toMatch(/^these are the results of /);
  expect(whyOtherRun(ofGitHub, here)).toBe(
    'these are the results of the run 17, and this is the run 18 (GITHUB_RUN_ID); where they are meant: --run any',
  );
  const accepted: typeof refused = [
    [ofGitHub, {}],
    [made({}), {}],
    // In a container of this job that is not given its variables; by a version that knew no name.
    [made({}), here],
    [{}, here],
    [ofGitHub, { GITHUB_RUN_ID: '17' }],
    [{ name: '17' }, { GITHUB_RUN_ID: '17' }],
    // The run had a name of its own, which the step of the gate was not given; and one that two runs of a CI share.
    [made({ CONFORMANCE_RUN: 'nightly', GITHUB_RUN_ID: '17' }), { GITHUB_RUN_ID: '17' }],
    [made({ CONFORMANCE_RUN: 'v2', GITHUB_RUN_ID: '17' }), { CONFORMANCE_RUN: 'v2', GITHUB_RUN_ID: '18' }],
    [ofGitHub, here, 'any'],
    [ofGitHub, here, '17'],
    [ofGitHub, here, 'an-id'],
  ];
  for (const [run, variables, wanted] of accepted)
    expect(whyOtherRun(run, variables, wanted), JSON.stringify([run, wanted])).toBeNull();
});

test('a selection that no option names, and shards that nobody counted, have a name that no caller gives by chance', () => {
  const shard = { current: 1, total: 2 };
  const command = { id: 'a', name: null, version: '1', commit: null, selectors: '', shard: null };
  const part = { scenarios: { planned: 3, selected: 1 }, notSent: [] };
  const name = (commands: Parameters<typeof identityOf>[0], gathered: ReturnType<typeof gatheredBy>) =>
    identityOf(commands, [part], gathered).selection?.name;
  expect(name([command], 'one command')).toBe('picked');
  expect(name([{ ...command, shard }], 'one command')).toBe('--shard=1/2');
  expect(name([{ ...command, selectors: '--grep=a', shard }], 'blobs')).toBe('--grep=a --shard=?');
  expect(name([{ ...command, selectors: '--grep=a', shard }], 'checked blobs')).toBe('--grep=a');
  expect(identityOf([command], [{ scenarios: { planned: 3, selected: 3 } }], 'one command').selection).toBeNull();
  expect(gatheredBy(['node', 'cli.js', 'merge-reports'], {})).toBe('blobs');
});

test('the hash of an environment changes with what it says, and holds no secret', () => {
  const hash = (change: (text: string) => string): string => {
    const file = join(newFolder('environment'), 'changed.yaml');
    writeFileSync(file, change(mockEnvironment));
    return environmentHash(contractNamed('pyng'), loadEnvironment(file, contracts));
  };
  const same = hash((text) => text);
  expect(hash((text) => `# a comment\n${text}`)).toBe(same);
  expect(hash((text) => text.replace(/password: .*/, 'password: AnotherPassword'))).toBe(same);
  for (const change of [
    (text: string) => text.replace('  pyng:\n', '  pyng:\n    baseUrl: http://127.0.0.1:4010\n'),
    (text: string) => text.replace('kind: mock', 'kind: mock\nstrictness: page'),
    (text: string) => text.replace(/password: .*/, 'password: $PYNG_PASSWORD'),
    (text: string) =>
      `${text}\nwaivers:\n  - { clause: pyng-method, provider: pyng, reason: a, owner: b, until: 2099-01-01 }\n`,
  ])
    expect(hash(change)).not.toBe(same);
});

/** What a command says of itself: its run, its selection in a normal form, and the environment without its secrets. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { contractNamed, contracts } from '../../../proof/run.ts';
import { runIdentity, selectorsOf } from '../../../src/playwright/identity.ts';
import { gatheredBy, identityOf, selectionNamed } from '../../../src/results/identity.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { environmentHash } from '../../../src/target/environment-hash.ts';
import { mockEnvironment } from '../../support/command.ts';

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
  expect(of({}, mkdtempSync(join(tmpdir(), 'no-checkout-'))).commit).toBeNull();
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
    const file = join(mkdtempSync(join(tmpdir(), 'environment-')), 'changed.yaml');
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

/** Whose a lock, a mark or a folder is, and what becomes of it when its process is gone or cannot be seen. */
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { withLock } from '../../src/files/lock.ts';
import { makeFolder } from '../../src/files/make-folder.ts';
import { asOwner, isAlive, type Owner, ownerInWord, thisOwner, wordOf } from '../../src/files/owner.ts';
import { makeScratch, scratchPrefix, sweepScratch } from '../../src/results/scratch.ts';
import { newFolder } from '../support/command.ts';
import { start } from '../support/process.ts';

/** A process of this machine that has ended. */
async function dead(): Promise<Owner> {
  const { child, ended } = start(process.execPath, ['--version']);
  await ended;
  return { ...thisOwner(), pid: child.pid ?? 0, started: 1 };
}

test('a process is known by its number, its start, its machine, the start of that, and who numbers processes there', async () => {
  const own = thisOwner();
  expect(asOwner(JSON.parse(JSON.stringify(own)))).toEqual(own);
  expect(ownerInWord(wordOf(own))).toEqual(own);
  // What an earlier version wrote says less.
  const { pid, host, started } = own;
  expect(asOwner({ pid, host, started })).toEqual({ pid, host, started, boot: null, namespace: null });
  const lives: [title: string, change: Partial<Owner>, alive: boolean][] = [
    ['itself', {}, true],
    ['written by an earlier version', { boot: null, namespace: null }, true],
    ['its number, given to a later process', { started: 1 }, false],
    ['its number, before the machine started anew', { boot: '00000000' }, false],
    ['its number in another container of this host name', { namespace: '1', started: 1 }, true],
    ['one of another machine', { host: 'elsewhere.example', started: 1 }, true],
    ['no process', await dead(), false],
  ];
  for (const [title, change, alive] of lives) expect(isAlive({ ...own, ...change }), title).toBe(alive);
});

test('a lock is taken over where its process is gone, and what only looks like a lock hurts nobody', async () => {
  const file = join(newFolder('lock'), 'tokens.json');
  const gone = await dead();
  const names = [
    '%FF',
    '%',
    '%E0%A4',
    '0.0....',
    '0.1....%FF',
    `1.0.....${hostname()}`,
    `1.-1.....${hostname()}`,
    'é',
    '.',
  ];
  for (const name of names) writeFileSync(`${file}.lock.${name}`, '');
  writeFileSync(`${file}.lock.1.${wordOf(gone)}`, '');
  expect(await withLock(file, () => 'done')).toBe('done');
  const left = readdirSync(join(file, '..'));
  expect(left).not.toContain(`tokens.json.lock.1.${wordOf(gone)}`);
  expect(left).toHaveLength(names.length);
});

const unmakeable: [title: string, path: string][] = [
  ['below a process', '/proc/1/x'],
  ['deep below /proc', '/proc/none/x/y'],
  ['below a file descriptor', '/proc/self/fd/x'],
  ['below a device', '/dev/null/x'],
];

for (const [title, path] of unmakeable)
  test(`a folder that the system makes nowhere (${title}) is an error at once`, () => {
    test.skip(!existsSync('/proc/self'), 'this system has no /proc');
    expect(() => makeFolder(path)).toThrow(/^E[A-Z]+: /);
  });

test('a folder is made with the missing ones above it, and an existing one stays as it is', () => {
  const folder = newFolder('made');
  const deep = join(folder, 'a/b/c');
  makeFolder(deep, 0o700);
  expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700);
  makeFolder(deep);
  expect(statSync(deep).mode & 0o777).toBe(0o700);
  writeFileSync(join(folder, 'file'), '');
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
  expect(() => makeFolder(join(folder, 'file'))).toThrow(/EEXIST/);
  // Which of the two places is at fault, versions of Node.js see differently.
  expect(() => makeFolder(join(folder, 'file/x'))).toThrow(/ENOTDIR|EEXIST/);
  expect(() => makeFolder(join(folder, 'dangling'))).toThrow(/EEXIST/);
});

test('what a killed run leaves in the temporary folder goes when the next begins; what another still needs stays', async () => {
  const place = newFolder('temporary');
  const own = makeScratch(place);
  const put = (name: string): string => {
    mkdirSync(join(place, name));
    writeFileSync(join(place, name, 'memory'), 'x');
    return name;
  };
  const gone = await dead();
  const ofGone = put(`${scratchPrefix}${wordOf(gone)}-abcdef`);
  const kept = [
    put(`${scratchPrefix}${wordOf({ ...thisOwner(), host: 'elsewhere.example' })}-abcdef`),
    put(`${scratchPrefix}abcdef`),
    put('conformance-results-abcdef'),
  ];
  const { child, ended } = start(process.execPath, ['-e', 'process.stdin.resume()']);
  await once(child, 'spawn');
  // A worker may outlive the run that started it for a moment.
  const orphaned = put(`${scratchPrefix}${wordOf(gone)}-ghijkl`);
  writeFileSync(
    join(place, orphaned, 'worker-0.json'),
    JSON.stringify({ ...thisOwner(), pid: child.pid, started: null }),
  );
  const outside = newFolder('outside');
  writeFileSync(join(outside, 'file'), '');
  symlinkSync(outside, join(place, `${scratchPrefix}${wordOf(gone)}-symlnk`));
  sweepScratch(place);
  expect(readdirSync(place).sort()).toEqual([own.split('/').at(-1), ...kept, orphaned].sort());
  expect(existsSync(join(place, ofGone))).toBe(false);
  expect(readdirSync(outside)).toEqual(['file']);
  child.kill('SIGKILL');
  await ended;
  sweepScratch(place);
  expect(existsSync(join(place, orphaned))).toBe(false);
});

/** What is no regular file is read to its end, and never without one. */
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readToEnd } from '../../../src/files/stream.ts';
import { newFolder } from '../../support/folders.ts';
import { makePipes, start } from '../../support/process.ts';

const folder = newFolder('stream');
const most = 100_000;
const soon = { unopened: 20, silent: 20 };

async function pipe(name: string): Promise<string> {
  await makePipes(join(folder, name));
  return join(folder, name);
}

test('what has no end, or none soon, is refused with its reason', async () => {
  mkdirSync(join(folder, 'folder'));
  symlinkSync('/dev/zero', join(folder, 'endless'));
  writeFileSync(join(folder, 'large'), '');
  truncateSync(join(folder, 'large'), 2 ** 32);
  const refused: [name: string, reason: string][] = [
    ['folder', 'it is a folder'],
    ['endless', `it holds more than ${most} bytes`],
    ['large', `it holds more than ${most} bytes`],
    ['gone', 'ENOENT'],
  ];
  for (const [name, reason] of refused) expect(() => readToEnd(join(folder, name), most, soon)).toThrow(reason);
  const unopened = await pipe('unopened');
  expect(() => readToEnd(unopened, most, soon)).toThrow('it is a pipe that no program writes into');
  expect(readToEnd('/dev/null', most, soon).length).toBe(0);
});

test('a pipe is read to its end, in as many parts as it is written, and one that falls silent is named', async () => {
  const parted = await pipe('parted');
  const text = 'a line\n'.repeat(10_000);
  const source = join(folder, 'text');
  writeFileSync(source, text);
  const writer = start('/bin/sh', ['-c', `(printf 'first '; cat ${source}) > ${parted}`]);
  expect(readToEnd(parted, most).toString()).toBe(`first ${text}`);
  await writer.ended;
  const silent = await pipe('silent');
  const holder = start('/bin/sh', ['-c', `exec 3<> ${silent}; echo open; cat`]);
  await new Promise((resolve) => holder.child.stdout.once('data', resolve));
  expect(() => readToEnd(silent, most, soon)).toThrow('nothing came from it, nor its end');
  holder.child.stdin.end();
  await holder.ended;
});

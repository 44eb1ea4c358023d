/** The package holds what the repository does, and no file of a person that lies beside it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { start } from '../../support/process.ts';

/** Folders in which people keep their own files too: drafts of contracts, environments with their addresses. */
const shared = ['contracts', 'specs', 'environments'];

test('what the package takes from folders of people is named, and is what the repository holds', async () => {
  test.skip(!existsSync('.git'), 'this is no checkout');
  const { files }: { files: string[] } = JSON.parse(readFileSync('package.json', 'utf8'));
  const named = files.filter((one) => shared.includes(one.split('/')[0] ?? ''));
  expect(named.filter((one) => shared.includes(one))).toEqual([]);
  const { stdout } = await start('git', ['ls-files', ...shared]).ended;
  const held = stdout.trim().split('\n');
  // A contract is a folder of its own; elsewhere each file stands by itself.
  const units = held.map((file) => (file.startsWith('contracts/') ? file.split('/').slice(0, 2).join('/') : file));
  expect(named.toSorted()).toEqual([...new Set(units)].toSorted());
  expect(named.filter((one) => !one.startsWith('contracts/') && !statSync(one).isFile())).toEqual([]);
});

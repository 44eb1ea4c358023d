/** A report folder of another user, which a run may read and not write: its green report passes for no run of ours, and only once. */
import { chmodSync, cpSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { placeElsewhere } from '../../../src/files/places.ts';
import { beginRun } from '../../../src/playwright/current.ts';
import { gateFile } from '../../../src/results/gate.ts';
import { passedAt, recordPassed } from '../../../src/results/passed.ts';
import { yesterdaysReport } from '../../support/report.ts';

const yesterday = yesterdaysReport();
/** Any other user than root. */
const nobody = 65_534;

/** Does what a user does who owns neither the folder nor the one above it. */
function asAnother<T>(above: string, folder: string, act: () => T): T {
  for (const place of [above, folder]) chmodSync(place, 0o555);
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(nobody);
  try {
    return act();
  } finally {
    if (isRoot) process.seteuid?.(0);
    for (const place of [above, folder]) chmodSync(place, 0o755);
  }
}

test('what cannot be written there is kept elsewhere for this user, until somebody else writes new results', async () => {
  test.skip(process.geteuid === undefined, 'this system has no modes of files');
  const above = mkdtempSync(join(tmpdir(), 'read-only-'));
  const folder = join(above, 'report');
  cpSync(await yesterday(), folder, { recursive: true });
  const file = join(folder, 'results.json');
  const left: (string | null)[] = [];
  asAnother(above, folder, () => {
    left.push(placeElsewhere(folder, 'run-began.json'), placeElsewhere(folder, 'gate-passed.json'));
    expect(() => beginRun('npx playwright test', folder)).toThrow('this user may not write there');
    expect(gateFile(file)).toMatchObject({
      exitCode: 3,
      lines: [
        expect.stringMatching(/npx playwright test\) and ended without results: .*this user may not write there/),
      ],
    });
    expect(recordPassed('gate', folder, 'key', new Date())).toBeNull();
    expect(passedAt('gate', folder, 'key')).not.toBeNull();
  });
  utimesSync(file, new Date(), new Date(Date.now() + 1000));
  asAnother(above, folder, () => expect(gateFile(file).exitCode).toBe(0));
  for (const place of left) rmSync(place ?? '');
  rmSync(above, { recursive: true });
});

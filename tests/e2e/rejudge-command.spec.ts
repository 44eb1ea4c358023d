/** The command that judges again, as it is typed: files of earlier versions, edited ones, and hostile ones. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runHere } from '../support/here.ts';
import { recorded, resealed, resultsOf } from '../support/recorded.ts';

const old = 'tests/fixtures/results-77b82bd.json';

test('files of an earlier version are rendered, compared and judged again', async () => {
  const folder = test.info().outputPath('old');
  mkdirSync(folder, { recursive: true });
  copyFileSync(old, join(folder, 'results.json'));
  const file = join(folder, 'results.json');
  expect((await runHere('report', [file, '--compare', old])).code).toBe(1);
  expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('1 clause still failing');
  const { code, output } = await runHere('rejudge', [file, '--report', join(folder, 'again')]);
  expect(output).toContain('pyng-expires-in');
  expect(code).toBe(1);
});

test('the command refuses what was edited, and hostile results, with 3 and one message', async () => {
  const folder = test.info().outputPath('edited');
  mkdirSync(folder, { recursive: true });
  const results = resultsOf([await recorded('pyng', undefined, ({ id }) => id === 'control')], '--grep=x');
  const file = join(folder, 'results.json');
  writeFileSync(file, JSON.stringify({ ...results, durationMs: 5 }));
  for (const command of ['rejudge', 'report', 'gate']) {
    const { code, output } = await runHere(command, [file]);
    expect(output).toContain('damaged or edited');
    expect(code).toBe(3);
  }
  const hostileResults = structuredClone(results);
  for (const { response } of hostileResults.targets[0]?.exchanges ?? [])
    for (const redacted of response?.redacted ?? []) Object.assign(redacted, { pointer: '/__proto__/x' });
  writeFileSync(file, JSON.stringify(resealed(hostileResults)));
  const { code, output } = await runHere('rejudge', [file]);
  expect(output).toMatch(/^The exchange "ex-1" cannot be judged again:\n {2}- its answer holds no text at/);
  expect(output).not.toContain('    at ');
  expect(code).toBe(3);
});

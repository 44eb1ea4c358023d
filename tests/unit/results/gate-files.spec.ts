/** Files that are no results of a run: missing, unreadable, a pipe, of another version, or of a time to come. */
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeReport } from '../../../reporters/write.ts';
import { createArchives } from '../../../src/results/archive.ts';
import { gateFile } from '../../../src/results/gate.ts';
import { type Meant, whyNotMeant, whyStale } from '../../../src/results/meant.ts';
import { readResults } from '../../../src/results/read.ts';
import { newFolder } from '../../support/folders.ts';
import { makePipes } from '../../support/process.ts';
import { deviating, recorded, resealed, resultsOf, wholeOf } from '../../support/recorded.ts';

const folder = newFolder('gate-files');

test('a missing, unreadable or foreign file is exit code 3, with the remedy', async () => {
  const file = join(folder, 'foreign.json');
  expect(gateFile(join(folder, 'none.json'))).toMatchObject({
    exitCode: 3,
    lines: [expect.stringContaining('no such file')],
  });
  for (const [text, fault] of [
    ['{', /cannot be read as JSON/],
    ['', /cannot be read as JSON/],
    ['null', /not a results file/],
    ['{"formatVersion":2}', /not a results file/],
    [
      JSON.stringify({
        ...resultsOf([await recorded('pyng', undefined, ({ gate: quick }) => quick)]),
        formatVersion: 2,
      }),
      /not a results file/,
    ],
    ['['.repeat(1_000_000) + ']'.repeat(1_000_000), /not a results file|cannot be judged/],
  ] as const) {
    writeFileSync(file, text);
    const judged = gateFile(file);
    expect(judged.exitCode).toBe(3);
    expect(judged.lines[0]).toMatch(fault);
    expect(judged.lines[0]).toMatch(/npx playwright test/);
  }
});

test('targets that a caller expects have to be there; a deviation of another one stays what it is', async () => {
  const quick = ({ gate: isQuick }: { gate: boolean }): boolean => isQuick;
  const write = (target: Awaited<ReturnType<typeof recorded>>): string => {
    const place = newFolder('expected');
    writeReport(place, resealed({ ...resultsOf([target], '--grep=@gate'), startedAt: new Date().toISOString() }));
    return join(place, 'results.json');
  };
  const good = write(await recorded('pyng', undefined, quick));
  for (const expected of [[], ['pyng'], ['pyng@mock'], ['*@mock']])
    expect(gateFile(good, '@gate', undefined, expected), expected.join()).toMatchObject({ exitCode: 0 });
  for (const expected of [['finnet'], ['pyng@sandbox'], ['pyng', 'finnet@mock'], ['pyn'], ['*@sandbox']])
    expect(gateFile(good, '@gate', undefined, expected), expected.join()).toMatchObject({
      exitCode: 3,
      targets: [],
      lines: expect.arrayContaining([expect.stringMatching(/: the results hold pyng@mock, and not this; run/)]),
    });
  const bad = write(await recorded('pyng', deviating, quick));
  const judged = gateFile(bad, '@gate', undefined, ['finnet']);
  expect(judged).toMatchObject({ exitCode: 1, lines: expect.arrayContaining([expect.stringContaining('finnet: ')]) });
});

test('a pipe or a device in place of a file is no result, no mark and no blob report, and nothing waits for its end', async () => {
  const place = mkdtempSync(join(folder, 'pipes-'));
  await makePipes(...['results.json', 'blob.zip', 'history.jsonl'].map((name) => join(place, name)));
  symlinkSync('/dev/zero', join(place, 'zero.json'));
  for (const name of ['results.json', 'zero.json'])
    expect(gateFile(join(place, name))).toMatchObject({ exitCode: 3, lines: [expect.stringContaining(name)] });
  expect(() => readResults(join(place, 'results.json'))).toThrow('it cannot be read as JSON');
  expect(createArchives().open(join(place, 'blob.zip'))).toHaveProperty('fault');
  const results = resultsOf([await wholeOf('finnet')]);
  expect(() => writeReport(place, results)).toThrow();
  await makePipes(join(place, 'run-began.json'));
  expect(gateFile(join(place, 'results.json')).lines.join()).toContain('its mark cannot be read');
});

test('results of a run that is in the future do not pass', () => {
  const at = (hours: number) => ({
    startedAt: new Date(Date.parse('2026-01-01T00:00:00Z') + hours * 3_600_000).toISOString(),
  });
  const now = new Date('2026-01-01T00:00:00Z');
  expect(whyStale(at(0.5), 18, now)).toBeNull();
  expect(whyStale(at(-17), 18, now)).toBeNull();
  expect(whyStale(at(-19), 18, now)).toContain('19 hours ago');
  expect(whyStale(at(2), 18, now)).toContain('is in the future');
  expect(whyStale({ startedAt: 'never' }, 18, now)).not.toBeNull();
});

test('an age that is given takes no other run for the one that is named, and lifts the limits of one that nothing names', () => {
  const began = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const why = (hours: number, names: Record<string, string>, meant: Meant): string | null => {
    const recorded = { startedAt: began(hours), durationMs: 0, runs: [{ id: 'a', names }], key: 'digest' };
    return whyNotMeant(recorded, folder, meant, new Date(), 'again');
  };
  const named = { GITHUB_RUN_ID: '17' };
  const inCi = (run: string, maxAgeHours?: number): Meant => ({ variables: { GITHUB_RUN_ID: run }, maxAgeHours });
  expect(why(2, named, inCi('17', 3))).toBeNull();
  expect(why(2, named, inCi('18', 3))).toContain('this is the run 18');
  expect(why(2, named, { run: 'b', maxAgeHours: 3 })).toContain('not of b');
  expect(why(4, named, inCi('17', 3))).toContain('4 hours ago');
  expect(why(2, {}, {})).toContain('of a run that ended 2 h ago');
  expect(why(2, {}, { maxAgeHours: 3 })).toBeNull();
  expect(why(4, {}, { maxAgeHours: 3 })).toContain('4 hours ago');
});

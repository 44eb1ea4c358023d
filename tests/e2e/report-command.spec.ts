/** `npm run report` and what a report is compared with; no request is sent. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeReport } from '../../reporters/write.ts';
import type { Results } from '../../src/formats/results.ts';
import { newFolder } from '../support/folders.ts';
import { runHere } from '../support/here.ts';
import { previousResults, sampleResults } from '../support/sample.ts';

function folderWith(files: Record<string, unknown>): string {
  const folder = newFolder('conformance-report');
  for (const [name, value] of Object.entries(files))
    writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  return folder;
}

const newly = '`finnet@dev` newly failing: `finnet-token-type`';

test('renders a run again, compared with the run that is named, and leaves its data alone', async () => {
  const folder = folderWith({ 'results.json': sampleResults(), 'earlier.json': previousResults() });
  const before = readFileSync(join(folder, 'results.json'), 'utf8');
  const { code, output } = await runHere('report', [
    join(folder, 'results.json'),
    '--compare',
    join(folder, 'earlier.json'),
  ]);
  expect(output).toContain('finnet@dev');
  expect(code).toBe(sampleResults().exitCode);
  expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain(newly);
  expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('Since last time');
  expect(readFileSync(join(folder, 'results.json'), 'utf8')).toBe(before);
  expect(existsSync(join(folder, 'previous.json'))).toBe(false);
});

for (const [title, file, options, message] of [
  ['a file that is absent', 'nowhere.json', [], /Cannot read .*nowhere\.json:\n.*no such file/],
  ['a file that is no JSON', 'torn.json', [], /Cannot read .*torn\.json:\n.*cannot be read as JSON/],
  ['JSON of something else', 'other.json', [], /other\.json is not a results\.json of format version 1:\n {2}- /],
  ['nothing to compare with', 'results.json', ['--compare', 'gone.json'], /Cannot compare with .*gone\.json:/],
  ['an unknown option', 'results.json', ['--against', 'x'], /unknown option '--against'/],
] as const) {
  test(`${title} ends with 3 and the remedy, and writes nothing`, async () => {
    const folder = folderWith({ 'results.json': sampleResults(), 'torn.json': '{"formatV', 'other.json': { a: 1 } });
    const { code, output } = await runHere('report', [join(folder, file), ...options]);
    expect(output).toMatch(message);
    expect(code).toBe(3);
    expect(existsSync(join(folder, 'report.html'))).toBe(false);
  });
}

test('a report is compared with the file it replaces, named or not', () => {
  for (const previous of [undefined, previousResults()]) {
    const folder = folderWith({ 'results.json': previousResults() });
    writeReport(folder, sampleResults(), { earlier: previous });
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain(newly);
    const kept = JSON.parse(readFileSync(join(folder, 'previous.json'), 'utf8')) as Results;
    expect(kept.startedAt).toBe(previousResults().startedAt);
  }
});

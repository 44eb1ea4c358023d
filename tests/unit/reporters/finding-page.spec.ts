/** What a person sends to a provider, and what a command says of a clause or a run, from results alone. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { badgeOf } from '../../../reporters/badge.ts';
import { changeLines } from '../../../reporters/change-lines.ts';
import { findingIn, findingPage } from '../../../reporters/finding-page.ts';
import { renderSummary } from '../../../reporters/markdown.ts';
import { renderLedger } from '../../../reporters/terminal.ts';
import { extrasOf, writeReport } from '../../../reporters/write.ts';
import { explained, explanationLines } from '../../../src/docs/explain.ts';
import type { Results } from '../../../src/formats/results.ts';
import { catalogue } from '../../../src/judge/catalogue.ts';
import { compare } from '../../../src/results/compare.ts';
import { appendHistory, dated, type HistoryLine, standingOf } from '../../../src/results/history.ts';
import { readResults } from '../../../src/results/read.ts';
import { contradictions } from '../../../src/results/sound.ts';
import { newFolder } from '../../support/folders.ts';
import { clause, exchange, failing, HOSTILE_MARKDOWN, results, target } from '../../support/results.ts';

const id = 'acme-type';
const red = (received = '"bearer"') =>
  target({
    target: 'acme@dev',
    clauses: [failing({ id, statement: 'tokenType is "Bearer"' }, '"Bearer"', received)],
    exchanges: [exchange('ex-1', 'control', 200, `{"tokenType":${received}}\n~~~\n\`\`\``)],
  });
const green = () => target({ target: 'acme@dev', clauses: [clause({ id, statement: 'tokenType is "Bearer"' })] });

/** One run a night from 1 November on, failing where the letter is F. */
const nights = (pattern: string): HistoryLine[] =>
  [...pattern].reduce<HistoryLine[]>((history, letter, index) => {
    const startedAt = `2026-11-${String(index + 1).padStart(2, '0')}T02:00:00.000Z`;
    return appendHistory(history, results([letter === 'F' ? red() : green()], { startedAt }));
  }, []);

test('a finding is dated from the first night of its series, and is counted over the last seven', () => {
  expect(standingOf(nights('FFPFPFF'), 'acme@dev', id)).toEqual({
    since: '2026-11-06T02:00:00.000Z',
    failed: 5,
    of: 7,
  });
  expect(standingOf(nights('FFFFFFFFFF'), 'acme@dev', id)).toMatchObject({
    since: '2026-11-01T02:00:00.000Z',
    failed: 7,
    of: 7,
  });
  expect(standingOf(nights('F'), 'acme@dev', id)).toMatchObject({ failed: 1, of: 1 });
  expect(standingOf(nights('FP'), 'acme@dev', id)).toBeNull();
  expect(standingOf(nights('F'), 'acme@dev', 'constructor')).toBeNull();
});

test('results.json says since when each finding stands, and every view reads it there', () => {
  const folder = newFolder('standing');
  const night = (day: number, one = red()): Results => results([one], { startedAt: `2026-11-0${day}T02:00:00.000Z` });
  for (const run of [night(4), night(5, green()), night(6), night(7)]) writeReport(folder, run);
  const written = readResults(join(folder, 'results.json'));
  const standing = { since: '2026-11-06T02:00:00.000Z', failed: 3, of: 4 };
  expect(written.targets[0]?.clauses[0]?.standing).toEqual(standing);
  const said = 'since 6 Nov 2026 02:00 UTC, in 3 of the last 4 runs';
  const plain = (_colour: string, text: string): string => text;
  expect(renderLedger(written, plain)).toContain(said);
  expect(renderSummary(written)).toContain(said);
  expect(findingPage(findingIn(written, id))).toContain(`It fails ${said}.`);
  expect(compare(night(6), written).targets[0]?.stillFailing[0]?.since).toBe(standing.since);
  expect(renderLedger(written, plain)).toContain(`npm run explain -- ${id}`);
  // A file of an earlier version does not say it; the history beside it does.
  const { history } = extrasOf(folder, night(7));
  expect(dated(night(7), history)).toEqual({ ...written, digest: undefined });
  // A later history does not change what was recorded, nor does one that cannot be read keep the results from being written.
  expect(dated(written, nights('PPPPPPP'))).toEqual(written);
  writeFileSync(join(folder, 'history.jsonl'), 'torn\ntorn\n');
  expect(() => writeReport(folder, night(8))).toThrow(/history, line 1/);
  expect(readResults(join(folder, 'results.json')).startedAt).toBe(night(8).startedAt);
  const passing = { ...night(7, target({ ...green(), clauses: [clause({ id, statement: '', standing })] })) };
  expect(contradictions(passing).join()).toContain(`${id} is "pass", and says since when it fails`);
});

test('one finding is a page with its source, what was received, the exchange and the command, and nothing of it is markup', () => {
  const page = findingPage(findingIn(results([red(JSON.stringify(HOSTILE_MARKDOWN)), green()]), id));
  expect(page).toContain('(<https://docs.example.com/access-token#body-response>)');
  expect(page).toMatch(/^ {4}HTTP status 200$/m);
  // Whatever an answer holds is in a line of text or in an indented block.
  const outside = page.split('\n').filter((line) => !line.startsWith('    '));
  expect(outside.join('\n')).not.toMatch(/^# owned|<!--|!\[x\]/m);
  expect(page).not.toMatch(/^(?:```|~~~)/m);
  expect(() => findingIn(results([red()]), 'acme-tipe')).toThrow(/failing: acme-type; did you mean "acme-type"\?/);
  expect(() => findingIn(results([green()]), id)).toThrow(/no clause fails at all/);
});

test('a badge has the colour of the worst target', () => {
  expect(badgeOf(results([green(), red()]))).toMatchObject({ schemaVersion: 1, label: 'conformance', color: 'red' });
  expect(badgeOf(results([green()])).color).toBe('brightgreen');
  expect(badgeOf(results([])).color).toBe('lightgrey');
  const part = { ...green(), scenarios: { planned: 67, selected: 4 } };
  const partial = { color: 'yellow', message: expect.stringMatching(/ conforms \(partial run, 4 of 67 scenarios\)$/) };
  expect(badgeOf(results([part]))).toMatchObject(partial);
  expect(badgeOf(results([part, red()])).color).toBe('red');
});

test('what changed between two runs is said target by target', () => {
  const lines = changeLines(compare(results([green()]), results([red()])));
  expect(lines).toContain(`    newly failing  ${id}: "bearer"`);
  expect(changeLines(compare(results([green()]), results([green()]))).join()).toContain('nothing changed');
});

test('every clause of every provider, of the deep profile too, can be explained', () => {
  for (const contract of Object.values(catalogue(undefined, 'deep')))
    for (const one of contract.clauses.filter((_clause, index) => index % 60 === 0)) {
      const said = explained(one, contract);
      const lines = explanationLines(said).join('\n');
      expect(lines).toContain(one.statement);
      expect(said.source.url, one.id).toMatch(/^https:/);
      // A demand that can be tested names the requests that break it.
      if (one.kind === 'demand' && said.untested === null) expect(said.scenarios.length, one.id).toBeGreaterThan(0);
    }
});

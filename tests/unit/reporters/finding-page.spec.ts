/** What a person sends to a provider, and what a command says of a clause or a run, from results alone. */
import { expect, test } from '@playwright/test';
import { badgeOf } from '../../../reporters/badge.ts';
import { changeLines } from '../../../reporters/change-lines.ts';
import { findingPage } from '../../../reporters/finding-page.ts';
import { renderSummary } from '../../../reporters/markdown.ts';
import { renderLedger } from '../../../reporters/terminal.ts';
import { explained, explanationLines } from '../../../src/docs/explain.ts';
import { catalogue } from '../../../src/judge/catalogue.ts';
import { compare } from '../../../src/results/compare.ts';
import { appendHistory, type HistoryLine, standingOf } from '../../../src/results/history.ts';
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
  const run = results([red()], { startedAt: '2026-11-07T02:00:00.000Z' });
  const said = 'since 6 Nov 2026 02:00 UTC, in 5 of the last 7 runs';
  const history = nights('FFPFPFF');
  expect(renderLedger(run, (_colour, text) => text, history)).toContain(said);
  expect(renderSummary(run, { history })).toContain(said);
  expect(findingPage(run, id, history)).toContain(`It fails ${said}.`);
  expect(renderLedger(run, (_colour, text) => text)).toContain(`npm run explain -- ${id}`);
});

test('one finding is a page with its source, what was received, the exchange and the command, and nothing of it is markup', () => {
  const page = findingPage(results([red(JSON.stringify(HOSTILE_MARKDOWN)), green()]), id);
  expect(page).toContain('(<https://docs.example.com/access-token#body-response>)');
  expect(page).toMatch(/^ {4}HTTP status 200$/m);
  // Whatever an answer holds is in a line of text or in an indented block.
  const outside = page.split('\n').filter((line) => !line.startsWith('    '));
  expect(outside.join('\n')).not.toMatch(/^# owned|<!--|!\[x\]/m);
  expect(page).not.toMatch(/^(?:```|~~~)/m);
  expect(() => findingPage(results([red()]), 'acme-tipe')).toThrow(/failing: acme-type; did you mean "acme-type"\?/);
  expect(() => findingPage(results([green()]), id)).toThrow(/no clause fails at all/);
});

test('a badge has the colour of the worst target', () => {
  expect(badgeOf(results([green(), red()]))).toMatchObject({ schemaVersion: 1, label: 'conformance', color: 'red' });
  expect(badgeOf(results([green()])).color).toBe('brightgreen');
  expect(badgeOf(results([])).color).toBe('lightgrey');
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

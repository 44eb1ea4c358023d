import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '../src/results/compare.ts';
import { sealed } from '../src/results/digest.ts';
import { retireResults } from '../src/results/folder.ts';
import type { Results } from '../src/results/format.ts';
import { appendHistory, formatHistory, parseHistory } from '../src/results/history.ts';
import { kept } from '../src/results/read.ts';
import { toCtrf } from './ctrf.ts';
import { toHar } from './har.ts';
import { renderHtml } from './html/page.ts';
import { toJunit } from './junit.ts';
import { renderSummary } from './markdown.ts';

/** Names of the files in a folder that a report is made of. */
function filesOf(folder: string) {
  const file = (name: string): string => join(folder, name);
  return { results: file('results.json'), previous: file('previous.json'), history: file('history.jsonl'), file };
}

/**
 * Writes results.json and everything rendered from it into the folder. What stood there becomes previous.json, which
 * the report compares with unless an earlier run is given.
 */
export function writeReport(folder: string, results: Results, earlier?: Results): void {
  mkdirSync(folder, { recursive: true });
  const files = filesOf(folder);
  retireResults(folder);
  // The data first: whatever happens to a page, nothing recorded is lost.
  writeFileSync(files.results, `${JSON.stringify(sealed(results))}\n`);
  renderReport(folder, results, earlier);
}

/** Renders the report of results that stand in the folder, compared with `previous`, or with previous.json. */
export function renderReport(folder: string, results: Results, earlier?: Results): void {
  const { file, history: historyFile, previous: previousFile } = filesOf(folder);
  const past = existsSync(historyFile) ? parseHistory(readFileSync(historyFile, 'utf8')) : [];
  const history = appendHistory(past, results);
  writeFileSync(historyFile, formatHistory(history));
  const previous = earlier ?? kept(previousFile);
  const extras = { history, ...(previous ? { changes: compare(previous, results, history) } : {}) };
  writeFileSync(file('summary.md'), renderSummary(results, extras));
  writeFileSync(file('report.html'), renderHtml(results, extras));
  writeFileSync(file('junit.xml'), toJunit(results));
  writeFileSync(file('ctrf.json'), JSON.stringify(toCtrf(results)));
  writeFileSync(file('exchanges.har'), JSON.stringify(toHar(results)));
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '../src/results/compare.ts';
import { retireResults } from '../src/results/folder.ts';
import type { Results } from '../src/results/format.ts';
import { appendHistory, formatHistory, parseHistory } from '../src/results/history.ts';
import { toCtrf } from './ctrf.ts';
import { toHar } from './har.ts';
import { renderHtml } from './html/page.ts';
import { toJunit } from './junit.ts';
import { renderSummary } from './markdown.ts';

/** The results of an earlier run; null when the file is absent or no results of this format. */
function readResults(file: string): Results | null {
  if (!existsSync(file)) return null;
  try {
    const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
    return results.formatVersion === 1 && Array.isArray(results.targets) ? results : null;
  } catch {
    // What another tool or a torn write left there is nothing to compare with.
    return null;
  }
}

/**
 * Writes results.json and everything rendered from it into the folder. What stood there becomes previous.json, which
 * the report compares with unless `previous` names another file.
 */
export function writeReport(folder: string, results: Results, options: { previous?: string | undefined } = {}): void {
  mkdirSync(folder, { recursive: true });
  const file = (name: string): string => join(folder, name);
  retireResults(folder);
  // The data first: whatever happens to a page, nothing recorded is lost.
  writeFileSync(file('results.json'), `${JSON.stringify(results)}\n`);

  const past = existsSync(file('history.jsonl')) ? parseHistory(readFileSync(file('history.jsonl'), 'utf8')) : [];
  const history = appendHistory(past, results);
  writeFileSync(file('history.jsonl'), formatHistory(history));
  const previous = readResults(options.previous ?? file('previous.json'));
  const extras = { history, ...(previous ? { changes: compare(previous, results, history) } : {}) };
  writeFileSync(file('summary.md'), renderSummary(results, extras));
  writeFileSync(file('report.html'), renderHtml(results, extras));
  writeFileSync(file('junit.xml'), toJunit(results));
  writeFileSync(file('ctrf.json'), JSON.stringify(toCtrf(results)));
  writeFileSync(file('exchanges.har'), JSON.stringify(toHar(results)));
}

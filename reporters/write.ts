import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../src/contract/problems.ts';
import { systemCode, whyNotWritten } from '../src/files/faults.ts';
import { readWhole } from '../src/files/read.ts';
import { writeWhole } from '../src/files/whole.ts';
import { sealed } from '../src/formats/digest.ts';
import type { Results } from '../src/formats/results.ts';
import { compare } from '../src/results/compare.ts';
import { reportFiles, retireReport } from '../src/results/folder.ts';
import { appendHistory, dated, formatHistory, type HistoryLine, parseHistory } from '../src/results/history.ts';
import { holdsMark, type Mark, previousName } from '../src/results/mark.ts';
import { kept } from '../src/results/read.ts';
import { toCtrf } from './ctrf.ts';
import type { Extras } from './extras.ts';
import { toHar } from './har.ts';
import { renderHtml } from './html/page.ts';
import { toJunit } from './junit.ts';
import { renderSummary } from './markdown.ts';

/** What a report is written with, beside its results. */
interface Circumstances {
  /** The run to compare with; without it, that of previous.json. */
  earlier?: Results | undefined;
  /** The mark of the run that writes, which has put an earlier report aside; without one, that is done here. */
  mark?: Mark;
}

type Page = (results: Results, extras: Extras) => string;

const pages: [name: string, page: Page][] = [
  [reportFiles.summary, renderSummary],
  [reportFiles.html, renderHtml],
  [reportFiles.junit, toJunit],
  [reportFiles.ctrf, (results) => JSON.stringify(toCtrf(results))],
  [reportFiles.har, (results) => JSON.stringify(toHar(results))],
];

/**
 * Writes results.json and everything rendered from it into the folder, each file whole.
 * @throws InputError naming each file that could not be written, and where the results are kept instead.
 */
export function writeReport(folder: string, results: Results, { earlier, mark }: Circumstances = {}): void {
  const file = join(folder, reportFiles.results);
  const text = `${JSON.stringify(sealed(datedBeside(folder, results)))}\n`;
  if (mark && !holdsMark(folder, mark))
    throw new InputError(`${folder} no longer belongs to this run:`, [
      `its mark was removed while it ran, probably by another run; the results ${keptElsewhere(text)}`,
    ]);
  if (!mark) retireReport(folder);
  try {
    // The data first: whatever happens to a page, no record is lost.
    writeWhole(file, text);
  } catch (error) {
    throw new InputError(`${file} cannot be written:`, [`${whyNotWritten(error)}; the results ${keptElsewhere(text)}`]);
  }
  renderReport(folder, results, earlier);
}

/** What tells the results file of a folder from another one of its name; null where there is none. */
export function stampOf(folder: string): string | null {
  const entry = statSync(join(folder, reportFiles.results), { throwIfNoEntry: false });
  return entry ? [entry.ino, entry.size, entry.mtimeMs].join(' ') : null;
}

/** Saves results elsewhere when the folder of the report does not accept them; returns where they are. */
function keptElsewhere(text: string): string {
  try {
    const file = join(mkdtempSync(join(tmpdir(), 'conformance-results-')), reportFiles.results);
    writeWhole(file, text);
    return `are kept in ${file}`;
  } catch (error) {
    return `could not be kept in ${tmpdir()} either: ${whyNotWritten(error)}`;
  }
}

/** The runs that the folder of a report remembers, this one included. @throws Error where its history cannot be read. */
export function historyBeside(folder: string, results: Results): HistoryLine[] {
  const file = join(folder, 'history.jsonl');
  return appendHistory(existsSync(file) ? parseHistory(readWhole(file).toString('utf8')) : [], results);
}

/** Results dated by the history in a folder; where that cannot be read, as they are, since rendering says what is wrong with it. */
function datedBeside(folder: string, results: Results): Results {
  try {
    return dated(results, historyBeside(folder, results));
  } catch {
    return results;
  }
}

/** What a report says beside the run: the runs before it, and what changed since `earlier`, or since previous.json. */
export function extrasOf(folder: string, results: Results, earlier?: Results): Extras & { history: HistoryLine[] } {
  const history = historyBeside(folder, results);
  const previous = earlier ?? kept(join(folder, previousName));
  return { history, ...(previous ? { changes: compare(previous, dated(results, history), history) } : {}) };
}

/**
 * Renders the report of the results in the folder, compared with `earlier`, or with previous.json.
 * @throws InputError naming each file that could not be written.
 */
export function renderReport(folder: string, results: Results, earlier?: Results): void {
  const extras = extrasOf(folder, results, earlier);
  const { history } = extras;
  const shown = dated(results, history);
  const files: [name: string, page: () => string][] = [
    ['history.jsonl', () => formatHistory(history)],
    ...pages.map(([name, page]): [string, () => string] => [name, () => page(shown, extras)]),
  ];
  const faults = files.flatMap(([name, page]) => faultOf(join(folder, name), page));
  if (faults.length > 0) throw new InputError(`The report in ${folder} is not whole; its results.json is:`, faults);
}

/** Writes one file, or returns why it could not be written: a file that fails does not stop the others. */
function faultOf(file: string, page: () => string): string[] {
  try {
    writeWhole(file, page());
    return [];
  } catch (error) {
    if (systemCode(error) !== null) return [`${file} cannot be written: ${whyNotWritten(error)}`];
    return [
      `${file} cannot be made, because the suite itself failed: ${error instanceof Error ? error.stack : String(error)}`,
    ];
  }
}

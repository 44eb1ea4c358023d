import type { HistoryTarget } from '../../src/results/history.ts';
import { TARGET_WORDS } from '../../src/results/outcome.ts';
import { count, duration, instant } from '../words.ts';
import { h, type Markup } from './markup.ts';

type Run = HistoryTarget & { startedAt: string };

/** Most runs in a trend. */
const RUNS = 30;
const STEP = 7;
const HEIGHT = 16;

/** Draws the last runs of a target: a strip of verdicts, which differ in height too, the pass rate and the latency. */
export function trend(all: readonly Run[], target: string): Markup | null {
  const runs = all.slice(-RUNS);
  if (runs.length < 2) return null;
  const width = runs.length * STEP;
  return h`<figure class="trend">
<div class="spark"><svg viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" role="img" aria-label="${strip(runs, target)}">${runs.map(block)}</svg><span>${count(runs.length, 'run')}</span></div>
${line(
  runs,
  'passed',
  (run) => run.passRate,
  (rate) => `${Math.round(rate * 100)} %`,
  1,
)}
${line(runs, 'median', (run) => run.medianMs, duration)}</figure>`;
}

const BLOCKS: Readonly<Record<Run['verdict'], { height: number; hollow: boolean }>> = {
  conforms: { height: HEIGHT, hollow: false },
  deviates: { height: HEIGHT / 2, hollow: false },
  'not-judged': { height: HEIGHT, hollow: true },
  error: { height: HEIGHT / 2, hollow: true },
};

function block(run: Run, index: number): Markup {
  const { height, hollow } = BLOCKS[run.verdict];
  const inset = hollow ? 0.5 : 0;
  return h`<rect class="s-${run.verdict}${hollow ? ' hollow' : ''}" x="${index * STEP + inset}" y="${HEIGHT - height + inset}" width="${STEP - 2 - 2 * inset}" height="${height - 2 * inset}" rx="1"><title>${instant(run.startedAt)}: ${TARGET_WORDS[run.verdict]}</title></rect>`;
}

function strip(runs: readonly Run[], target: string): string {
  const totals = new Map<string, number>();
  for (const run of runs) totals.set(TARGET_WORDS[run.verdict], (totals.get(TARGET_WORDS[run.verdict]) ?? 0) + 1);
  const totalsText = [...totals].map(([words, n]) => `${words.toLowerCase()} ${n}`).join(', ');
  return `Verdicts of the last ${runs.length} runs of ${target}: ${totalsText}`;
}

function line(
  runs: readonly Run[],
  label: string,
  value: (run: Run) => number | null,
  words: (value: number) => string,
  top?: number,
): Markup | null {
  const values = runs.map(value);
  const known = values.filter((each) => each !== null);
  const last = known.at(-1);
  if (last === undefined || known.length < 2) return null;
  const most = top ?? Math.max(...known, 1);
  const points = values.flatMap((each, index) =>
    each === null
      ? []
      : [`${(index * STEP + STEP / 2 - 1).toFixed(1)},${(HEIGHT - 2 - (each / most) * (HEIGHT - 4)).toFixed(1)}`],
  );
  return h`<div class="spark"><svg viewBox="0 0 ${runs.length * STEP} ${HEIGHT}" width="${runs.length * STEP}" height="${HEIGHT}" aria-hidden="true"><polyline points="${points.join(' ')}"/></svg><span>${words(last)} ${label}</span></div>`;
}

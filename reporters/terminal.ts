import type { Results, TargetResult } from '../src/formats/results.ts';
import type { Paint } from '../src/output/print.ts';
import { wrapped } from '../src/output/wrapped.ts';
import { commandLineOf } from '../src/package/place.ts';
import { type Cause, causesOf, seenIn } from '../src/results/causes.ts';
import type { Finding } from '../src/results/finding.ts';
import { groupBy } from '../src/results/group.ts';
import { leftOutText, partialHeading, partOf } from './partial.ts';
import { count, FIGURES, standingText, visible } from './words.ts';

const colours = { conforms: 'green', deviates: 'red', 'not-judged': 'yellow', error: 'magenta' } as const;

const columns = ['target', ...FIGURES.map(([head]) => head), 'verdict'];

function row(result: TargetResult): string[] {
  const { target, verdict } = result;
  const word = verdict === 'conforms' ? verdict : verdict.replace('-', ' ').toUpperCase();
  return [target, ...FIGURES.map(([, of]) => String(of(result))), word];
}

/** Most scenarios, and most kinds of answers, that are shown of a clause that fails. */
const mostShown = 3;

/** A clause that fails, as a block: the statement of its source, and what was documented and received. */
export function findingLines(clause: Finding, paint: Paint): string[] {
  const label = { fails: paint('red', 'fails'), warns: paint('yellow', 'warns'), waived: 'waived', none: 'advice' }[
    clause.effect
  ];
  const impact = clause.impact ? [`      ${visible(clause.impact)}`] : [];
  return [
    `    ${label}  ${clause.id}: ${visible(clause.statement)}`,
    `      ${visible(`${clause.sourceTitle}, ${clause.at}`)}`,
    ...evidenceLines(clause.observations),
    ...impact,
    `      ${commandLineOf('explain', clause.id)}`,
  ];
}

/**
 * The evidence of scenarios, grouped by what they show. An answer may hold control characters, so all of it is made
 * visible.
 */
export function evidenceLines(observations: Finding['observations']): string[] {
  const failed = observations.filter(({ verdict }) => verdict === 'fail');
  const alike = [...groupBy(failed, ({ documented, received }) => JSON.stringify([documented, received])).values()];
  const lines = alike.slice(0, mostShown).flatMap((group) => {
    const [first] = group;
    const more = group.length > mostShown ? ` and ${group.length - mostShown} more` : '';
    const names = group.slice(0, mostShown).map(({ scenario }) => scenario);
    return [
      `      ${names.join(', ')}${more}`,
      `        documented: ${visible(first?.documented ?? '')}`,
      `        received:   ${visible(first?.received ?? '')}`,
    ];
  });
  const left = alike.slice(mostShown).reduce((sum, group) => sum + group.length, 0);
  return left > 0 ? [...lines, `      and ${left} more scenarios`] : lines;
}

/** A cause as a block: the clause that reports it, the number of answers, since when, and the other clauses that fail for it. */
function causeLines({ clause, answers, others }: Cause, paint: Paint): string[] {
  const { standing } = clause;
  const [head = '', ...rest] = findingLines(clause, paint);
  const also = others.map(({ id }) => id).join(', ');
  return [
    head,
    ...(answers > 1 ? [`      ${paint('bold', seenIn(answers))}`] : []),
    ...rest,
    ...(standing && standing.of > 1 ? [`      ${standingText(standing)}`] : []),
    ...(also === '' ? [] : [`      the same cause fails ${also}`]),
  ];
}

function partialLines(target: TargetResult, paint: Paint): string[] {
  const part = partOf(target);
  if (!part) return [];
  const [first = '', ...more] = wrapped(visible(`${part.share}; ${leftOutText(part)}`), '             ');
  return [`    ${paint('yellow', 'partial')}  ${first}`, ...more];
}

/** One line for each cause: a network that fails does so for many requests alike. */
function networkLines({ incidents }: TargetResult): string[] {
  return [...groupBy(incidents, ({ cause }) => cause)].map(([cause, met]) => {
    const attempts = met.reduce((sum, one) => sum + one.attempts, 0);
    const more = met.length === 1 ? '' : ` and ${count(met.length - 1, 'more scenario')}`;
    return `    network  ${met[0]?.scenario}${more}: ${visible(cause)} (${count(attempts, 'attempt')})`;
  });
}

function targetLines(target: TargetResult, paint: Paint): string[] {
  const gaps = target.clauses.filter(({ verdict, effect }) => verdict === 'not-exercised' && effect === 'fails');
  const lines = [
    ...(target.reason ? [`    ${visible(target.reason)}`] : []),
    ...partialLines(target, paint),
    ...causesOf(target.clauses).flatMap((cause) => causeLines(cause, paint)),
    ...gaps.map((clause) => `    not exercised  ${clause.id}: ${visible(clause.reason)}`),
    ...networkLines(target),
    ...target.readings
      .filter(({ follows }) => follows !== 'unknown')
      .map(({ id, follows }) => `    reading  ${id}: follows ${visible(follows)}`),
    ...(target.facts ?? []).map(({ statement }) => `    fact     ${visible(statement)}`),
    ...target.notes.map((note) => `    note     ${visible(note)}`),
  ];
  return lines.length > 0 ? [`  ${target.target}`, ...lines] : [];
}

/** The ledger of a run, as the terminal shows it at the end. */
export function renderLedger(results: Results, paint: Paint): string {
  const rows = [columns, ...results.targets.map(row)];
  const widths = columns.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const table = rows.map((cells, index) => {
    const padded = cells.map((cell, column) =>
      column === 0 || column === cells.length - 1
        ? cell.padEnd(widths[column] ?? 0)
        : cell.padStart(widths[column] ?? 0),
    );
    const target = results.targets[index - 1];
    const last = padded.pop() ?? '';
    return `  ${padded.join('  ')}  ${target ? paint(colours[target.verdict], last.trimEnd()) : last.trimEnd()}`;
  });
  const details = results.targets.flatMap((target) => targetLines(target, paint));
  const problems = results.problems.map((problem) => `  ${paint('red', 'problem')}  ${problem}`);
  const heading = visible(partialHeading(results));
  return [
    '',
    ...(heading === '' ? [] : [`  ${paint('yellow', heading)}`]),
    ...table,
    ...(details.length > 0 ? ['', ...details] : []),
    ...(problems.length > 0 ? ['', ...problems] : []),
    '',
  ].join('\n');
}

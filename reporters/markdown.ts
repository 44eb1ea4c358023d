import type { ClauseResult, Results, TargetResult, TargetVerdict } from '../src/formats/results.ts';
import { isUrl } from '../src/formats/url.ts';
import { causesOf, seenIn } from '../src/results/causes.ts';
import type { TargetChanges } from '../src/results/compare.ts';
import { hasNews } from '../src/results/compare.ts';
import { groupBy } from '../src/results/group.ts';
import { byOutcome, type ClauseOutcome, OUTCOME_WORDS, outcomeOf, TARGET_WORDS } from '../src/results/outcome.ts';
import { behaviours, cameAndWent } from './change-lines.ts';
import type { Extras } from './extras.ts';
import { partialHeading, partsOf } from './partial.ts';
import { count, duration, FIGURES, headline, instant, standingText, visible } from './words.ts';

/** Findings in full; a summary has one screen, and report.html holds the others. */
const FINDINGS_SHOWN = 8;
const LINES_SHOWN = 6;
const REQUESTS_SHOWN = 3;
const VALUE_AT_MOST = 160;

/**
 * Characters that Markdown may read as structure: all but those of plain prose, the dot of an autolink, the start of a
 * list.
 */
const STRUCTURE = /[^\p{L}\p{N} ,.:;/%'’“”–…-]|:(?=\/)|(?<=www)\.|^-|(?<=^\d+)\./giu;

/** Figures that stand out where they are not 0. */
const STRONG = ['failed', 'not judged'];

const MARKS: Readonly<Record<TargetVerdict, string>> = {
  conforms: '✅',
  deviates: '❌',
  'not-judged': '❔',
  error: '💥',
};

/** Renders a run as Markdown that fits one screen of a job summary; every value of an answer stays text. */
export function renderSummary(results: Results, extras: Extras = {}): string {
  const parts = [
    `## ${escapeText(headline(results))}`,
    `${instant(results.startedAt)}, took ${duration(results.durationMs)}, exit code ${results.exitCode}.`,
    partial(results),
    problems(results),
    ledger(results),
    findingsPart(results),
    notJudged(results),
    factsPart(results),
    network(results),
    changesPart(extras),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Escapes a text of unknown origin for use in a line or a table cell of Markdown. */
export function escapeText(text: string): string {
  // Numbered entities are the one form that neither Markdown nor HTML nor a table reads as structure.
  return visible(shorten(text)).replace(STRUCTURE, (mark) => `&#${mark.codePointAt(0)};`);
}

/** Shows a text of unknown origin as code, in a line or a table cell of Markdown. */
export function escapeCode(text: string): string {
  const line = visible(shorten(text));
  const isPlain = /^[^`|\s](?:[^`|]*[^`|\s])?$/.test(line);
  return isPlain ? `\`${line}\`` : `<code>${escapeText(line)}</code>`;
}

function shorten(text: string): string {
  return text.length <= VALUE_AT_MOST ? text : `${text.slice(0, VALUE_AT_MOST)}…`;
}

/** Lists every clause that was left out, folded: a reader must not take a part for the whole. */
function partial(results: Results): string {
  const heading = partialHeading(results);
  if (heading === '') return '';
  const lines = partsOf(results).map(({ target, share, clauses }) => {
    const named = clauses.map(escapeCode).join(', ');
    const clauseList =
      clauses.length === 0
        ? ''
        : `<details><summary>${count(clauses.length, 'clause')} left out</summary>${named}</details>`;
    return `- ${escapeCode(target)} ${share}${clauseList}`;
  });
  return `**${escapeText(heading)}**\n\n${lines.join('\n')}`;
}

function problems(results: Results): string {
  return bullets('**Problems of the run itself**', results.problems.map(escapeText));
}

function ledger({ targets }: Results): string {
  if (targets.length === 0) return '';
  const head = ['target', 'verdict', ...FIGURES.map(([name]) => name)];
  const rows = targets.map((result) => [
    escapeCode(result.target),
    `${MARKS[result.verdict]} ${TARGET_WORDS[result.verdict]}`,
    ...FIGURES.map(([name, of]) => (STRONG.includes(name) && of(result) > 0 ? `**${of(result)}**` : of(result))),
  ]);
  const lines = [head, head.map((_, index) => (index < 2 ? '---' : '--:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A cause at one target, as the summary shows it. */
interface ShownCause {
  target: string;
  clause: ClauseResult;
  outcome: ClauseOutcome;
  documented: string;
  received: string;
  /** The requests that showed it so. */
  requests: readonly string[];
  answers: number;
  others: readonly ClauseResult[];
}

/** The same deviation at several targets is listed once. */
function findingsPart(results: Results): string {
  const all = results.targets.flatMap(shownCauses).sort((a, b) => byOutcome(a.outcome, b.outcome));
  const groups = [
    ...groupBy(all, (each) => JSON.stringify([each.outcome, each.clause.id, each.documented, each.received])).values(),
  ];
  const shown = groups.slice(0, FINDINGS_SHOWN).map(causeLines);
  const more = groups.length - shown.length;
  if (more > 0) shown.push(`- …and ${count(more, 'more finding')} in report.html`);
  return shown.length === 0 ? '' : `### Findings\n\n${shown.join('\n')}`;
}

function shownCauses(target: TargetResult): ShownCause[] {
  return causesOf(target.clauses).map(({ clause, answers, others }) => {
    const seen = clause.observations.find((each) => each.verdict === 'fail');
    const [documented, received] = [seen?.documented ?? '', seen?.received ?? clause.reason];
    const requests = clause.observations
      .filter((one) => one.verdict === 'fail' && one.documented === documented && one.received === received)
      .map(({ scenario }) => scenario);
    return {
      target: target.target,
      clause,
      outcome: outcomeOf(clause),
      documented,
      received,
      requests,
      answers,
      others,
    };
  });
}

function causeLines(group: readonly ShownCause[]): string {
  const first = group[0];
  if (first === undefined) return '';
  const { clause, outcome, documented, received } = first;
  const until = clause.waiver ? ` until ${escapeText(clause.waiver.until)}` : '';
  const where = group
    .map(({ target, answers, clause: { standing } }) => {
      const details = [
        ...(answers > 1 ? [seenIn(answers)] : []),
        ...(standing && standing.of > 1 ? [standingText(standing)] : []),
      ];
      return `${escapeCode(target)}${details.length > 0 ? ` (${details.join('; ')})` : ''}`;
    })
    .join(', ');
  const also = [...new Set(group.flatMap(({ others }) => others.map(({ id }) => id)))].map(escapeCode).join(', ');
  const sent = [...new Set(group.flatMap(({ requests }) => requests))];
  const more = sent.length > REQUESTS_SHOWN ? ` and ${sent.length - REQUESTS_SHOWN} more` : '';
  const lines = [
    `documented: ${escapeCode(documented)}`,
    `received: ${escapeCode(received)}`,
    ...(sent.length > 0 ? [`shown by: ${sent.slice(0, REQUESTS_SHOWN).map(escapeCode).join(', ')}${more}`] : []),
    ...(clause.impact ? [`impact: ${escapeText(clause.impact)}`] : []),
    ...(also === '' ? [] : [`the same cause fails ${also}`]),
  ];
  const head = `**${OUTCOME_WORDS[outcome]}${until}** ${escapeCode(clause.id)} at ${where}`;
  return `- ${head}: ${escapeText(clause.statement)} (${placeLink(clause)})\n  ${lines.join('<br>')}`;
}

/** The place of a clause in its source, as a link where its address is one of the web. */
export function placeLink({ url, sourceTitle, at }: Pick<ClauseResult, 'url' | 'sourceTitle' | 'at'>): string {
  const words = escapeText(`${sourceTitle}, ${at}`);
  if (!isUrl(url)) return words;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? `[${words}](<${href.replaceAll('|', '%7C')}>)` : words;
}

function notJudged({ targets }: Results): string {
  const lines = targets.flatMap((target) => {
    const open = target.clauses.filter(
      (clause) =>
        ['not-judged', 'error'].includes(outcomeOf(clause)) ||
        (clause.verdict === 'not-exercised' && clause.effect === 'fails'),
    );
    return [...groupBy(open, (clause) => clause.reason)].map(
      ([reason, clauses]) => `${escapeCode(target.target)} ${count(clauses.length, 'clause')}: ${escapeText(reason)}`,
    );
  });
  return bullets('**Not judged**', lines);
}

function factsPart({ targets }: Results): string {
  const lines = targets.flatMap(({ target, facts = [] }) =>
    facts.map(({ statement }) => `${escapeCode(target)} ${escapeText(statement)}`),
  );
  return bullets('**Measured**', lines);
}

function network({ targets }: Results): string {
  const met = targets.flatMap((target) => target.incidents.map((incident) => ({ target: target.target, ...incident })));
  const lines = [...groupBy(met, ({ cause }) => cause)].map(
    ([cause, rows]) =>
      `${escapeText(cause)}: ${count(rows.length, 'scenario')} at ${[...new Set(rows.map((row) => escapeCode(row.target)))].join(', ')}`,
  );
  return bullets('**Network problems** (not counted as deviations)', lines);
}

function changesPart({ changes }: Extras): string {
  if (changes === undefined) return '';
  const lines = changes.targets.filter(hasNews).flatMap(newsOf);
  const still = changes.targets.reduce((sum, target) => sum + target.stillFailing.length, 0);
  if (still > 0) lines.push(`${count(still, 'clause')} still failing`);
  lines.push(...cameAndWent(changes, escapeCode));
  const title = `**Since ${instant(changes.since)}**`;
  return lines.length === 0 ? `${title}: nothing changed.` : bullets(title, lines);
}

function newsOf(target: TargetChanges): string[] {
  const name = escapeCode(target.target);
  const list = (words: string, clauses: readonly { clause: string }[]): string[] =>
    clauses.length === 0 ? [] : [`${name} ${words}: ${clauses.map((each) => escapeCode(each.clause)).join(', ')}`];
  return [
    ...list('newly failing', target.newlyFailing),
    ...list('fixed', target.fixed),
    ...list('no longer judged', target.noLongerJudged),
    ...target.changed.map(
      (each) =>
        `${name} ${behaviours[each.kind]}: ${escapeText(each.subject)}, ${escapeCode(each.before)} → ${escapeCode(each.after)}`,
    ),
  ];
}

function bullets(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const shown = lines.slice(0, LINES_SHOWN).map((line) => `- ${line}`);
  if (lines.length > LINES_SHOWN) shown.push(`- …and ${lines.length - LINES_SHOWN} more in report.html`);
  return `${title}\n\n${shown.join('\n')}`;
}

import type { ClauseResult, Counts, Results, TargetResult, TargetVerdict } from '../../src/formats/results.ts';
import { skewText } from '../../src/judge/skew.ts';
import { seenIn } from '../../src/results/causes.ts';
import { groupBy } from '../../src/results/group.ts';
import { runsOf } from '../../src/results/history.ts';
import {
  type ClauseOutcome,
  medianLatency,
  OUTCOME_WORDS,
  outcomeOf,
  TARGET_WORDS,
} from '../../src/results/outcome.ts';
import type { Extras } from '../extras.ts';
import { partOf } from '../partial.ts';
import { count, duration, sentence, tally, visible } from '../words.ts';
import { comparison } from './marks.ts';
import { badge, clauseHref, h, icon, join, type Markup } from './markup.ts';
import { decidingObservation, type RankedCause, rankedCauses } from './model.ts';
import { trend } from './trend.ts';

/** Findings of a target shown at once; the others are folded. */
const CAUSES_SHOWN = 3;

/** Most findings of a target on the first screen; the table holds them all. */
const CAUSES_HELD = 12;

/** From this number of targets on, a ledger comes before their details. */
const LEDGER_FROM = 4;

const TOLD_IN_LEDGER: readonly ClauseOutcome[] = ['failed', 'not-judged', 'error'];

const COUNTED: readonly (readonly [keyof Counts, ClauseOutcome])[] = [
  ['pass', 'passed'],
  ['fail', 'failed'],
  ['warning', 'warned'],
  ['waived', 'waived'],
  ['advice', 'advised'],
  ['inconclusive', 'not-judged'],
  ['notExercised', 'not-exercised'],
  ['error', 'error'],
];

/** The first screen: target by target the verdict, the facts that differ, and what could not be judged. */
export function targetsSection(results: Results, extras: Extras): Markup {
  const targets = worstFirst(results.targets);
  return h`<section id="targets" aria-labelledby="targets-title"><h2 id="targets-title" class="vh" tabindex="-1">Targets</h2>${ledger(targets)}${targets.map((target, index) => targetRow(target, index, extras))}</section>`;
}

function worstFirst(targets: readonly TargetResult[]): TargetResult[] {
  const rank: readonly TargetVerdict[] = ['deviates', 'error', 'not-judged', 'conforms'];
  return [...targets].sort((a, b) => rank.indexOf(a.verdict) - rank.indexOf(b.verdict));
}

/** The details of many targets fill several screens, so the first screen holds a line for each. */
function ledger(targets: readonly TargetResult[]): Markup | null {
  if (targets.length < LEDGER_FROM) return null;
  return h`<nav class="ledger" aria-label="Targets">${targets.map(
    (target, index) =>
      h`<a href="#at-${index}">${icon(target.verdict)}<span><b>${visible(target.target)}</b><span class="quiet">${TARGET_WORDS[target.verdict]}${troubles(target)}</span></span></a>`,
  )}</nav>`;
}

function troubles({ counts }: TargetResult): string {
  return COUNTED.filter(([key, outcome]) => TOLD_IN_LEDGER.includes(outcome) && counts[key] > 0)
    .map(([key, outcome]) => `, ${counts[key]} ${OUTCOME_WORDS[outcome].toLowerCase()}`)
    .join('');
}

function targetRow(target: TargetResult, index: number, extras: Extras): Markup {
  const found = rankedCauses(target);
  const shown = found.slice(0, CAUSES_SHOWN);
  const folded = found.slice(CAUSES_SHOWN, CAUSES_HELD);

  return h`<article class="target v-${target.verdict}" id="at-${index}">
<div class="who"><p class="verdict s-${target.verdict}">${icon(target.verdict)}${TARGET_WORDS[target.verdict]}</p>
<h3>${visible(target.target)}</h3><p class="quiet">${visible(target.title)} · ${target.kind}</p><p class="quiet url">${join(
    visible(target.baseUrl)
      .split(/(?<=[/.])/)
      .map((part) => h`${part}`),
    h`<wbr>`,
  )}</p>
${trend(runsOf(extras.history ?? [], target.target), target.target)}</div>
<div class="sums">${sums(target)}</div>
<div class="details">${target.reason ? h`<p class="reason">${sentence(target.reason)}</p>` : null}
${found.length === 0 && target.reason === '' ? h`<p class="reason">Nothing differs from what is documented.</p>` : null}
${shown.length > 0 ? h`<ul class="findings">${shown.map((each) => causeItem(target, each))}</ul>` : null}
${folded.length > 0 ? h`<details class="more"><summary>${count(found.length - shown.length, 'more finding')}</summary><ul class="findings">${folded.map((each) => causeItem(target, each))}</ul>${allFindings(target, found.length)}</details>` : null}
${partial(target)}${notJudged(target)}${notes(target)}</div>
</article>`;
}

function allFindings(target: TargetResult, total: number): Markup | null {
  if (total <= CAUSES_HELD) return null;
  const asked = new URLSearchParams({ target: target.target });
  for (const outcome of ['failed', 'error', 'warned', 'waived'] satisfies ClauseOutcome[])
    asked.append('outcome', outcome);
  return h`<p class="all"><a href="#?${asked}">All ${total} findings of ${visible(target.target)}</a></p>`;
}

function causeItem(target: TargetResult, { clause, outcome, answers, others }: RankedCause): Markup {
  const seen = decidingObservation(clause);
  const also = others.map(
    ({ id }, index) =>
      h`${index > 0 ? ', ' : '; the same cause fails '}<a href="${clauseHref(id, target.target)}">${visible(id)}</a>`,
  );
  const spread = answers > 1 || others.length > 0 ? h`<p class="quiet">${seenIn(answers)}${also}</p>` : null;
  return h`<li class="fact">${badge(outcome)}<a href="${clauseHref(clause.id, target.target)}">${visible(clause.statement)}</a>${seen ? comparison(seen.documented, seen.received) : h`<p class="quiet">${visible(clause.reason)}</p>`}${spread}</li>`;
}

function partial(target: TargetResult): Markup | null {
  const part = partOf(target);
  if (part === null) return null;
  const links = part.clauses.map(
    (id, index) => h`${index > 0 ? ', ' : ''}<a href="${clauseHref(id, target.target)}">${visible(id)}</a>`,
  );
  return h`<details class="open-questions"><summary>${icon('not-exercised')}Partial: ${part.share}, ${count(part.clauses.length, 'clause')} left out</summary><p>${links}</p></details>`;
}

function notJudged(target: TargetResult): Markup | null {
  const open = target.clauses.filter((clause) => {
    const outcome = outcomeOf(clause);
    return outcome === 'not-judged' || (outcome === 'not-exercised' && clause.effect === 'fails');
  });
  // The contract says why these cannot be reached, so they are not open questions, and stay folded.
  const excused = target.clauses.filter((clause) => outcomeOf(clause) === 'not-exercised' && clause.effect !== 'fails');
  return h`${reasons(target, open, 'not-judged', 'could not be judged')}${reasons(target, excused, 'not-exercised', 'not exercised, for a reason')}`;
}

function reasons(
  target: TargetResult,
  list: readonly ClauseResult[],
  outcome: 'not-judged' | 'not-exercised',
  words: string,
): Markup | null {
  if (list.length === 0) return null;
  const isOpen = outcome === 'not-judged' && list.length <= CAUSES_SHOWN;
  return h`<details class="open-questions"${isOpen ? h` open` : null}><summary>${icon(outcome)}${count(list.length, 'clause')} ${words}</summary><ul>${[
    ...groupBy(list, (clause) => clause.reason),
  ].map(
    ([reason, clauses]) =>
      h`<li>${clauses.map((clause, index) => h`${index > 0 ? ', ' : ''}<a href="${clauseHref(clause.id, target.target)}">${visible(clause.statement)}</a>`)} <span class="quiet">${visible(reason)}</span></li>`,
  )}</ul></details>`;
}

function notes(target: TargetResult): Markup | null {
  const lines = [...(target.facts ?? []).map(({ statement }) => statement), ...target.notes];
  return lines.length === 0 ? null : h`<ul class="notes">${lines.map((line) => h`<li>${visible(line)}</li>`)}</ul>`;
}

function sums(target: TargetResult): Markup {
  const median = medianLatency(target);
  return h`${bar(target)}<p class="tally">${tally(target)}</p>
<ul class="counts">${COUNTED.filter(([key, outcome]) => outcome !== 'passed' && target.counts[key] > 0).map(
    ([key, outcome]) =>
      h`<li><a href="#?target=${encodeURIComponent(target.target)}&outcome=${outcome}">${icon(outcome)}<b>${target.counts[key]}</b> ${OUTCOME_WORDS[outcome].toLowerCase()}</a></li>`,
  )}</ul>
<p class="quiet">${count(target.requests, 'request')} in ${duration(target.durationMs)}${median === null ? null : h`<br> median answer ${duration(median)}`}${target.clockSkew === undefined ? null : h`<br> ${skewText(target.clockSkew)}`}</p>`;
}

function bar(target: TargetResult): Markup {
  const total = Math.max(1, target.clauses.length);
  let x = 0;
  const pieces = COUNTED.map(([key, outcome]) => {
    const width = (target.counts[key] / total) * 100;
    const piece = h`<rect class="s-${outcome}" x="${x.toFixed(2)}" width="${Math.max(0, width - 0.6).toFixed(2)}" height="6"/>`;
    x += width;
    return width > 0 ? piece : null;
  });
  return h`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">${pieces}</svg>`;
}

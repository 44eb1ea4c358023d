import type { ExchangeRecord } from '../../../src/formats/exchange-record.ts';
import { byOutcome, type ClauseOutcome, OUTCOME_WORDS, outcomeOf } from '../../../src/results/outcome.ts';
import { count, instant, sentence, standingText, visible } from '../../words.ts';
import { comparison } from '../marks.ts';
import { badge, clauseHref, h, icon, link, type Markup } from '../markup.ts';
import {
  type ClauseDetail,
  type ClauseHead,
  decidingObservation,
  type ProviderModel,
  type TargetDetail,
} from '../model.ts';
import { exchangeView } from './exchange.ts';

type Observed = ClauseDetail['observations'][number];

const EFFECTS: Readonly<Record<ClauseOutcome, string>> = {
  failed: 'This fails the run.',
  warned: 'A warning: the run does not fail for it.',
  waived: 'A known deviation: the run does not fail for it.',
  advised: 'Advice: it has no effect on the run.',
  error: 'The suite itself failed, so this shows nothing about the provider.',
  'not-judged': 'This shows nothing about the provider.',
  'not-exercised': 'No exchange of this run could show it.',
  passed: 'As documented.',
};

/** The target a clause is shown for when the address names none: the worst. */
export function worstTarget(provider: ProviderModel, clause: ClauseHead): string | undefined {
  return provider.targets
    .map(({ target }, at) => ({ target, outcome: clause.outcomes[at] ?? null }))
    .flatMap(({ target, outcome }) => (outcome === null ? [] : [{ target, outcome }]))
    .sort((a, b) => byOutcome(a.outcome, b.outcome))[0]?.target;
}

/** The findings before and after the one that is shown, in the order of the table. */
export interface Steps {
  previous: string | undefined;
  next: string | undefined;
  /** Such as `3 of 7`. */
  words: string;
}

/** A finding: what the source states, what this target did, and the exchanges that show it. */
export function findingView(
  provider: ProviderModel,
  clause: ClauseHead,
  detail: TargetDetail,
  steps: Steps | null,
): Markup {
  const result = detail.clauses[clause.id];
  return h`<div class="sheet"><header>
<p class="eyebrow">${visible(provider.title)} · ${clause.kind} · ${clause.level} · <code>${clause.id}</code></p>
<h2 id="finding-title" tabindex="-1">${visible(clause.statement)}</h2>
<p class="source">${link(clause.url, clause.sourceTitle)}<span>${visible(clause.at)}</span></p>
${stepLinks(steps)}<button type="button" class="close" data-close><svg class="i" aria-hidden="true"><use href="#i-close"/></svg><span class="vh">Close</span></button></header>
${tabs(provider, clause, detail.target)}
<div class="result">${result ? resultView(clause, result, detail) : h`<p>This target does not hold the clause.</p>`}</div></div>`;
}

function stepLinks(steps: Steps | null): Markup | null {
  if (steps === null) return null;
  const step = (id: string | undefined, words: string, sign: string): Markup =>
    id === undefined
      ? h`<span class="step" aria-hidden="true">${sign}</span>`
      : h`<a class="step" href="${clauseHref(id)}"><span class="vh">${words}</span><span aria-hidden="true">${sign}</span></a>`;
  return h`<nav class="steps" aria-label="Findings"><span class="quiet">${steps.words}</span>${step(steps.previous, 'Previous finding', '‹')}${step(steps.next, 'Next finding', '›')}</nav>`;
}

function tabs(provider: ProviderModel, clause: ClauseHead, current: string): Markup | null {
  const held = provider.targets.flatMap(({ target }, at) => {
    const outcome = clause.outcomes[at] ?? null;
    return outcome === null ? [] : [{ target, outcome }];
  });
  return h`<nav class="tabs" aria-label="Targets">${held.map(
    ({ target, outcome }) =>
      h`<a href="${clauseHref(clause.id, target)}"${target === current ? h` aria-current="true"` : null}>${icon(outcome)}${visible(target)}<span class="vh">: ${OUTCOME_WORDS[outcome]}</span></a>`,
  )}</nav>`;
}

function resultView(clause: ClauseHead, result: ClauseDetail, detail: TargetDetail): Markup {
  const outcome = outcomeOf(result);
  const decisive = decidingObservation(result);
  const bad = outcome === 'failed' || outcome === 'warned' || outcome === 'waived' || outcome === 'advised';
  return h`<p class="verdict-line">${badge(outcome)}<span>${result.reason ? `${sentence(result.reason)} ` : ''}${EFFECTS[outcome]}</span></p>
${bad && clause.impact ? h`<p class="impact"><b>Impact</b> ${visible(clause.impact)}</p>` : null}
${result.waiver ? h`<p class="waiver"><b>Waived</b> until ${visible(result.waiver.until)} by ${visible(result.waiver.owner)}: ${visible(result.waiver.reason)}</p>` : null}
${result.seen ? h`<p class="quiet">First seen failing <time datetime="${result.seen.first}">${instant(result.seen.first)}</time>, last seen <time datetime="${result.seen.last}">${instant(result.seen.last)}</time>.${result.standing && result.standing.of > 1 ? ` It fails ${standingText(result.standing)}.` : null}</p>` : null}
${observations(result.observations, decisive, detail)}`;
}

function observations(list: readonly Observed[], decisive: Observed | undefined, detail: TargetDetail): Markup | null {
  if (list.length === 0) return null;
  const isOnly = list.length === 1;
  const sorted = [...list].sort((a, b) => Number(b === decisive) - Number(a === decisive) || worse(a, b));
  return h`<h3 class="vh">${count(list.length, 'observation')}</h3>${sorted.map((seen) => observation(seen, list.indexOf(seen), seen === decisive, isOnly, detail.exchanges[seen.exchange]))}`;
}

const OBSERVED: Readonly<Record<Observed['verdict'], ClauseOutcome>> = {
  fail: 'failed',
  error: 'error',
  inconclusive: 'not-judged',
  pass: 'passed',
  inapplicable: 'not-exercised',
};

function worse(a: Observed, b: Observed): number {
  return byOutcome(OBSERVED[a.verdict], OBSERVED[b.verdict]);
}

function observation(
  seen: Observed,
  index: number,
  isOpen: boolean,
  isOnly: boolean,
  exchange: ExchangeRecord | undefined,
): Markup {
  const outcome = OBSERVED[seen.verdict];
  const words = seen.verdict === 'inapplicable' ? 'Inapplicable' : OUTCOME_WORDS[outcome];
  return h`<section class="obs"><h4>${isOnly ? null : badge(outcome, words)}<span>${visible(exchange?.title ?? seen.scenario)}</span><code class="quiet">${visible(seen.scenario)}</code></h4>
${comparison(seen.documented, seen.received)}
${seen.note ? h`<p class="note">${visible(seen.note)}</p>` : null}
${
  exchange
    ? h`<details class="evidence" data-observation="${index}"${isOpen ? h` open` : null}><summary>Exchange <code>${visible(exchange.id)}</code>${place(seen)}</summary>${isOpen ? exchangeView(exchange, seen) : null}</details>`
    : h`<p class="quiet">No exchange was made.</p>`
}</section>`;
}

function place(seen: Observed): Markup | null {
  if (seen.pointer) return h`, at <code>${visible(seen.pointer)}</code>`;
  return seen.header ? h`, header <code>${visible(seen.header)}</code>` : null;
}

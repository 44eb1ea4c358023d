import { OUTCOME_WORDS, OUTCOMES } from '../../src/results/outcome.ts';
import { visible } from '../words.ts';
import { h, icon, type Markup } from './markup.ts';
import type { PageModel } from './model.ts';

/** The controls over the table of all clauses; the outcomes among them are its legend as well. */
export function filterForm(model: PageModel): Markup {
  const clauses = model.providers.flatMap((provider) => provider.clauses);
  const levels = [...new Set(clauses.map((clause) => clause.level))];
  const sources = [...new Set(clauses.map((clause) => clause.sourceTitle))];
  const held = new Set(clauses.flatMap((clause) => clause.outcomes));
  return h`<form id="filters" class="panel filters" role="search" aria-label="Filter clauses">
<div class="row"><label class="search">Search<input type="search" name="search" placeholder="Statement, id, place, answer" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label>
${select(
  'provider',
  'Provider',
  'All providers',
  model.providers.map((each) => [each.provider, each.title] as const),
)}
${select(
  'target',
  'Target',
  'All targets',
  model.providers.flatMap((each) => each.targets.map(({ target }) => [target, target] as const)),
)}
${select(
  'level',
  'Level',
  'All levels',
  levels.map((level) => [level, level] as const),
)}
${select(
  'source',
  'Source',
  'All sources',
  sources.map((source) => [source, source] as const),
)}</div>
<fieldset class="row chips"><legend>Outcome</legend>${OUTCOMES.filter((outcome) => held.has(outcome)).map(
    (outcome) =>
      h`<label class="chip"><input type="checkbox" name="outcome" value="${outcome}"><span>${icon(outcome)}${OUTCOME_WORDS[outcome]}</span></label>`,
  )}</fieldset>
<div class="row end"><label class="check"><input type="checkbox" name="differs"> Only where environments differ</label>
${model.news.length > 0 ? h`<label class="check"><input type="checkbox" name="news"> Only newly failing or fixed</label>` : null}
<p id="count" role="status" aria-live="polite"></p><button type="reset">Clear filters</button></div></form>`;
}

function select(name: string, label: string, all: string, options: readonly (readonly [string, string])[]): Markup {
  return h`<label>${label}<select name="${name}"><option value="">${all}</option>${options.map(([value, words]) => h`<option value="${value}">${visible(words)}</option>`)}</select></label>`;
}

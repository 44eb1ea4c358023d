import { type ClauseOutcome, OUTCOME_WORDS } from '../../../src/results/outcome.ts';
import { visible } from '../../words.ts';
import { clauseHref, h, icon, type Markup } from '../markup.ts';
import type { ClauseHead, PageModel, ProviderModel } from '../model.ts';

/** From this number of environments on a cell shows the drawing alone, and its words are for screen readers. */
const DENSE_FROM = 7;

const KINDS: readonly (readonly [ClauseHead['kind'], string])[] = [
  ['promise', 'Promises: what an answer looks like'],
  ['demand', 'Demands: what a request must look like'],
];

/** One table per provider: its clauses down, its environments across. */
export function matrix(model: PageModel): Markup {
  const news = new Set(model.news);
  return h`${model.providers.map((provider, index) => table(provider, index, news))}<p class="panel none" id="none" hidden>No clause fits these filters.</p>`;
}

function table(provider: ProviderModel, index: number, news: ReadonlySet<string>): Markup {
  const dense = provider.targets.length >= DENSE_FROM ? ' dense' : '';
  return h`<div class="panel scroll${dense}" role="region" aria-labelledby="provider-${index}" data-provider="${provider.provider}">
<table class="matrix"><caption id="provider-${index}">${visible(provider.title)}</caption>
<thead><tr><th scope="col">Clause</th>${provider.targets.map(
    ({ target, environment }) => h`<th scope="col" data-target="${target}"><span>${visible(environment)}</span></th>`,
  )}</tr></thead>
${KINDS.map(([kind, words]) => body(provider, kind, words, news))}</table></div>`;
}

function body(
  provider: ProviderModel,
  kind: ClauseHead['kind'],
  words: string,
  news: ReadonlySet<string>,
): Markup | null {
  const clauses = provider.clauses.filter((clause) => clause.kind === kind);
  if (clauses.length === 0) return null;
  return h`<tbody><tr class="group"><th scope="rowgroup" colspan="${provider.targets.length + 1}">${words}</th></tr>${clauses.map((clause) => row(provider, clause, news))}</tbody>`;
}

function row(provider: ProviderModel, clause: ClauseHead, news: ReadonlySet<string>): Markup {
  return h`<tr data-clause="${clause.id}"><th scope="row"><a href="${clauseHref(clause.id)}" tabindex="-1">${visible(clause.statement)}</a><span class="quiet"><span>${clause.id}</span><span class="level">${clause.level}</span><span>${visible(clause.sourceTitle)}, ${visible(clause.at)}</span></span></th>${clause.outcomes.map(
    (outcome, at) => {
      const target = provider.targets[at]?.target ?? '';
      return cell(clause.id, target, outcome, news.has(`${clause.id}/${target}`));
    },
  )}</tr>`;
}

function cell(clause: string, target: string, outcome: ClauseOutcome | null, isNew: boolean): Markup {
  if (outcome === null) return h`<td data-target="${target}"><span class="vh">no such clause</span></td>`;
  return h`<td data-target="${target}"><a class="cell s-${outcome}" href="${clauseHref(clause, target)}" tabindex="-1">${icon(outcome)}<span>${OUTCOME_WORDS[outcome]}</span>${isNew ? h`<i class="new">${outcome === 'passed' ? 'fixed' : 'new'}</i>` : null}</a></td>`;
}

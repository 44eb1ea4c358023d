import type { ClauseOutcome } from '../../../src/results/outcome.ts';
import type { ClauseHead, PageModel, ProviderModel } from '../model.ts';

/** What the reader asked to see; empty text and empty set mean everything. */
export interface Filters {
  search: string;
  provider: string;
  target: string;
  level: string;
  source: string;
  outcome: ReadonlySet<string>;
  differs: boolean;
  news: boolean;
}

/** Clauses that pass the filters, by id, and how many results they hold. */
export interface Shown {
  clauses: ReadonlySet<string>;
  results: number;
  total: number;
}

const TEXTS = ['search', 'provider', 'target', 'level', 'source'] as const;

/** Reads filters from the fields of the form, or from an address written by formatFilters. */
export function parseFilters(fields: URLSearchParams | FormData): Filters {
  const text = (name: string): string => String(fields.get(name) ?? '').trim();
  const [search, provider, target, level, source] = TEXTS.map(text) as [string, string, string, string, string];
  const outcome = new Set(fields.getAll('outcome').map(String));
  return { search, provider, target, level, source, outcome, differs: fields.has('differs'), news: fields.has('news') };
}

/** Writes filters as the part of an address after `#?`; empty when nothing is filtered. */
export function formatFilters(filters: Filters): string {
  const fields = new URLSearchParams();
  for (const name of TEXTS) if (filters[name]) fields.set(name, filters[name]);
  for (const outcome of filters.outcome) fields.append('outcome', outcome);
  if (filters.differs) fields.set('differs', 'on');
  if (filters.news) fields.set('news', 'on');
  return fields.toString();
}

/** Applies filters to every clause. */
export function applyFilters(model: PageModel, filters: Filters): Shown {
  const news = new Set(model.news);
  const words = filters.search.toLowerCase().split(/\s+/).filter(Boolean);
  const clauses = new Set<string>();
  let results = 0;
  let total = 0;
  for (const provider of model.providers) {
    for (const clause of provider.clauses) {
      total += 1;
      const fits = headFits(provider, clause, filters, words) ? fittingResults(provider, clause, filters, news) : 0;
      if (fits > 0) clauses.add(clause.id);
      results += fits;
    }
  }
  return { clauses, results, total };
}

function headFits(provider: ProviderModel, clause: ClauseHead, filters: Filters, words: readonly string[]): boolean {
  const text = `${clause.id} ${clause.statement} ${clause.at} ${clause.sourceTitle} ${clause.found}`.toLowerCase();
  return (
    (filters.provider === '' || provider.provider === filters.provider) &&
    (filters.level === '' || clause.level === filters.level) &&
    (filters.source === '' || clause.sourceTitle === filters.source) &&
    (!filters.differs || new Set(clause.outcomes.filter((outcome) => outcome !== null)).size > 1) &&
    words.every((word) => text.includes(word))
  );
}

function fittingResults(
  provider: ProviderModel,
  clause: ClauseHead,
  filters: Filters,
  news: ReadonlySet<string>,
): number {
  return clause.outcomes.filter((outcome, at) => {
    const target = provider.targets[at]?.target ?? '';
    return (
      outcome !== null &&
      (filters.target === '' || target === filters.target) &&
      hasOutcome(filters.outcome, outcome) &&
      (!filters.news || news.has(`${clause.id}/${target}`))
    );
  }).length;
}

function hasOutcome(asked: ReadonlySet<string>, outcome: ClauseOutcome): boolean {
  return asked.size === 0 || asked.has(outcome);
}

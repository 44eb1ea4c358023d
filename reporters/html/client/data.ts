import type { ClauseHead, PageModel, ProviderModel, TargetDetail } from '../model.ts';

const details = new Map<string, TargetDetail>();
const targetNames = read<string[]>('target-names');

/** What the table and the filters show. */
export const model = read<PageModel>('model');

/** The findings of one target, parsed when they are first asked for. */
export function detailOf(target: string): TargetDetail | undefined {
  const index = targetNames.indexOf(target);
  if (index >= 0 && !details.has(target)) details.set(target, read<TargetDetail>(`target-${index}`));
  return details.get(target);
}

/** Finds a clause and the provider it belongs to. */
export function findClause(id: string): { provider: ProviderModel; clause: ClauseHead } | undefined {
  for (const provider of model.providers) {
    const clause = provider.clauses.find((each) => each.id === id);
    if (clause) return { provider, clause };
  }
  return undefined;
}

/** An element that every report page has. */
export function element<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`report: the page lacks #${id}`);
  return found as T;
}

function read<T>(id: string): T {
  return JSON.parse(element(id).textContent ?? 'null') as T;
}

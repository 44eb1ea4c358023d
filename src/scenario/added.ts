/** What mechanisms add to the body and the query of a request, where every way to change these finds it. */
import { mechanisms } from './auth/index.ts';
import type { AuthDraft, SealContext } from './auth/mechanism.ts';
import type { RequestDraft } from './draft.ts';

type Added = Pick<RequestDraft, 'fields' | 'query' | 'prelude'>;

function addedBy(auth: readonly AuthDraft[], context: SealContext): Added {
  const all = auth.flatMap((one) => mechanisms[one.spec.mechanism]?.fields?.(one, context) ?? []);
  return {
    fields: all.flatMap(({ fields }) => fields),
    query: all.flatMap(({ parameters = [] }) => parameters),
    prelude: all.flatMap(({ prelude }) => prelude),
  };
}

const withAdded = (draft: RequestDraft, { fields, query, prelude }: Added): RequestDraft => ({
  ...draft,
  fields: [...draft.fields, ...fields],
  query: [...draft.query, ...query],
  prelude: [...draft.prelude, ...prelude],
});

/**
 * Changes a good request that holds what its mechanisms add. Where the change is to a mechanism, what that adds otherwise
 * takes the place of what it added.
 */
export function changedWithAdded(
  good: RequestDraft,
  context: SealContext,
  change: (draft: RequestDraft) => RequestDraft,
): RequestDraft {
  const added = addedBy(good.auth, context);
  if (added.fields.length + added.query.length === 0) return change(good);
  const draft = change(withAdded(good, added));
  const isSame = draft.auth.length === good.auth.length && draft.auth.every(({ way }) => way === null);
  if (isSame) return draft;
  const fields = added.fields.map(([name]) => name);
  const parameters = added.query.map(([name]) => name.value);
  const bare: RequestDraft = {
    ...draft,
    fields: draft.fields.filter(([name]) => !fields.includes(name)),
    query: draft.query.filter(([name]) => !parameters.includes(name.value)),
    prelude: draft.prelude.filter((line) => !added.prelude.includes(line)),
  };
  return withAdded(bare, addedBy(draft.auth, context));
}

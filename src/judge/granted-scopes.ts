/** The scope that an answer grants. */
import { atPointer } from '../formats/json.ts';
import type { Evidence } from './checks/check.ts';

/** Several checks ask for the scope of one answer, which may hold a hundred thousand. */
const known = new WeakMap<Evidence, string[] | null>();

/** The scope an answer grants, item by item; null when it names none. */
export function grantedScopes(evidence: Evidence): string[] | null {
  const before = known.get(evidence);
  if (before !== undefined) return before;
  const { json, contract } = evidence;
  const scope = contract.token.scope === undefined ? undefined : atPointer(json, contract.token.scope);
  const scopes = typeof scope === 'string' ? [...new Set(scope.split(' '))].filter((item) => item !== '') : null;
  known.set(evidence, scopes);
  return scopes;
}

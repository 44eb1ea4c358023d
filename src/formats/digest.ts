/** Hashes by which results say what they belong to, and whether they are whole. */
import type { ClauseResult, Results } from './results.ts';
import { sha256Of } from './sha256.ts';

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** SHA-256, hexadecimal, of a value as JSON with the members of every object in order. @throws RangeError beyond any sane depth. */
export function hashOf(value: unknown): string {
  return sha256Of(JSON.stringify(value, sorted) ?? '');
}

/** What results.json says of a clause that comes from its contract. */
export type ClauseHead = Pick<
  ClauseResult,
  'id' | 'kind' | 'statement' | 'level' | 'source' | 'sourceTitle' | 'named' | 'at' | 'url' | 'impact'
>;

/** The hash of a contract: of its clauses as results.json shows them, and of all that they are judged by. */
export function contractHashOf(clauses: readonly ClauseHead[], judgedByHash: string): string {
  const heads = clauses.map(({ id, kind, statement, level, source, sourceTitle, named, at, url, impact }) => ({
    ...{ id, kind, statement, level, source, sourceTitle, named, at, url, impact },
  }));
  return hashOf([heads, judgedByHash]);
}

/** The digest of results: over everything they hold but the digest itself. */
export function digestOf({ digest: _digest, ...content }: Results): string {
  return `sha256:${hashOf(content)}`;
}

/** Results with their digest. */
export function sealed(results: Results): Results {
  return { ...results, digest: digestOf(results) };
}

/**
 * Why results are not as they were written; null when they are, or when a version that wrote no digest wrote them.
 * @throws RangeError where they are nested beyond any sane depth.
 */
export function whyDamaged(results: Results): string | null {
  const { digest, run, targets } = results;
  if (digest !== undefined)
    return digest === digestOf(results) ? null : 'its digest is not that of its content: it was damaged or edited';
  const later = run !== undefined || targets.some(({ control, contractHash }) => control ?? contractHash);
  return later ? 'its digest is missing: it was damaged or edited' : null;
}

import { distance } from 'fastest-levenshtein';

/** Most letters by which a misspelt name differs: two in a short one. */
const most = (name: string): number => Math.max(2, Math.floor(name.length / 4));

/** Whether a name is the beginning of a known one, and not of a much longer one. */
const isBegun = (written: string, known: string): boolean =>
  known.startsWith(written) && written.length >= 3 && known.length <= 2 * written.length;

/** `; did you mean "most"?` where a known name is similar to the written one; empty where none is. */
export function didYouMean(written: string, known: readonly string[]): string {
  const lower = written.toLowerCase();
  const [nearest] = known
    .map((name) => ({ name, apart: distance(lower, name.toLowerCase()) }))
    .filter(
      ({ name, apart }) => isBegun(lower, name.toLowerCase()) || (apart <= most(written) && apart < written.length),
    )
    .sort((a, b) => a.apart - b.apart);
  return nearest ? `; did you mean "${nearest.name}"?` : '';
}

/** Whether a name differs so little from a known one that it can only be a slip: in every third letter at most. */
export function isNearly(written: string, known: string): boolean {
  const bare = known.replace(/^x-/, '');
  const apart = distance(written.toLowerCase(), known.toLowerCase());
  return written !== known && apart <= Math.max(1, Math.floor(bare.length / 3));
}

/**
 * The known name that differs from a written one by one slip: one letter more, less or other, or two swapped. Null for
 * a known name, in any letter case, and for a name that is similar to none.
 */
export function slipOf(written: string, known: readonly string[]): string | null {
  const letters = (name: string): string => [...name.toLowerCase()].sort().join('');
  const apart = (name: string): number => distance(written.toLowerCase(), name.toLowerCase());
  if (known.some((name) => apart(name) === 0)) return null;
  const near = (name: string): boolean =>
    apart(name) === 1 || (apart(name) === 2 && letters(name) === letters(written));
  return known.find(near) ?? null;
}

import { distance } from 'fastest-levenshtein';

/** Most letters by which a misspelt name differs: two in a short one. */
const most = (name: string): number => Math.max(2, Math.floor(name.length / 4));

/** `; did you mean "most"?` where a known name is near the one that was written; empty where none is. */
export function didYouMean(written: string, known: readonly string[]): string {
  const lower = written.toLowerCase();
  const [nearest] = known
    .map((name) => ({ name, apart: distance(lower, name.toLowerCase()) }))
    .filter(({ apart }) => apart <= most(written) && apart < written.length)
    .sort((a, b) => a.apart - b.apart);
  return nearest ? `; did you mean "${nearest.name}"?` : '';
}

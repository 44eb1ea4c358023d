/** Lists of values that are marked as code, as words about a field have them. */
import { word } from '../../vocabulary/word.ts';

/** One such value. */
export const marked = '`[^`\\s]{1,60}`';

/** Several of them with a word for a choice before the last: `a`, `b` or `c`, each between the marks of code. */
export const markedChoice = `${marked}(?:\\s*,\\s*${marked}){0,40},?\\s+${word.or}\\s+${marked}`;

/** The values of a list, without their marks. */
export const namesIn = (listed: string): string[] => [...listed.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one);

/** The sentences and clauses of words; a point behind a word that is cut short ends none. */
export const clausesOf = (words: string): string[] => words.split(/(?<!\b(?:e\.g|i\.e|mis|cth))[.;](?:\s+|$)|\n+/i);

/** Rows of tables that strike their name through and say that it is gone: they are about that field all the same. */
import { typeOf } from '../values/attributes.ts';
import { withdrawnBy } from '../words/withdrawn.ts';
import { saysRequired } from '../words/words.ts';

/** A name, and no word for a type or for presence. */
const isName = (text: string): boolean =>
  /^[A-Za-z_$][\w$.[\]-]*$/.test(text) && saysRequired(text) === null && typeOf(text) === null;

/**
 * The cells of a row with the struck name in its place, where the words beside it take that field out of the request.
 * @param struckIn the words of a cell with those that are struck through
 */
export function withStruckName(cells: string[], struckIn: (at: number) => string): string[] {
  if (!cells.includes('') || cells.every((cell) => withdrawnBy(cell) === null)) return cells;
  const at = cells.findIndex((cell, index) => cell === '' && isName(struckIn(index)));
  return at < 0 ? cells : cells.with(at, struckIn(at));
}

/** A text without its escapes, kept for the next who asks: its words are read first, and then its secrets searched. */
import { traitsOf } from './traits.ts';
import { releaseView, unescaped } from './unescape.ts';
import { type View, viewOf } from './view.ts';

/** A text as a view, its traits, and the view with every escape undone. */
export interface Plain {
  text: string;
  view: View;
  signs: number;
  plain: View;
}

/** Texts of so many characters or more do not make room for shorter ones: between the two are the headers of an answer. */
const leastLong = 1 << 12;
const last: { short: Plain | null; long: Plain | null } = { short: null, long: null };

/** The view of a text without escapes, valid until the next text of its kind is read. */
export function plainOf(text: string): Plain {
  const kind = text.length < leastLong ? 'short' : 'long';
  const before = last[kind];
  if (before?.text === text) return before;
  if (before) releaseView(before.plain);
  last[kind] = null;
  const view = viewOf(text);
  const signs = traitsOf(view);
  const read = { text, view, signs, plain: unescaped(view, false, signs) };
  last[kind] = read;
  return read;
}

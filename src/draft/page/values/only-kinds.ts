/** The kind of all characters of a text, as words say it without their number. */
import type { Schema } from '../../../formats/json.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { formIn, kinds, otherCharacters, piecesOf } from './value-forms.ts';
import { isPlaceholder } from './values.ts';

/** Pieces of words that are nothing but the kind of all characters, each with the class of them. */
const numerals = oneOf('digits', 'numbers', 'numerals', 'numeric(?: characters)?', 'angka');
const onlyKinds: readonly (readonly [RegExp, string])[] = [
  [numerals, '[0-9]'] as const,
  ...kinds.slice(1),
  ['(?:alphanumeric|alfanumerik)(?: characters)?', '[A-Za-z0-9]'] as const,
].map(([words, characters]) => [
  pattern`^${oneOf(`${word.only} (?:the )?(?:${words})`, `(?:${words}) (?:only|saja)`, `(?:all|semua) (?:${words})`)}\.?$`,
  characters,
]);

/** The pattern of a text that words say is of one kind of characters alone; empty where they do not, or the page shows another value. */
export function onlyKindIn(words: string, shown: string): Schema {
  if (!ofKinds.test(words)) return {};
  const pieces = piecesOf(words);
  const [, characters] = onlyKinds.find(([form]) => pieces.some((piece) => form.test(piece))) ?? [];
  if (characters === undefined) return {};
  if (characters !== '[0-9]' && pieces.some((piece) => otherCharacters.test(piece))) return {};
  const isShown = shown === '' || isPlaceholder(shown) || RegExp(`^${characters}+$`).test(shown);
  return isShown ? { pattern: `^${characters}+$` } : {};
}
const ofKinds = /digit|num|angka|hex/i;

/** Letters and digits as the kind of characters of a text, in a piece that does not say whether there are others; null without one. */
export function kindAlone(words: string): string | null {
  if (!ofKinds.test(words) || 'pattern' in onlyKindIn(words, '') || 'pattern' in formIn(words, '')) return null;
  return piecesOf(words).find((piece) => mixed.test(piece)) ?? null;
}
const mixed = pattern`^(?:${kinds
  .slice(2)
  .map(([words]) => words)
  .join('|')})$`;

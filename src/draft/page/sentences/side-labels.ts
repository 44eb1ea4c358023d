/** What a label announces beside a value, by its own words and by the side that the heading above it names. */
import { pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { type Context, contextOf, unknownIn } from '../blocks/heading-words.ts';
import { type Label, labelOf } from '../words/label-words.ts';

/** What a side of the exchange announces before a media type, as `Answer: application/json` does. */
function sideLabel(words: string, value: string): Label | undefined {
  if (!/^\w+\/[\w.+-]+(?:\s*;.*)?$/.test(value)) return undefined;
  const { side, error } = contextOf(words);
  if (side === null || error || unknownIn(words).length > 0) return undefined;
  return side === 'request' ? 'media type' : 'answer media type';
}

const ofRequest = pattern`\b(?:${word.request}|consumes)\b`;

/** What a label announces; below the heading of an answer a media type is that of the answer, unless it names the request. */
export function labelBeside(words: string, value: string, above: Context['side']): Label | undefined {
  const label = labelOf(words) ?? sideLabel(words, value);
  return label === 'media type' && above === 'response' && !ofRequest.test(words) ? 'answer media type' : label;
}

/** Words about a field without the values that a list gives to it. */
import type { Json } from '../../formats/json.ts';

/** Words without the values that they list: none of these says for whom a field is. */
export function withoutValues(words: string, values: Json | undefined): string {
  if (!Array.isArray(values)) return words;
  const isValue = (text: string): boolean => values.includes(text.replaceAll('`', '').trim());
  return values
    .reduce((text: string, one) => text.replaceAll(`\`${String(one)}\``, ' '), words)
    .split(/([,;]|\b(?:or|atau)\b)/)
    .filter((piece) => !isValue(piece))
    .join('');
}

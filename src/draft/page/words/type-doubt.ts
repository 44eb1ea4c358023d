/** Words beside a field that name another type than its own. */
import { sentences } from './doubts.ts';

/** Words for the types of JSON that are hardly used for anything else. */
const typeWords: readonly (readonly [RegExp, string])[] = [
  [/\b(?:string|varchar|teks)\b(?! (?:to|yang|representing))/i, 'string'],
  [/\b(?:integer|int|numeric|numerik|decimal)\b/i, 'number'],
  [/\b(?:boolean|bool)\b/i, 'boolean'],
  [/\b(?:array|larik)\b/i, 'array'],
];

/** The first sentence that names other types than the one of a field; what is numeric may be text all the same. */
export function typeDoubt(words: string, type: unknown): string | null {
  // What is said of a list may be said of its items.
  if (typeof type !== 'string' || type === 'array') return null;
  const own = type === 'integer' ? 'number' : type;
  const isOther = (sentence: string): boolean => {
    const named = typeWords.flatMap(([word, one]) => (word.test(sentence) ? [one] : []));
    return named.length > 0 && !named.includes(own) && !(own === 'string' && named.every((one) => one === 'number'));
  };
  return sentences(words).find(isOther) ?? null;
}

/** What stands behind an address: the method and the form of the body, as `(POST, JSON)` has them. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** The words that give a form, with the media type of each. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/^(?:json|application\/json)$/i, 'application/json'],
  [
    /^(?:form-?urlencoded|x-www-form-urlencoded|application\/x-www-form-urlencoded)$/i,
    'application/x-www-form-urlencoded',
  ],
];

/** Words beside these that say nothing else. */
const small = pattern`^${oneOf(
  ...[word.with, word.in, word.the, 'via', 'as', 'melalui', 'sebagai'],
  ...[word.request, word.body, 'https?', 'rest', 'method', 'metode', 'content-type'],
)}$`;

/** What was found behind an address. */
export interface Behind {
  method?: string;
  mediaType?: string;
}

/** The method and the media type in words behind an address; nothing where any of the words is not understood. */
export function behindAddress(rest: string): Behind {
  const [, inner = ''] =
    /^\s*(?:\(([^()]{3,60})\)|\[([^[\]]{3,60})\]|[,;–—-]\s?([^()]{3,60}))\s*[.:]?\s*$/
      .exec(rest)
      ?.filter((one) => one !== undefined) ?? [];
  const words = inner.split(/[\s,;:·|+&]+|(?<=\b(?:GET|POST|PUT|PATCH|DELETE))\//).filter((word) => word !== '');
  const methods = words.filter((word) => /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(word));
  const types = new Set(words.flatMap((word) => forms.flatMap(([form, type]) => (form.test(word) ? [type] : []))));
  const isKnown = (word: string): boolean =>
    methods.includes(word) || small.test(word) || forms.some(([form]) => form.test(word));
  if (!words.every(isKnown) || methods.length > 1 || types.size > 1) return {};
  const [method] = methods;
  const [mediaType] = types;
  return { ...(method === undefined ? {} : { method }), ...(mediaType === undefined ? {} : { mediaType }) };
}

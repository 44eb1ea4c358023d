/** What words about a field call its only value, in English and Indonesian. */

/** Words that announce the only value, in English and Indonesian. */
const announces =
  /\b(always|only|fixed|must be|has to be|needs to be|must equal|must contain|set|set to|should be|shall be|constant|static|equals?|filled|fill|filled with|fill with|use the value|use value|selalu|harus|hanya|tetap|diisi|diisi dengan|isi dengan|bernilai|wajib diisi|value)$/i;
const announcedAfter = /^(always|only|constant|selalu|saja|tetap)\b/i;
const weakens =
  /\b(such as|e\.g\.?|eg|example|for instance|like|or|either|default|one of|any of|misal(nya)?|contoh|atau|not|never|without|depends?|if|when|unless|jika|bila|apabila)\b/i;
const between =
  /^[\s:="'`“”‘’(]*(?:the\s|a\s|an\s|with\s|to\s|as\s|dengan\s|nilai\s|value\s|string\s|literal\s|text\s)*["'`“”‘’(]*$/i;

const purpose = /^["'`”’)\s]*(to|for|untuk|agar)\b/i;
/** A value that the page marks as code. */
const literal = /`[^`]+`/g;

/** Words without the marks around them. */
export const bare = (words: string): string => words.trim().replace(/^["'`“‘(]+|["'`”’).]+$/g, '');

/** The value that words call the only one, given one the page shows; null where they do not. */
function announced(words: string, value: string): boolean {
  if (!/[a-z]/i.test(value) || /^(true|false|null|yes|no)$/i.test(value)) return false;
  if (bare(words) === value) return true;
  for (let at = words.indexOf(value); at >= 0; at = words.indexOf(value, at + 1)) {
    const before = words.slice(0, at);
    const after = words.slice(at + value.length);
    if (/[\w-]$/.test(before) || /^[\w-]/.test(after)) continue;
    const sentence = (before.split(/[.;]\s/).at(-1) ?? '') + value + (after.split(/[.;](\s|$)/)[0] ?? '');
    // Two values written as such are a choice, and `set to X to …` is one as well.
    if (weakens.test(sentence) || (sentence.match(literal) ?? []).length > 1 || purpose.test(after)) continue;
    const lead = before
      .replace(/["'`“”‘’(:=\s]+$/, '')
      .replace(/\s+(the|a|an|with|to|as|dengan|nilai|value|string|literal|text)$/i, '');
    if (announces.test(lead) && between.test(before.slice(lead.length))) return true;
    if (announces.test(before.replace(/["'`“”‘’(:=\s]+$/, ''))) return true;
    if (announcedAfter.test(after.replace(/^["'`”’),\s]+/, ''))) return true;
  }
  return false;
}

/** Words that are written as a value: in quotes, or with an underscore, as `client_credentials` and `API_USER`. */
const written = /["'`“‘]([A-Za-z][\w:./-]*)["'`”’]|\b([A-Za-z]+(?:_[A-Za-z]+)+)\b/g;

/** Words that end with a value behind a colon, as `Fixed value: WEB`. */
const colon = /\b(?:fixed|constant|nilai tetap)(?: value)?\s*[:=]\s*([A-Za-z][\w-]*)\s*\.?$/i;

/**
 * The value that the words about a field call its only one: one that a sample shows too, or one written as a value.
 * @param shown values that the page shows elsewhere
 */
export function onlyValue(words: string, shown: string[]): string | null {
  const seen = shown.find((value) => value.length > 1 && !value.includes(' ') && announced(words, value));
  if (seen !== undefined) return seen;
  const [, fixed] = colon.exec(words) ?? [];
  if (fixed !== undefined && !weakens.test(words)) return fixed;
  for (const [whole, quoted, plain] of words.matchAll(written)) {
    const value = quoted ?? plain ?? '';
    if (
      /\b(from|of|you|your|received|issued|given|obtained|header|field|parameter|claim)\b/i.test(
        words.slice(words.indexOf(whole) + whole.length, words.indexOf(whole) + whole.length + 24),
      )
    )
      continue;
    // Words that are the value alone may as well be an example of it.
    if (value.length > 1 && bare(words) !== value && announced(words, value)) return value;
  }
  return null;
}

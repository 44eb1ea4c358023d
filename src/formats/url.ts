/**
 * Whether a text is a URL, or with a base a reference that resolves. `URL.canParse` is not used: once V8 has compiled it, Node.js
 * 20 answers false for every text with a letter such as ö.
 */
export function isUrl(text: string, base?: string): boolean {
  // A fault costs a hundred times as much as a look, and most texts that are asked for have no scheme.
  if (base === undefined && !text.includes(':')) return false;
  try {
    new URL(text, base);
    return true;
  } catch {
    return false;
  }
}

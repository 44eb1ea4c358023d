/**
 * The code points that a reader does not see as what they are, for a class of a regular expression with the flag `v`: controls,
 * bidirectional marks, lone surrogates, all that Unicode says to draw nothing for, and what looks like the space of ASCII:
 * other spaces but those of ordinary texts (without a break, ideographic), and the blanks of other scripts.
 */
export const unseen: string = [
  String.raw`\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}`,
  String.raw`[\p{Zs}--[ \u00a0\u202f\u3000]]`,
  // Braille, music and hieroglyphs.
  String.raw`\u2800\u{1D159}\u{13441}\u{13442}`,
].join('');
const HIDDEN = new RegExp(`[${unseen}]`, 'gv');

/**
 * The first character of what a CI runner executes as a command when a line of a log holds it: `::name`
 * at the start of a line (GitHub; after any blank too, to be safe), `##[name]` and `##vso[name]` anywhere (GitHub, Azure).
 */
const COMMAND = /(?<=^[^\S\n]*):(?=:)|(?<=\s):(?=:[A-Za-z])|#(?=#[\w-]*\[)/gmu;

/** The printable characters of ASCII, line ends and tabs: most texts are of nothing else. */
const plain = /^[\t\n -~]*$/;

/** Makes every hidden code point visible as an escape, so that hostile text cannot pose as another. */
export function visible(text: string): string {
  return text.replace(HIDDEN, escapePoint);
}

/** Makes hidden code points visible in a text of several lines; line ends and tabs stay. */
export function visibleLines(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replaceAll('\r\n', '\n')
    .replace(HIDDEN, (point) => (point === '\n' || point === '\t' ? point : escapePoint(point)));
}

/** A text of several lines that is safe in a log: nothing in it moves a cursor, hides text, or commands a CI runner. */
export function harmless(text: string): string {
  return visibleLines(text).replace(COMMAND, escapePoint);
}

function escapePoint(point: string): string {
  const hex = (point.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

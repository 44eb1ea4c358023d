/** Code points that hide, reorder or break text: controls, bidirectional marks, zero-width and lone surrogates. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * The first character of what a CI runner executes as a command when a line of a log holds it: `::name`
 * at the start of a line (GitHub; after any blank too, to be safe), `##[name]` and `##vso[name]` anywhere (GitHub, Azure).
 */
const COMMAND = /(?<=^[^\S\n]*):(?=:)|(?<=\s):(?=:[A-Za-z])|#(?=#[\w-]*\[)/gmu;

/** Makes every hidden code point visible as an escape, so that hostile text cannot pose as another. */
export function visible(text: string): string {
  return text.replace(HIDDEN, escapePoint);
}

/** Makes hidden code points visible in a text of several lines; line ends and tabs stay. */
export function visibleLines(text: string): string {
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

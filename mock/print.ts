/** What moves a cursor, hides or reorders text, and what the runner of a CI takes for a command in a line of its log. */
const acting =
  /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u1680\u2000-\u200a\u205f\u2800\u{1D159}]|(?<=^[^\S\n]*):(?=:)|(?<=\s):(?=:[A-Za-z])|#(?=#[\w-]*\[)/gmu;

function shown(text: string): string {
  return text.replace(acting, (point) => `\\u{${(point.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
}

/** Prints a text and a line end to standard output; what would act upon a terminal is shown instead. */
export function print(text: string): void {
  process.stdout.write(`${shown(text)}\n`);
}

/** Prints a text and a line end to standard error; what would act upon a terminal is shown instead. */
export function printError(text: string): void {
  process.stderr.write(`${shown(text)}\n`);
}

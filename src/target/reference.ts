const reference = /^\$([A-Za-z_][A-Za-z0-9_]*)$/;

/** The variable that a value of an environment file refers to, `$NAME`; null where the value stands there itself. */
export function variableIn(value: string): string | null {
  return reference.exec(value)?.[1] ?? null;
}

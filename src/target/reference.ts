const reference = /^\$([A-Za-z_][A-Za-z0-9_]*)$/;

/** The variable to which a value of an environment file refers, `$NAME`; null where the value is given directly. */
export function variableIn(value: string): string | null {
  return reference.exec(value)?.[1] ?? null;
}

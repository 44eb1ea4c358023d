import { isKeyLike } from '../wire/clear/guess.ts';

const reference = /^\$([A-Za-z_][A-Za-z0-9_]*)$/;

/** The variable to which a value of an environment file refers, `$NAME`; null where the value is given directly. */
export function variableIn(value: string): string | null {
  return reference.exec(value)?.[1] ?? null;
}

/** The variables to which settings refer, however deep. */
export function variablesOf(settings: unknown): string[] {
  if (typeof settings === 'string') return [variableIn(settings) ?? []].flat();
  return typeof settings === 'object' && settings !== null ? Object.values(settings).flatMap(variablesOf) : [];
}

/** The name of a variable as messages show it; null where it may be a secret that begins with `$`. */
export function shownVariable(name: string): string | null {
  return /^(?:[A-Z][A-Z0-9_]*|[a-z][a-z_]*\d?|[a-z]+(?:[A-Z][a-z]+)+\d?)$/.test(name) && !isKeyLike(name) ? name : null;
}

/**
 * What a target lacks whose variable is not set. The name is shown where it is one as people choose it, in capitals
 * (POSIX, XBD 8.1), in small letters or as words joined by capitals: a secret that begins with `$` is taken for the name of
 * a variable too.
 */
export function missingVariable(name: string): string {
  if (shownVariable(name) !== null) return `the variable ${name}; set it in the shell or in .env`;
  return (
    `a variable that is not set, whose name of ${name.length} characters may be a secret that begins with $ and is not shown; ` +
    'set it in the shell or in .env, or keep the secret in a variable of another name'
  );
}

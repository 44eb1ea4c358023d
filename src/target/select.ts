import { basename } from 'node:path';
import { InputError } from '../contract/problems.ts';
import type { Contract } from '../contract/types.ts';
import { type Environment, environmentNames, loadEnvironment } from './environment.ts';
import { targetName } from './target.ts';

/** One provider of an environment, its secrets not yet read. */
export interface Selected {
  environment: Environment;
  contract: Contract;
}

/** Whether a name fits a pattern with `*` for any text, in any letter case, as in Playwright's --project. */
function fitsGlob(name: string, pattern: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`, 'i').test(name);
}

/**
 * The targets that patterns name: `finnet@dev`, `*@dev`; without `@`, of the environment TARGET_ENV; none for all of that.
 * @throws InputError when an environment does not load, or a pattern names nothing.
 */
export function selectTargets(
  patterns: string[],
  contracts: Record<string, Contract>,
  variables: Record<string, string | undefined>,
): Selected[] {
  const current = variables['TARGET_ENV'] || 'mock';
  const currentName = basename(current).replace(/\.ya?ml$/, '');
  const places = new Map([...environmentNames().map((name) => [name, name] as const), [currentName, current]]);
  const complete = patterns.length === 0 ? ['*'] : patterns;
  const loaded = new Map<string, Environment>();
  const wanted = complete.map((pattern) => (pattern.includes('@') ? pattern : targetName(pattern, currentName)));
  for (const [name, place] of places) {
    const asked = wanted.some((pattern) => fitsGlob(name, pattern.slice(pattern.lastIndexOf('@') + 1)));
    if (asked) loaded.set(name, loadEnvironment(place, contracts));
  }
  const all = [...loaded].flatMap(([name, environment]) =>
    Object.keys(environment.providers).flatMap((provider) => {
      const contract = contracts[provider];
      return contract ? [{ name: targetName(provider, name), selected: { environment, contract } }] : [];
    }),
  );
  const unknown = wanted.filter((pattern) => !all.some(({ name }) => fitsGlob(name, pattern)));
  if (unknown.length > 0)
    throw new InputError(
      'There is no such target:',
      unknown.map((pattern) => {
        const known = all.map(({ name }) => name).join(', ');
        const environments = [...places.keys()].join(', ');
        return `${pattern}; ${known === '' ? `environments are ${environments}` : `there is ${known}`}`;
      }),
    );
  return all.filter(({ name }) => wanted.some((pattern) => fitsGlob(name, pattern))).map(({ selected }) => selected);
}

import type { Way } from '../ways/way.ts';
import { again } from './again.ts';
import { around } from './around.ts';
import type { Family } from './family.ts';
import { jose } from './jose.ts';
import { names } from './names.ts';
import { same } from './same.ts';
import { tokens } from './tokens.ts';
import { values } from './values.ts';

/** Every family of the deep profile, in the order their requests are sent. */
export const families: readonly Family[] = [names, values, same, around, again, jose, tokens];

/** The ways of a family, by its name. */
export function familyWays(name: string): Record<string, Way> {
  return families.find((family) => family.name === name)?.ways ?? {};
}

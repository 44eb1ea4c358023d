import { bearerWays } from '../auth/bearer.ts';
import { withWay } from '../draft.ts';
import type { Way } from './way.ts';

const asIs = (title: string): Way => ({ title: () => `the protected resource ${title}`, apply: (draft) => draft });

const byMechanism = Object.entries(bearerWays).map(([way, title]): [string, Way] => [
  way,
  {
    title: () => `the protected resource ${title}`,
    apply: (draft) => ({ ...draft, auth: withWay(draft.auth, way, 'bearer') }),
  },
]);

/** Ways to ask for the protected resource. */
export const probeWays: Record<string, Way> = {
  fresh: asIs('with a fresh token'),
  'half-life': asIs('at half the token’s life'),
  'before-end': asIs('just before the token’s end'),
  ...Object.fromEntries(byMechanism),
};

import { bearerBreaks, bearerWays, timedWays } from '../auth/bearer.ts';
import { withWay } from '../draft.ts';
import type { Way } from './way.ts';

/** What a way rests on that waits for a moment in the life of a token. */
const restsOf = (way: string): Pick<Way, 'rests'> => (timedWays.includes(way) ? { rests: ['lifetime'] } : {});

const asIs = (way: string, title: string): [string, Way] => [
  way,
  { title: () => `the protected resource ${title}`, ...restsOf(way), apply: (draft) => draft },
];

const byMechanism = Object.entries(bearerWays).map(([way, title]): [string, Way] => [
  way,
  {
    title: () => `the protected resource ${title}`,
    ...restsOf(way),
    breaks: bearerBreaks[way],
    apply: (draft) => ({ ...draft, auth: withWay(draft.auth, way, 'bearer') }),
  },
]);

/** Ways to ask for the protected resource. */
export const probeWays: Record<string, Way> = {
  ...Object.fromEntries([
    asIs('fresh', 'with a fresh token'),
    asIs('half-life', 'at half the token’s life'),
    asIs('before-end', 'just before the token’s end'),
    ...byMechanism,
  ]),
};

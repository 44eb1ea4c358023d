import type { ProbeRequest } from '../../contract/types.ts';
import { bearer } from '../auth/bearer.ts';
import { type Credentials, givenTexts, type RequestDraft } from '../draft.ts';
import { plain } from '../text.ts';
import type { Way } from './way.ts';

/** The good request to a protected resource: nothing but the token. */
export function probeDraft(probe: ProbeRequest, credentials: Credentials): RequestDraft {
  return {
    method: probe.method,
    path: probe.path,
    pathValues: {},
    query: [],
    headers: [['Accept', plain('application/json')], ...givenTexts(probe.headers, credentials)],
    contentType: null,
    auth: { mechanism: 'bearer', inputs: {}, way: null },
    format: 'json',
    fields: [],
    bodiless: true,
    rawBody: null,
    layout: 'compact',
    rewriteHeaders: [],
  };
}

const asIs = (title: string): Way => ({ title: () => `the protected resource ${title}`, apply: (draft) => draft });

const byMechanism = Object.entries(bearer.ways).map(([way, title]): [string, Way] => [
  way,
  {
    title: () => `the protected resource ${title}`,
    apply: (draft) => ({ ...draft, auth: draft.auth && { ...draft.auth, way } }),
  },
]);

/** Ways to ask for the protected resource. */
export const probeWays: Record<string, Way> = {
  fresh: asIs('with a fresh token'),
  'half-life': asIs('at half the token’s life'),
  'before-end': asIs('just before the token’s end'),
  ...Object.fromEntries(byMechanism),
};

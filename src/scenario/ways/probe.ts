import type { Draft } from '../draft.ts';
import { change, join, plain, type Text } from '../text.ts';
import type { Way } from './way.ts';

/** The good request to a protected resource: nothing but the token. */
export function probeDraft(probe: { method: string; path: string }, token: string): Draft {
  const shown: Text = { value: token, shown: '‹token›', shell: '$TOKEN', secrets: token === '' ? [] : [token] };
  return {
    method: probe.method,
    path: probe.path,
    query: [],
    headers: [
      ['Accept', plain('application/json')],
      ['Authorization', join('Bearer ', shown)],
    ],
    contentType: null,
    auth: null,
    format: 'json',
    fields: [],
    bodiless: true,
    rawBody: null,
    layout: 'compact',
    rewriteHeaders: [],
  };
}

const authorization = (title: string, how: (bearer: Text) => Text | null): Way => ({
  title: () => title,
  apply: (draft) => ({
    ...draft,
    headers: draft.headers.flatMap(([name, value]): [string, Text][] => {
      const changed = name === 'Authorization' ? how(value) : value;
      return changed ? [[name, changed]] : [];
    }),
  }),
});

const asIs = (title: string): Way => ({ title: () => title, apply: (draft) => draft });

/** Another character in the middle of one of the token's segments: the first but the header, or the last. */
function tampered(bearer: Text, segment: 'claims' | 'signature'): Text {
  return change(bearer, {
    value: (value) => {
      const parts = value.split('.');
      const index = segment === 'claims' && parts.length > 1 ? 1 : parts.length - 1;
      const part = parts[index] ?? '';
      const middle = Math.floor(part.length / 2);
      parts[index] = `${part.slice(0, middle)}${part[middle] === 'A' ? 'B' : 'A'}${part.slice(middle + 1)}`;
      return parts.join('.');
    },
    shown: (shown) => `${shown}‹one character of its ${segment} changed›`,
    shell: (shell) => shell,
  });
}

/** The ways that wait for a moment in the life of a token, in its order; the others are sent at once. */
export const timedWays: readonly string[] = ['half-life', 'later', 'before-end', 'after-end'];

/** Ways to ask for the protected resource. */
export const probeWays: Record<string, Way> = {
  fresh: asIs('the protected resource with a fresh token'),
  'half-life': asIs('the protected resource at half the token’s life'),
  'before-end': asIs('the protected resource just before the token’s end'),
  'after-end': asIs('the protected resource just after the token’s end'),
  'no-token': authorization('the protected resource without a token', () => null),
  'unknown-token': authorization('the protected resource with a token never issued', () =>
    plain(
      'Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJjb25mb3JtYW5jZSJ9.bm90LWEtcmVhbC1zaWduYXR1cmUtYnktYW55LWtleQ',
    ),
  ),
  'altered-claims': authorization('the protected resource with the token’s claims changed', (bearer) =>
    tampered(bearer, 'claims'),
  ),
  'altered-signature': authorization('the protected resource with the token’s signature changed', (bearer) =>
    tampered(bearer, 'signature'),
  ),
  lengthened: authorization('the protected resource with one more character in the token', (bearer) =>
    join(bearer, 'x'),
  ),
  'basic-scheme': authorization('the protected resource with the token under the scheme Basic', (bearer) =>
    change(bearer, {
      value: (value) => value.replace(/^Bearer/, 'Basic'),
      shown: (shown) => shown.replace(/^Bearer/, 'Basic'),
      shell: (shell) => shell.replace(/^Bearer/, 'Basic'),
    }),
  ),
};

/** The deviations each server really has: seen in its answers, by hand, and not taken from what the engine says. */

/** One clause a server breaks. */
export interface Row {
  clause: string;
  effect: 'fails' | 'warns' | 'none';
  /** Scenarios that show it: ways of the clause's own or ids; or every one that is to be granted, or is refused with the status. */
  at: string[] | 'granted' | number;
  /** What the answer holds. */
  received: string;
}

const granted = 'granted (200), with a token';
const misses = ['shortened', 'lengthened', 'flipped-case', 'blank-before', 'blank-after', 'line-after'];
const wrongIds = ['other-id', ...misses.map((miss) => `${miss}-id`)];
const wrongSecrets = ['other-secret', 'empty-secret', ...misses.map((miss) => `${miss}-secret`)];

// RFC 6749 5.2 asks for 401 where Authorization was sent; a server that cannot read it may take it for none.
const refusedWith400 = (clause: string, ...at: string[]): Row => ({
  clause,
  effect: 'warns',
  at,
  received: 'refused with 400',
});
const unreadIs400 = refusedWith400('pyng-basic-present', 'other-scheme', 'no-colon');
const emptySecretIs400 = refusedWith400('pyng-basic-secret', 'empty-secret');

/** A request without scope is granted, and the answer does not say which scope. */
const unnamedDefault: Row = {
  clause: 'pyng-scope-default',
  effect: 'fails',
  at: ['pyng-scope-required/absent', 'pyng-scope-required/empty'],
  received: 'a token, and ',
};

/** A liberty that is noted, and no deviation. */
const taken = (clause: string, way: string): Row => ({ clause, effect: 'none', at: [way], received: granted });
const takesFirstOfTwo = taken('pyng-repeated-authorization', 'repeated');
const takesBodyCredentials = taken('pyng-body-credentials', 'credentials-in-body');

/** What each server does otherwise than Pyng's page. */
export const pyngServers = {
  // An unknown scope is dropped without a word; alone it leaves a grant without scope. A missing one is a default.
  oidcProvider: [
    { clause: 'pyng-scope-required', effect: 'warns', at: ['absent', 'empty'], received: granted },
    { clause: 'pyng-scope-known', effect: 'fails', at: ['unknown-scope', 'other-case'], received: granted },
    unnamedDefault,
    unreadIs400,
    emptySecretIs400,
    takesFirstOfTwo,
    takesBodyCredentials,
  ],
  // A missing scope is the client's default, which it names; an empty one is refused.
  nodeOauth: [
    { clause: 'pyng-scope-required', effect: 'warns', at: ['absent'], received: granted },
    unreadIs400,
    emptySecretIs400,
    takesFirstOfTwo,
    takesBodyCredentials,
  ],
  // Its messages repeat what was sent, a 401 names no scheme, and the scheme is compared by letter case.
  jmondi: [
    { clause: 'pyng-scope-required', effect: 'warns', at: ['absent', 'empty'], received: granted },
    { clause: 'pyng-error-description', effect: 'fails', at: ['pyng-hostile-scope/non-ascii'], received: 'scope(s)' },
    { clause: 'pyng-challenge', effect: 'fails', at: 401, received: 'no WWW-Authenticate' },
    unnamedDefault,
    unreadIs400,
    { clause: 'pyng-scheme-case', effect: 'warns', at: ['lower-case-scheme'], received: 'HTTP status 400' },
    takesFirstOfTwo,
    takesBodyCredentials,
  ],
  // It checks nothing: every client, every scope, the password grant; another grant is invalid_grant.
  oauth2Mock: [
    { clause: 'pyng-media-type', effect: 'fails', at: ['json'], received: granted },
    { clause: 'pyng-grant-type-required', effect: 'fails', at: ['empty'], received: 'invalid_grant' },
    {
      clause: 'pyng-grant-type-value',
      effect: 'fails',
      at: ['other-value', 'other-case', 'padded'],
      received: 'invalid_grant',
    },
    { clause: 'pyng-scope-required', effect: 'warns', at: ['absent', 'empty'], received: granted },
    unnamedDefault,
    {
      clause: 'pyng-basic-present',
      effect: 'fails',
      at: ['absent', 'other-scheme', 'no-colon'],
      received: granted,
    },
    { clause: 'pyng-basic-client', effect: 'fails', at: wrongIds, received: granted },
    { clause: 'pyng-basic-secret', effect: 'fails', at: wrongSecrets, received: granted },
    { clause: 'pyng-uri-credentials', effect: 'fails', at: ['credentials-in-query'], received: granted },
    { clause: 'pyng-grant-type-known', effect: 'fails', at: ['password'], received: granted },
    { clause: 'pyng-scope-known', effect: 'fails', at: ['unknown-scope', 'other-case'], received: granted },
    { clause: 'pyng-scope-all-known', effect: 'fails', at: ['unknown-beside-known'], received: granted },
    { clause: 'pyng-hostile-grant', effect: 'fails', at: ['very-long'], received: 'invalid_grant' },
    { clause: 'pyng-hostile-scope', effect: 'fails', at: ['non-ascii'], received: granted },
    takesFirstOfTwo,
    takesBodyCredentials,
  ],
} satisfies Record<string, Row[]>;

// Every account is good and every token is the page's example; a 422 holds the example of the 401; a body that is no
// JSON gets an answer of its own; a header sent twice is taken as it comes.
/** What Prism does otherwise than SingaPay's page. */
export const prismRows: Row[] = [
  { clause: 'singapay-body', effect: 'fails', at: ['malformed', 'trailing-garbage'], received: 'invalid_json' },
  { clause: 'singapay-basic-client', effect: 'fails', at: wrongIds, received: granted },
  { clause: 'singapay-basic-secret', effect: 'fails', at: wrongSecrets, received: granted },
  {
    clause: 'singapay-partner-id-known',
    effect: 'fails',
    at: ['unknown', 'shortened', 'lengthened', 'flipped-case', 'blank-inside'],
    received: granted,
  },
  { clause: 'singapay-hostile-partner-id', effect: 'fails', at: ['non-ascii'], received: granted },
  { clause: 'singapay-repeated-header', effect: 'warns', at: ['repeated'], received: granted },
  taken('singapay-repeated-authorization', 'repeated'),
  { clause: 'singapay-status-repeats', effect: 'fails', at: 422, received: 'status is 401' },
  { clause: 'singapay-error-code-repeats', effect: 'fails', at: 422, received: 'error.code is 401' },
  { clause: 'singapay-jwt', effect: 'fails', at: 'granted', received: 'not a JWT' },
  { clause: 'singapay-challenge', effect: 'warns', at: 401, received: 'no WWW-Authenticate' },
  { clause: 'singapay-allow', effect: 'warns', at: 405, received: 'no Allow' },
];

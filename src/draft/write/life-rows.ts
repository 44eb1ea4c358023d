/** The clauses of a draft about a token once it is granted: what it says of itself, and what its resource makes of it. */
import type { JsonObject } from '../../formats/json.ts';
import { headerMisses } from '../../scenario/near-misses.ts';
import type { Row, RowContext } from './row.ts';

/** The refusal class of the protected resource, by its name in a contract. */
export const resourceRefusal: Record<string, JsonObject> = {
  resource: {
    statement: 'refused by the protected resource, as the environment says it refuses',
    documented: [{ status: 'probe' }],
  },
};

/** The standards these clauses are taken from beside the page. */
export const lifeSources = {
  rfc7519: { title: 'RFC 7519 JSON Web Token', url: 'https://www.rfc-editor.org/rfc/rfc7519' },
  rfc8725: { title: 'RFC 8725 JSON Web Token best practices', url: 'https://www.rfc-editor.org/rfc/rfc8725' },
};

/**
 * The section that gives the unit of a lifetime where a page with its answer says none. A source of its own: the page does not
 * name the standard, and nothing else of that binds the provider.
 */
export const lifetimeSource = {
  key: 'rfc6749-unit',
  source: { title: 'RFC 6749, section 5.1', url: 'https://www.rfc-editor.org/rfc/rfc6749#section-5.1' },
};

/** The row about the lifetime itself. */
export function lifetimeRow(at: string, { lifetime, standard }: Pick<RowContext, 'lifetime' | 'standard'>): Row[] {
  if (!lifetime) return [];
  return [
    {
      id: 'lifetime',
      statement:
        lifetime === 'instant'
          ? 'The date of expiry is after that of the answer, by one year at most.'
          : `The lifetime is the token's life in ${lifetime}, above 0 and at most one year.`,
      ...(standard ? { at: 'expires_in', source: lifetimeSource.key } : { at }),
      rest: { promise: { check: 'lifetime', on: 'granted' } },
    },
  ];
}

const unreached = 'only a token that is a JWT has claims to read';

const guarded = [
  'no-token',
  'foreign-token',
  'altered-claims',
  'altered-signature',
  'alg-none',
  'unsigned',
  ...headerMisses,
  'basic-scheme',
];

/** Clauses about the life that an answer declares. */
const ofLifetime = ['claims-expiry', 'token-lives', 'token-shrinks', 'token-ends'];

/** The rows; `at` is where the page describes the granted answer, `resource` where it says how the token is used. Those about the lifetime need one that is declared. */
export function lifeRows(at: string, resource: string, lifetime: boolean): Row[] {
  const claim = (id: string, check: string, statement: string, more: Partial<Row> = {}): Row => ({
    id: `claims-${id}`,
    statement: `Where the token is a JWT, ${statement}.`,
    at,
    rest: { promise: { check, on: 'granted' }, unreached },
    ...more,
  });
  const probe = (id: string, statement: string, place: string, rest: JsonObject): Row => ({
    id,
    statement,
    at: place,
    rest: { ...rest, needs: 'probe' },
  });
  const accepted = (vary: string[]): JsonObject => ({
    promise: { check: 'accepted', request: { probe: 'resource', vary } },
  });
  const refused = (broken: string[], deep: string[] = []): JsonObject => ({
    demand: { probe: 'resource', break: broken, ...(deep.length > 0 ? { deep } : {}) },
    refusal: 'resource',
  });
  const rest = [
    claim('numeric', 'claims-numeric', 'its exp, iat and nbf are numbers, fractions allowed', {
      at: 'section 2',
      source: 'rfc7519',
    }),
    claim('signed', 'claims-signed', 'it is signed, and its alg is not none', {
      at: 'section 3.2',
      source: 'rfc8725',
      level: 'should',
    }),
    claim('live', 'claims-live', 'it has not expired when it is issued'),
    claim('expiry', 'claims-expiry', 'its exp agrees with the lifetime declared beside it'),
    claim('begun', 'claims-begun', 'its nbf and iat are not in the future'),
    claim('secret', 'claims-hold-no-secret', 'its claims hold no secret of the client'),
    probe(
      'resource-guarded',
      'A protected resource refuses a request without a token of its own, whole and under the scheme Bearer.',
      resource,
      refused(guarded, ['unknown-token']),
    ),
    probe(
      'token-accepted',
      'A token that was just granted is accepted by the protected resource.',
      resource,
      accepted(['fresh']),
    ),
    probe(
      'token-lives',
      'A token is accepted up to the end of the life declared for it.',
      at,
      accepted(['half-life', 'before-end']),
    ),
    probe('token-shrinks', 'A token that is granted again declares what is left of its life.', at, {
      promise: { check: 'life-shrinks', request: { whole: 'request', vary: ['later'] } },
    }),
    probe('token-ends', 'A token is refused after the end of the life declared for it.', at, refused(['after-end'])),
  ];
  return lifetime ? rest : rest.filter(({ id }) => !ofLifetime.includes(id));
}

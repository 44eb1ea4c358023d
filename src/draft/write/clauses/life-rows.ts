/** The clauses of a draft about a token once it is granted: what it says of itself, and what its resource makes of it. */
import type { JsonObject } from '../../../formats/json.ts';
import { headerMisses } from '../../../scenario/near-misses.ts';
import { secrecySource, sectionSources } from './citations.ts';
import { promise, type Row, type RowContext } from './row.ts';
import type { Life } from './said-life.ts';

/** The refusal class of the protected resource, by its name in a contract. */
export const resourceRefusal: Record<string, JsonObject> = {
  resource: {
    statement: 'refused by the protected resource, as the environment says it refuses',
    documented: [{ status: 'probe' }],
  },
};

/** Where a page declares the life; what RFC 6749 says of it where it gives no unit. */
type Declared = Pick<Row, 'at' | 'source' | 'level'>;

/** The row about the lifetime itself. */
export function lifetimeRow(declared: Declared, { lifetime }: Pick<RowContext, 'lifetime'>): Row[] {
  if (!lifetime) return [];
  return [
    {
      id: 'lifetime',
      statement:
        lifetime === 'instant'
          ? 'The date of expiry is after that of the answer.'
          : `The lifetime is the token's life in ${lifetime}, above 0.`,
      ...declared,
      rest: promise('lifetime', { on: 'granted' }),
    },
  ];
}

/** How long a token lives at most, as the page says it in words. */
export const longestRow = ({ most }: Pick<Life, 'most'>): Row[] =>
  most === undefined
    ? []
    : [
        {
          id: 'longest-life',
          statement: `A token lives ${most.seconds} seconds at most.`,
          at: most.at,
          rest: promise('lifetime', { on: 'granted', with: { most: most.seconds } }),
        },
      ];

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

/** Those that take the end that was declared for the end. */
const ofEnd = ['token-shrinks', 'token-ends'];

/** Clauses that send the token as Bearer. */
const asBearer = ['resource-guarded', 'token-accepted', 'token-lives', 'token-ends'];

/** What the page says of the life of a token and of its use; null of each where it does not. */
interface SaidOfToken {
  life: Declared | null;
  /** Where it calls the token one of Bearer, or says where it is sent. */
  use: string | null;
  /** Whether it is sent as Bearer, as far as the page says. */
  isBearer?: boolean;
  /** Whether each answer declares the same life. */
  isFixed?: boolean;
  /** Whether the life that is declared is what is left of it by the words of the page; that it is counted from the answer on RFC 6749 says. */
  isLeft?: boolean;
  /** Whether its use prolongs it: then no token ends when it was declared to, and what is left may grow. */
  isProlonged?: boolean;
}

/** The rows. Those about the lifetime need one that is declared. */
export function lifeRows(said: SaidOfToken): Row[] {
  const { life, use, isBearer = true, isFixed = false, isLeft = false, isProlonged = false } = said;
  const claim = (id: string, check: string, statement: string, more: Partial<Row> = {}): Row => ({
    id: `claims-${id}`,
    statement: `Where the token is a JWT, ${statement}.`,
    at: '',
    rest: { ...promise(check, { on: 'granted' }), unreached },
    ...more,
  });
  const probe = (id: string, statement: string, cited: Partial<Row>, rest: JsonObject): Row => ({
    id,
    statement,
    at: '',
    rest: { ...rest, needs: 'probe' },
    ...cited,
  });
  const should = (source: string, at: string): Partial<Row> => ({ level: 'should', source, at });
  // A token that has a life has it from its answer on.
  const live = (at: string): Partial<Row> => life ?? should('rfc7519', at);
  const lived = life ?? {};
  // A token that the page calls none of Bearer is sent as one on the word of RFC 6750 alone.
  const asUsed: Partial<Row> = use === null ? { ...lived, level: 'should' } : lived;
  const used = (at: string): Partial<Row> => (use === null ? should('rfc6750', at) : { at: use });
  const accepted = (vary: string[]): JsonObject => promise('accepted', { request: { probe: 'resource', vary } });
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
    claim('live', 'claims-live', 'it has not expired when it is issued', live('section 4.1.4')),
    // That exp ends a token its standard says; a page declares the life.
    claim(
      'expiry',
      'claims-expiry',
      'its exp agrees with the lifetime declared beside it',
      should('rfc7519', 'section 4.1.4'),
    ),
    claim('begun', 'claims-begun', 'its nbf and iat are not in the future', should('rfc7519', 'section 4.1.5')),
    claim(
      'secret',
      'claims-hold-no-secret',
      'its claims hold no secret of the client',
      should(secrecySource, 'Description'),
    ),
    probe(
      'resource-guarded',
      'A protected resource refuses a request without a token of its own, whole and under the scheme Bearer.',
      used('section 3.1'),
      refused(guarded, ['unknown-token']),
    ),
    probe(
      'token-accepted',
      'A token that was just granted is accepted by the protected resource.',
      used('section 2.1'),
      accepted(['fresh']),
    ),
    probe(
      'token-lives',
      'A token is accepted up to the end of the life declared for it.',
      asUsed,
      accepted(['half-life', 'before-end']),
    ),
    probe(
      'token-shrinks',
      'A token that is granted again declares what is left of its life.',
      // A provider may prolong a token that it grants again: then what is left of its life has grown.
      isLeft ? { ...lived, level: 'should' } : should(sectionSources.left, 'expires_in'),
      promise('life-shrinks', { request: { whole: 'request', vary: ['later'] } }),
    ),
    probe(
      'token-ends',
      'A token is refused after the end of the life declared for it.',
      asUsed,
      refused(['after-end']),
    ),
  ];
  // A life of one value for all tokens is not what is left of one.
  const apart = [...(isBearer ? [] : asBearer), ...(isFixed ? ['token-shrinks'] : []), ...(isProlonged ? ofEnd : [])];
  const left = rest.filter(({ id }) => !apart.includes(id));
  return life ? left : left.filter(({ id }) => !ofLifetime.includes(id));
}

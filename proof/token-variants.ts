/** Conforming providers whose token, or its life, is another. */
import { randomBytes } from 'node:crypto';
import type { Answer } from '../mock/server.ts';
import { faults } from '../src/contract/schema.ts';
import type { Contract } from '../src/contract/types.ts';
import type { Json, JsonObject } from '../src/formats/json.ts';
import { isControl } from '../src/scenario/plan.ts';
import { at, jsonOf, jwt, withMember } from './answers.ts';
import { bindingOf, withClaims, withLife } from './claims.ts';
import { lifeOf, withLifeOnly } from './lifetimes.ts';
import { granted, mustBeJwt, onGrant, schemaAt, type Variant } from './variant.ts';

const now = (): number => Math.floor(Date.now() / 1000);

/** Only the control's grant differs: the same token may not be granted for another scope. */
const forOneScope =
  (how: (answer: Answer, contract: Contract) => Answer): Variant['answer'] =>
  (faithful, { contract, scenario }) =>
    granted(faithful) && (contract.token.scope === undefined || isControl(scenario))
      ? how(faithful, contract)
      : faithful;

const claims = (name: string, make: (life: number) => JsonObject, header?: Json): Variant => ({
  name,
  kind: 'token',
  answer: onGrant((answer, contract) => withClaims(contract, answer, make(lifeOf(contract, answer)), header)),
});

/** Short tokens are fair by a page that says nothing of them, and guessable by RFC 6749, which the deep profile asks. */
const token = (name: string, value: string): Variant => ({
  name,
  kind: 'token',
  fits: (contract) => !mustBeJwt(contract) && (contract.profile !== 'deep' || value.length > 22),
  answer: forOneScope((answer, contract) => withMember(answer, contract.token.value, value)),
});

const life = (name: string, seconds: number): Variant => ({
  name,
  kind: 'life',
  fits: ({ token: { lifetime } }) => lifetime !== null,
  answer: onGrant((answer, contract) => withLife(contract, answer, seconds)),
});

/** A JWT with as many bytes for a signature as an RSA key of 2048 bits makes. */
const longSignature = (made: string): string =>
  `${made.split('.').slice(0, 2).join('.')}.${randomBytes(256).toString('base64url')}`;

const longToken = (contract: Contract): string =>
  'a'.repeat(Number(schemaAt(contract, contract.token.value)['maxLength'] ?? 8000));

let counted = 0;

const cached = new WeakMap<Contract, { at: number; token: string }>();

/** Whether the token of an answer, and its life, are such as the contract documents. */
function isDocumented(contract: Contract, answer: Answer): boolean {
  const { value, lifetime } = contract.token;
  return [value, lifetime].every(
    (pointer) => pointer === null || faults(schemaAt(contract, pointer), at(jsonOf(answer), pointer)).length === 0,
  );
}

const variants: Variant[] = [
  life('a lifetime of 1 s', 1),
  life('a lifetime of 59 s', 59),
  life('a lifetime of 3599 s', 3599),
  life('a lifetime of 86400 s', 86_400),
  life('a lifetime of 99999 s', 99_999),

  {
    name: 'a token of the most characters',
    kind: 'token',
    fits: (contract) => !mustBeJwt(contract),
    answer: forOneScope((answer, contract) => withMember(answer, contract.token.value, longToken(contract))),
  },
  claims('a JWT', () => ({})),
  claims('a JWT of HS256 with a kid', () => ({}), { alg: 'HS256', kid: '1', typ: 'at+jwt' }),
  {
    name: 'a JWT of RS256',
    kind: 'token',
    answer: onGrant((answer, contract) => {
      const made = withClaims(contract, answer, {}, { alg: 'RS256', typ: 'JWT' });
      return withMember(made, contract.token.value, longSignature(String(at(jsonOf(made), contract.token.value))));
    }),
  },
  claims('a JWT with fractional dates', (seconds) => ({
    iat: now() + 0.365457,
    nbf: now() + 0.36546,
    exp: now() + seconds + 0.354133,
  })),
  claims('a JWT a second off', (seconds) => ({ exp: now() + seconds + 1 })),
  claims('a JWT a second off the other way', (seconds) => ({ exp: now() + seconds - 1, iat: now() - 1 })),
  claims('a JWT without nbf and iat', (seconds) => ({ iat: now(), exp: now() + seconds, aud: ['a', 'b'] })),
  claims('a JWT begun earlier', () => ({ nbf: now() - 60, iat: now() - 60 })),
  claims('a JWT whose claims name the client', () => ({
    sub: '',
    client_id: 'client',
    scopes: ['request'],
    jti: `${++counted}`.padEnd(80, 'a'),
  })),
  {
    name: 'a JWT without dates',
    kind: 'token',
    answer: forOneScope((answer, contract) => {
      const made = jwt({ sub: 'x', jti: 'y', ...bindingOf(contract, answer) });
      return withMember(answer, contract.token.value, made);
    }),
  },
  {
    name: 'a JWT of 2048 characters',
    kind: 'token',
    answer: onGrant((answer, contract) => withClaims(contract, answer, { note: 'n'.repeat(1200) })),
  },
  token('a token of one character', 'x'),
  token('a token of hex digits', '0123456789abcdef0123456789abcdef'),
  token('a token of every character allowed', 'AZaz09-._~+/=='),
  token('a UUID for a token', '3b241101-e2bb-4255-8caf-4136c566a962'),
  token('a token with two dots that is no JWT', 'v2.local.dGVzdA'),
  {
    name: 'a token from a cache with its remaining life',
    kind: 'token',
    answer: forOneScope((answer, contract) => {
      const before = cached.get(contract);
      const { at, token } =
        before && now() - before.at < 600
          ? before
          : { at: now(), token: jwt({ iat: now() - 100, exp: now() + 800, ...bindingOf(contract, answer) }) };
      cached.set(contract, { at, token });
      return withMember(withLifeOnly(contract, answer, at + 800 - now()), contract.token.value, token);
    }),
  },
];

/** Every variant of the token. A provider that documents more of its tokens makes none that its page rules out. */
export const tokenVariants: Variant[] = variants.map((variant) => ({
  ...variant,
  answer: (faithful, context) => {
    const made = variant.answer(faithful, context);
    return 'status' in made && granted(made) && !isDocumented(context.contract, made) ? faithful : made;
  },
}));

/** Deviations of the token and of what it says of itself, written by hand. */
import type { Json, JsonObject } from '../src/formats/json.ts';
import { at, jsonOf, jwt, withMember } from './answers.ts';
import { withClaims } from './claims.ts';
import { wrongLifetimes } from './lifetimes.ts';
import { type Maker, one } from './mutant.ts';

const now = (): number => Math.floor(Date.now() / 1000);

/** Deviations of the token's claims, for a provider whose token is a JWT. */
const claims =
  (rows: Record<string, () => JsonObject>): Maker =>
  (_clause, { rig }) =>
    Object.entries(rows).map(([name, wrong]) => one(name, (faithful) => withClaims(rig.contract, faithful, wrong())));

/** Headers of a JWT that nobody signed. */
const unsigned: Record<string, Json> = {
  'no alg': { typ: 'JWT' },
  'an alg that is no string': { alg: 256 },
  'alg none': { alg: 'none' },
  'alg None': { alg: 'None' },
  'alg NONE': { alg: 'NONE' },
  'alg nOnE': { alg: 'nOnE' },
  'an alg of blanks': { alg: ' ' },
  'alg none with a space': { alg: 'none ' },
};

/** By check. */
export const tokenTables: Record<string, Maker> = {
  jwt: (_clause, { rig }) => {
    const { contract } = rig;
    const right = { iat: now(), exp: now() + 900 };
    const good = jwt(right);
    const [header = '', payload = '', signature = ''] = good.split('.');
    const tokens: Record<string, Json> = {
      opaque: '0123456789abcdef0123456789abcdef',
      'a UUID': '3b241101-e2bb-4255-8caf-4136c566a962',
      'two segments': `${header}.${payload}`,
      'four segments': `${good}.x`,
      'five segments, encrypted': `${header}.a.b.c.d`,
      'an empty signature': `${header}.${payload}.`,
      'an empty payload': `${header}..${signature}`,
      'an empty header': `.${payload}.${signature}`,
      'padded segments': `${header}==.${payload}.${signature}`,
      'standard Base64': `${header}.${payload}.+/+/`,
      'a header that is no JSON': `${Buffer.from('header').toString('base64url')}.${payload}.${signature}`,
      'a header that is an array': jwt(right, ['HS256']),
      ...Object.fromEntries(Object.entries(unsigned).map(([name, header]) => [name, jwt(right, header)])),
      'claims that are no JSON': `${header}.${Buffer.from('claims').toString('base64url')}.${signature}`,
      'claims that are an array': jwt([1]),
      'claims that are a string': jwt('claims'),
      'the scheme before it': `Bearer ${good}`,
      'a line break behind': `${good}\n`,
      'the sample of the page': `${header}...`,
    };
    return Object.entries(tokens).map(([name, token]) =>
      one(name, (faithful) => withMember(faithful, contract.token.value, token)),
    );
  },
  lifetime: (clause, { rig, faithful }) => {
    const pointer = rig.contract.token.lifetime;
    // The loader takes no such clause where no life is promised.
    if (pointer === null) return [];
    const most = clause.parameters['most'];
    const wrong = wrongLifetimes(rig.contract, at(jsonOf(faithful), pointer), typeof most === 'number' ? most : null);
    return wrong.map(([name, value]) => one(name, (answer) => withMember(answer, pointer, value)));
  },
  'certificate-bound': claims({
    'no cnf': () => ({ cnf: null }),
    'an empty cnf': () => ({ cnf: {} }),
    'the thumbprint of another certificate': () => ({ cnf: { 'x5t#S256': Buffer.alloc(32, 7).toString('base64url') } }),
    'a thumbprint by SHA-1': () => ({ cnf: { x5t: Buffer.alloc(20, 7).toString('base64url') } }),
    'the thumbprint of a key': () => ({ cnf: { jkt: Buffer.alloc(32, 7).toString('base64url') } }),
    'a thumbprint that is a list': () => ({ cnf: { 'x5t#S256': [] } }),
  }),
  'claims-numeric': claims({
    'exp as text': () => ({ exp: String(now() + 900) }),
    'iat as a date': () => ({ iat: new Date().toISOString() }),
    'nbf as null': () => ({ nbf: null }),
    'exp as true': () => ({ exp: true }),
  }),
  'claims-signed': (_clause, { rig }) => [
    ...Object.entries(unsigned).map(([name, header]) =>
      one(name, (faithful) => withClaims(rig.contract, faithful, {}, header)),
    ),
    one('no signature behind the last dot', (faithful) => {
      const signed = withClaims(rig.contract, faithful, {});
      const token = String(at(jsonOf(signed), rig.contract.token.value));
      return withMember(signed, rig.contract.token.value, token.replace(/[^.]+$/, ''));
    }),
  ],
  'claims-live': claims({
    'exp an hour ago': () => ({ exp: now() - 3600 }),
    'exp at zero': () => ({ exp: 0 }),
    'exp five seconds ago': () => ({ exp: now() - 5 }),
    'exp a lifetime, not a date': () => ({ exp: 900 }),
  }),
  'claims-expiry': claims({
    'exp a minute later': () => ({ exp: now() + 960 }),
    'exp a minute earlier': () => ({ exp: now() + 840 }),
    'exp a year later': () => ({ exp: now() + 31_536_000 }),
    'exp in milliseconds': () => ({ exp: (now() + 900) * 1000 }),
    'exp four seconds later': () => ({ exp: now() + 905 }),
  }),
  'claims-begun': claims({
    'nbf in an hour': () => ({ nbf: now() + 3600 }),
    'iat in an hour': () => ({ iat: now() + 3600 }),
    'iat in milliseconds': () => ({ iat: Date.now() }),
    'nbf in ten seconds': () => ({ nbf: now() + 10 }),
  }),
  'claims-hold-no-secret': (_clause, { rig }) =>
    rig.target.secrets
      .slice(0, 1)
      .flatMap((secret) =>
        Object.entries({ raw: secret, Base64: Buffer.from(secret).toString('base64'), inside: `client:${secret}` }).map(
          ([form, value]) =>
            one(`a secret, ${form}`, (faithful) => withClaims(rig.contract, faithful, { secret: value })),
        ),
      ),
};

import { altered, base64, flippedCase, join, lengthened, plain, shortened, type Text } from '../text.ts';
import type { Mechanism } from './mechanism.ts';

const header = (value: Text): [string, Text][] => [['Authorization', value]];

/** Each way, as the Authorization lines it sends for an id and a secret. */
const lines: Record<string, (id: Text, secret: Text) => [string, Text][]> = {
  documented: (id, secret) => header(join('Basic ', base64(join(id, ':', secret)))),
  absent: () => [],
  empty: () => header(plain('')),
  'other-scheme': (id, secret) => header(join('Bearer ', base64(join(id, ':', secret)))),
  'not-base64': () => header(plain('Basic *** not Base64 ***')),
  'no-colon': (id, secret) => header(join('Basic ', base64(join(id, secret)))),
  'other-id': (id, secret) => header(join('Basic ', base64(join(altered(id), ':', secret)))),
  'other-secret': (id, secret) => header(join('Basic ', base64(join(id, ':', altered(secret))))),
  'empty-secret': (id) => header(join('Basic ', base64(join(id, ':')))),
  'shortened-secret': (id, secret) => header(join('Basic ', base64(join(id, ':', shortened(secret))))),
  'lengthened-secret': (id, secret) => header(join('Basic ', base64(join(id, ':', lengthened(secret))))),
  'flipped-case-secret': (id, secret) => header(join('Basic ', base64(join(id, ':', flippedCase(secret))))),
  'lower-case-scheme': (id, secret) => header(join('basic ', base64(join(id, ':', secret)))),
  repeated: (id, secret) => [
    ...header(join('Basic ', base64(join(id, ':', secret)))),
    ...header(join('Basic ', base64(join(altered(id), ':', altered(secret))))),
  ],
};

/** HTTP Basic (RFC 7617): `Authorization: Basic Base64(id:secret)`. */
export const basic: Mechanism = {
  inputs: ['id', 'secret'],
  headers: ['Authorization'],
  ways: {
    absent: 'no Authorization header',
    empty: 'an empty Authorization header',
    'other-scheme': 'the credentials under the scheme Bearer',
    'not-base64': 'Basic credentials that are not Base64',
    'no-colon': 'Basic credentials without a colon',
    'other-id': 'Basic credentials of an unknown id',
    'other-secret': 'Basic credentials with another secret',
    'empty-secret': 'Basic credentials with an empty secret',
    'shortened-secret': 'Basic credentials with the secret cut by its last character',
    'lengthened-secret': 'Basic credentials with one more character in the secret',
    'flipped-case-secret': 'Basic credentials with the letter case of the secret flipped',
    'lower-case-scheme': 'the scheme written basic',
    repeated: 'two Authorization lines, good credentials first',
  },
  unavailable(way, auth) {
    const secret = auth.inputs['secret'];
    return way === 'flipped-case-secret' && secret && !/[a-zA-Z]/.test(secret.value)
      ? 'the secret holds no letter'
      : null;
  },
  seal(auth) {
    const { id = plain(''), secret = plain('') } = auth.inputs;
    const make = lines[auth.way ?? 'documented'];
    if (!make) throw new Error(`Basic has no way "${auth.way}"`);
    return { headers: make(id, secret), prelude: [] };
  },
};

import { altered, base64, join, nearMisses, noMiss, plain, type Text } from '../text.ts';
import type { Mechanism } from './mechanism.ts';

const header = (value: Text): [string, Text][] => [['Authorization', value]];

const pair = (id: Text, secret: Text): [string, Text][] => header(join('Basic ', base64(join(id, ':', secret))));

/** Each near miss of each part of the credentials: the user-id and the password are compared byte for byte. */
const misses = (['id', 'secret'] as const).flatMap((part) =>
  Object.entries(nearMisses).map(([miss, { title, make }]) => ({ way: `${miss}-${part}`, miss, part, title, make })),
);

/** Each way, as the Authorization lines it sends for an id and a secret. */
const lines: Record<string, (id: Text, secret: Text) => [string, Text][]> = {
  documented: pair,
  absent: () => [],
  empty: () => header(plain('')),
  'other-scheme': (id, secret) => header(join('Bearer ', base64(join(id, ':', secret)))),
  'not-base64': () => header(plain('Basic *** not Base64 ***')),
  'no-colon': (id, secret) => header(join('Basic ', base64(join(id, secret)))),
  'other-id': (id, secret) => pair(altered(id), secret),
  'other-secret': (id, secret) => pair(id, altered(secret)),
  'empty-secret': (id) => header(join('Basic ', base64(join(id, ':')))),
  ...Object.fromEntries(
    misses.map(({ way, part, make }) => [
      way,
      (id: Text, secret: Text) => (part === 'id' ? pair(make(id), secret) : pair(id, make(secret))),
    ]),
  ),
  'lower-case-scheme': (id, secret) => header(join('basic ', base64(join(id, ':', secret)))),
  repeated: (id, secret) => [...pair(id, secret), ...pair(altered(id), altered(secret))],
};

/** HTTP Basic (RFC 7617): `Authorization: Basic Base64(id:secret)`. */
export const basic: Mechanism = {
  inputs: ['id', 'secret'],
  compared: { secret: { way: 'other-secret', isHeader: false }, id: { way: 'other-id', isHeader: false } },
  headers: () => ['Authorization'],
  ways: () => ({
    absent: 'no Authorization header',
    empty: 'an empty Authorization header',
    'other-scheme': 'the credentials under the scheme Bearer',
    'not-base64': 'Basic credentials that are not Base64',
    'no-colon': 'Basic credentials without a colon',
    'other-id': 'Basic credentials of an unknown id',
    'other-secret': 'Basic credentials with another secret',
    'empty-secret': 'Basic credentials with an empty secret',
    ...Object.fromEntries(misses.map(({ way, part, title }) => [way, `Basic credentials with the ${part} ${title}`])),
    'lower-case-scheme': 'the scheme written basic',
    repeated: 'two Authorization lines, good credentials first',
  }),
  unavailable(way, auth) {
    const found = misses.find((one) => one.way === way);
    const value = found && auth.inputs[found.part]?.value;
    const reason = found && value !== undefined ? noMiss(found.miss, value) : null;
    return reason === null ? null : `the ${found?.part} cannot be varied so: ${reason}`;
  },
  seal(auth) {
    const { id = plain(''), secret = plain('') } = auth.inputs;
    const make = lines[auth.way ?? 'documented'];
    if (!make) throw new Error(`Basic has no way "${auth.way}"`);
    return { headers: make(id, secret), prelude: [] };
  },
};

import type { AuthSpec } from '../../contract/types.ts';
import { nearMisses, noMiss } from '../near-misses.ts';
import { altered, base64, encoded, formValue, join, plain, type Text } from '../text.ts';
import type { Mechanism } from './mechanism.ts';

const header = (value: Text): [string, Text][] => [['Authorization', value]];

/** A part of the credentials as a good request writes it: RFC 6749, section 2.3.1, has clients encode it as a value of a form. */
export function basicPart({ encoding }: Pick<AuthSpec, 'encoding'>, part: Text): Text {
  return encoding === 'form' ? encoded(part, formValue) : part;
}

/** The credentials of HTTP Basic with their scheme, as a good request writes them. */
export function basicLine(spec: Pick<AuthSpec, 'encoding'>, id: Text, secret: Text): Text {
  return join('Basic ', base64(join(basicPart(spec, id), ':', basicPart(spec, secret))));
}

/** Each near miss of each part of the credentials: the user-id and the password are compared byte for byte. */
const misses = (['id', 'secret'] as const).flatMap((part) =>
  Object.entries(nearMisses).map(([miss, { title, make }]) => ({ way: `${miss}-${part}`, miss, part, title, make })),
);

/** Each way to send other credentials, as an id and a secret. */
const others: Record<string, (id: Text, secret: Text) => [id: Text, secret: Text]> = {
  'other-id': (id, secret) => [altered(id), secret],
  'other-secret': (id, secret) => [id, altered(secret)],
  'empty-secret': (id) => [id, plain('')],
  ...Object.fromEntries(
    misses.map(({ way, part, make }) => [
      way,
      (id: Text, secret: Text) => (part === 'id' ? [make(id), secret] : [id, make(secret)]),
    ]),
  ),
};

/** Each way to send the credentials otherwise, as the Authorization lines; the parts are written as they are sent. */
const lines: Record<string, (id: Text, secret: Text) => [string, Text][]> = {
  absent: () => [],
  empty: () => header(plain('')),
  'other-scheme': (id, secret) => header(join('Bearer ', base64(join(id, ':', secret)))),
  'not-base64': () => header(plain('Basic *** not Base64 ***')),
  'no-colon': (id, secret) => header(join('Basic ', base64(join(id, secret)))),
  'lower-case-scheme': (id, secret) => header(join('basic ', base64(join(id, ':', secret)))),
  repeated: (id, secret) => [
    ...header(basicLine({}, id, secret)),
    ...header(basicLine({}, altered(id), altered(secret))),
  ],
};

/** HTTP Basic (RFC 7617): `Authorization: Basic Base64(id:secret)`, each part encoded first where the contract says so. */
export const basic: Mechanism = {
  inputs: ['id', 'secret'],
  compared: { secret: { way: 'other-secret' }, id: { way: 'other-id' } },
  breaks: { absent: 'out' },
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
    const text = found && auth.inputs[found.part];
    const reason = text ? noMiss(found.miss, text) : null;
    return reason === null ? null : `the ${found?.part} cannot be varied so: ${reason}`;
  },
  seal(auth) {
    const { id = plain(''), secret = plain('') } = auth.inputs;
    const { spec, way } = auth;
    const make = lines[way ?? ''];
    if (make) return { headers: make(basicPart(spec, id), basicPart(spec, secret)), prelude: [] };
    const sent = way === null ? ([id, secret] as const) : others[way]?.(id, secret);
    if (!sent) throw new Error(`Basic has no way "${way}"`);
    return { headers: header(basicLine(spec, ...sent)), prelude: [] };
  },
};

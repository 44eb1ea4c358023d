import type { SignatureRow } from '../../formats/auth.ts';
import { headerMisses, nearMisses, noMiss } from '../near-misses.ts';
import { altered, plain, type Text } from '../text.ts';
import type { AuthDraft, Mechanism } from './mechanism.ts';
import { type Signing, seal, secondsShown } from './signature/seal.ts';
import type { Twist } from './signature/twist.ts';
import { breaks, mistimedBy, outOfWindow, twistsOf } from './signature/twists.ts';

const clientHeader = 'X-CLIENT-KEY';

/** What BI SNAP says of the signature of a request for a token. */
const row: SignatureRow = {
  mechanism: 'signature',
  header: 'X-SIGNATURE',
  algorithm: 'rsa-sha256',
  key: { credential: 'privateKey', passphrase: 'passphrase' },
  encoding: 'base64',
  over: `{header:${clientHeader}}|{header:X-TIMESTAMP}`,
  timestamp: { header: 'X-TIMESTAMP', form: "yyyy-MM-dd'T'HH:mm:ssXXX", zone: '+07:00' },
};

/** What a way does: to the X-CLIENT-KEY that is sent and signed, or to the signature. */
type SnapWay = { title: string; client: (client: Text) => Text } | { title: string; twist: string | Twist };

const mac = { kind: 'hmac', hash: 'sha256' } as const;

/** The ways by the names that contracts use. */
const ways: Record<string, SnapWay> = {
  'unknown-client': { title: 'an X-CLIENT-KEY that was never issued', client: altered },
  ...Object.fromEntries(
    headerMisses.map((miss): [string, SnapWay] => {
      const { title = '', make = altered } = nearMisses[miss] ?? {};
      return [`${miss}-client`, { title: `the X-CLIENT-KEY ${title}, well signed`, client: make }];
    }),
  ),
  'other-key': { title: 'an X-SIGNATURE of another private key', twist: 'other-key' },
  'other-timestamp': { title: 'an X-SIGNATURE over another timestamp', twist: 'other-timestamp' },
  'other-client': { title: 'an X-SIGNATURE over another client key', twist: 'other-x-client-key' },
  sha1: { title: 'an X-SIGNATURE of SHA-1', twist: 'sha1' },
  sha512: { title: 'an X-SIGNATURE of SHA-512', twist: 'sha512' },
  pss: { title: 'an X-SIGNATURE by RSA-PSS', twist: 'other-algorithm' },
  'joined-text': { title: 'an X-SIGNATURE over both without the bar between them', twist: 'joined-text' },
  'comma-text': { title: 'an X-SIGNATURE over both with a comma between them', twist: 'comma-text' },
  'client-only': { title: 'an X-SIGNATURE over the client key alone', twist: 'only-x-client-key' },
  'timestamp-only': { title: 'an X-SIGNATURE over the timestamp alone', twist: 'only-timestamp' },
  hmac: {
    title: 'an X-SIGNATURE that is a MAC with the client key',
    twist: { title: '', algorithm: mac, key: { kind: 'ingredient', name: 'header', argument: clientHeader } },
  },
  swapped: { title: 'an X-SIGNATURE over timestamp and client key in the other order', twist: 'swapped' },
  truncated: { title: 'an X-SIGNATURE cut by its last bytes', twist: 'truncated' },
  'bit-flip': { title: 'an X-SIGNATURE with one bit flipped', twist: 'bit-flip' },
  'not-base64': { title: 'an X-SIGNATURE that is not Base64', twist: 'unreadable' },
  ...Object.fromEntries(
    Object.entries(twistsOf(row))
      .filter(([way]) => way.startsWith('timestamp-'))
      .map(([way, { title }]) => [way, { title, twist: way }]),
  ),
};

const forged: readonly string[] = [
  ...[
    'other-key',
    'other-client',
    'hmac',
    'client-only',
    'joined-text',
    'pss',
    'sha512',
    'timestamp-only',
    'comma-text',
  ],
];

function wayOf({ way }: AuthDraft): SnapWay | null {
  const known = way === null ? null : ways[way];
  if (known === undefined) throw new Error(`The SNAP signature has no way "${way}"`);
  return known;
}

function signingOf(auth: AuthDraft): Signing {
  const { privateKey = plain(''), passphrase = plain('') } = auth.inputs;
  const known = wayOf(auth);
  const inputs = { key: privateKey, passphrase };
  if (known === null || 'client' in known) return { row, inputs, twist: null };
  const twist = typeof known.twist === 'string' ? twistsOf(row)[known.twist] : known.twist;
  if (!twist) throw new Error(`The SNAP signature has no way "${auth.way}"`);
  return { row, inputs, twist: { ...twist, title: known.title } };
}

/** BI SNAP asymmetric signature: `X-SIGNATURE: Base64(SHA256withRSA(clientKey|timestamp))`. */
export const snapSignature: Mechanism = {
  inputs: ['clientKey', 'privateKey', 'passphrase'],
  optional: ['passphrase'],
  compared: { clientKey: { way: 'unknown-client', header: clientHeader } },
  signature: () => row,
  forged: () => forged,
  breaks,
  mistimed: () => mistimedBy(row),
  headers: () => ['X-TIMESTAMP', clientHeader, 'X-SIGNATURE'],
  ways: () => ({
    ...Object.fromEntries(Object.entries(ways).map(([way, { title }]) => [way, title])),
    replayed: 'the request sent again, byte for byte, with its X-SIGNATURE',
  }),
  repeats: ['replayed'],
  anew: () => true,
  timeHeader: () => row.timestamp?.header ?? null,
  outOfWindow,
  signedSeconds: (auth, context) => secondsShown(signingOf(auth), context),
  unavailable(way, auth) {
    const miss = headerMisses.find((one) => `${one}-client` === way);
    return miss ? noMiss(miss, auth.inputs['clientKey']) : null;
  },
  seal(auth, context, message) {
    const { clientKey = plain('') } = auth.inputs;
    const known = wayOf(auth);
    const client = known && 'client' in known ? known.client(clientKey) : clientKey;
    const headers: [string, Text][] = [[clientHeader, client]];
    const { headers: own, ...rest } = seal(signingOf(auth), context, {
      ...message,
      headers: [...message.headers, ...headers],
    });
    // The standard lists the client between time and signature.
    return { headers: [...own.slice(0, 1), ...headers, ...own.slice(1)], ...rest };
  },
};

import { createHmac, createPrivateKey, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { AuthDraft } from '../draft.ts';
import { altered, headerMisses, nearMisses, noMiss, plain, type Text } from '../text.ts';
import type { Mechanism, Sealed } from './mechanism.ts';

const jakarta = { hours: 7, text: '+07:00' };

/** `yyyy-MM-ddTHH:mm:ss+07:00`, the form BI SNAP gives. */
function isoJakarta(now: Date): string {
  return `${new Date(now.getTime() + jakarta.hours * 3_600_000).toISOString().slice(0, 19)}${jakarta.text}`;
}

/** A timestamp and the shell command that makes it, `offset` seconds from now. */
function timestamp(now: Date, offset: number, form: 'jakarta' | 'utc' | 'no-offset' | 'date-only' | 'not-iso'): Text {
  const at = new Date(now.getTime() + offset * 1000);
  const local = isoJakarta(at);
  const forms = {
    jakarta: [local, 'TZ=UTC-7 date', '+%Y-%m-%dT%H:%M:%S+07:00'],
    utc: [`${at.toISOString().slice(0, 19)}Z`, 'date -u', '+%Y-%m-%dT%H:%M:%SZ'],
    'no-offset': [local.slice(0, 19), 'TZ=UTC-7 date', '+%Y-%m-%dT%H:%M:%S'],
    'date-only': [local.slice(0, 10), 'TZ=UTC-7 date', '+%Y-%m-%d'],
    'not-iso': [at.toUTCString(), 'date -u', '+%a, %d %b %Y %H:%M:%S GMT'],
  } as const;
  const [value, command, pattern] = forms[form];
  const shifted = offset === 0 ? '' : ` -d '${offset > 0 ? '+' : ''}${offset} seconds'`;
  return { value, shown: value, shell: `$(LC_ALL=C ${command}${shifted} '${pattern}')`, secrets: [] };
}

/** What a way changes; what it does not name is done as documented. */
interface Twist {
  title: string;
  timestamp?: 'utc' | 'no-offset' | 'date-only' | 'not-iso';
  /** −1 for the past, 1 for the future. */
  shift?: -1 | 1;
  client?: (client: Text) => Text;
  signedClient?: (client: Text) => Text;
  /** Seconds between the timestamp sent and the one signed. */
  signedShift?: number;
  swapped?: true;
  /** What stands between client key and timestamp in the text that is signed. */
  separator?: string;
  /** The only part of it that is signed. */
  only?: 'client' | 'timestamp';
  hash?: 'sha1' | 'sha512';
  /** Another private key, or a MAC whose key is the client key. */
  key?: 'other' | 'client';
  signature?: (signature: Buffer) => string;
  /** The pipe that does in a shell what `signature` does. */
  pipe?: string;
}

const flipBit = (signature: Buffer): string => {
  const flipped = Buffer.from(signature);
  flipped.writeUInt8((flipped.at(-1) ?? 0) ^ 1, flipped.length - 1);
  return flipped.toString('base64');
};

const ways: Record<string, Twist> = {
  'unknown-client': { title: 'an X-CLIENT-KEY that was never issued', client: altered },
  ...Object.fromEntries(
    headerMisses.map((miss): [string, Twist] => {
      const { title = '', make = altered } = nearMisses[miss] ?? {};
      return [`${miss}-client`, { title: `the X-CLIENT-KEY ${title}, well signed`, client: make }];
    }),
  ),
  'other-key': { title: 'an X-SIGNATURE of another private key', key: 'other' },
  'other-timestamp': { title: 'an X-SIGNATURE over another timestamp', signedShift: -60 },
  'other-client': { title: 'an X-SIGNATURE over another client key', signedClient: altered },
  sha1: { title: 'an X-SIGNATURE of SHA-1', hash: 'sha1' },
  sha512: { title: 'an X-SIGNATURE of SHA-512', hash: 'sha512' },
  'joined-text': { title: 'an X-SIGNATURE over both without the bar between them', separator: '' },
  'comma-text': { title: 'an X-SIGNATURE over both with a comma between them', separator: ',' },
  'client-only': { title: 'an X-SIGNATURE over the client key alone', only: 'client' },
  'timestamp-only': { title: 'an X-SIGNATURE over the timestamp alone', only: 'timestamp' },
  hmac: { title: 'an X-SIGNATURE that is a MAC with the client key', key: 'client' },
  swapped: { title: 'an X-SIGNATURE over timestamp and client key in the other order', swapped: true },
  truncated: {
    title: 'an X-SIGNATURE cut by its last bytes',
    signature: (signature) => signature.subarray(0, -4).toString('base64'),
    pipe: 'head -c -4 |',
  },
  'bit-flip': {
    title: 'an X-SIGNATURE with one bit flipped',
    signature: flipBit,
    pipe: `perl -0777 -pe 'substr($_,-1)=chr(ord(substr($_,-1))^1)' |`,
  },
  'not-base64': { title: 'an X-SIGNATURE that is not Base64', signature: () => '*** not Base64 ***' },
  'timestamp-not-iso': { title: 'an X-TIMESTAMP in the form of an HTTP date', timestamp: 'not-iso' },
  'timestamp-no-offset': { title: 'an X-TIMESTAMP without offset', timestamp: 'no-offset' },
  'timestamp-date-only': { title: 'an X-TIMESTAMP without a time', timestamp: 'date-only' },
  'timestamp-stale': { title: 'an X-TIMESTAMP of the past, well signed', shift: -1 },
  'timestamp-future': { title: 'an X-TIMESTAMP of the future, well signed', shift: 1 },
  'timestamp-utc': { title: 'an X-TIMESTAMP in UTC with Z', timestamp: 'utc' },
};

let last: { pem: string; passphrase: string; key: KeyObject } | null = null;
// Reading a key costs as much as signing with it, and a run signs with one key only.
function keyOf(pem: string, passphrase: string): KeyObject {
  if (last?.pem !== pem || last.passphrase !== passphrase)
    last = { pem, passphrase, key: createPrivateKey({ key: pem, ...(passphrase ? { passphrase } : {}) }) };
  return last.key;
}

let other: KeyObject | null = null;
function otherKey(): KeyObject {
  other ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  return other;
}

/** Shell lines that set $KEY to a file of the key, whether the variable holds PEM text or a path to a .pem or .p12 file. */
function keyFile(key: Text, passphrase: Text | undefined): string[] {
  const store = `openssl pkcs12 -in "${key.shell}" -nodes -nocerts -passin env:PASSPHRASE -out "$KEY"`;
  return [
    // A passphrase among the arguments of a command could be read by everyone on the machine.
    ...(passphrase?.value ? [`export PASSPHRASE="${passphrase.shell}"`] : ['export PASSPHRASE=']),
    // Line breaks may be written \n, as the suite takes them.
    `KEY=$(mktemp); case "${key.shell}" in *BEGIN*) printf '%b\\n' "${key.shell}";; *) cat "${key.shell}";; esac > "$KEY"`,
    // Stores of old tools use ciphers that OpenSSL 3 opens only when asked to.
    `grep -q BEGIN "$KEY" || ${store} 2>/dev/null || ${store.replace('pkcs12', 'pkcs12 -legacy')}`,
  ];
}

function sealWith(auth: AuthDraft, twist: Omit<Twist, 'title'>, now: Date, timestampOffset: number): Sealed {
  const { clientKey = plain(''), privateKey = plain(''), passphrase } = auth.inputs;
  const offset = (twist.shift ?? 0) * timestampOffset;
  const sent = timestamp(now, offset, twist.timestamp ?? 'jakarta');
  const client = twist.client ? twist.client(clientKey) : clientKey;
  const signedClient = twist.signedClient ? twist.signedClient(client) : client;
  const signedTime = twist.signedShift ? timestamp(now, twist.signedShift, 'jakarta') : sent;
  const both = twist.swapped ? [signedTime, signedClient] : [signedClient, signedTime];
  const one = { client: [signedClient], timestamp: [signedTime] };
  const inputs = twist.only ? one[twist.only] : both;
  const separator = twist.separator ?? '|';
  const hash = twist.hash ?? 'sha256';
  const key = twist.key === 'other' ? otherKey() : keyOf(privateKey.value, passphrase?.value ?? '');
  const text = inputs.map(({ value }) => value).join(separator);
  const raw =
    twist.key === 'client'
      ? createHmac('sha256', client.value).update(text).digest()
      : createSign(`RSA-${hash.toUpperCase()}`).update(text).sign(key);
  const value = (twist.signature ?? ((signature) => signature.toString('base64')))(raw);
  const signedByShell = inputs.map((text) => (text === sent ? '$TIMESTAMP' : text.shell)).join(separator);
  const passin = twist.key === 'other' ? '' : ' -passin env:PASSPHRASE';
  const signing = twist.key === 'client' ? `-hmac "${client.shell}" -binary` : `-sign "$KEY"${passin}`;
  const signature: Text = {
    value,
    shown: value === '*** not Base64 ***' ? value : `‹signature, ${ways[auth.way ?? '']?.title ?? 'as documented'}›`,
    shell: twist.signature && !twist.pipe ? value : '$SIGNATURE',
    secrets: value === '*** not Base64 ***' ? [] : [value],
  };
  return {
    headers: [
      ['X-TIMESTAMP', { ...sent, shell: '$TIMESTAMP' }],
      ['X-CLIENT-KEY', client],
      ['X-SIGNATURE', signature],
    ],
    prelude: [
      `TIMESTAMP="${sent.shell}"`,
      ...(twist.key === 'other'
        ? ['KEY=$(mktemp); openssl genrsa -out "$KEY" 2048 2>/dev/null']
        : keyFile(privateKey, passphrase)),
      `SIGNATURE=$(printf '%s' "${signedByShell}" | openssl dgst -${hash} ${signing} | ${twist.pipe ?? ''} base64 | tr -d '\\n'); rm -f "$KEY"; unset PASSPHRASE`,
    ],
  };
}

/** BI SNAP asymmetric signature: `X-SIGNATURE: Base64(SHA256withRSA(clientKey|timestamp))`. */
export const snapSignature: Mechanism = {
  inputs: ['clientKey', 'privateKey', 'passphrase'],
  ways: Object.fromEntries(Object.entries(ways).map(([way, { title }]) => [way, title])),
  unavailable(way, auth) {
    const miss = headerMisses.find((one) => `${one}-client` === way);
    return miss ? noMiss(miss, auth.inputs['clientKey']?.value ?? '') : null;
  },
  seal(auth, { now, timestampOffset }) {
    const twist = auth.way === null ? {} : ways[auth.way];
    if (!twist) throw new Error(`The SNAP signature has no way "${auth.way}"`);
    return sealWith(auth, twist, now, timestampOffset);
  },
};

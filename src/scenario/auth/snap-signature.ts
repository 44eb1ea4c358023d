import { createHmac, createPrivateKey, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { AuthDraft } from '../draft.ts';
import { literal, output, shellWord, through, variable } from '../shell.ts';
import { altered, headerMisses, join, nearMisses, noMiss, plain, type Text } from '../text.ts';
import type { Mechanism, Sealed } from './mechanism.ts';

const timeVariable = 'conformance_timestamp';
const jakarta = { hours: 7, text: '+07:00' };

/** `yyyy-MM-ddTHH:mm:ss+07:00`, the form BI SNAP gives. */
function isoJakarta(now: Date): string {
  return `${new Date(now.getTime() + jakarta.hours * 3_600_000).toISOString().slice(0, 19)}${jakarta.text}`;
}

/** How a timestamp is written: as BI SNAP gives it, in UTC, or in a form that is none. */
type TimeForm = 'jakarta' | 'utc' | 'no-offset' | 'date-only' | 'not-iso' | 'blank' | 'no-such-second';

/** A timestamp `offset` seconds from now. */
function timestamp(now: Date, offset: number, form: TimeForm): Text {
  const at = new Date(now.getTime() + offset * 1000);
  const local = isoJakarta(at);
  const forms = {
    jakarta: [local, jakarta.hours, `%Y-%m-%dT%H:%M:%S${jakarta.text}`],
    utc: [`${at.toISOString().slice(0, 19)}Z`, 0, '%Y-%m-%dT%H:%M:%SZ'],
    'no-offset': [local.slice(0, 19), jakarta.hours, '%Y-%m-%dT%H:%M:%S'],
    'date-only': [local.slice(0, 10), jakarta.hours, '%Y-%m-%d'],
    blank: [local.replace('T', ' '), jakarta.hours, `%Y-%m-%d %H:%M:%S${jakarta.text}`],
    'no-such-second': [`${local.slice(0, 17)}61${jakarta.text}`, jakarta.hours, `%Y-%m-%dT%H:%M:61${jakarta.text}`],
    'not-iso': [at.toUTCString(), 0, '%a, %d %b %Y %H:%M:%S GMT'],
  } as const;
  const [value, hours, pattern] = forms[form];
  // GNU and BSD date shift a time by options of their own, each unknown to the other.
  const seconds = hours * 3600 + offset;
  const command = `LC_ALL=C perl -MPOSIX -e 'print strftime q(${pattern}), gmtime(time + ${seconds})'`;
  return { value, shown: value, shell: output(command), secrets: [] };
}

/** What a way changes; what it does not name is done as documented. */
interface Twist {
  title: string;
  timestamp?: TimeForm;
  /** −1 for the past, 1 for the future. */
  shift?: -1 | 1;
  /** Seconds by which the timestamp is off, whatever the environment says. */
  off?: number;
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

/** Seconds by which a timestamp is off that is out of every usual window: a quarter of an hour, and time to ask. */
const outOfWindow = { 'timestamp-quarter-hour-old': -905, 'timestamp-quarter-hour-ahead': 905 };

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
  'other-timestamp': { title: 'an X-SIGNATURE over another timestamp', signedShift: -7200 },
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
    pipe: `perl -0777 -pe 'substr($_,-4)=q()'`,
  },
  'bit-flip': {
    title: 'an X-SIGNATURE with one bit flipped',
    signature: flipBit,
    pipe: `perl -0777 -pe 'substr($_,-1)=chr(ord(substr($_,-1))^1)'`,
  },
  'not-base64': { title: 'an X-SIGNATURE that is not Base64', signature: () => '*** not Base64 ***' },
  'timestamp-not-iso': { title: 'an X-TIMESTAMP in the form of an HTTP date', timestamp: 'not-iso' },
  'timestamp-no-offset': { title: 'an X-TIMESTAMP without offset', timestamp: 'no-offset' },
  'timestamp-date-only': { title: 'an X-TIMESTAMP without a time', timestamp: 'date-only' },
  'timestamp-blank': { title: 'an X-TIMESTAMP with a blank for the T', timestamp: 'blank' },
  'timestamp-no-such-second': { title: 'an X-TIMESTAMP of a second that no minute has', timestamp: 'no-such-second' },
  'timestamp-stale': { title: 'an X-TIMESTAMP of the past, well signed', shift: -1 },
  'timestamp-future': { title: 'an X-TIMESTAMP of the future, well signed', shift: 1 },
  'timestamp-quarter-hour-old': {
    title: 'an X-TIMESTAMP of a quarter of an hour ago, well signed',
    off: outOfWindow['timestamp-quarter-hour-old'],
  },
  'timestamp-quarter-hour-ahead': {
    title: 'an X-TIMESTAMP of a quarter of an hour from now, well signed',
    off: outOfWindow['timestamp-quarter-hour-ahead'],
  },
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

const keyVariable = 'conformance_key';
const keyFile = `"$${keyVariable}"`;

/** Shell lines that put a key into a file of its own, which ends with the shell. */
const newKeyFile = [`${keyVariable}=$(mktemp)`, `trap 'rm -f ${keyFile}' EXIT`];

/** Shell lines that make the key file, whether the variable holds PEM text or a path to a .pem or .p12 file. */
function keyFileOf(key: Text, passphrase: Text | undefined): string[] {
  const given = shellWord(key.shell);
  const store = (legacy: string): string =>
    `openssl pkcs12${legacy} -in ${keyFile} -nodes -nocerts -passin env:conformance_passphrase`;
  const opened = (legacy: string): string => `conformance_pem=$(${store(legacy)} 2>/dev/null)`;
  return [
    // A passphrase among the arguments of a command could be read by everyone on the machine.
    `export conformance_passphrase=${passphrase?.value ? shellWord(passphrase.shell) : "''"}`,
    ...newKeyFile,
    // Line breaks may be written \n, as the suite takes them. The bracket before the pattern is for bash 3.2.
    `case ${given} in (*BEGIN*) printf '%b\\n' ${given};; (*) cat < ${given};; esac > ${keyFile}`,
    // Stores of old tools use ciphers that OpenSSL 3 opens only when asked to.
    `grep -q BEGIN ${keyFile} || { { ${opened('')} || ${opened(' -legacy')}; } && printf '%s\\n' "$conformance_pem" > ${keyFile}; }`,
  ];
}

const ownKey = [...newKeyFile, `openssl genrsa -out ${keyFile} 2048 2>/dev/null`];

const offsetOf = ({ shift, off = 0 }: Pick<Twist, 'shift' | 'off'>, timestampOffset: number): number =>
  (shift ?? 0) * timestampOffset + off;

function sealWith(auth: AuthDraft, twist: Omit<Twist, 'title'>, now: Date, timestampOffset: number): Sealed {
  const { clientKey = plain(''), privateKey = plain(''), passphrase } = auth.inputs;
  const offset = offsetOf(twist, timestampOffset);
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
  // What is signed is made once, so that it is the same second that is sent.
  const sentTime = { ...sent, shell: variable(timeVariable) };
  const signedByShell = join(
    ...inputs.flatMap((text, index) => [index === 0 ? '' : separator, text === sent ? sentTime : text]),
  );
  const passin = twist.key === 'other' ? '' : ' -passin env:conformance_passphrase';
  const pipe = [
    twist.key === 'client'
      ? `openssl dgst -sha256 -hmac ${shellWord(client.shell)} -binary`
      : `openssl dgst -${hash} -sign ${keyFile}${passin}`,
    ...(twist.pipe ? [twist.pipe] : []),
    "base64 | tr -d '\\n'",
  ];
  const isMade = !twist.signature || twist.pipe !== undefined;
  const signature: Text = {
    value,
    shown: value === '*** not Base64 ***' ? value : `‹signature, ${ways[auth.way ?? '']?.title ?? 'as documented'}›`,
    shell: isMade ? pipe.reduce(through, signedByShell.shell) : literal(value),
    secrets: value === '*** not Base64 ***' ? [] : [value],
  };
  return {
    headers: [
      ['X-TIMESTAMP', sentTime],
      ['X-CLIENT-KEY', client],
      ['X-SIGNATURE', signature],
    ],
    prelude: [
      `${timeVariable}=${shellWord(sent.shell)}`,
      ...(isMade ? (twist.key === 'other' ? ownKey : keyFileOf(privateKey, passphrase)) : []),
    ],
  };
}

/** BI SNAP asymmetric signature: `X-SIGNATURE: Base64(SHA256withRSA(clientKey|timestamp))`. */
export const snapSignature: Mechanism = {
  inputs: ['clientKey', 'privateKey', 'passphrase'],
  optional: ['passphrase'],
  headers: ['X-TIMESTAMP', 'X-CLIENT-KEY', 'X-SIGNATURE'],
  ways: Object.fromEntries(Object.entries(ways).map(([way, { title }]) => [way, title])),
  timeHeader: 'X-TIMESTAMP',
  outOfWindow,
  // RSA with PKCS #1 v1.5 signs the same text to the same bytes, and X-TIMESTAMP has whole seconds.
  signedSeconds(auth, { now, timestampOffset }) {
    const { signedShift, ...twist } = ways[auth.way ?? ''] ?? {};
    const second = Math.floor(now.getTime() / 1000);
    return [second + offsetOf(twist, timestampOffset), ...(signedShift === undefined ? [] : [second + signedShift])];
  },
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

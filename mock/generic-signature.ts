import { constants, createHash, createHmac, timingSafeEqual, verify } from 'node:crypto';
import { publicKeyOf, strictBase64, tokenIn } from './credentials.ts';
import type { Account, Row } from './generic-contract.ts';
import { at } from './generic-contract.ts';
import { readDate, writeDate } from './generic-dates.ts';
import type { Received } from './http.ts';
import { headerValues, singleHeader } from './http.ts';

/** A signed request, and what it is held against. */
export interface Signed {
  /** What the contract says is signed, and how. */
  row: Row;
  /** How the contract has a token sent. */
  bearer?: Row;
  received: Received;
  account: Account;
  /** Milliseconds since the epoch. */
  now: number;
  windowSeconds: number;
  /** What is read of a part of the request in place of what was received: for servers that are lax in one part alone. */
  instead?: (name: string, argument: string, value: Buffer) => Buffer;
}

const hex = (text: string, letters: RegExp): Buffer | undefined =>
  letters.test(text) && text.length % 2 === 0 ? Buffer.from(text, 'hex') : undefined;

/** How the bytes of a signature are read from its text; undefined where they cannot be. */
const decoders: Record<string, (text: string) => Buffer | undefined> = {
  base64: strictBase64,
  base64url(text) {
    const bytes = Buffer.from(text, 'base64url');
    return text !== '' && bytes.toString('base64url') === text ? bytes : undefined;
  },
  hex: (text) => hex(text, /^[0-9a-f]+$/),
  'hex-upper': (text) => hex(text, /^[0-9A-F]+$/),
};

/** JSON without the blanks between its tokens. */
function withoutBlanks(body: Buffer): Buffer {
  const kept: number[] = [];
  let inside = false;
  for (let index = 0; index < body.length; index++) {
    const byte = body[index] ?? 0;
    if (inside && byte === 0x5c) {
      kept.push(byte, body[++index] ?? 0);
      continue;
    }
    if (byte === 0x22) inside = !inside;
    if (inside || ![0x20, 0x09, 0x0a, 0x0d].includes(byte)) kept.push(byte);
  }
  return Buffer.from(kept);
}

const bodyOf = ({ received }: Signed): Buffer => Buffer.from(received.body);

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

/** The bytes of one part of the request; `day` is the instant whose date is signed. */
function part(signed: Signed, name: string, argument: string, day: number): Buffer {
  const { received, account, row } = signed;
  const zone = String(at(row, 'timestamp')['zone'] ?? row['zone'] ?? 'Z');
  switch (name) {
    case 'method':
      return utf8(received.method);
    case 'path':
      return utf8(received.path);
    case 'target':
      return utf8(received.query === '' ? received.path : `${received.path}?${received.query}`);
    case 'token':
      return utf8(tokenIn(received, signed.bearer ?? {}) ?? '');
    case 'body':
      return bodyOf(signed);
    case 'minified body':
      return withoutBlanks(bodyOf(signed));
    case 'header':
      return Buffer.from(headerValues(received, argument)[0] ?? '', 'latin1');
    case 'credential':
      return utf8(String(account[argument] ?? ''));
    case 'date':
      return utf8(writeDate(day, argument, zone));
    default:
      throw new Error(`The mock knows no part "${name}" of a request`);
  }
}

function partOf(signed: Signed, name: string, argument: string, day: number): Buffer {
  const value = part(signed, name, argument, day);
  return signed.instead?.(name, argument, value) ?? value;
}

/** The bytes that the text between two braces stands for. */
function evaluated(signed: Signed, text: string, day: number): Buffer {
  const call = /^\s*(\w+)\((.*)\)\s*((?:\|[^|()]*)*)$/.exec(text);
  const [source = '', ...filters] = call ? ['', ...(call[3] ?? '').split('|').slice(1)] : text.split('|');
  const colon = source.indexOf(':');
  const [name, argument] = colon < 0 ? [source, ''] : [source.slice(0, colon), source.slice(colon + 1)];
  const first = call
    ? createHash(String(call[1]))
        .update(evaluated(signed, call[2] ?? '', day))
        .digest()
    : partOf(signed, name.trim(), argument.trim(), day);
  return filters.reduce((bytes, filter) => {
    const text = bytes.toString('latin1');
    const filtered: Record<string, string> = {
      hex: bytes.toString('hex'),
      base64: bytes.toString('base64'),
      lower: text.replace(/[A-Z]+/g, (run) => run.toLowerCase()),
      upper: text.replace(/[a-z]+/g, (run) => run.toUpperCase()),
    };
    return Buffer.from(filtered[filter.trim()] ?? text, 'latin1');
  }, first);
}

function signedText(signed: Signed, day: number): Buffer {
  const pieces = String(signed.row['over']).matchAll(/\{\{|\}\}|\{((?:[^}']|'[^']*')*)\}|[^{}]+/g);
  return Buffer.concat(
    [...pieces].map(([all, inside]) => {
      if (inside !== undefined) return evaluated(signed, inside, day);
      return utf8(all === '{{' || all === '}}' ? all.slice(1) : all);
    }),
  );
}

function verified({ row, account }: Signed, text: Buffer, bytes: Buffer): boolean {
  const algorithm = String(row['algorithm']);
  const key = String(account[String(at(row, 'key')['credential'])] ?? '');
  const shared = /^hmac-(sha\d+)$/.exec(algorithm)?.[1];
  if (shared) {
    const expected = createHmac(shared, key).update(text).digest();
    return expected.length === bytes.length && timingSafeEqual(expected, bytes);
  }
  const publicKey = publicKeyOf(key);
  if (algorithm === 'ed25519') return verify(null, text, publicKey, bytes);
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  return verify('sha256', text, { key: publicKey, ...(algorithm === 'rsa-pss-sha256' ? padding : {}) }, bytes);
}

const unreadableTime = [
  'not-iso',
  'no-offset',
  'date-only',
  'epoch',
  'iso',
  'other-unit',
  'blank',
  'no-such-second',
].map((way) => `timestamp-${way}`);

function brokenTime({ row, received, now, windowSeconds }: Signed): string[] | null {
  const timestamp = at(row, 'timestamp');
  if (timestamp['header'] === undefined) return null;
  const given = singleHeader(received, String(timestamp['header'])).found ?? '';
  const [form, zone] = [String(timestamp['form']), String(timestamp['zone'] ?? row['zone'] ?? 'Z')];
  const sentAt = readDate(given, form, zone);
  if (sentAt === undefined) return unreadableTime;
  // A day or an hour is as long as it is: the window is around the present one.
  if (!/ss|epoch/.test(form)) {
    const near = [0, -1, 1].some((way) => writeDate(now + way * windowSeconds * 1000, form, zone) === given);
    return near ? null : ['timestamp-stale', 'timestamp-future'];
  }
  return Math.abs(now - sentAt) > windowSeconds * 1000 ? ['timestamp-stale', 'timestamp-future'] : null;
}

/** What stands in the header of a signature before and behind it. */
function around(signed: Signed): [before: string, after: string] {
  const { row } = signed;
  const value = String(row['value'] ?? '{signature}');
  const [before = '', after = ''] = value
    .split('{signature}')
    .map((text) => signedText({ ...signed, row: { ...row, over: text } }, signed.now).toString('latin1'));
  return [before, after];
}

/** The ways to put another credential beside the signature. */
const unknownIn = (row: Row): string[] =>
  [...String(row['value'] ?? '').matchAll(/\{credential:([^}|]+)/g)].map(
    ([, name = '']) => `unknown-${name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()}`,
  );

/** How a request fails what its contract says is signed: the ways to break it, the likeliest first; null when it does not. */
export function brokenSignature(signed: Signed): string[] | null {
  const { row, received, now, windowSeconds } = signed;
  const header = String(row['header']);
  const values = headerValues(received, header);
  if (values.length === 0) return ['absent', 'empty'];
  if (values[0] === '') return ['empty', 'absent'];
  const time = brokenTime(signed);
  if (time) return time;
  const [before, after] = around(signed);
  const given = values[0] ?? '';
  const isAround = given.startsWith(before) && given.endsWith(after) && given.length > before.length + after.length;
  if (!isAround) return ['bare', ...unknownIn(row), 'unreadable', 'other-encoding', 'other-key'];
  const inside = given.slice(before.length, given.length - after.length);
  const bytes = values.length === 1 ? decoders[String(row['encoding'])]?.(inside) : undefined;
  if (!bytes) return ['unreadable', 'other-encoding', 'other-key'];
  // A date that is signed and not sent is that of either clock: around midnight these are two.
  const days = [now, now - windowSeconds * 1000, now + windowSeconds * 1000];
  return days.some((day) => verified(signed, signedText(signed, day), bytes)) ? null : ['other-key', 'bit-flip'];
}

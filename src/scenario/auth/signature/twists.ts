/** The ways to break or vary a signature, each derived from what a contract says is signed and how. Pure. */
import { datePartsOf, resolutionOf } from '../../../contract/date-form.ts';
import { valueTemplateOf } from '../../../contract/header-value.ts';
import { ingredientKey, ingredientsOf } from '../../../contract/template.ts';
import type { SignatureRow } from '../../../formats/auth.ts';
import { plain } from '../../text.ts';
import type { Breaks } from '../mechanism.ts';
import { type Algorithm, algorithms, type HashName } from './algorithms.ts';
import { joined } from './dates.ts';
import { kebab, ofText } from './other-text.ts';
import type { Twist } from './twist.ts';

/** Seconds by which a timestamp is off that is out of every usual window: a quarter of an hour, and time to ask. */
export const outOfWindow = { 'timestamp-quarter-hour-old': -905, 'timestamp-quarter-hour-ahead': 905 };

/** What the ways do to the signature, or to the time: after `any` no key verifies the one, and no window holds the other. */
export const breaks: Readonly<Record<string, Breaks>> = {
  absent: 'out',
  'other-key': 'any',
  'bit-flip': 'any',
  truncated: 'any',
  'timestamp-stale': 'any',
  'timestamp-future': 'any',
};

/** What a signature is that no decoder reads. */
export const unreadable = '*** not Base64 ***';

const flipped = (signature: Buffer): Buffer => {
  const copy = Buffer.from(signature);
  copy.writeUInt8((copy.at(-1) ?? 0) ^ 1, copy.length - 1);
  return copy;
};

const hashes: readonly HashName[] = ['sha1', 'sha256', 'sha512'];

/** Another algorithm of the same kind of key; an Ed25519 key knows no other. */
const otherAlgorithm: Partial<Record<SignatureRow['algorithm'], Partial<Algorithm>>> = {
  'rsa-sha256': { kind: 'rsa-pss' },
  'rsa-pss-sha256': { kind: 'rsa' },
  'ecdsa-p256-sha256': { hash: 'sha512' },
  'hmac-sha256': { hash: 'sha512' },
  'hmac-sha512': { hash: 'sha256' },
};

/** The ways that the algorithm and its key give. */
function ofAlgorithm(row: SignatureRow, named: string): Record<string, Twist> {
  const { kind, hash } = algorithms[row.algorithm];
  const other = otherAlgorithm[row.algorithm];
  const hmac = kind === 'hmac';
  return {
    'other-key': { title: hmac ? `${named} with another secret` : `${named} of another private key`, key: 'unknown' },
    ...(hmac ? { 'empty-key': { title: `${named} with an empty secret`, key: 'empty' as const } } : {}),
    ...(other ? { 'other-algorithm': { title: `${named} by another algorithm`, algorithm: other } } : {}),
    ...(kind === 'ed25519'
      ? {}
      : Object.fromEntries(
          hashes
            .filter((one) => one !== hash)
            .map((one) => [
              one,
              { title: `${named} of ${one.toUpperCase().replace('SHA', 'SHA-')}`, algorithm: { hash: one } },
            ]),
        )),
  };
}

const otherEncoding: Record<SignatureRow['encoding'], SignatureRow['encoding']> = {
  base64: 'hex',
  base64url: 'hex',
  hex: 'base64',
  'hex-upper': 'base64',
};

/** The ways that what stands around the signature gives. */
function ofValue(row: SignatureRow, named: string): Record<string, Twist> {
  if (row.value === undefined) return {};
  const credentials = ingredientsOf(valueTemplateOf(row.value)).filter(({ name }) => name === 'credential');
  return {
    bare: { title: `${named} without what stands around the signature`, value: 'bare' },
    ...Object.fromEntries(
      credentials.map((one) => [
        `unknown-${kebab(one.argument)}`,
        { title: `${named} beside another ${one.argument}`, value: { other: ingredientKey(one) } },
      ]),
    ),
  };
}

/** The ways that the form of the signature gives. */
function ofForm(row: SignatureRow, named: string): Record<string, Twist> {
  const { encoding, header } = row;
  const other = otherEncoding[encoding];
  return {
    'other-encoding': { title: `${named} in ${other === 'hex' ? 'hexadecimal' : 'Base64'}`, encoding: other },
    truncated: {
      title: `${named} cut by its last bytes`,
      bytes: { make: (signature) => signature.subarray(0, -4), command: `perl -0777 -pe 'substr($_,-4)=q()'` },
    },
    'bit-flip': {
      title: `${named} with one bit flipped`,
      bytes: { make: flipped, command: `perl -0777 -pe 'substr($_,-1)=chr(ord(substr($_,-1))^1)'` },
    },
    empty: { title: `an empty ${header}`, instead: plain('') },
    absent: { title: `no ${header}`, instead: null },
    ...ofValue(row, named),
    unreadable: {
      title: `${named} that is no ${encoding.startsWith('hex') ? 'hexadecimal' : 'Base64'}`,
      instead: plain(unreadable),
    },
  };
}

/** The form of a date and time with something else in place of a part; null where it has no such part, or no other. */
function instead(form: string, part: RegExp, other: string): string | null {
  const changed = form.replace(part, other);
  return changed === form || changed === '' ? null : changed;
}

const httpDate = "EEE, dd MMM yyyy HH:mm:ss 'GMT'";
const isoForm = "yyyy-MM-dd'T'HH:mm:ssXXX";
/** The zone of a form, with its colon or without. */
const offset = /XXX|xx/;

/** The ways that the timestamp gives. */
function ofTimestamp(row: SignatureRow): Record<string, Twist> {
  const { timestamp } = row;
  if (!timestamp) return {};
  const { header, form, zone = row.zone ?? 'Z' } = timestamp;
  const an = `${/^[AEIOUX]/i.test(header) ? 'an' : 'a'} ${header}`;
  const fields = datePartsOf(form).flatMap((part) => ('field' in part ? [part.field] : []));
  const isEpoch = form.startsWith('epoch-');
  const written = (title: string, style: string | null, at = zone): Twist[] =>
    style === null ? [] : [{ title: `${an} ${title}`, timestamp: { form: style, zone: at } }];
  const forms: Record<string, Twist[]> = isEpoch
    ? {
        'timestamp-iso': written('as a date and time of ISO 8601', isoForm),
        'timestamp-other-unit': written(
          form === 'epoch-seconds' ? 'in milliseconds' : 'in seconds',
          form === 'epoch-seconds' ? 'epoch-milliseconds' : 'epoch-seconds',
        ),
      }
    : {
        'timestamp-no-offset': written('without offset', instead(form, offset, '')),
        'timestamp-date-only':
          fields.includes('dd') && fields.includes('HH') ? written('without a time', 'yyyy-MM-dd') : [],
        'timestamp-blank': written('with a blank for the T', instead(form, /'T'/, "' '")),
        'timestamp-no-such-second': written('of a second that no minute has', instead(form, /(?<!s)ss(?!s)/, "'61'")),
        'timestamp-epoch': written('in seconds since the epoch', 'epoch-seconds'),
        'timestamp-joined-zone': written('whose zone has no colon', instead(form, /XXX/, `'${joined(zone)}'`)),
        'timestamp-parted-zone': written(
          'whose zone has a colon',
          instead(form, /xx/, `'${zone === 'Z' ? '+00:00' : zone}'`),
        ),
        // Whoever reads the parts and passes over the zone takes it for the time it is.
        'timestamp-other-zone': written(
          'of the right hour in a zone that is hours away',
          instead(form, offset, zone === 'Z' ? `'${fields.includes('xx') ? '+0700' : '+07:00'}'` : "'Z'"),
        ),
        'timestamp-utc':
          zone === 'Z' || !offset.test(form) ? [] : written('in UTC with Z', form.replace(offset, 'XXX'), 'Z'),
      };
  return {
    ...(form === httpDate
      ? { 'timestamp-iso': { title: `${an} as a date and time of ISO 8601`, timestamp: { form: isoForm, zone } } }
      : {
          'timestamp-not-iso': { title: `${an} in the form of an HTTP date`, timestamp: { form: httpDate, zone: 'Z' } },
        }),
    ...Object.fromEntries(Object.entries(forms).flatMap(([way, twists]) => twists.map((twist) => [way, twist]))),
    'timestamp-stale': { title: `${an} of the past, well signed`, shift: -1 },
    'timestamp-future': { title: `${an} of the future, well signed`, shift: 1 },
    ...(resolutionOf(form) === 'longer' ? {} : quarterHours(an)),
  };
}

/** A time that is off by a quarter of an hour, where a time shows that at all. */
function quarterHours(an: string): Record<string, Twist> {
  return {
    'timestamp-quarter-hour-old': {
      title: `${an} of a quarter of an hour ago, well signed`,
      off: outOfWindow['timestamp-quarter-hour-old'],
    },
    'timestamp-quarter-hour-ahead': {
      title: `${an} of a quarter of an hour from now, well signed`,
      off: outOfWindow['timestamp-quarter-hour-ahead'],
    },
  };
}

const namedIn = ({ header }: SignatureRow): string => `${/^[AEIOUX]/i.test(header) ? 'an' : 'a'} ${header}`;

/** The ways that sign another text, or by another key or algorithm. */
export function forgedBy(row: SignatureRow): string[] {
  return Object.keys({ ...ofText(row, namedIn(row)), ...ofAlgorithm(row, namedIn(row)) });
}

/** The ways that write the time in a form near the documented one, or in a zone that it is not of. */
export function mistimedBy(row: SignatureRow): string[] {
  const known = twistsOf(row);
  return ['timestamp-other-zone', 'timestamp-epoch', 'timestamp-joined-zone'].filter((way) => way in known);
}

const derived = new Map<string, Record<string, Twist>>();

/** Every way that a signature of a contract gives, by its name. */
export function twistsOf(row: SignatureRow): Record<string, Twist> {
  const key = JSON.stringify(row);
  const known = derived.get(key);
  if (known) return known;
  const named = namedIn(row);
  const ways = { ...ofText(row, named), ...ofAlgorithm(row, named), ...ofForm(row, named), ...ofTimestamp(row) };
  derived.set(key, ways);
  return ways;
}

import { createHash } from 'node:crypto';
import { pointerOf } from '../contract/json.ts';
import type { Json } from '../contract/types.ts';
import type { RedactedValue } from '../results/format.ts';

/** Takes every secret out of a text. */
export type Redactor = (text: string) => string;

/** Secrets shorter than this would blot out innocent text; the doctor warns of them. */
const least = 4;

const spelled = new Map<string, string[]>();
const mostSpelled = 500;

/** The spellings of a value; those of a target's secrets are asked for in every exchange. */
function spellings(value: string): string[] {
  const known = spelled.get(value);
  if (known) return known;
  if (spelled.size >= mostSpelled) spelled.clear();
  const made = spell(value);
  spelled.set(value, made);
  return made;
}

function spell(value: string): string[] {
  const bytes = Buffer.from(value);
  const base64 = bytes.toString('base64');
  const encoded = encodeURIComponent(value);
  const json = JSON.stringify(value).slice(1, -1);
  const forms = [
    value,
    value.trim(),
    base64,
    base64.replace(/=+$/, ''),
    bytes.toString('base64url'),
    encodeURIComponent(base64),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    encoded,
    encoded.toLowerCase(),
    encoded.replaceAll('%20', '+'),
    json,
    json.replaceAll('/', '\\/'),
    value.replaceAll('\n', ''),
    ...(value.includes('\n') ? value.split('\n').filter((line) => line.length >= 40) : []),
  ];
  return forms.filter((form) => form.length >= least);
}

/** Tells a secret apart without giving it: its length and the first hex digits of its SHA-256. */
export function fingerprint(value: string): string {
  return `${value.length} characters, sha256 ${sha256Start(value)}`;
}

function sha256Start(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 8);
}

/** Whether a text holds one of the secrets, in any of the forms that are redacted. */
export function createFinder(secrets: string[]): (text: string) => boolean {
  const forms = [...new Set(secrets.flatMap(spellings))];
  return (text) => forms.some((form) => text.includes(form));
}

/** Redacts the secrets in raw, Base64, hex, URL-encoded and JSON-escaped form, and the Base64 of texts that hold them. */
export function createRedactor(secrets: string[], tokens: string[]): Redactor {
  const marks = new Map<string, string>();
  for (const secret of secrets) for (const form of spellings(secret)) marks.set(form, '‹secret›');
  for (const token of tokens) for (const form of spell(token)) marks.set(form, `‹token: ${fingerprint(token)}›`);
  const longestFirst = [...marks].sort(([a], [b]) => b.length - a.length);
  return (text) => {
    let redacted = text;
    for (const [form, mark] of longestFirst) if (redacted.includes(form)) redacted = redacted.replaceAll(form, mark);
    return redacted.replace(jwtPattern, (jwt) => `‹token: ${fingerprint(jwt)}›`);
  };
}

const jwtPattern = /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}(\.[A-Za-z0-9_-]*)?/g;
const holdsJwt = new RegExp(jwtPattern.source);
const tokenName = /token$/i;
const tokenInText = /token["']?\s*[:=]\s*["']?([A-Za-z0-9._~+/-]{8,}=*)/gi;

/** Every value in an answer that looks like a token, by its member name or its form, with the pointer it stands at. */
export function tokensIn(text: string, json: Json | undefined): { pointer: string; value: string }[] {
  const found: { pointer: string; value: string }[] = [];
  const walk = (value: Json, pointer: string, named: boolean): void => {
    if (typeof value === 'string') {
      if ((named && value.length >= least) || holdsJwt.test(value)) found.push({ pointer, value });
    } else if (value !== null && typeof value === 'object') {
      for (const [name, member] of Object.entries(value))
        walk(member, `${pointer}${pointerOf([name])}`, named || tokenName.test(name));
    }
  };
  // Large bodies without either need no walk.
  if (json !== undefined && text !== '' && !/token|eyJ/i.test(text) && !text.includes('\\u')) return found;
  if (json !== undefined) walk(json, '', false);
  else for (const [, value = ''] of text.matchAll(tokenInText)) found.push({ pointer: '', value });
  return found;
}

/** What may be told of a token. */
export function describeToken({ pointer, value }: { pointer: string; value: string }): RedactedValue {
  const shape = value.replace(/[a-z]/g, 'a').replace(/[A-Z]/g, 'A').replace(/[0-9]/g, '0');
  const jwt = decodeJwt(value);
  return { pointer, length: value.length, sha256: sha256Start(value), shape, ...(jwt ? { jwt } : {}) };
}

/** Header and claims of a JWT, its signature unread; null when the value is none. */
export function decodeJwt(value: string): { header: Json; claims: Json } | null {
  // The limit keeps a hostile token of a million dots cheap.
  const segments = value.split('.', 4);
  if (segments.length !== 3) return null;
  try {
    const [header, claims] = segments
      .slice(0, 2)
      .map((segment) => JSON.parse(Buffer.from(segment, 'base64url').toString()) as Json);
    return header === undefined || claims === undefined ? null : { header, claims };
  } catch {
    return null;
  }
}

/** Answers changed in one respect. */
import { createHmac } from 'node:crypto';
import type { Answer } from '../mock/server.ts';
import type { Json, JsonObject } from '../src/formats/json.ts';

/** The body of an answer as JSON; an empty object when it is not JSON. */
export function jsonOf(answer: Answer): JsonObject {
  try {
    const value = JSON.parse(Buffer.from(answer.body).toString('utf8')) as Json;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}

/** The answer with another body. */
export function withBody(answer: Answer, body: Json | Uint8Array): Answer {
  return { ...answer, body: body instanceof Uint8Array ? body : JSON.stringify(body) };
}

/** The answer with these bytes or this text for a body. */
export function withText(answer: Answer, body: string | Uint8Array): Answer {
  return { ...answer, body };
}

/** The answer without the header of that name, and with the lines given instead. */
export function withHeader(answer: Answer, name: string, ...values: string[]): Answer {
  const rest = answer.headers.filter(([key]) => key.toLowerCase() !== name.toLowerCase());
  return { ...answer, headers: [...rest, ...values.map((value): [string, string] => [name, value])] };
}

/** The keys of a JSON pointer. */
export function keysOf(pointer: string): string[] {
  return pointer === '' ? [] : pointer.slice(1).split('/');
}

/** A copy of a JSON object with its member at the pointer replaced; `undefined` takes it out. Missing parents are made. */
export function put(json: JsonObject, pointer: string, value: Json | undefined): JsonObject {
  const [key, ...rest] = keysOf(pointer);
  if (key === undefined) return value as JsonObject;
  if (rest.length === 0) {
    const { [key]: _old, ...others } = json;
    // In place, so that the order of the members stays.
    return value === undefined ? others : { ...json, [key]: value };
  }
  const child = json[key];
  const inner = typeof child === 'object' && child !== null && !Array.isArray(child) ? child : {};
  return { ...json, [key]: put(inner, `/${rest.join('/')}`, value) };
}

/** The value at a pointer. */
export function at(json: Json, pointer: string): Json | undefined {
  return keysOf(pointer).reduce<Json | undefined>(
    (here, key) => (typeof here === 'object' && here !== null && !Array.isArray(here) ? here[key] : undefined),
    json,
  );
}

/** The answer with its member at the pointer replaced or taken out. */
export function withMember(answer: Answer, pointer: string, value: Json | undefined): Answer {
  return withBody(answer, put(jsonOf(answer), pointer, value));
}

/** The answer with another status, which its body repeats wherever it named the old one, alone or as first digits. */
export function withStatus(answer: Answer, status: number): Answer {
  const repeat = (value: Json): Json => {
    if (value === answer.status) return status;
    if (typeof value === 'string' && /^\d{7}$/.test(value) && value.startsWith(String(answer.status)))
      return `${status}${value.slice(3)}`;
    if (Array.isArray(value)) return value.map(repeat);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, repeat(member)]));
  };
  const body = Buffer.from(answer.body).toString('utf8').startsWith('{')
    ? JSON.stringify(repeat(jsonOf(answer)))
    : answer.body;
  return { ...answer, status, body };
}

/** What crashes: a 500 with a framework's page. */
export const crash: Answer = {
  status: 500,
  headers: [['Content-Type', 'text/html; charset=utf-8']],
  body: '<!DOCTYPE html><html><body><h1>Whoops, something went wrong.</h1></body></html>',
};

const part = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JWT of these parts; its signature is that of a key nobody holds. */
export function jwt(claims: Json, header: Json = { typ: 'JWT', alg: 'HS256' }, hash = 'sha256'): string {
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${createHmac(hash, 'throw-away').update(signed).digest('base64url')}`;
}

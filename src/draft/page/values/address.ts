/** Addresses of operations, and which of them are one. */

import { remembered } from '../words/remembered.ts';

/** A method and a path, as far as a page gives them. */
export interface Address {
  method: string | null;
  path: string | null;
  /** The reader of the page has to provide it, so that it is none of the provider's. */
  isOfClient?: boolean;
}

/** A part of a path that stands for something else: `{id}`, `<id>` or `:id`; the mark at the end of an address may be lost. */
const variable = /\{([^}/]*)\}|<([^>/]*)(?:>|$)|(?<=\/):(\w+)/g;

const held = '{}';

/** The names of what a path holds in place of values. */
export function namesIn(path: string): string[] {
  return [...path.matchAll(variable)].map(([, braces, angles, colon]) => (braces ?? angles ?? colon ?? '').trim());
}

/** The first part of a path that stands for something else, as it is written; undefined where none does. */
export function firstVariable(path: string): string | undefined {
  return path.match(variable)?.[0];
}

/** A path with the parts that stand for something else as OpenAPI writes them. */
export function asTemplate(path: string): string {
  return path.replace(variable, (...[, braces, angles, colon]) => `{${String(braces ?? angles ?? colon).trim()}}`);
}

/** A path as a page has it, with the mark at its end that is lost where an address stands between such marks. */
export const closed = (path: string): string => path.replace(/<([^<>/]{1,60})$/, '<$1>');

/** A path, whatever its variable parts are called. */
export function withoutNames(path: string): string {
  return path.replace(variable, held);
}

/** The parts of a path. */
const segments = remembered((path) =>
  withoutNames(path)
    .split('/')
    .filter((part) => part !== ''),
);

/** What a path ends with, which is the same in all addresses of one operation. */
export function lastPart(path: string): string {
  return segments(path).at(-1) ?? '';
}

/** How many of the last parts of two paths are compared: pages write a path with and without what stands before two names. */
function compared(one: string[], other: string[]): number {
  const most = Math.min(one.length, other.length);
  let names = 0;
  let count = 0;
  while (count < most && names < 2) {
    count++;
    if (one.at(-count) !== held) names++;
  }
  return count;
}

/** Whether two addresses are those of one operation: pages write a path with and without its prefix. */
export function sameAddress(one: Address, other: Address): boolean {
  if ((one.isOfClient ?? false) !== (other.isOfClient ?? false)) return false;
  if (one.method !== null && other.method !== null && one.method !== other.method) return false;
  if (one.path === null || other.path === null) return true;
  const [a, b] = [segments(one.path), segments(other.path)];
  const count = compared(a, b);
  return count === 0 ? a.length === b.length : a.slice(-count).join('/') === b.slice(-count).join('/');
}

/** Whether a part of a path reads as a value: it holds a digit. */
const isValue = (part: string): boolean => part !== held && /\d/.test(part) && !/^v\d+(?:\.\d+)*$/i.test(part);

/** Whether a path is another one with values in place of what stands for them, as samples show it. */
export function isFilledIn(template: string, path: string): boolean {
  const [a, b] = [segments(template), segments(path)];
  return (
    a.length === b.length &&
    a.includes(held) &&
    a.every((part, at) => part === b[at] || (part === held && isValue(b[at] ?? '')))
  );
}

/** Whether a path of an operation is another one of its paths with whatever values in place of what stands for them. */
export function isCaseOf(template: string, path: string): boolean {
  const [a, b] = [segments(template), segments(path)];
  const names = a.filter((part) => part !== held).length;
  const isTemplate = names > 0 && names < a.length && a.length === b.length;
  return isTemplate && path !== template && a.every((part, at) => part === b[at] || part === held);
}

/** Templates of one operation that its samples are looked for under. */
const mostTemplates = 20;

/** The paths that are given to one operation, without those of samples, which have values in them. */
export function withoutCases<One extends { value: string }>(paths: (One | undefined)[]): (One | undefined)[] {
  const all = new Set(paths.flatMap((one) => one?.value ?? []));
  const templates = [...all].filter((path) => firstVariable(path) !== undefined).slice(0, mostTemplates);
  return templates.length === 0
    ? paths
    : paths.filter((one) => !one || !templates.some((template) => isCaseOf(template, one.value)));
}

/** Numbers of paths by how these end: a page may have very many, and to compare each with each takes too long. */
export class PathEnds {
  readonly #lists = new Map<string, number[]>();

  /** Adds the number of a path. */
  add(path: string, number: number): void {
    const parts = segments(path);
    const last = parts.at(-1) ?? '';
    for (const key of [`${Math.min(parts.length, 2)} ${parts.slice(-2).join('/')}`, `any ${last}`]) {
      const list = [...(this.#lists.get(key) ?? []), number];
      this.#lists.set(
        key,
        list.sort((a, b) => a - b),
      );
    }
  }

  /** Lists of the numbers of all paths that may be one with a path, each in order. */
  like(path: string): number[][] {
    const parts = segments(path);
    const last = parts.at(-1) ?? '';
    const keys = parts.length > 1 ? [`2 ${parts.slice(-2).join('/')}`, `1 ${last}`] : [`any ${last}`];
    return keys.map((key) => this.#lists.get(key) ?? []);
  }

  /** Lists of the numbers of all paths that a path may be with values filled in, each in order. */
  filledIn(path: string): number[][] {
    const [before = '', last = ''] = segments(path).slice(-2);
    const ends = [last, held].flatMap((end) => [before, held].map((one) => `2 ${one}/${end}`));
    return ends.map((key) => this.#lists.get(key) ?? []);
  }
}

/** Whether the host of an address is left to the reader, as `https://{tenant}.a.test` and `https://your-domain.a.test`. */
export function isPlaceholderHost(address: string): boolean {
  const host = address.replace(/^https?:\/\//i, '').split(/[/?#]/)[0] ?? '';
  // A word alone stands for the host: nobody reaches it from elsewhere.
  if (/^[a-z][\w-]*$/i.test(host) && host.toLowerCase() !== 'localhost') return true;
  // Nobody's names, as writers put them: `hub.company.com`, `api.domain.com`.
  if (
    /(?:^|\.)(?:my-?)?(?:company|domain|server|host|website|bank|merchant)\.(?:com|org|net|tld)(?::\d+)?$/i.test(host)
  )
    return true;
  return /[{}<>[\]$]|%7b|%3c|\b(your|my)[-_]?(own|domain|sub-?domain|company|tenant|instance|org\w*|host|server|site|account|region)|\byour\b/i.test(
    host,
  );
}

/** A path of several parts without the slash before it; a host has a dot in its first part, and a file that people read an ending. */
const unslashed = /^(?!(?:application|text|multipart|image|audio|video)\/)[\w{}<>-]+(?:\/[\w.{}<>-]+)+\/?$/;
const forPeople = /\.(?:html?|md|pdf|png|svg)$/i;

/** An address with its first slash, where it is a path that can be no other words: it has a version, or ends as that of a token does. */
export function slashed(place: string): string {
  const isPath =
    unslashed.test(place) &&
    !forPeople.test(place) &&
    /(?:^|\/)v\d+(?:\.\d+)*\/|(?:token|oauth|auth|authenticate|authorize|login|session)s?\/?$/i.test(place);
  return isPath ? `/${place}` : place;
}

/** The path of an address; what the reader is to put in stays marked as such. */
export const pathOf = (url: string): string =>
  new URL(url).pathname.replace(/%7B|%7D|%3C|%3E/gi, (code) => decodeURIComponent(code));

/** Whether a path ends with a version, which the paths of the operations follow. */
export const isVersionBase = (path: string): boolean =>
  /\/v\d+(?:\.\d+){0,2}\/?$/i.test(path) && !/token|login|sessions?|authenticat/i.test(path);

/** The last two names of a host below which each provider of a country has one, as `co.id`. */
const shared = /^(?:ac|co|com|edu|go|gov|my|net|or|org|web)\.[a-z]{2}$/;

/** A host without the name that it has in the domain of its provider; one of two names is that domain. */
export function domainOf(host: string): string {
  const above = host.split('.').slice(1).join('.');
  return above.includes('.') && !shared.test(above) ? above : host;
}

/** The domain that a provider has registered, as `a.co.id` is for `api.sandbox.a.co.id`. */
export function providerOf(host: string): string {
  const names = host.toLowerCase().split('.');
  return names.slice(shared.test(names.slice(-2).join('.')) ? -3 : -2).join('.');
}

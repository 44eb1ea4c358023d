/** What the samples of a page state. */

import { bareType } from '../../../contract/media-type.ts';
import type { Json, Schema } from '../../../formats/json.ts';
import { isObject, pointerOf } from '../../../formats/json.ts';
import { isUrl } from '../../../formats/url.ts';
import type { HeaderFact, Member, Statement } from '../../facts/facts.ts';
import { ignoredHeaders } from '../../facts/ignored-headers.ts';
import { anyItem } from '../../facts/list-items.ts';
import { readScheme } from '../sentences/labels.ts';
import { isPlaceholderHost, pathOf } from '../values/address.ts';
import { readQuery } from '../values/address-query.ts';
import { isPlaceholder, isProof } from '../values/values.ts';
import { oneTypeIn, readMediaType } from '../words/content-types.ts';
import type { Sample } from './sample-bodies.ts';

function typeOfValue(value: Json): Schema {
  if (value === null) return {};
  if (Array.isArray(value)) return { type: 'array' };
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' };
  return { type: typeof value };
}

/** The members that a sample of a body shows, each with its type. */
export function membersOf(body: Json, at: string, pointer = ''): Member[] {
  if (Array.isArray(body)) return pointer === '' ? [] : inEachItem(body, at, pointer);
  if (!isObject(body)) return [];
  return Object.entries(body).flatMap(([name, value]) => {
    // Dots stand for members that a sample leaves out.
    if (/^(?:\.{2,}|…)$/.test(name.trim())) return [];
    const here = `${pointer}${pointerOf([name])}`;
    const member: Member = {
      pointer: here,
      at: `${at}, ${here.slice(1).replaceAll('/', '.').replaceAll('.*', '[]')}`,
      origin: 'sample',
      required: null,
      schema: typeOfValue(value),
      example: value,
    };
    return [member, ...membersOf(value, at, here)];
  });
}

/** Items of a list of a sample that are looked at. */
const mostItems = 20;

/** The members that the items of a list in a sample have, of the type that they have in all of them. */
function inEachItem(list: Json[], at: string, pointer: string): Member[] {
  const items = list.slice(0, mostItems);
  if (!items.every(isObject)) return [];
  const found = new Map<string, Member>();
  for (const member of items.flatMap((item) => membersOf(item, at, `${pointer}/${anyItem}`))) {
    const known = found.get(member.pointer);
    if (!known) found.set(member.pointer, member);
    else if (known.schema['type'] !== member.schema['type']) found.set(member.pointer, { ...known, schema: {} });
  }
  return [...found.values()];
}

function readTarget(target: string, at: string, statement: Statement): void {
  const whole = /^https?:/i.test(target) && isUrl(target) ? new URL(target) : null;
  const { search = '' } =
    whole ?? (target.startsWith('/') && isUrl(target, 'http://a') ? new URL(target, 'http://a') : {});
  if (target.startsWith('/')) statement.path ??= { value: target.split('?')[0] ?? '', at };
  else if (whole && isPlaceholderHost(whole.origin)) statement.path ??= { value: pathOf(whole.href), at };
  else if (whole)
    statement.servers.push({
      url: whole.origin,
      path: pathOf(whole.href),
      label: '',
      production: false,
      at,
      origin: 'sample',
    });
  readQuery(search, at, statement);
}

/** Adds to a list what it has not got by its key; the keys are kept, since one body may have very many members. */
function adderOf<T>(list: T[], keyOf: (one: T) => string): (one: T) => void {
  const keys = new Set(list.map(keyOf));
  return (one) => {
    const key = keyOf(one);
    if (!keys.has(key)) list.push(one);
    keys.add(key);
  };
}

const adderOfMembers = (members: Member[]): ((one: Member) => void) => adderOf(members, ({ pointer }) => pointer);

interface Adders {
  header: (one: HeaderFact) => void;
  request: (one: Member) => void;
  /** Members of the answers, by their status. */
  answers: Map<number, (one: Member) => void>;
}

function readRequest(sample: Sample, statement: Statement, adders: Adders): void {
  const { at } = sample;
  if (sample.method) statement.method ??= { value: sample.method, at };
  if (sample.target) readTarget(sample.target, at, statement);
  for (const [name, value] of sample.headers) {
    const lower = name.toLowerCase();
    if (lower === 'host' && isUrl(`https://${value}`) && !isPlaceholderHost(value))
      statement.servers.push({ url: `https://${value}`, label: '', production: false, at, origin: 'sample' });
    if (lower === 'content-type') readMediaType(value, at, statement);
    if (lower === 'authorization') readScheme(value, at, statement);
    const accept = lower === 'accept' ? oneTypeIn(value) : undefined;
    if (accept !== undefined) statement.accept ??= accept;
    // The form of a time is shown by its example alone as a rule; no request sends the value itself.
    const shown = isProof(name) && !isPlaceholder(value) ? { example: value } : {};
    if (!ignoredHeaders.includes(lower))
      adders.header({ name, at, origin: 'sample', required: null, schema: { type: 'string' }, value, ...shown });
  }
  if (sample.body === undefined) return;
  for (const member of membersOf(sample.body, at)) adders.request(member);
}

function readAnswer(sample: Sample, statement: Statement, { answers }: Adders): void {
  if (sample.status === undefined) return;
  const members = sample.body === undefined ? [] : membersOf(sample.body, sample.at);
  const known = statement.answers.find(({ status }) => status === sample.status);
  if (known) {
    const add = answers.get(sample.status) ?? adderOfMembers(known.members);
    answers.set(sample.status, add);
    for (const member of members) add(member);
  } else {
    const header = sample.headers.find(([name]) => name.toLowerCase() === 'content-type');
    const type = bareType(header?.[1] ?? '');
    statement.answers.push({
      ...{ status: sample.status, at: sample.at, origin: 'sample', members },
      ...(sample.assumed ? { assumed: true as const } : {}),
      ...(sample.words === undefined ? {} : { words: sample.words }),
      ...(type ? { mediaType: { value: type.toLowerCase(), at: sample.at } } : {}),
    });
  }
}

/** Adds what samples show to a statement: types of members, statuses, addresses; nothing about what is mandatory. */
export function readSamples(samples: Sample[], statement: Statement): void {
  const adders: Adders = {
    header: adderOf(statement.headers, ({ name }) => name.toLowerCase()),
    request: adderOfMembers(statement.request),
    answers: new Map(),
  };
  for (const sample of samples) {
    if (sample.side === 'request') readRequest(sample, statement, adders);
    else readAnswer(sample, statement, adders);
  }
}

/** What the samples of a page state. */

import type { Json, Schema } from '../../formats/json.ts';
import { isObject } from '../../formats/json.ts';
import { ignoredHeaders, type Member, nothing, type Statement } from '../facts/facts.ts';
import type { Sample } from './messages.ts';

function typeOfValue(value: Json): Schema {
  if (value === null) return {};
  if (Array.isArray(value)) return { type: 'array' };
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' };
  return { type: typeof value };
}

function membersOf(body: Json, at: string, pointer = ''): Member[] {
  if (!isObject(body)) return [];
  return Object.entries(body).flatMap(([name, value]) => {
    const here = `${pointer}/${name}`;
    const member: Member = {
      pointer: here,
      at: `${at}, ${here.slice(1).replaceAll('/', '.')}`,
      origin: 'sample',
      required: null,
      schema: typeOfValue(value),
      example: value,
    };
    return [member, ...membersOf(value, at, here)];
  });
}

function readRequest(sample: Sample, statement: Statement): void {
  const { at } = sample;
  if (sample.method) statement.method ??= { value: sample.method, at };
  if (sample.target?.startsWith('/')) statement.path ??= { value: sample.target.split('?')[0] ?? '', at };
  else if (sample.target && URL.canParse(sample.target)) {
    const { origin, pathname } = new URL(sample.target);
    statement.servers.push({ url: origin, path: pathname, label: '', production: false, at, origin: 'sample' });
  }
  for (const [name, value] of sample.headers) {
    const lower = name.toLowerCase();
    if (lower === 'host')
      statement.servers.push({ url: `https://${value}`, label: '', production: false, at, origin: 'sample' });
    if (lower === 'content-type')
      statement.mediaType ??= { value: value.split(';')[0]?.trim().toLowerCase() ?? '', at };
    if (lower === 'authorization') {
      const scheme = value.split(' ')[0]?.toLowerCase() ?? '';
      if (scheme === 'basic' || scheme === 'bearer') statement.security ??= { value: scheme, at };
    }
    if (!ignoredHeaders.includes(lower) && !statement.headers.some((header) => header.name.toLowerCase() === lower))
      statement.headers.push({ name, at, origin: 'sample', required: null, schema: { type: 'string' }, value });
  }
  if (sample.body === undefined) return;
  statement.mediaType ??= {
    value: sample.format === 'form' ? 'application/x-www-form-urlencoded' : 'application/json',
    at,
  };
  for (const member of membersOf(sample.body, at)) {
    if (!statement.request.some(({ pointer }) => pointer === member.pointer)) statement.request.push(member);
  }
}

function readAnswer(sample: Sample, statement: Statement): void {
  if (sample.status === undefined) return;
  const members = sample.body === undefined ? [] : membersOf(sample.body, sample.at);
  const known = statement.answers.find(({ status }) => status === sample.status);
  if (known) {
    for (const member of members) {
      if (!known.members.some(({ pointer }) => pointer === member.pointer)) known.members.push(member);
    }
  } else statement.answers.push({ status: sample.status, at: sample.at, origin: 'sample', members });
}

/** The samples of a page as one statement: types of members, statuses, addresses; nothing about what is mandatory. */
export function fromSamples(samples: Sample[]): Statement {
  const statement = nothing('sample');
  for (const sample of samples) {
    if (sample.side === 'request') readRequest(sample, statement);
    else readAnswer(sample, statement);
  }
  return statement;
}

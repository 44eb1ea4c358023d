/** Rows of a contract that need no linking, as the engine knows them. */
import { recordOf } from './json.ts';
import type { AnswerMatch, CredentialSpec, Json, JsonObject, Reading, Refusal, Schema, Source } from './types.ts';

/** One value or several, as a list. */
export function list<T>(value: T | T[] | undefined): T[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** An answer as a contract describes it. */
export function match(row: JsonObject): AnswerMatch {
  return {
    status: row['status'] === 'probe' ? 'probe' : list(row['status'] as number | number[]),
    body: (row['body'] ?? {}) as Record<string, Schema>,
    narrowed: row['narrowed'] === true,
    nothing: row['nothing'] === true,
    ways: (row['ways'] ?? []) as string[],
    effect: row['effect'] === 'notes' ? 'notes' : 'warns',
    note: String(row['note'] ?? ''),
  };
}

/** The rows of a refusal that describe an answer, documented or tolerated. */
export function matchRows(refusal: Json): JsonObject[] {
  const { documented, tolerated } = refusal as JsonObject;
  return [...list(documented as JsonObject[]), ...list(tolerated as JsonObject[] | undefined)];
}

/** A reading as it stands in a contract. */
export function reading(row: JsonObject): Reading {
  return {
    id: String(row['id']),
    statement: String(row['statement']),
    at: String(row['at']),
    on: row['on'] === 'granted' ? 'granted' : null,
    scenario: typeof row['scenario'] === 'string' ? row['scenario'] : null,
    check: typeof row['check'] === 'string' ? row['check'] : null,
    options: row['options'] as unknown as Reading['options'],
  };
}

/** The sections of a contract that others refer to by key. */
export function sectionsOf(raw: JsonObject) {
  const section = (name: string): [string, JsonObject][] =>
    Object.entries((raw[name] ?? {}) as JsonObject).map(([key, value]) => [key, value as JsonObject]);
  const sources = recordOf(
    section('sources').map(([key, value]): [string, Source] => [
      key,
      {
        key,
        title: String(value['title']),
        url: String(value['url']),
        read: String(value['read']),
        named: key === 'page' || value['named'] === true,
      },
    ]),
  );
  const credentials = recordOf(
    section('credentials').map(([key, value]): [string, CredentialSpec] => [
      key,
      {
        description: String(value['description']),
        secret: value['secret'] === true,
        optional: value['optional'] === true,
        list: value['list'] === true,
        ...(value['format'] === 'private-key' ? { format: 'private-key' as const } : {}),
      },
    ]),
  );
  const refusals = recordOf(
    section('refusals').map(([name, value]): [string, Refusal] => [
      name,
      {
        name,
        statement: String(value['statement']),
        documented: (value['documented'] as JsonObject[]).map(match),
        tolerated: ((value['tolerated'] ?? []) as JsonObject[]).map(match),
      },
    ]),
  );
  return { sources, credentials, refusals };
}

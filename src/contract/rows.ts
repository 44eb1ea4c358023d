/** Rows of a contract that need no linking, as the engine knows them. */
import type { AnswerMatch, JsonObject, Reading, Schema } from './types.ts';

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
    ways: (row['ways'] ?? []) as string[],
    note: String(row['note'] ?? ''),
  };
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

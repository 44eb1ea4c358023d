/** Rows of a contract that need no linking, as the engine knows them. */
import type { AnswerRow, BlockedRow, ContractFile, ReadingRow, RefusalRow, ToleratedRow } from '../formats/contract.ts';
import { recordOf } from '../formats/json.ts';
import type { AnswerMatch, CredentialSpec, Reading, Refusal, Source } from './types.ts';

/** One value or several, as a list. */
export function list<T>(value: T | T[] | undefined): T[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** An answer as a contract describes it. */
export function match(row: AnswerRow | BlockedRow | ToleratedRow): AnswerMatch {
  const { status, body, narrowed, nothing, ways, effect, note }: Partial<ToleratedRow> = row;
  return {
    status: status === 'probe' ? status : status === 'handshake' ? [] : list(status),
    ...(status === 'handshake' ? { handshake: true } : {}),
    body: body ?? {},
    narrowed: narrowed === true,
    nothing: nothing === true,
    ways: ways ?? [],
    effect: effect ?? 'warns',
    note: note ?? '',
  };
}

/** The rows of a refusal that describe an answer, documented or tolerated. */
export function matchRows({ documented, tolerated = [] }: RefusalRow): (AnswerRow | ToleratedRow)[] {
  return [...documented, ...tolerated];
}

/** A reading of a contract, as written there. */
export function reading({ on, scenario, check, ...row }: ReadingRow): Reading {
  return { ...row, on: on ?? null, scenario: scenario ?? null, check: check ?? null };
}

/** The sections of a contract that others refer to by key. */
export function sectionsOf(file: ContractFile) {
  const sources = recordOf(
    Object.entries(file.sources).map(([key, row]): [string, Source] => [
      key,
      { ...row, key, named: key === 'page' || row.named === true },
    ]),
  );
  const credentials = recordOf(
    Object.entries(file.credentials).map(([key, row]): [string, CredentialSpec] => [
      key,
      { ...row, secret: row.secret === true, optional: row.optional === true, list: row.list === true },
    ]),
  );
  const refusals = recordOf(
    Object.entries(file.refusals).map(([name, { statement, documented, tolerated = [] }]): [string, Refusal] => [
      name,
      { name, statement, documented: documented.map(match), tolerated: tolerated.map(match) },
    ]),
  );
  return { sources, credentials, refusals };
}

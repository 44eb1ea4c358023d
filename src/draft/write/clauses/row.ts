/** A clause of a draft before it has an id of its own, and what clauses of several kinds share. */
import type { TokenPointers } from '../../../formats/contract.ts';
import type { JsonObject } from '../../../formats/json.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Access } from '../basis/good-request.ts';
import type { Names } from '../basis/names.ts';
import type { Faults } from '../refusals/unnamed.ts';

/** What the rows need to know of the draft. */
export interface RowContext {
  names: Names;
  facts: Facts;
  access: Access;
  /** The unit of the lifetime; null where no member of a grant is known to declare it. */
  lifetime: TokenPointers['lifetimeUnit'] | null;
  /** The unit is that of RFC 6749, and the page says none. */
  standard?: boolean;
  /** Statuses of the answers that refuse. */
  refused: number[];
  /** How each fault of the request is refused. */
  faults: Faults;
}

/** A clause of a draft: a `must` of the page unless it says otherwise. */
export interface Row {
  id: string;
  statement: string;
  at: string;
  level?: 'should' | 'may';
  source?: string;
  rest: JsonObject;
}

/** A demand about who may ask: what is broken is refused as credentials, unless `more` says otherwise. */
export const row = (id: string, statement: string, at: string, demand: JsonObject, more: JsonObject = {}): Row => ({
  id,
  statement,
  at,
  rest: { demand, refusal: 'credentials', ...more },
});

/** Of the quick subset. */
export const gate = { gate: true };

/** What a row promises of answers. */
export const promise = (check: string, rest: JsonObject): JsonObject => ({ promise: { check, ...rest } });

/** What a clause says of answers of a media type. */
export const mediaTypeStatement = (mediaType: string): string =>
  mediaType === 'application/json'
    ? 'An answer is JSON, and says so in Content-Type.'
    : `An answer is of the media type ${mediaType}.`;

/** The classes of refusal of a draft. */
import { isObject, type JsonObject } from '../../formats/json.ts';
import type { Facts } from '../facts/facts.ts';
import { grantIn } from '../facts/grant.ts';
import { isForm } from './bodies.ts';
import { documentedWith } from './codes.ts';
import { mediaTypeRefusal, type Refusals } from './refusals.ts';
import type { Faults } from './unnamed.ts';

/** How a form with a parameter that does not decode may be answered: one that nobody knows may be ignored with the rest. */
function formRefusal(facts: Facts, parameters: JsonObject, token: string): Record<string, JsonObject> {
  const status = grantIn(facts.answers)?.status ?? 200;
  const granted = {
    status,
    body: { [token]: { type: 'string', minLength: 1 } },
    ways: ['bad-escape', 'bad-utf8'],
    effect: 'notes',
    note: 'A parameter that the page does not name may be ignored, whether it decodes or not.',
  };
  return isForm(facts.mediaType) ? { body: { ...parameters, tolerated: [granted] } } : {};
}

/** Refused in one way or the other: what cannot be read of a body holds no credentials either. */
const either = (one: JsonObject, other: JsonObject): JsonObject => ({
  statement: `${one['statement']}, or ${other['statement']}, since the credentials are in the body`,
  documented: [one['documented'] ?? [], other['documented'] ?? []].flat(),
});

/**
 * The refusals of a draft.
 * @param asserts whether an assertion in the body authenticates the client
 * @param faults how each fault of the request is refused
 * @param own the status of each credential that has one of its own, by the id of the refusal
 */
export function refusalRows(
  facts: Facts,
  { credentials, parameters }: Refusals,
  token: string,
  asserts: boolean,
  own: Record<string, number>,
  faults: Faults,
): Record<string, JsonObject> {
  // A code in a sample is that of one fault, and others of its status have codes of their own.
  const row = (what: string, statuses: number[]): JsonObject => ({
    statement: `refused as ${what} (${statuses.join(' or ')})`,
    documented: documentedWith(facts, faults.statuses, statuses),
  });
  const unnamed: JsonObject = {
    statement: `refused for what the page gives no status (${faults.statuses.join(' or ')})`,
    documented: documentedWith(facts, [], faults.statuses),
  };
  const unread = faults.whole('body') === 'unnamed' ? unnamed : row('parameters', parameters);
  return {
    ...Object.fromEntries(Object.entries(own).map(([id, status]) => [id, row('credentials', [status])])),
    credentials: row('credentials', credentials),
    parameters: row('parameters', parameters),
    unnamed,
    ...formRefusal(facts, asserts ? either(unread, row('credentials', credentials)) : unread, token),
    ...(mediaTypeRefusal(facts) === null ? {} : { 'media-type': row('another media type', [415]) }),
    method: {
      statement: 'refused (405 or 404)',
      documented: [{ status: [405, 404] }],
      tolerated: [
        { status: [400, 401, 403, 501], effect: 'notes', note: 'The page names no status for another method.' },
      ],
    },
  };
}

/** Rows of a draft in which wrong credentials may be refused as unreadable where they hold a control character. */
export function orUnreadable(rows: Record<string, JsonObject>, clauses: readonly JsonObject[]): typeof rows {
  const { credentials } = rows;
  const ways = clauses.flatMap(({ demand, refusal }) => {
    const list = refusal === 'credentials' && isObject(demand) ? demand['break'] : [];
    return Array.isArray(list) ? list.map(String).filter((way) => /^(?:line|nul)-after/.test(way)) : [];
  });
  if (!credentials || ways.length === 0) return rows;
  const tolerated = {
    status: [400, 422],
    ways: [...new Set(ways)],
    effect: 'notes',
    note: 'Credentials hold no control character (RFC 7617 2, RFC 6749 Appendix A), and a server may not read them.',
  };
  return { ...rows, credentials: { ...credentials, tolerated: [tolerated] } };
}

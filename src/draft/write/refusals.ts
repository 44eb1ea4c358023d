/** The classes of refusal of a draft. */
import { isObject, type JsonObject, lastKeyOf } from '../../formats/json.ts';
import type { Facts, Todo } from '../facts/facts.ts';
import { grantIn } from '../facts/grant.ts';
import { isForm } from './bodies.ts';
import { spoken, wrong } from './refusal-words.ts';
import { refusesCredentials } from './refused-credentials.ts';

/** The statuses of the two refusals of a draft, and what stays open of them. */
export interface Refusals {
  credentials: number[];
  /** Each that the page gives: which fault has which, it need not say. */
  parameters: number[];
  todos: Todo[];
}

/** How wrong credentials and wrong parameters are refused; a status the page does not give is a guess and a TODO. */
export function refusalsOf(facts: Facts): Refusals {
  const statuses = facts.answers.map(({ status }) => status).filter((status) => status >= 400);
  const todos: Todo[] = [];
  // Another status than 401 is that of credentials where the page says so.
  const saying = facts.answers.filter(
    ({ status, words = '' }) => status >= 400 && words.split('\n').some(refusesCredentials),
  );
  const said = statuses.includes(401) ? [401] : saying.map(({ status }) => status);
  const pick = (name: string, wanted: number[], guess: number): number[] => {
    const found = wanted.filter((status) => statuses.includes(status));
    // A page without any refusal is one question already.
    if (found.length === 0 && statuses.length > 0)
      todos.push({
        name: `refusal ${name}`,
        what: `how wrong ${name} are refused: the page documents no such status, ${guess} is a guess`,
        ask: { about: 'refusal', statuses: wanted },
      });
    return found.length > 0 ? found : [guess];
  };
  return {
    credentials: pick('credentials', said.length > 0 ? said : [401], 401),
    parameters: pick('parameters', [422, 400], 400),
    todos,
  };
}

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

/** The status that the words about one refusal give to a wrong value of a header, where it is another than that of credentials. */
export function ownStatus({ answers }: Facts, name: string): number | null {
  const naming = answers.filter(
    ({ status, words = '' }) =>
      status >= 400 &&
      status < 500 &&
      // Each line is about a fault of its own.
      words.split('\n').some((one) => spoken(name).test(one) && wrong.test(one)),
  );
  const [first] = naming;
  return first && naming.length === 1 && ![400, 401, 422].includes(first.status) ? first.status : null;
}

/** Whether the words about refused parameters name others of them, and not this header, whose absence is another matter then. */
export function isNoParameter({ answers, headers, queries, request }: Facts, header: string): boolean {
  const said = answers.flatMap(({ status, words = '' }) =>
    [400, 422].includes(status) && words !== '' ? [words] : [],
  );
  const fields = [...headers, ...queries].map(({ name }) => name);
  const others = [...fields, ...request.map(({ pointer }) => lastKeyOf(pointer))]
    .filter((name) => name !== header)
    .map(spoken);
  return (
    said.length > 0 &&
    said.every((words) => !spoken(header).test(words) && others.some((pattern) => pattern.test(words)))
  );
}

/** Refused in one way or the other: what cannot be read of a body holds no credentials either. */
const either = (one: JsonObject, other: JsonObject): JsonObject => ({
  statement: `${one['statement']}, or ${other['statement']}, since the credentials are in the body`,
  documented: [one['documented'] ?? [], other['documented'] ?? []].flat(),
});

/**
 * The refusals of a draft.
 * @param asserts whether an assertion in the body authenticates the client
 * @param own the status of each credential that has one of its own, by the id of the refusal
 */
export function refusalRows(
  facts: Facts,
  { credentials, parameters }: Refusals,
  token: string,
  asserts: boolean,
  own: Record<string, number>,
): Record<string, JsonObject> {
  // A code in a sample is that of one fault, and others of its status have codes of their own.
  const row = (what: string, [status = 0, ...more]: number[]): JsonObject => ({
    statement: `refused as ${what} (${[status, ...more].join(' or ')})`,
    documented: [{ status: more.length > 0 ? [status, ...more] : status }],
  });
  return {
    ...Object.fromEntries(Object.entries(own).map(([id, status]) => [id, row('credentials', [status])])),
    credentials: row('credentials', credentials),
    parameters: row('parameters', parameters),
    ...formRefusal(
      facts,
      asserts ? either(row('parameters', parameters), row('credentials', credentials)) : row('parameters', parameters),
      token,
    ),
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

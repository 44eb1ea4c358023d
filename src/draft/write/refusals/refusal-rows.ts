/** The classes of refusal of a draft. */
import { isObject, type JsonObject } from '../../../formats/json.ts';
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { grantIn } from '../../merge/grant.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isForm } from '../basis/bodies.ts';
import { documentedWith } from './codes.ts';
import { keepsEscapes } from './kept-escapes.ts';
import { mediaTypeRefusal, otherTypes, type Refusals } from './refusals.ts';
import type { Faults } from './unnamed.ts';

/** How a form with a parameter that does not decode may be answered: one that nobody knows may be ignored with the rest. */
function formRefusal(facts: Facts, parameters: JsonObject, token: string | null): Record<string, JsonObject> {
  const status = grantIn(facts.answers)?.status ?? 200;
  const granted = {
    status,
    // A place that nobody knows is demanded of no answer.
    ...(token === null ? {} : { body: { [token]: { type: 'string', minLength: 1 } } }),
    ways: ['bad-escape', 'bad-utf8'],
    effect: 'notes',
    note: 'A parameter that the page does not name may be ignored, whether it decodes or not.',
  };
  if (!isForm(facts.mediaType)) return {};
  return { body: keepsEscapes(facts) ? parameters : { ...parameters, tolerated: [granted] } };
}

/** Refused in one way or the other: what cannot be read of a body holds no credentials either. */
const either = (one: JsonObject, other: JsonObject, since: string): JsonObject => ({
  statement: `${one['statement']}, or ${other['statement']}, since ${since}`,
  documented: [one['documented'] ?? [], other['documented'] ?? []].flat(),
});

/** Words for another method than the one of the endpoint. */
const noOther = oneOf(word.not, word.only, word.without, 'other than', 'instead of', 'selain');
const otherMethod = pattern`${oneOf(
  '\\b(?:method|verb|metode)\\b',
  `\\b${noOther}\\b[^.;\\n]{0,30}\\b(?:GET|POST|PUT)\\b`,
  `\\b(?:GET|PUT|PATCH|DELETE)\\b[^.;\\n]{0,30}\\b${oneOf(word.not, word.refused)}\\b`,
)}`;
const ofScheme = /\b(?:auth\w*|login|payment|pembayaran|grant|signature|signing|hash\w*|otentikasi|otorisasi)\b/i;

/** The statuses other than 405 of which some line says that they are those of another method. */
const methodSaid = ({ answers }: Pick<Facts, 'answers'>): number[] =>
  answers
    .filter(
      ({ status, words = '' }) =>
        status >= 400 &&
        status < 500 &&
        status !== 405 &&
        words.split('\n').some((line) => otherMethod.test(line) && !ofScheme.test(line)),
    )
    .map(({ status }) => status);

/** How another method is refused: with the status that HTTP has for it, where the page documents that, or with the one that its words name. */
function ofMethod(facts: Facts): JsonObject {
  const documented = facts.answers.some(({ status }) => status === 405);
  const said = methodSaid(facts);
  if (documented || said.length > 0) {
    const all = [...said, ...(documented ? [405] : [])];
    return { statement: `refused as another method (${all.join(' or ')})`, documented: [{ status: all }] };
  }
  const tolerated = [
    { status: [400, 401, 403, 501], effect: 'notes', note: 'The page names no status for another method.' },
  ];
  return { statement: 'refused (405 or 404)', documented: [{ status: [405, 404] }], tolerated };
}

/** The question about a status that words give to another method beside other faults. */
export function methodTodos(facts: Facts): Todo[] {
  const said = methodSaid(facts);
  if (said.length === 0) return [];
  const shown = facts.answers
    .filter(({ status }) => said.includes(status))
    .map(({ status, words = '' }) => `${status} "${quotedWords(words)}"`);
  return [{ name: 'refusal method', what: `how another method is refused: the page has ${shown.join(', ')}` }];
}

/**
 * The refusals of a draft.
 * @param asserts whether an assertion in the body authenticates the client
 * @param faults how each fault of the request is refused
 * @param own the statuses of each credential that has some of its own, by the id of the refusal
 */
export function refusalRows(
  facts: Facts,
  { credentials, parameters }: Refusals,
  token: string | null,
  asserts: boolean,
  own: Record<string, number[]>,
  faults: Faults,
): Record<string, JsonObject> {
  // A code in a sample is that of one fault, and others of its status have codes of their own.
  const row = (what: string, statuses: number[]): JsonObject => ({
    statement: `refused as ${what} (${statuses.join(' or ')})`,
    documented: documentedWith(facts, faults.shared, statuses),
  });
  const unnamed: JsonObject = {
    statement: `refused for what the page gives no status (${faults.statuses.join(' or ')})`,
    documented: documentedWith(facts, [], faults.statuses),
  };
  const unread = faults.whole('body') === 'unnamed' ? unnamed : row('parameters', parameters);
  const others = otherTypes(facts);
  const another = faults.whole('no media type') === 'unnamed' ? faults.statuses : parameters;
  const ofTypes: JsonObject =
    others.length === 0
      ? row('another media type', [415])
      : {
          statement: `refused as the media type that the page names (415), another also as ${another.join(' or ')}`,
          documented: [{ status: 415 }, { status: another, ways: others }],
        };
  const isOpen = asserts || faults.inQuery === 'either';
  const [wrong, missing] = [row('credentials', credentials), row('parameters', parameters)];
  // The page's code of wrong credentials is said of none that are missing.
  const uncoded = { ...wrong, documented: documentedWith(facts, [], credentials) };
  const ofEmpty = documentedWith(facts, faults.shared, credentials).map((one) => ({ ...one, ways: ['empty'] }));
  return {
    ...Object.fromEntries(Object.entries(own).map(([id, statuses]) => [id, row('credentials', statuses)])),
    credentials: wrong,
    parameters: missing,
    unnamed,
    either: either(missing, uncoded, 'without a credential nobody is authenticated'),
    'or-empty': {
      statement: `${missing['statement']}; without a value also ${wrong['statement']}`,
      documented: [missing['documented'] ?? [], ofEmpty].flat(),
    },
    ...formRefusal(facts, isOpen ? either(unread, uncoded, 'the credentials are in the body') : unread, token),
    ...(mediaTypeRefusal(facts) === null ? {} : { 'media-type': ofTypes }),
    method: ofMethod(facts),
  };
}

/** The refusal of another media type than the one that the page names. */
export const refusalOfType = (facts: Facts, asserts: boolean, faults: Faults): string =>
  mediaTypeRefusal(facts) ?? (asserts && isForm(facts.mediaType) ? 'body' : faults.whole('media type'));

/** Rows of a draft in which another media type may be refused by the status that HTTP has for it, where the page gives none. */
export function orUnsupported(
  rows: Record<string, JsonObject>,
  facts: Facts,
  refusal: string,
): Record<string, JsonObject> {
  const row = rows[refusal];
  const before = Array.isArray(row?.['tolerated']) ? row['tolerated'] : [];
  if (!row || mediaTypeRefusal(facts) !== null) return rows;
  const tolerated = {
    status: 415,
    ways: ['absent', 'text', isForm(facts.mediaType) ? 'json' : 'form'],
    effect: 'notes',
    note: 'HTTP has 415 for a media type that is not taken (RFC 9110, section 15.5.16), and the page gives it no status of its own.',
  };
  return { ...rows, [refusal]: { ...row, tolerated: [...before, tolerated] } };
}

/** What is wrong in its form as well as a credential, by the ways that send it, with the statuses of such a form. */
const malformed = (parameters: number[]): { way: RegExp; status: number[]; note: string }[] => [
  {
    way: /^(?:line|nul)-after/,
    status: [400, 422],
    note: 'Credentials hold no control character (RFC 7617 2, RFC 6749 Appendix A), and a server may not read them.',
  },
  {
    way: /^(?:unreadable|not-base64)$/,
    status: parameters,
    note: 'A signature that is not in its encoding is a value in a wrong form as well.',
  },
];

/** Rows of a draft in which wrong credentials may be refused as what they are as well: values in a wrong form. */
export function orMalformed(
  rows: Record<string, JsonObject>,
  clauses: readonly JsonObject[],
  refusals: Refusals,
): typeof rows {
  const { credentials } = rows;
  if (!credentials) return rows;
  const others = refusals.parameters.filter((status) => !refusals.credentials.includes(status));
  const all = clauses.flatMap(({ demand, refusal }) => {
    const list = refusal === 'credentials' && isObject(demand) ? demand['break'] : [];
    return Array.isArray(list) ? list.map(String) : [];
  });
  const tolerated = malformed(others).flatMap(({ way, status, note }) => {
    const ways = [...new Set(all.filter((one) => way.test(one)))];
    return ways.length === 0 || status.length === 0 ? [] : [{ status, ways, effect: 'notes', note }];
  });
  return tolerated.length === 0 ? rows : { ...rows, credentials: { ...credentials, tolerated } };
}

/** The classes of refusal of a draft. */
import { isObject, type Json, type JsonObject } from '../../../formats/json.ts';
import type { Facts } from '../../facts/facts.ts';
import { grantIn } from '../../merge/grant.ts';
import { otherMembers } from '../../openapi/open.ts';
import { mediaTypeWords } from '../../page/sentences/fault-words.ts';
import { isForm } from '../basis/bodies.ts';
import { documentedWith } from './codes.ts';
import { eachOnce, statusesOf } from './each-once.ts';
import { asWords } from './fault-subjects.ts';
import { keepsEscapes } from './kept-escapes.ts';
import { endRows, rowsFor } from './one-end.ts';
import { ofMethod } from './other-method.ts';
import { mediaTypeRefusal, otherForm, otherTypes, type Refusals } from './refusals.ts';
import { ownRows } from './rows-of-own.ts';
import type { Faults } from './unnamed.ts';
import { unreadRefusal } from './unread-bodies.ts';
import { noForm } from './wrong-words.ts';

/** The ways of a form that does not decode. */
const undecoded = ['bad-escape', 'bad-utf8'];

/** What refuses such a form as none at all, where the words about 415 are of that, and not of a Content-Type alone. */
function asNoForm({ answers }: Facts): JsonObject[] {
  const { words = '' } = answers.find(({ status }) => status === 415) ?? {};
  const isSaid = words.split('\n').some((line) => noForm.test(asWords(line)) && !mediaTypeWords.test(line));
  return isSaid ? [{ status: 415, ways: undecoded }] : [];
}

/** How a form with a parameter that does not decode may be answered: one that nobody knows may be ignored with the rest. */
function formRefusal(facts: Facts, parameters: JsonObject, token: string | null): Record<string, JsonObject> {
  const status = grantIn(facts.answers)?.status ?? 200;
  const granted = {
    status,
    // A place that nobody knows is demanded of no answer.
    ...(token === null ? {} : { body: { [token]: { type: 'string', minLength: 1 } } }),
    ways: undecoded,
    effect: 'notes',
    note: 'A parameter that the page does not name may be ignored, whether it decodes or not.',
  };
  if (!isForm(facts.mediaType)) return {};
  const body = { ...parameters, documented: [parameters['documented'] ?? [], asNoForm(facts)].flat() };
  const isClosed = facts.todos.some(({ name }) => name === otherMembers);
  return { body: keepsEscapes(facts) || isClosed ? body : { ...body, tolerated: [granted] } };
}

/** Refused in one way or the other: what cannot be read of a body holds no credentials either. */
function either(one: JsonObject, other: JsonObject, since: string): JsonObject {
  const [own, others] = [one, other].map((row) => statusesOf([row['documented'] ?? []].flat()));
  const isSame = others?.every((status) => own?.includes(status)) === true;
  return {
    statement: isSame
      ? `${one['statement']}, as credentials are, since ${since}`
      : `${one['statement']}, or ${other['statement']}, since ${since}`,
    documented: eachOnce(one['documented'], other['documented']),
  };
}

/** By which HTTP refuses a client that it does not know, or that may not ask. */
const ofClients = [401, 403];

/** The name of the refusal of a value that is not there, by that of one which is not known. */
export const missingOf = (id: string): string => `${id}-missing`;

/** The refusals of values that are not there, of which words say only how an unknown one is refused: an empty one is that as well. */
const missingRows = (own: Record<string, number[]>, unnamed: JsonObject): Record<string, JsonObject> =>
  Object.fromEntries(
    Object.entries(own).map(([id, statuses]) => [
      missingOf(id),
      {
        statement: `${unnamed['statement']}; without a value also refused as unknown (${statuses.join(' or ')})`,
        documented: [
          unnamed['documented'] ?? [],
          // By the statuses of clients that are not known servers refuse one that shows nothing as well.
          statuses.map((status) => (ofClients.includes(status) ? { status } : { status, ways: ['empty'] })),
        ].flat(),
      },
    ]),
  );

/** How another media type is refused, where the page documents 415 for it: in words about some alone, or about a missing header. */
function typesRefusal(facts: Facts, parameters: number[], faults: Faults): JsonObject {
  const others = otherTypes(facts);
  const another = faults.whole('no media type') === 'unnamed' ? faults.statuses : parameters;
  if (others.length > 0)
    return {
      statement: `refused as the media type that the page names (415), another also as ${another.join(' or ')}`,
      documented: [{ status: 415 }, { status: another, ways: others }],
    };
  if (!faults.isUntypedLacking)
    return {
      statement: 'refused as another media type (415)',
      documented: documentedWith(facts, faults.shared, [415]),
    };
  return {
    statement: `refused as another media type (415), without one also as ${parameters.join(' or ')}`,
    documented: [...documentedWith(facts, faults.shared, [415]), { status: parameters, ways: ['absent'] }],
  };
}

/** What documents a refusal of parameters, where its codes are perhaps none of some ways. */
function withoutCode(documented: Json | undefined, status: number[], ways: string[]): JsonObject[] {
  const all = [documented ?? []].flat().filter(isObject);
  const isCoded = ways.length > 0 && all.some(({ body }) => body !== undefined);
  return isCoded ? [...all, { status: status.length > 1 ? status : (status[0] ?? 0), ways }] : all;
}

/** The refusal of client certificates of which no words speak: no code of the page is said of it. */
function openCertificate(facts: Facts, { certificates }: Faults): Record<string, JsonObject> {
  if (certificates?.open === undefined) return {};
  const { other } = certificates;
  const statement = `refused for its client certificate, for which the page gives no status (${other.join(' or ')})`;
  return { certificate: { statement, documented: documentedWith(facts, [], other) } };
}

/**
 * The refusals of a draft.
 * @param asserts whether an assertion in the body authenticates the client
 * @param faults how each fault of the request is refused
 * @param own the statuses of each credential that has some of its own, by the id of the refusal
 */
export function refusalRows(
  facts: Facts,
  { credentials, parameters, unread: ofBody }: Refusals,
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
  const rowOf = (statuses: number[]): JsonObject => row('parameters', statuses);
  const withMissing = (statuses: number[]): JsonObject => {
    const own = rowOf(statuses);
    return { ...own, documented: withoutCode(own['documented'], statuses, faults.uncoded) };
  };
  const divided = Object.fromEntries(faults.divided.map((one) => [`parameters-${one}`, withMissing([one])]));
  const ofBodies = faults.whole('body');
  const unread = ofBodies === 'unnamed' ? unnamed : (divided[ofBodies] ?? rowOf(parameters));
  const isOpen = asserts || faults.inQuery === 'either';
  const [wrong, lacking] = [row('credentials', credentials), rowOf(parameters)];
  const missing = withMissing(parameters);
  // The page's code of wrong credentials is said of none that are missing.
  const uncoded = { ...wrong, documented: documentedWith(facts, [], credentials) };
  const plain = { ...missing, documented: documentedWith(facts, [], parameters) };
  const ofEmpty = documentedWith(facts, faults.shared, credentials).map((one) => ({ ...one, ways: faults.valueless }));
  return {
    ...Object.fromEntries(Object.entries(own).map(([id, statuses]) => [id, row('credentials', statuses)])),
    ...openCertificate(facts, faults),
    ...missingRows(own, unnamed),
    ...ownRows(facts, own, { missing, parameters, unnamed }, faults),
    credentials: wrong,
    parameters: missing,
    ...divided,
    unnamed,
    // That of wrong parameters is said of what words name, and perhaps not of a client that does not authenticate.
    either: either(faults.areMissingNamed ? missing : plain, uncoded, 'the fault may be taken for either'),
    ...endRows(faults.oneEnd, lacking, unnamed),
    'or-empty': {
      statement: `${missing['statement']}; without a value also ${wrong['statement']}`,
      documented: eachOnce(missing['documented'], ofEmpty),
    },
    ...formRefusal(facts, isOpen ? either(unread, uncoded, 'the credentials are in the body') : unread, token),
    ...(ofBody.length > 0 ? { body: unreadRefusal(ofBody, parameters) } : {}),
    ...(mediaTypeRefusal(facts) === null ? {} : { 'media-type': typesRefusal(facts, parameters, faults) }),
    method: ofMethod(facts),
  };
}

/** Whose refusal another media type has that the page names no status for. */
const refusedLike = (facts: Facts, asserts: boolean, faults: Faults): string =>
  asserts && isForm(facts.mediaType) ? 'body' : faults.whole('media type');

/**
 * Rows of a draft in which another media type may be refused by the status that HTTP has for it, where the page gives none: in a
 * row of its own, since what else is refused like it may not be.
 */
export function orUnsupported(
  rows: Record<string, JsonObject>,
  facts: Facts,
  asserts: boolean,
  faults: Faults,
): Record<string, JsonObject> {
  const like = refusedLike(facts, asserts, faults);
  const row = rows[like];
  if (!row || mediaTypeRefusal(facts) !== null) return rows;
  const others = ['text', ...otherForm(facts.mediaType)];
  const { parameters } = rows;
  // Words refuse a request without it as one that lacks a header, whatever they leave open of another.
  const isApart = like === 'unnamed' && faults.isUntypedRefused && parameters !== undefined;
  const own = isApart
    ? {
        statement: `${row['statement']}, without one ${parameters['statement']}`,
        documented: [...rowsFor(parameters, ['absent']), ...rowsFor(row, others)],
      }
    : row;
  const tolerated = {
    status: 415,
    ways: isApart ? others : ['absent', ...others],
    effect: 'notes',
    note: 'HTTP has 415 for a media type that is not taken (RFC 9110, section 15.5.16), and no status of its own was read in the page.',
  };
  return { ...rows, 'media-type': { ...own, tolerated: [tolerated] } };
}

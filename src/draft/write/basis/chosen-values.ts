/** Values of the good request that a draft chooses among several that a page lists. */
import { atPointer, isObject, type Json, type JsonObject, own, shownPointer } from '../../../formats/json.ts';
import type { Facts, HeaderFact, Member, Todo } from '../../facts/facts.ts';
import { isFairExample } from '../../page/values/fair-examples.ts';
import { isOfClient } from '../../page/values/values-of-clients.ts';

/** A part of the request with the value that the good one has, by what a person and a comparison call it. */
interface Sent extends Pick<Member, 'at' | 'schema' | 'example' | 'sent' | 'notes'>, Pick<HeaderFact, 'value'> {
  shown: string;
  fact: string;
  good: Json | undefined;
}

/** The grant that a token for a client itself is asked with: the only value that fits, whatever others are listed. */
const ownGrant = /^client[_-]?credentials?$/i;

/** Whether nothing says which of several values a request of any client has: no person, and no sample where each client has its own. */
function isChosen(
  { schema, example, value, sent, good, shown, notes = '' }: Sent,
  isForbidden: (name: string) => boolean,
): boolean {
  const listed = [schema['enum'] ?? []].flat();
  if (listed.length < 2 || schema['const'] !== undefined || sent !== undefined) return false;
  if (good === undefined || !listed.some((one) => String(one) === String(good))) return false;
  const isShown = [example, value].some((one) => one !== undefined && String(one) === String(good));
  if (ownGrant.test(String(good))) return false;
  const name = shown.split('.').at(-1) ?? '';
  return !isShown || isOfClient(name, notes) || isForbidden(name);
}

/** The parts of a request, each with its good value. */
function partsOf(
  { headers, queries, request }: Pick<Facts, 'headers' | 'queries' | 'request'>,
  good: { headers: JsonObject; query: JsonObject; body: JsonObject },
): Sent[] {
  return [
    ...headers.map((one) => ({
      ...one,
      ...{ shown: one.name, fact: `request header ${one.name.toUpperCase()}`, good: own(good.headers, one.name) },
    })),
    ...queries.map((one) => ({
      ...one,
      ...{ shown: one.name, fact: `request query ${one.name}`, good: own(good.query, one.name) },
    })),
    ...request.map((one) => ({
      ...one,
      shown: shownPointer(one.pointer),
      ...{ fact: `request ${one.pointer}`, good: atPointer(good.body, one.pointer) },
    })),
  ];
}

/** Whether an item of a list is a text, or an object with a text that may be a client's own, as the id of its account. */
const mayBeOwn = (item: Json): boolean =>
  typeof item === 'string' ||
  (isObject(item) &&
    Object.entries(item).some(([name, value]) =>
      typeof value === 'string' ? !isFairExample(name, '', value) : isObject(value) && mayBeOwn(value),
    ));

const shownItem = (item: Json): string => (typeof item === 'string' ? item : JSON.stringify(item));

/** Whether a good request holds a list that a sample alone shows, of what another client may have otherwise. */
const isShownList = ({ schema, example, sent, good }: Sent): boolean =>
  Array.isArray(good) &&
  good.length > 0 &&
  (good.every((one) => typeof one === 'string') || good.some((one) => isObject(one) && mayBeOwn(one))) &&
  [sent, schema['const'], schema['enum']].every((one) => one === undefined) &&
  JSON.stringify(example) === JSON.stringify(good);

/** The question whose the values of such lists are. */
function shownTodos(parts: Sent[]): Todo[] {
  const lists = parts.filter(isShownList);
  const [first] = lists;
  if (!first) return [];
  const said = lists.map(({ shown, at, good }) => `${shown} ${[good ?? []].flat().map(shownItem).join(', ')} (${at})`);
  const what = `which values of a list this account has: a sample alone shows ${said.join('; ')}, which the draft sends`;
  return [{ name: `shown ${first.fact}`, what, ask: { about: 'values', facts: lists.map(({ fact }) => fact) } }];
}

/**
 * The questions which values the good request is to have; none where each is the only one that fits, or a value alone is shown.
 * @param isForbidden whether words say of a part that some clients may not send each of its values
 */
export function chosenTodos(
  facts: Pick<Facts, 'headers' | 'queries' | 'request'>,
  good: { headers: JsonObject; query: JsonObject; body: JsonObject },
  isForbidden: (name: string) => boolean = () => false,
): Todo[] {
  const parts = partsOf(facts, good);
  const shown = shownTodos(parts);
  const chosen = parts.filter((one) => isChosen(one, isForbidden));
  const [first] = chosen;
  if (!first) return shown;
  const said = chosen.map(
    ({ shown, at, schema, good: value }) =>
      `${shown} ${[schema['enum'] ?? []].flat().map(String).join(', ')} (${at}), and the draft sends ${String(value)}`,
  );
  const what = `which of the values that the page lists the good request has: ${said.join('; ')}`;
  return [
    { name: `chosen ${first.fact}`, what, ask: { about: 'values', facts: chosen.map(({ fact }) => fact) } },
    ...shown,
  ];
}

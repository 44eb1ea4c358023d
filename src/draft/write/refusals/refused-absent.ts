/** How a request without a header, a parameter or a member is refused, where the words about a status name it. */

import { isObject, type Json, type JsonObject, keysOf, lastKeyOf } from '../../../formats/json.ts';
import type { Facts, HeaderFact, Member, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { statusesIn } from '../../page/words/status-words.ts';
import type { Names } from '../basis/names.ts';
import { type Named, namesFor, withoutOthers } from './called-names.ts';
import { absent, spoken } from './refusal-words.ts';
import type { Refusals } from './refusals.ts';
import { wrongIn } from './wrong-words.ts';

/** All that the request of some facts holds: it is asked for each of them. */
const held = new WeakMap<Facts, Named[]>();

function heldBy(facts: Facts): Named[] {
  const before = held.get(facts);
  if (before) return before;
  const { headers, queries, request, paths = [] } = facts;
  const all = [
    ...[...headers, ...queries, ...paths],
    ...request.map(({ pointer, notes }) => ({ name: lastKeyOf(pointer), notes })),
  ].map(({ name, notes = '' }): Named => ({ name, notes }));
  held.set(facts, all);
  return all;
}

/** That there is none of what words call so, as `no API key`; one that nobody knows is another matter. */
function isNone(words: string, forms: RegExp[]): boolean {
  const isUnknown = /^\s+(?:with|found|known|registered|match\w*)\b/i;
  return forms.some((form) => {
    const [called] = form.exec(words) ?? [];
    if (called === undefined) return false;
    const at = words.search(form);
    return /\bno\s+["'`*]*$/i.test(words.slice(0, at)) && !isUnknown.test(words.slice(at + called.length));
  });
}

/** The only status whose words say that a value is not there, with these words; null where none or several do. */
function absence(facts: Facts, name: string): { status: number; words: string } | null {
  const { answers, headers } = facts;
  const all = heldBy(facts);
  const own = all.filter((one) => one.name === name);
  const demanded = headers.filter((one) => one.required === true);
  // The header is that which a request needs, where it needs no other.
  const isOnly = demanded.length === 1 && demanded[0]?.name === name;
  // By a part of its name alone words may as well call one of its kind.
  const isCalled = (words: string, is: (words: string, forms: RegExp[]) => boolean): boolean =>
    own.some((one) => is(withoutOthers(words, one, all), namesFor(one, all)));
  const isNamed = (words: string, forms: RegExp[]): boolean => forms.some((form) => form.test(words));
  const calls = (one: string): boolean =>
    spoken(name).test(one) || isCalled(one, isNamed) || (isOnly && /\b(?:the|this) header\b/i.test(one));
  const saysAbsent = (one: string): boolean =>
    (absent.test(one) && calls(one)) || isNone(one, [spoken(name)]) || isCalled(one, isNone);
  const saying = answers.flatMap(({ status, words = '' }) => {
    // Each part between signs is about a fault of its own, and one that names a status is about that.
    if (status < 400 || status >= 500) return [];
    const found = words
      .split(/[\n;,]|\.\s/)
      .find((one) => statusesIn(one).every((other) => other === status) && saysAbsent(one));
    return found === undefined ? [] : [{ status, words: found.trim() }];
  });
  const [only, ...others] = saying;
  return only && others.length === 0 ? only : null;
}

/**
 * The class of refusal of a request without a header or a parameter, `own` where the header has one, `absent` where the words
 * give it a status that nothing else of the draft has; null where no words say.
 * @param own the refusal that another value of it has in the draft, where it has one
 */
export function absentAs(
  fact: HeaderFact,
  facts: Facts,
  refusals: Refusals,
  own?: { statuses: number[] },
): 'credentials' | 'parameters' | 'own' | 'absent' | null {
  const said = absence(facts, fact.name);
  if (said === null) return null;
  if (refusals.credentials.includes(said.status)) return 'credentials';
  if (refusals.parameters.includes(said.status)) return 'parameters';
  return own?.statuses.includes(said.status) === true && own.statuses.length === 1 ? 'own' : 'absent';
}

/** Whether a line about a status that names a part is of an empty one as well: `No key header, or it is empty`. */
const saysEmpty = ({ answers }: Facts, name: string, status: number): boolean =>
  answers.some(
    (answer) =>
      answer.status === status &&
      (answer.words ?? '').split('\n').some((line) => spoken(name).test(line) && wrongIn(line).includes('empty')),
  );

/** The name of the refusal of a part that is not there and has a status of its own then, by the id of the part. */
export const absentOf = (id: string): string => `${id}-absent`;

/**
 * The refusals of headers and parameters that have a status of their own where they are not there; one without a value is also
 * refused as wrong where the words do not name it.
 * @param own the statuses of each credential that has some of its own, by the id of the refusal
 */
export function absentRows(
  facts: Facts,
  faults: { without(fact: HeaderFact, place: 'header' | 'query'): string },
  names: Names,
  refusals: Refusals,
  own: Record<string, number[]>,
): Record<string, JsonObject> {
  const rowOf = (fact: HeaderFact, place: 'header' | 'query'): [string, JsonObject][] => {
    const said = faults.without(fact, place) === 'absent' ? absence(facts, fact.name) : null;
    if (said === null) return [];
    const id = names[place](fact.name);
    const ofWrong = own[id] ?? [];
    const isOpen = ofWrong.length !== 1;
    const wrong = [...new Set([...(isOpen ? [...refusals.credentials, ...refusals.parameters] : []), ...ofWrong])];
    const isEmptySaid = saysEmpty(facts, fact.name, said.status);
    const documented = [{ status: said.status }, ...(isEmptySaid ? [] : [{ status: wrong, ways: ['empty'] }])];
    const empty = isEmptySaid ? '' : `; without a value also as wrong (${wrong.join(' or ')})`;
    return [[absentOf(id), { statement: `refused as the page says of it (${said.status})${empty}`, documented }]];
  };
  return Object.fromEntries([
    ...facts.headers.flatMap((fact) => rowOf(fact, 'header')),
    ...facts.queries.flatMap((fact) => rowOf(fact, 'query')),
  ]);
}

/**
 * The question about all that is refused by another status where it is absent than the draft has for it.
 * @param classOf how the draft refuses the faults of a member
 */
export function refusedAbsent(facts: Facts, refusals: Refusals, classOf: (member: Member) => Json): Todo[] {
  const sent = [...facts.headers, ...facts.queries].filter(
    (fact) => fact.required === true && absentAs(fact, facts, refusals) === null,
  );
  const members = facts.request.flatMap((member): { name: string; drafted: number[] }[] => {
    const [name = '', ...below] = keysOf(member.pointer);
    if (member.required !== true || below.length > 0) return [];
    const as = classOf(member);
    const isWrong = (isObject(as) ? as['required'] : as) === 'credentials';
    return [{ name, drafted: refusals[isWrong ? 'credentials' : 'parameters'] }];
  });
  const open = [
    ...sent.map(({ name, credential }) => ({ name, drafted: refusals[credential ? 'credentials' : 'parameters'] })),
    ...members,
  ].flatMap(({ name, drafted }) => {
    const said = absence(facts, name);
    return said === null || drafted.includes(said.status) ? [] : [{ name, ...said, drafted }];
  });
  const [first] = open;
  if (!first) return [];
  const said = [...new Set(open.map(({ status, words }) => `${status} for "${quotedWords(words)}"`))];
  return [
    {
      name: `absent ${first.name}`,
      what: `how a request without ${open.map(({ name }) => name).join(' or ')} is refused: the page has ${said.slice(0, 3).join(', ')}, and the draft ${first.drafted.join(' or ')}`,
    },
  ];
}

/** Facts that words beside them take back for some requests: each is left to a person, with the words that do it. */
import { type Json, lastKeyOf, type Schema } from '../../formats/json.ts';
import type { HeaderFact, Member, Statement, Todo } from '../facts/facts.ts';
import { withUnit } from '../facts/unit.ts';
import type { Mentions } from '../page/sentences/mentions.ts';
import { leadsStrangely } from '../page/tables/lead-words.ts';
import { lengthsDoubt } from '../page/tables/length-words.ts';
import { isChoice, isStrange, strangePiece, withoutGrant } from '../page/tables/note-words.ts';
import { withoutMeaning } from '../page/tables/shown-meaning.ts';
import { withoutCounts } from '../page/values/list-counts.ts';
import { hasNotedChoice } from '../page/values/said.ts';
import { withoutPatterns } from '../page/values/said-patterns.ts';
import { valuesMeant } from '../page/values/value-forms.ts';
import { lengthsIn } from '../page/words/amended.ts';
import { conditionIn } from '../page/words/conditions.ts';
import { countsCharacters, lengthSaid, presenceDoubt, sizeDoubt } from '../page/words/doubts.ts';
import { dutyDoubt } from '../page/words/duty.ts';
import { emptyAtTimes } from '../page/words/empty-at-times.ts';
import { withoutChoices } from '../page/words/no-conditions.ts';
import { mayBeBounded } from '../page/words/other-languages.ts';
import { givesForSome, withoutOthers } from '../page/words/other-values.ts';
import { placeDoubt } from '../page/words/place-doubts.ts';
import { typeDoubt } from '../page/words/type-doubt.ts';
import { type Open, questions } from './qualified-todos.ts';
import { mayHaveOne, otherValue, type Stated, valueDoubt } from './value-doubts.ts';
import { withdrawal } from './withdrawn.ts';
import { withoutValues } from './without-values.ts';

/** A field that was looked at, and the words that take some of its facts back. */
interface Doubted<One> {
  fact: One;
  presence: string | null;
  size: string | null;
  value: string | null;
  type: string | null;
  /** The sentence that gives a length that was not read. */
  unread: string | null;
}

const without = (schema: Schema, ...left: string[]): Schema =>
  Object.fromEntries(Object.entries(schema).filter(([keyword]) => !left.includes(keyword)));

/** The first sentence about a field that gives a length which is none of its own. */
const otherLength = (elsewhere: string[], lengths: (number | undefined)[]): string | null =>
  elsewhere.find((one) => lengthsIn(one).some((number) => !lengths.includes(number))) ?? null;

/** Sentences about one field alone: of several each may be about another. */
const alone = (sentences: string[]): string[] => sentences.filter((one) => (one.match(/`[^`]+`/g) ?? []).length === 1);

function doubted<One extends Stated>(
  fact: One,
  name: string,
  elsewhere: string[],
  isOwn: (word: string) => boolean,
  shown: Json | undefined,
  own: string | undefined,
): Doubted<One> {
  const nothing = { fact, presence: null, size: null, value: null, type: null, unread: null };
  // A clause of a contract states what somebody decided.
  if (fact.clause !== undefined || fact.origin === 'sample') return nothing;
  const { schema, left = '' } = fact;
  const ownWords = (words = ''): string => withoutCounts(withoutGrant(withoutPatterns(words)), schema);
  const notes = ownWords(fact.notes);
  const lengths = [schema['minLength'], schema['maxLength']].map((one) => (typeof one === 'number' ? one : undefined));
  const isSized = lengths.some((one) => one !== undefined);
  // What each value means is of no request alone.
  const isMeant = ['enum' in valuesMeant(notes, false), 'enum' in valuesMeant(notes, true)].includes(true);
  // A unit that is said elsewhere says nothing of whether its member is there.
  const ofField = ownWords(own);
  const told = isMeant && schema['enum'] !== undefined ? '' : ofField;
  // The name itself is no value.
  const beside = elsewhere.join('\n').replaceAll(`\`${name}\``, name);
  const isListed = schema['const'] !== undefined || schema['enum'] !== undefined;
  // What a schema requires is so whatever its value is.
  const strange = (words = told): string | null =>
    fact.origin === 'openapi'
      ? null
      : strangePiece(withoutValues(withoutChoices(words), schema['enum']), name, isOwn, shown);
  const presence =
    fact.required === true
      ? (emptyAtTimes(notes) ??
        unread(left, false) ??
        presenceDoubt(withoutMeaning(withoutOthers(ofField), shown)) ??
        (fact.origin !== 'openapi' && mayBeBounded(told) ? notes : null) ??
        strange(withoutOthers(told)) ??
        (isStrange(told, name) && !isChoice(notes, shown) ? notes : null) ??
        (!isListed && fact.origin !== 'openapi' && leadsStrangely(told, name) ? notes : null) ??
        presenceDoubt(beside))
      : fact.required === false
        ? (dutyDoubt(notes) ?? dutyDoubt(left) ?? dutyDoubt(alone(elsewhere).join('\n')))
        : null;
  const sized =
    fact.origin === 'openapi' || !isSized
      ? null
      : lengthsDoubt(notes, lengths, name, [schema['type']].flat().includes('string'), fact.required === false);
  const size = isSized
    ? (unread(left, true) ??
      sizeDoubt(notes, lengths) ??
      sized ??
      sizeDoubt(beside, lengths) ??
      otherLength(elsewhere, lengths))
    : null;
  const isBounded = isSized || schema['minimum'] !== undefined || schema['maximum'] !== undefined;
  // What is optional may be sent in some environments alone, and its bounds hold there.
  const scoped = isBounded && fact.required !== true && fact.origin !== 'openapi' ? placeDoubt(notes) : null;
  const value =
    valueDoubt({ ...fact, notes }, elsewhere) ??
    (schema['const'] === undefined ? otherValue(notes, schema) : strange()) ??
    (mayHaveOne(fact, name, notes) || (schema['enum'] === undefined && (givesForSome(notes) || hasNotedChoice(notes)))
      ? notes
      : null);
  const type = fact.origin === 'openapi' ? null : typeDoubt(notes, schema['type']);
  const kept = without(
    schema,
    ...(scoped ? ['minimum', 'maximum'] : []),
    ...((size ?? scoped) ? ['minLength', 'maxLength', 'pattern'] : []),
    ...(value ? ['const', 'enum'] : []),
    ...(type ? ['type'] : []),
  );
  const isText = schema['type'] === undefined || [schema['type']].flat().includes('string');
  // A schema of OpenAPI may say by a pattern what its description counts.
  const isFormed = fact.origin === 'openapi' && (schema['pattern'] !== undefined || schema['format'] !== undefined);
  const isCounted = isSized || !isText || isListed || isFormed;
  return {
    fact: {
      ...fact,
      ...(presence ? { required: null } : {}),
      ...(presence && fact.required === false ? { freed: true } : {}),
      ...(value ? { isOpen: true } : {}),
      schema: kept,
    },
    ...{ presence, size: size ?? scoped, value, type },
    unread: isCounted ? null : (lengthSaid(notes) ?? lengthSaid(left)),
  };
}

/** The members of an answer, those noted that need not be there and for which words say when they are. */
function conditional(members: Member[], open: Open): Member[] {
  for (const { pointer, required, origin, clause, notes = '' } of members) {
    const words = required === false && origin !== 'sample' && clause === undefined ? conditionIn(notes) : null;
    if (words !== null) open.conditions.push([lastKeyOf(pointer), words]);
  }
  return members;
}

/** Words among the attributes of a field that were not understood: those that count its characters, or all others. */
const unread = (left: string, counting: boolean): string | null =>
  left.split(', ').find((one) => one !== '' && countsCharacters(one) === counting) ?? null;

/** A statement without the facts that words beside them take back; what is taken back of one part, as `shown` calls it, is one question. */
export function qualified(
  statement: Statement,
  shown: string,
  mentions: Mentions,
): { statement: Statement; todos: Todo[] } {
  const open: Open = { presence: [], duty: [], other: [], unread: [], conditions: [] };
  const look = <One extends Stated>(
    facts: One[],
    nameOf: (fact: One) => string,
    keyOf: (fact: One) => string,
    given: Stated[] = facts,
  ): One[] =>
    facts.map((fact, index) => {
      const withdrawn = withdrawal(fact, keyOf(fact));
      if (withdrawn) return { ...fact, withdrawn };
      const name = nameOf(fact);
      const said = doubted(
        fact,
        name,
        mentions.about(name),
        mentions.isOwn,
        fact.example ?? mentions.shown?.(keyOf(fact)),
        given[index]?.notes,
      );
      if (said.presence) open[fact.required === false ? 'duty' : 'presence'].push([name, keyOf(fact), said.presence]);
      if (said.unread) open.unread.push([name, said.unread]);
      for (const words of new Set([said.size, said.value, said.type]))
        if (words && words !== said.presence) open.other.push([name, words]);
        else if (words) open.other.push([name, '']);
      return said.fact;
    });
  const ofMembers = (members: Member[], part: string): Member[] =>
    look(
      members.map((member) => withUnit(member, [...mentions.about(lastKeyOf(member.pointer)), ...mentions.units])),
      ({ pointer }) => lastKeyOf(pointer),
      ({ pointer }) => `${part} ${pointer}`,
      members,
    );
  const ofParameters = (all: HeaderFact[], part: string): HeaderFact[] =>
    look(
      all,
      ({ name }) => name,
      ({ name }) => `${part} ${part.endsWith(' header') ? name.toUpperCase() : name}`,
    );
  const found: Statement = {
    ...statement,
    headers: ofParameters(statement.headers, 'request header'),
    queries: ofParameters(statement.queries, 'request query'),
    ...(statement.paths === undefined ? {} : { paths: ofParameters(statement.paths, 'request path') }),
    request: ofMembers(statement.request, 'request'),
    // What a refusal holds is a matter of the refusal.
    answers: statement.answers.map((answer) => ({
      ...answer,
      members: conditional(ofMembers(answer.members, String(answer.status)), open),
      ...(answer.headers === undefined ? {} : { headers: ofParameters(answer.headers, `${answer.status} header`) }),
    })),
  };
  return { statement: found, todos: questions(open, shown) };
}

/** Values of a request that the page refuses, and that no request of a draft has: beyond bounds, and none of a list in a list. */
import { isObject, keysOf, lastKeyOf } from '../../../formats/json.ts';
import type { Facts, HeaderFact, Member, Todo } from '../../facts/facts.ts';
import { isInItems, listOf } from '../../facts/list-items.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { faultsIn } from '../../page/words/fault-pieces.ts';
import { mayBeIgnored } from '../basis/bodies.ts';
import { spoken } from './refusal-words.ts';
import type { Faults } from './unnamed.ts';
import { wrongIn } from './wrong-words.ts';

const bounds = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];

/** Whether a clause of the draft sends a value of a member beyond its bounds. */
function isBroken(member: Member, facts: Pick<Facts, 'security'>, faults: Faults): boolean {
  const as = faults.member(member);
  return !mayBeIgnored(member, facts) && (isObject(as) ? as['value'] !== undefined : member.required === true);
}

/** Whether a member has bounds that no request leaves, or is a list whose items have a list of values, which no way leaves. */
function isUntried(member: Member, facts: Pick<Facts, 'security' | 'request'>, faults: Faults): boolean {
  const { pointer, schema } = member;
  const { items } = schema;
  const listed = facts.request.filter((one) => isInItems(one.pointer) && listOf(one.pointer) === pointer);
  return (
    (bounds.some((bound) => schema[bound] !== undefined) && !isBroken(member, facts, faults)) ||
    (isObject(items) && items['enum'] !== undefined) ||
    listed.some((one) => one.schema['enum'] !== undefined)
  );
}

/** Whether a header or a parameter of the query has bounds that no request leaves: one that is not sent, or of which no words were taken. */
function isPartUntried(fact: HeaderFact, place: 'header' | 'query', faults: Faults): boolean {
  const { schema } = fact;
  return bounds.some((bound) => schema[bound] !== undefined) && faults.beyond(fact, place)['value'] === undefined;
}

const isWrongValue = (words: string): boolean =>
  wrongIn(words).some((one) => ['format', 'range', 'schema', 'other', 'any'].includes(one));

/** The question how such a value is refused, where words about a refusal name one. */
export function untriedTodos(facts: Facts, faults: Faults): Todo[] {
  const { headers, queries, request, answers } = facts;
  const members = request.filter((one) => keysOf(one.pointer).length === 1 && isUntried(one, facts, faults));
  const parts = [
    ...headers.filter((one) => isPartUntried(one, 'header', faults)),
    ...queries.filter((one) => isPartUntried(one, 'query', faults)),
  ];
  const names = [...members.map(({ pointer }) => lastKeyOf(pointer)), ...parts.map(({ name }) => name)];
  const lines = answers.flatMap(({ status, words = '' }) => (status < 400 ? [] : words.split('\n')));
  const found = names.flatMap((name) => {
    // Of the items of a list each may be called by its singular.
    const calls = [spoken(name), spoken(name.replace(/s$/, ''))];
    const isOf = (piece: string): boolean => calls.some((one) => one.test(piece));
    const words = lines.find((line) => {
      const pieces = faultsIn(line.slice(0, longest));
      // A name that says no fault has that of the others.
      return pieces.some((piece) => isOf(piece) && (wrongIn(piece).length > 0 ? [piece] : pieces).some(isWrongValue));
    });
    return words === undefined ? [] : [{ name, words }];
  });
  const [first] = found;
  if (!first) return [];
  const said = [...new Set(found.map(({ words }) => `"${quotedWords(words)}"`))].join(', ');
  return [
    {
      name: `untried ${first.name}`,
      what: `how a value of ${found.map(({ name }) => name).join(' or ')} is refused that is none of those allowed: the page says ${said}, and no request of a draft has one`,
    },
  ];
}

/** Characters of a line about refusals that is looked at. */
const longest = 300;

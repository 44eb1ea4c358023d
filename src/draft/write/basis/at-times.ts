/** Members of the body that a request has under a condition alone, of which the good request is none. */
import { lastKeyOf } from '../../../formats/json.ts';
import { escapedPattern } from '../../../formats/pattern.ts';
import type { Facts, Member, Todo } from '../../facts/facts.ts';
import { credentialKind } from '../../page/values/values.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const whenever = oneOf(word.when, 'where', 'in case', 'saat', 'untuk', 'for');
const duty = oneOf(word.mandatory, word.sent, 'filled', 'must', 'harus');
const bound = pattern`\b${duty}\b[^.;]{0,40}?\b(?:${word.only} )?(?:${whenever})\b|\b${word.when}\b[^.;]{1,60}\b${duty}\b`;

/** How a condition gives the value of a field: `tipe = QRIS`, "`mode` is `B2C` or `B2B`". */
const quote = '[`"“”\'*]{0,2}';
const equals = oneOf(
  '={1,3}',
  ':',
  word.is,
  'equals',
  'bernilai',
  'berisi',
  'has the value',
  'set to',
  '(?:nilainya )?',
);
const value = `${quote}([\\w-]{1,40})${quote}`;
const oneValue = pattern`^${quote}\s*(?:${equals})\s*${value}(?:\s*(?:,|/|${word.or})\s*${value})?(?:\s*(?:,|/|${word.or})\s*${value})?`;

/** The value that a good request has of a member of which the page lists values; undefined without a list. */
function goodOf({ schema, example }: Member): string | undefined {
  const listed = [schema['const'] ?? schema['enum'] ?? []].flat().map(String);
  return example !== undefined && listed.includes(String(example)) ? String(example) : listed[0];
}

/** Whether the good request meets the condition in the words about a member; undefined where no value tells it. */
function isMet({ notes = '' }: Member, request: Member[]): boolean | undefined {
  for (const other of request) {
    const good = goodOf(other);
    const name = escapedPattern(lastKeyOf(other.pointer));
    const at = RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'i').exec(notes);
    if (good === undefined || !at) continue;
    const listed = [other.schema['const'] ?? other.schema['enum'] ?? []].flat().map((one) => String(one).toLowerCase());
    const [, ...values] = oneValue.exec(notes.slice(at.index + at[0].length)) ?? [];
    const named = values.flatMap((one) => (one !== undefined && listed.includes(one.toLowerCase()) ? [one] : []));
    if (named.length > 0) return named.some((one) => one.toLowerCase() === good.toLowerCase());
  }
  return undefined;
}

/**
 * Whether the good request is without a member: the page does not call it mandatory, or not without a condition, and the values
 * that are sent do not meet that. Where no value tells it, one that need not be there is left out.
 */
export function isAtOtherTimes(member: Member, request: Member[]): boolean {
  const { required, notes = '', pointer, sent } = member;
  if (required !== null || sent !== undefined || credentialKind(lastKeyOf(pointer)) !== null) return false;
  if (!bound.test(notes.slice(0, 1000))) return false;
  const met = isMet(
    member,
    request.filter((one) => one.pointer !== pointer),
  );
  return met === undefined ? member.freed === true : !met;
}

/** Whether a member is an assertion of the client, or says of what type that is, beside the Basic that the draft sends. */
export const isBesideBasic = (
  { pointer, required }: Pick<Member, 'pointer' | 'required'>,
  security: Facts['security'],
): boolean => required !== true && security?.value === 'basic' && /^\/client_assertion(?:_type)?$/.test(pointer);

/** Questions whether members are mandatory that say which of them the good request is without. */
export const withUnsent = (todos: Todo[], unsent: Set<string>): Todo[] =>
  todos.map((todo) => {
    const left = todo.ask?.about === 'mandatory' ? todo.ask.facts.filter((fact) => unsent.has(fact)) : [];
    const names = left.map((fact) => fact.slice(fact.lastIndexOf('/') + 1)).join(', ');
    return left.length === 0 ? todo : { ...todo, what: `${todo.what}; the good request is without ${names}` };
  });

/** Fields that lie in the items of a list, by the rows around them or by how their names are written. */
import { isObject, type Schema } from '../../../formats/json.ts';
import type { Member } from '../../facts/facts.ts';
import { anyItem, inItems } from '../../facts/list-items.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { withLists } from '../values/list-notations.ts';
import { lengthsOf, typeWord } from '../values/values.ts';
import { isQualified } from '../words/doubts.ts';
import type { Reading } from './reading.ts';

/** Puts the members below a list into its items, and what its own type says of these beside it. */
export function placeItems(reading: Reading): void {
  const { statement, refused } = reading;
  const placed = (members: Member[]): Member[] => inItems(members.flatMap(withItem));
  statement.request = placed(statement.request);
  statement.answers = statement.answers.map((answer) => ({ ...answer, members: placed(answer.members) }));
  if (statement.refusals) statement.refusals.members = placed(statement.refusals.members);
  if (refused) reading.refused = { ...refused, members: placed(refused.members) };
}

/** A list with its item beside it, where its type names that. */
function withItem(member: Member): Member[] {
  const { items, ...schema } = member.schema;
  if (!isObject(items)) return [member];
  const { at, origin, pointer } = member;
  return [
    { ...member, schema },
    { pointer: `${pointer}/${anyItem}`, at, origin, required: false, schema: items },
  ];
}

/** A list of one kind of values, and what stands beside it. */
const ofValues = /^array of ([\w-]+)(?=$|\W)/i;

/** What the word for a list says of it: with the type of its items, where these are values. */
export function listType(word: string): Schema {
  const [, held = ''] = ofValues.exec(withLists(word.replaceAll('`', '').trim())) ?? [];
  const items = typeWord(held);
  const isValue = items !== null && items['type'] !== 'object' && items['type'] !== 'array';
  return { type: 'array', ...(isValue ? { items } : {}) };
}

/** A piece of words that is about each item, with what it says of that. */
const item = oneOf(word.value, 'item', 'entry', 'element', 'one', 'butir', 'elemen');
const each = oneOf(
  '(?:each|every) (?:one )?of (?:them|these)',
  `(?:each|every|setiap|tiap) ${item}`,
  ...['each', 'masing-masing'],
);
const ofEach = pattern`^${each}(?: ${oneOf(word.is, 'has', 'with', 'having')})?\s+(?=\S)`;

/** The lengths that words about a list give to each of its items, as `Labels, each at most 16 characters` does. */
export function itemLengths(notes: string): Schema {
  if (isQualified(notes)) return {};
  const pieces = notes.slice(0, mostWords).split(/[,;()]\s*|(?<=[.!?])\s+|\n/);
  const [only, ...others] = pieces.filter((piece) => ofEach.test(piece.trim()));
  if (only === undefined || others.length > 0) return {};
  const said = only.trim().replace(ofEach, '').replace(/\.$/, '');
  return /\d\s*(?:char|karakter|digit|huruf|letter)/i.test(said) ? (lengthsOf(said) ?? {}) : {};
}

/** Characters of words that are looked at. */
const mostWords = 1000;

/** What follows the name of a list and means any of its items: `accounts[].id`, `accounts.[].id`, `accounts[0].id`, `accounts.0.id`. */
const ofItem = /\.?\[(?:\d{0,2}|\*|n|i|x|idx|index)\](?=\.)|\.(?:0|1|\*)(?=\.)/gi;

/** The name of a list that is written with its brackets, as `accounts[]` of objects is; null for a name of anything else. */
export function listName(written: string, type: Schema | null): string | null {
  const [, name = ''] = /^(.*[^\s[\]])\[\](?=\W*$)/.exec(written) ?? [];
  return name !== '' && ['array', 'object'].includes(String(type?.['type'])) ? name : null;
}

/** A name as a page writes it, with brackets for any item. */
export const shownName = (name: string): string => name.replaceAll('.*', '[]');

/** A name with the items that it goes through as one part each; one that ends with an item is left as it is. */
export const withItems = (name: string): string =>
  /[[*]|\.[01]\./.test(name) ? name.replace(/\[\](?=[A-Za-z_])/g, '[].').replace(ofItem, '.*') : name;

/** The last part of the name of a field, as `id` of `user.id` and of `user.*.id`. */
export const lastNameOf = (name: string): string => name.split('.').findLast((part) => part !== '*') ?? name;

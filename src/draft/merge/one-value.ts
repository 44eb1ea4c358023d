/** Members of a request that are one value in several spellings, in parts of a page apart: which of them is sent is a question. */
import { shownPointer } from '../../formats/json.ts';
import type { Member, Todo } from '../facts/facts.ts';
import { flat } from '../page/words/spellings.ts';
import { oneOf, pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';

/** A name by which words call a value besides, as `also known as Customer Key` does. */
const called = oneOf('(?:known|referred to|written) as', 'called', '(?:dikenal|ditulis) sebagai', 'disebut');
const besides = pattern`\b(?:${word.also} ${called}|${called} ${word.also})\s+["'“\`]{0,2}([\p{L}\d]{2,20}(?: [\p{L}\d]{2,20})?)(?=["'”\`]{0,2}(?:[.,;:)]|\s*$))`;

/** Words that begin with the name by which others call a value: a name is written with capitals. */
function isCalled(notes: string, name: string): boolean {
  const isName = name.split(' ').every((one) => /^\p{Lu}/u.test(one));
  return isName && name.includes(' ') && notes.startsWith(name) && !/^ \p{Lu}/u.test(notes.slice(name.length));
}

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/** Whether two members are one value: their names differ by case and marks alone, or the words of one name the other. */
function isOne(one: Member, other: Member): boolean {
  if (one.pointer === other.pointer || parentOf(one.pointer) !== parentOf(other.pointer)) return false;
  if (flat(one.pointer) === flat(other.pointer)) return true;
  const names = ({ notes = '' }: Member): string => besides.exec(notes.slice(0, mostWords))?.[1] ?? '';
  return isCalled(other.notes ?? '', names(one)) || isCalled(one.notes ?? '', names(other));
}

/** Characters of words, and members of a request, that are looked at. */
const [mostWords, mostMembers] = [600, 200];

/** How much a part says of a member. */
const saidOf = ({ origin, schema, required }: Member): number =>
  origin === 'sample' ? 0 : 1 + Object.keys(schema).length + (required === null ? 0 : 1);

/** The lists of members of a request with one spelling of each value, that of which most is said, and the questions which it is. */
export function asOneValue(lists: Member[][]): { lists: Member[][]; todos: Todo[] } {
  const all = lists.flatMap((list, at) => list.map((member) => ({ member, at }))).slice(0, mostMembers);
  const isTogether = (one: Member, other: Member): boolean =>
    lists.some((list) => [one, other].every(({ pointer }) => list.some((member) => member.pointer === pointer)));
  const left = new Map<string, Member>();
  for (const [index, { member, at }] of all.entries())
    for (const other of all.slice(index + 1)) {
      if (other.at === at || !isOne(member, other.member) || isTogether(member, other.member)) continue;
      const [kept, less] = saidOf(member) >= saidOf(other.member) ? [member, other.member] : [other.member, member];
      if (!left.has(kept.pointer)) left.set(less.pointer, kept);
    }
  const todos = [...left].map(([pointer, kept]): Todo => {
    const at = all.find(({ member }) => member.pointer === pointer)?.member.at;
    const name = shownPointer(kept.pointer);
    return {
      name: `spelling ${name}`,
      what: `which of ${name} (${kept.at}) and ${shownPointer(pointer)} (${at}) a request has: the page writes both for one value, and the draft sends ${name}`,
    };
  });
  return { lists: lists.map((list) => list.filter(({ pointer }) => !left.has(pointer))), todos };
}

/** Tables that describe an object or a list that another table of the page names: their fields lie below it. */

import { pointerOf } from '../../formats/json.ts';
import type { Member, Statement } from '../facts/facts.ts';
import { anyItem, isInItems, listOf } from '../facts/list-items.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { withItems } from '../page/blocks/items.ts';
import type { Reading } from '../page/blocks/reading.ts';
import { flat } from '../page/words/spellings.ts';
import { type Side, shownObjects } from './shown-objects.ts';

/** Words of a caption beside the name of the object that it is about. */
const beside =
  /\b(?:the|object|objek|data|fields?|members?|attributes?|properties|parameters?|details?|structure|array|list|items?|elements?|elemen|butir|isi|dari|of|in|dalam|a|an|one|single|setiap|tiap|masing-masing|satu|struktur|daftar|for|has|have|holds?|contains?|these|following|with|each|inside|within|di|berisi|memuat)\b/gi;

/** The only name in a caption; empty where it holds several words beside the usual ones. One that is marked as code may be such a word itself. */
function nameIn(caption: string): string {
  const [marked, ...more] = [...caption.matchAll(/`([A-Za-z_][\w.$-]*)`/g)].map(([, name = '']) => name);
  if (marked !== undefined && more.length === 0)
    return nameIn(`${caption.replace(/`[^`]*`/g, ' ')} ${other}`) === other ? flat(marked.split('.').at(-1) ?? '') : '';
  const words = caption
    .replace(beside, ' ')
    .split(/[^\w$.-]+/)
    .filter((word) => /[a-z]/i.test(word));
  if (words.length === 0 && ofData.test(caption)) return 'data';
  const [name = '', ...others] = words;
  return others.length === 0 ? flat(name.split('.').at(-1) ?? '') : '';
}

/** A caption of the members of an object with that name, which is a usual word as well. */
const ofData =
  /\b(?:of|in|inside|within|dalam|dari|isi)(?: (?:the|object|objek))* data\b|\bdata object\b|\bobjek data\b/i;

/** What stands for a name that is taken out of a caption. */
const other = 'x';

/** Words that put what is below them into an object of an answer, which no row of the page may name. */
const inside =
  /^(?:inside|within|in(?:side of)?|di dalam|dalam|isi)(?: (?:of|the|dari))?(?: (?:objek|object))? `([a-z][A-Za-z\d_]*)`(?: (?:object|objek))?\s*:\s*$/i;
const isPartOfMessage = /(?:body|headers?|query|request|response|payload|badan)$/i;

/** The name of that object; null for any other caption. */
function insideOf(caption: string): string | null {
  const name = inside.exec(caption.trim())?.[1];
  return name === undefined || isPartOfMessage.test(name) ? null : name;
}

/** The captions of a block: its heading, and a short sentence before it. */
function captionsOf(block: Block, before: Block | undefined): string[] {
  const line = before?.kind === 'lines' ? (before.lines.findLast((one) => one.trim() !== '') ?? '') : '';
  const [last = ''] = line
    .trim()
    .split(/(?<=[.!?])\s+/)
    .slice(-1);
  return [...(last.split(/\s+/).length <= mostWords ? [last] : []), block.title].filter((one) => one !== '');
}

/** Words of the longest sentence that is taken for a caption. */
const mostWords = 5;

interface Holder {
  pointer: string;
  isList: boolean;
}

const ofAnyItem = `/${anyItem}`;

/** The end of the path of an object with which a table writes the names of its fields, as `device.id` for that of `device`. */
function writtenAgain(members: Member[], { pointer }: Holder): string {
  const parts = pointer.split('/').slice(1);
  const ends = parts.flatMap((part, at) => {
    const end = `/${parts.slice(at).join('/')}`;
    // The items of a list may be named with it or not.
    return part === anyItem ? [] : [...new Set([end, end.replaceAll(ofAnyItem, '')])];
  });
  return ends.find((end) => members.some((member) => member.pointer.startsWith(`${end}/`))) ?? '';
}

function below(members: Member[], holder: Holder): Member[] {
  const again = writtenAgain(members, holder);
  const isAgain = ({ pointer }: Member): boolean =>
    again !== '' && (pointer === again || pointer.startsWith(`${again}/`));
  return members.map((member) => {
    if (!isAgain(member)) return { ...member, pointer: `${holder.pointer}${member.pointer}` };
    const inside = member.pointer.slice(again.length);
    // The row of the list itself is no item of it.
    const own = inside === '' && holder.isList ? holder.pointer.slice(0, -ofAnyItem.length) : holder.pointer;
    return { ...member, pointer: `${own}${inside}` };
  });
}

/** The readings with the fields of each such table below the member that it is about; those of a list below its items. */
export function nestObjects(blocks: Block[], indexes: Map<Block, number>, readings: Reading[]): Reading[] {
  const known = new Map<string, Holder>();
  const remember = (side: string, members: Member[]): void => {
    for (const { pointer, schema } of members) {
      const isList = schema['type'] === 'array';
      const name = (own: string): string => `${side} ${flat(own.split('/').at(-1) ?? '')}`;
      const list = isInItems(pointer) ? listOf(pointer) : null;
      if (list !== null && !known.has(name(list)))
        known.set(name(list), { pointer: `${list}${ofAnyItem}`, isList: true });
      if (isList || schema['type'] === 'object')
        known.set(name(pointer), { pointer: isList ? `${pointer}${ofAnyItem}` : pointer, isList });
    }
  };
  // One of the accounts is what each item of `accounts` is.
  const called = (side: string, name: string): Holder | undefined => {
    const list = known.get(`${side} ${name}s`);
    return known.get(`${side} ${name}`) ?? (list?.isList ? list : undefined);
  };
  // What a heading writes with the list that it is in needs no row of its own.
  const written = (side: string, caption: string): Holder | undefined => {
    const [path] =
      /^[A-Za-z_][\w-]*\.\*(?:\.(?:\*|[A-Za-z_][\w-]*))+$/.exec(withItems(caption.replace(/[`*:\s]/g, ''))) ?? [];
    const keys = path?.split('.') ?? [];
    const isKnown = known.get(`${side} ${flat(keys[0] ?? '')}`)?.isList === true;
    return isKnown ? { pointer: pointerOf(keys), isList: keys.at(-1) === anyItem } : undefined;
  };
  const findShown = shownObjects(readings);
  const shown = (side: Side, caption: string, members: Member[]): Holder | undefined => {
    const pointer = findShown(side, caption, members);
    return pointer === undefined ? undefined : { pointer, isList: false };
  };
  const holderOf = (side: Side, captions: string[], members: Member[]): Holder | undefined => {
    if (members.length === 0) return undefined;
    const found = captions.flatMap((caption) => {
      const name = nameIn(caption);
      const holder = written(side, caption) ?? (name === '' ? undefined : called(side, name));
      const within = side === 'response' ? insideOf(caption) : null;
      const said = within === null ? [] : { pointer: pointerOf([within]), isList: false };
      return holder ?? shown(side, caption, members) ?? said;
    });
    return found[0];
  };
  return readings.map((reading) => {
    const { block, statement } = reading;
    if (statement.origin !== 'table' || (block.kind !== 'table' && block.kind !== 'list')) return reading;
    const captions = captionsOf(block, blocks[(indexes.get(block) ?? 0) - 1]);
    const asked = holderOf('request', captions, statement.request);
    const answered = holderOf(
      'response',
      captions,
      statement.answers.flatMap(({ members }) => members),
    );
    const holder = asked ?? answered;
    const nested: Statement = {
      ...statement,
      request: asked ? below(statement.request, asked) : statement.request,
      answers: answered
        ? statement.answers.map((answer) => ({ ...answer, members: below(answer.members, answered) }))
        : statement.answers,
    };
    remember('request', nested.request);
    for (const { members } of nested.answers) remember('response', members);
    // Where its fields are is what its heading says, and no question any more.
    const todos = holder ? reading.todos.filter(({ kind }) => kind?.of !== 'part') : reading.todos;
    return holder ? { ...reading, statement: nested, todos: todos.map(withoutAsk) } : reading;
  });
}

/** A question without the facts that it asks for: they have other pointers now. */
function withoutAsk(todo: Reading['todos'][number]): Reading['todos'][number] {
  const { ask: _asked, ...rest } = todo;
  return rest;
}

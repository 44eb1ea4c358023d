/** Tables that describe an object or a list that another table of the page names: their fields lie below it. */
import type { Member, Statement } from '../facts/facts.ts';
import type { Block } from '../page/blocks.ts';
import { type Reading, shownBlock } from '../page/reading.ts';
import { flat } from '../page/words.ts';

/** Words of a caption beside the name of the object that it is about. */
const beside =
  /\b(?:the|object|objek|data|fields?|members?|attributes?|properties|parameters?|details?|structure|array|list|items?|element|isi|dari|of|in|dalam|for|has|have|holds?|these|following|with|each|berisi|memuat)\b/gi;

/** The only name in a caption; empty where it holds several words beside the usual ones. */
function nameIn(caption: string): string {
  const words = caption
    .replace(beside, ' ')
    .split(/[^\w$.-]+/)
    .filter((word) => /[a-z]/i.test(word));
  const [name = '', ...others] = words;
  return others.length === 0 ? flat(name.split('.').at(-1) ?? '') : '';
}

/** The captions of a block: its heading, and a short line before it. */
function captionsOf(block: Block, before: Block | undefined): string[] {
  const line = before?.kind === 'lines' ? (before.lines.findLast((one) => one.trim() !== '') ?? '') : '';
  return [...(line.trim().split(/\s+/).length <= 5 ? [line] : []), block.title].filter((one) => one !== '');
}

interface Holder {
  pointer: string;
  isList: boolean;
}

/** The end of the path of an object with which a table writes the names of its fields, as `device.id` for that of `device`. */
function writtenAgain(members: Member[], { pointer }: Holder): string {
  const parts = pointer.split('/').slice(1);
  const ends = parts.map((_, at) => `/${parts.slice(at).join('/')}`);
  return ends.find((end) => members.some((member) => member.pointer.startsWith(`${end}/`))) ?? '';
}

function below(members: Member[], holder: Holder): Member[] {
  const again = writtenAgain(members, holder);
  const isAgain = ({ pointer }: Member): boolean =>
    again !== '' && (pointer === again || pointer.startsWith(`${again}/`));
  return members.map((member) => ({
    ...member,
    pointer: `${holder.pointer}${isAgain(member) ? member.pointer.slice(again.length) : member.pointer}`,
  }));
}

/** The readings with the fields of each such table below the member that it is about; those of a list are left to a person. */
export function nestObjects(blocks: Block[], indexes: Map<Block, number>, readings: Reading[]): Reading[] {
  const known = new Map<string, Holder>();
  const remember = (side: string, members: Member[]): void => {
    for (const { pointer, schema } of members) {
      const isList = schema['type'] === 'array';
      if (isList || schema['type'] === 'object')
        known.set(`${side} ${flat(pointer.split('/').at(-1) ?? '')}`, { pointer, isList });
    }
  };
  return readings.map((reading) => {
    const { block, statement } = reading;
    if (statement.origin !== 'table' || (block.kind !== 'table' && block.kind !== 'list')) return reading;
    // Most tables stand behind none that names an object.
    const names = known.size === 0 ? [] : captionsOf(block, blocks[(indexes.get(block) ?? 0) - 1]).map(nameIn);
    const holderOf = (side: string): Holder | undefined =>
      names.flatMap((name) => (name === '' ? [] : (known.get(`${side} ${name}`) ?? []))).at(0);
    const asked = statement.request.length > 0 ? holderOf('request') : undefined;
    const answered = statement.answers.some(({ members }) => members.length > 0) ? holderOf('response') : undefined;
    const holder = asked ?? answered;
    if (holder?.isList) return listed(reading, holder);
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

function listed(reading: Reading, { pointer }: Holder): Reading {
  const what = `what ${shownBlock(reading.block)} says of each item of ${pointer.slice(1).replaceAll('/', '.')}; a draft has no members of items`;
  return {
    ...reading,
    statement: { ...reading.statement, request: [], answers: [] },
    todos: [{ name: `items ${reading.block.title} ${reading.block.line}`, what }],
    used: 0,
    why: 'it is about the items of a list',
  };
}

/** The values that tables of statuses give to members, as one list for each status, and of the type that the page gives them. */
import type { Json } from '../../formats/json.ts';
import { shownPointer } from '../../formats/json.ts';
import { flat } from '../page/words.ts';
import type { AnswerFact, Member, Todo } from './facts.ts';

const valuesOf = ({ schema }: Member): Json[] => [schema['const'] ?? [], schema['enum'] ?? []].flat();

/** A name as programs write it: no word of a head is written so. */
const isWritten = (pointer: string): boolean => /[a-z][A-Z]|_/.test(pointer);

/** Whether a head is the last name of a member, letter case and separators aside. */
const isNamedAs = (headed: string, pointer: string): boolean => flat(headed) === flat(pointer.split('/').at(-1) ?? '');

/** What the page says of the type of a member, in any of its answers: `string` or `integer`; null where it says nothing. */
function typeIn(known: Member[]): string | null {
  for (const { schema, example } of known) {
    const [type] = [schema['type'] ?? []].flat();
    if (typeof type === 'string') return type === 'number' ? 'integer' : type;
    if (example !== undefined) return typeof example === 'number' ? 'integer' : 'string';
  }
  return null;
}

/**
 * The members of the answers of each status, one list for each source. A value below a head is one of a member that the
 * page has in an answer; a number is text only where the page says so of some answer.
 */
export function byStatus(
  answers: AnswerFact[],
  refusals: Pick<AnswerFact, 'members'>[],
  sink: { todos: Todo[] },
): Map<number, Member[][]> {
  const plain = (all: Pick<AnswerFact, 'members'>[]): Member[] =>
    all.flatMap(({ members }) => members.filter((member) => member.byStatus === undefined));
  // What lies deeper in a grant says nothing of where a refusal holds it.
  const others = [
    ...plain([...refusals, ...answers.filter(({ status }) => status >= 400)]),
    ...plain(answers.filter(({ status }) => status < 400)).filter(({ pointer }) => pointer.lastIndexOf('/') === 0),
  ];
  const open = new Set<string>();
  const untold = new Set<string>();
  const found = new Map<number, Member[][]>();
  for (const status of new Set(answers.map((answer) => answer.status))) {
    const own = answers.filter((answer) => answer.status === status);
    const group = [...own, ...(status >= 400 ? refusals : [])];
    const given = group.flatMap(({ members }) => members.filter((member) => member.byStatus !== undefined));
    const lists = group.map(({ members }) => members.filter((member) => member.byStatus === undefined));
    for (const headed of new Set(given.map((member) => member.pointer))) {
      const of = given.filter((member) => member.pointer === headed);
      const [first] = of;
      const known = others.filter((member) => isNamedAs(headed, member.pointer));
      const [pointer = headed, ...elsewhere] = new Set(known.map((member) => member.pointer));
      if (!first) continue;
      if (known.length === 0 || elsewhere.length > 0) {
        if (isWritten(headed) || elsewhere.length > 0) untold.add(headed);
        continue;
      }
      const values = [...new Set(of.flatMap(valuesOf))];
      const said = lists.flat().filter((member) => member.pointer === pointer);
      const type = typeIn([...said, ...known]);
      const areNumbers = values.every((value) => /^\d+$/.test(String(value)));
      const typed = type === 'integer' ? values.map(Number) : values;
      const isShown = said.every(
        (member) =>
          (member.origin !== 'sample' || member.example === undefined || typed.includes(member.example)) &&
          valuesOf(member).every((value) => typed.includes(value)),
      );
      const isTyped = type === 'string' || (type === 'integer' ? areNumbers : type === null && !areNumbers);
      if (!isShown || !isTyped) open.add(pointer);
      const [only, ...more] = typed;
      const schema = isShown && isTyped ? { ...(more.length === 0 ? { const: only ?? '' } : { enum: typed }) } : {};
      const { byStatus: _, ...member } = first;
      lists.push([{ ...member, pointer, schema }]);
    }
    found.set(status, lists);
  }
  ask(open, (names) => `the values and the type of ${names} in each answer: a table of statuses gives some`, sink);
  ask(
    untold,
    (names) => `whether the answers hold ${names}, and where: a table of statuses has a column of that name`,
    sink,
  );
  return found;
}

function ask(pointers: Set<string>, what: (names: string) => string, { todos }: { todos: Todo[] }): void {
  if (pointers.size === 0) return;
  const names = [...pointers].map(shownPointer).join(', ');
  todos.push({ name: `by status ${names}`, what: what(names) });
}

/** Questions that one person answers at once, as one. */
import type { Todo } from './facts.ts';

/** The questions about answers that a sample alone shows as one: who knows one of them knows the others. */
export function asOne(todos: Todo[]): Todo[] {
  const about = todos.filter(({ name }) => /^(?:granted|refused-\d+) sample$/.test(name));
  const [first, ...others] = about;
  if (!first || others.length === 0) return todos;
  const facts = about.flatMap(({ ask }) => (ask?.about === 'mandatory' ? ask.facts : []));
  const listed = about.map(({ what }) => what.replace(/^whether (.*) (?:are|is) mandatory, .*$/, '$1'));
  const what = `whether ${listed.join(', and ')} are mandatory, and of what type; only samples show them`;
  return [
    ...todos.filter((todo) => !about.includes(todo)),
    { name: first.name, what, ask: { about: 'mandatory', facts } },
  ];
}

const nameOf = (fact: string): string => (fact.split(/[ /]/).at(-1) ?? '').toLowerCase();

const shareNames = (one: string[], other: string[]): boolean =>
  one.some((fact) => other.some((more) => more !== fact && nameOf(more) === nameOf(fact)));

/** Questions about values, by how their names begin: whoever looks one up looks them all up. */
const ofValues = ['lengths ', 'keywords ', 'example ', 'conditions '];

/** The questions of several tables about what is mandatory as one, and those of each kind about values as one. */
export function together(todos: Todo[]): Todo[] {
  const isDemand = ({ name, ask }: Todo): boolean => ask?.about === 'mandatory' && /^(?:mandatory|always) /.test(name);
  const joined: Todo[] = [];
  for (const todo of todos) {
    const kind = ofValues.find((one) => todo.name.startsWith(one));
    // A page may leave very many things open, and few of them are of these kinds.
    const at =
      kind !== undefined || isDemand(todo)
        ? joined.findIndex((one) => (kind !== undefined ? one.name.startsWith(kind) : isDemand(one)))
        : -1;
    const known = joined[at];
    if (known?.what.includes(todo.what)) continue;
    if (!known) joined.push(todo);
    else if (known.ask?.about === 'mandatory' && todo.ask?.about === 'mandatory') {
      // A person answers by names: one name of two parts is two questions.
      if (shareNames(known.ask.facts, todo.ask.facts)) {
        joined.push(todo);
        continue;
      }
      const facts = [...new Set([...known.ask.facts, ...todo.ask.facts])];
      joined[at] = { name: known.name, what: `${known.what}; and ${todo.what}`, ask: { about: 'mandatory', facts } };
    } else joined[at] = { name: known.name, what: `${known.what}; and ${todo.what}` };
  }
  return joined;
}

/** The questions which statuses the grant and the refusals have as one: whoever knows the API knows them all. */
export function statusesAsOne(todos: Todo[]): Todo[] {
  const about = (...names: string[]): Todo[] =>
    todos.filter(({ ask }) => ask !== undefined && names.includes(ask.about));
  const of = [...about('grant', 'status'), ...about('refused', 'refusal')];
  if (of.length < 2) return todos;
  const first = todos.find((todo) => of.includes(todo));
  const joined: Todo = {
    name: 'statuses',
    what: of.map(({ what }) => what).join('; and '),
    ask: { about: 'statuses', of },
  };
  return todos.flatMap((todo) => (todo === first ? [joined] : of.includes(todo) ? [] : [todo]));
}

/** Questions that one person answers at once, as one. */
import type { Todo } from './facts.ts';

/** The questions about answers that a sample alone shows as one: who knows one of them knows the others. */
export function asOne(todos: Todo[]): Todo[] {
  const about = todos.filter(({ name }) => /^(?:granted|refused-\d+) sample$/.test(name));
  const [first, ...others] = about;
  if (!first || others.length === 0) return todos;
  const facts = about.flatMap(listedBy);
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

/** The facts of which a question asks whether they are mandatory. */
const listedBy = ({ ask }: Todo): string[] => (ask?.about === 'mandatory' ? ask.facts : []);

/** Questions about values, by how their names begin: whoever looks one up looks them all up. */
const ofValues = ['lengths ', 'keywords ', 'example ', 'conditions '];

/** The questions of several tables about what is mandatory as one, and those of each kind about values as one. */
export function together(todos: Todo[]): Todo[] {
  const isDemand = ({ name, ask }: Todo): boolean => ask?.about === 'mandatory' && /^(?:mandatory|always) /.test(name);
  const joined: { todo: Todo; said: Set<string> }[] = [];
  for (const todo of todos) {
    const kind = ofValues.find((one) => todo.name.startsWith(one));
    // A page may leave very many things open, and few of them are of these kinds.
    const known =
      kind !== undefined || isDemand(todo)
        ? joined.find((one) => (kind !== undefined ? one.todo.name.startsWith(kind) : isDemand(one.todo)))
        : undefined;
    if (known?.said.has(todo.what)) continue;
    const [before, own] = [known ? listedBy(known.todo) : [], listedBy(todo)];
    // A person answers by names: one name of two parts is two questions.
    if (!known || shareNames(before, own)) {
      joined.push({ todo, said: new Set([todo.what]) });
      continue;
    }
    known.said.add(todo.what);
    known.todo = {
      ...{ name: known.todo.name, what: `${known.todo.what}; and ${todo.what}` },
      ...(isDemand(todo) ? { ask: { about: 'mandatory', facts: [...new Set([...before, ...own])] } } : {}),
    };
  }
  return joined.map(({ todo }) => todo);
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

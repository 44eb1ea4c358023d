/** Questions that one person answers at once, as one. */
import { lastKeyOf, shownPointer } from '../../formats/json.ts';
import type { Member, Todo, TodoKind } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { placesOf } from '../facts/todo.ts';
import { mostSentences, type Unused } from '../page/sentences/unused.ts';

/** The question about members of a body that only the sample at this place shows. */
export function ofSample(body: { key: string; label: string; part: string }, at: string, shown: Member[]): Todo {
  const about = `${shown.map(({ pointer }) => shownPointer(pointer)).join(', ')} of ${body.label}`;
  const [are, them] = shown.length > 1 ? ['are', 'them'] : ['is', 'it'];
  return {
    name: `${body.key} sample`,
    // What a request holds is a question of its own.
    ...(body.part === 'request' ? {} : { kind: { of: 'sample', about } }),
    what: `whether ${about} ${are} mandatory, and of what type${body.part === 'request' ? `, and whether ${are === 'are' ? 'they hold' : 'it holds'} the same in each request` : ''}`,
    claim: {
      subject: 'presence and type',
      names: shown.map(({ pointer }) => lastKeyOf(pointer)),
      alone: true,
      none: `; only a sample (${at}) shows ${them}`,
      guess: `; a sample (${at}) shows ${them}`,
    },
    ask: { about: 'mandatory', facts: shown.map(({ pointer }) => `${body.part} ${pointer}`) },
  };
}

/** The questions about answers that a sample alone shows as one: who knows one of them knows the others. */
export function asOne(todos: Todo[]): Todo[] {
  const sampled = todos.flatMap((todo) => (todo.kind?.of === 'sample' ? [{ todo, about: todo.kind.about }] : []));
  const [first] = sampled;
  if (!first || sampled.length === 1) return todos;
  const facts = sampled.flatMap(({ todo }) => listedBy(todo));
  const about = sampled.map((one) => one.about).join(', and ');
  return [
    ...todos.filter(({ kind }) => kind?.of !== 'sample'),
    {
      name: first.todo.name,
      what: `whether ${about} are mandatory, and of what type`,
      claim: {
        subject: 'presence and type',
        names: sampled.flatMap(({ todo }) => todo.claim?.names ?? []),
        alone: true,
        none: '; only samples show them',
        guess: '; samples show them',
      },
      ...placesOf(...sampled.map(({ todo }) => todo)),
      ask: { about: 'mandatory', facts },
    },
  ];
}

/** Most sentences that are shown: the others are counted, with their lines. */
const mostListed = 12;

/** The question about sentences that speak of facts and that no reader used; none without any. */
export function ofSentences(sentences: Unused[]): Todo[] {
  const all = new Map(sentences.map(({ words, line }) => [quotedWords(words), line]));
  if (all.size === 0) return [];
  const shown = [...all.keys()].slice(0, mostListed).map((one) => `"${one}"`);
  const lines = [...new Set([...all.values()].slice(mostListed))].filter((line) => line > 0);
  const at = lines.length === 0 ? '' : ` (line${lines.length > 1 ? 's' : ''} ${lines.join(', ')})`;
  const more = all.size > mostListed ? `, and ${all.size - mostListed} more${at}` : '';
  const others = sentences.length < mostSentences ? '' : ', and any others like these';
  return [
    {
      name: 'sentences',
      kind: { of: 'sentences' },
      what: `what these sentences say, which were not read, or not in full: ${shown.join(', ')}${more}${others}`,
    },
  ];
}

const nameOf = (fact: string): string => (fact.split(/[ /]/).at(-1) ?? '').toLowerCase();

const shareNames = (one: string[], other: string[]): boolean =>
  one.some((fact) => other.some((more) => more !== fact && nameOf(more) === nameOf(fact)));

/** The facts of which a question asks whether they are mandatory. */
const listedBy = ({ ask }: Todo): string[] => (ask?.about === 'mandatory' ? ask.facts : []);

/** Kinds of questions that become one: whoever looks one up looks them all up. */
const joining: TodoKind['of'][] = ['mandatory', 'lengths', 'keywords', 'example', 'conditions', 'items', 'sentences'];

/** Places as one list: those that differ in their last word alone have the words before it once. */
function placesInWords(places: string[]): string {
  const [shared = ''] = /^.* /.exec(places[0] ?? '') ?? [];
  const [first = '', ...more] = places;
  const isShared = places.every((place) => place.startsWith(shared) && !place.slice(shared.length).includes(' '));
  return [first, ...more.map((place) => (isShared ? place.slice(shared.length) : place))].join(', ');
}

/** Questions that are asked of several places in the same words as one that names all of these. */
function byPlaces(todos: Todo[]): Todo[] {
  const keyOf = ({ kind }: Todo): string | null =>
    kind?.of === 'places' ? JSON.stringify([kind.before, kind.behind]) : null;
  return todos.flatMap((todo, at): Todo[] => {
    const key = keyOf(todo);
    if (key === null || todo.kind?.of !== 'places') return [todo];
    const all = todos.filter((one) => keyOf(one) === key);
    if (todos.findIndex((one) => keyOf(one) === key) < at) return [];
    const places = [...new Set(all.flatMap(({ kind }) => (kind?.of === 'places' ? kind.all : [])))];
    return [{ ...todo, what: `${todo.kind.before}${placesInWords(places)}${todo.kind.behind}`, ...placesOf(...all) }];
  });
}

/** The questions of several tables about what is mandatory as one, and those of each kind about values as one. */
export function together(given: Todo[]): Todo[] {
  const joined: { todo: Todo; said: Set<string> }[] = [];
  const todos = given.some(({ kind }) => kind?.of === 'places') ? byPlaces(given) : given;
  for (const todo of todos) {
    const { kind } = todo;
    // A page may leave very many things open, and few of them are of these kinds.
    const known = kind && joining.includes(kind.of) ? joined.find((one) => one.todo.kind?.of === kind.of) : undefined;
    if (known?.said.has(todo.what)) continue;
    const [before, own] = [known ? listedBy(known.todo) : [], listedBy(todo)];
    // A person answers by names: one name of two parts is two questions.
    if (!known || shareNames(before, own)) {
      joined.push({ todo, said: new Set([todo.what]) });
      continue;
    }
    known.said.add(todo.what);
    known.todo = {
      ...known.todo,
      what: `${known.todo.what}; and ${todo.what}`,
      ...placesOf(known.todo, todo),
      ...(kind?.of === 'mandatory' ? { ask: { about: 'mandatory', facts: [...new Set([...before, ...own])] } } : {}),
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
    ...placesOf(...of),
    ask: { about: 'statuses', of },
  };
  return todos.flatMap((todo) => (todo === first ? [joined] : of.includes(todo) ? [] : [todo]));
}

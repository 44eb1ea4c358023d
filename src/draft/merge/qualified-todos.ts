/** The questions about facts that words beside them take back. */

import type { Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';

/** What is open of a part: names of fields, each with the words that make it so; of presence with the key of the fact as well. */
export interface Open {
  presence: [string, string, string][];
  /** The same of those that a part calls not mandatory. */
  duty: [string, string, string][];
  other: [string, string][];
  unread: [string, string][];
  /** Members of answers that are there under a condition. */
  conditions: [string, string][];
}

const quoted = (words: string): string => `"${quotedWords(words)}"`;

const listed = (names: string[]): string => `${names.join(', ')} ${names.length > 1 ? 'are' : 'is'}`;

/** The question about fields of which a part says whether they are mandatory, and words beside them otherwise. */
function mandatory(open: Open['presence'], shown: string, says: string, drafted = ''): Todo[] {
  const [first] = open;
  if (!first) return [];
  const words = [...new Set(open.map(([, , one]) => quoted(one)))].slice(0, 3).join(', ');
  return [
    {
      name: `always ${shown} ${first[0]}`,
      kind: { of: 'mandatory' },
      what: `whether ${listed([...new Set(open.map(([name]) => name))])} mandatory: ${shown} ${says}, and ${words} beside it${drafted}`,
      ask: { about: 'mandatory', facts: [...new Set(open.map(([, key]) => key))] },
    },
  ];
}

/** The same of fields that a part calls not mandatory; a draft has a header or a parameter of the query that is open as mandatory, and a member of a body not. */
function maybe(open: Open['duty'], shown: string): Todo[] {
  const namesOf = (all: Open['duty']): string[] => [...new Set(all.map(([name]) => name))];
  const names = namesOf(open);
  const sent = namesOf(open.filter(([, key]) => /^request (?:header|query|path) /.test(key)));
  const [they, them] = names.length > 1 ? ['they', 'them'] : ['it', 'it'];
  const isAll = sent.length === names.length;
  const has =
    sent.length === 0 ? `${them} as not mandatory` : `${isAll ? them : `${sent.join(', ')} alone`} as mandatory`;
  return mandatory(open, shown, `says that ${they} need not be`, `; the draft has ${has}`);
}

/** The questions about one part; `shown` is how they call it. */
export function questions({ presence, duty, other, unread, conditions }: Open, shown: string): Todo[] {
  const todos = [...mandatory(presence, shown, 'says so'), ...maybe(duty, shown)];
  const names = [...new Set(other.map(([name]) => name))];
  const words = [...new Set(other.map(([, one]) => one).filter((one) => one !== ''))];
  if (names.length > 0)
    todos.push({
      name: `values ${shown} ${names[0]}`,
      what: `the types, lengths and values of ${names.join(', ')}: ${shown} gives some, and ${words.length > 0 ? `${words.slice(0, 3).map(quoted).join(', ')} beside them` : 'the words beside them'} may change them; the draft leaves these out`,
    });
  if (unread.length > 0)
    todos.push({
      name: `lengths ${shown} ${unread[0]?.[0]}`,
      kind: { of: 'lengths' },
      what: `the lengths of ${unread.map(([name]) => name).join(', ')}: ${shown} says ${unread
        .map(([, one]) => quoted(one))
        .slice(0, 3)
        .join(', ')}`,
    });
  if (conditions.length > 0)
    todos.push({
      name: `conditions ${shown} ${conditions[0]?.[0]}`,
      kind: { of: 'conditions' },
      what: `when the answer has ${conditions.map(([name]) => name).join(', ')}: ${shown} says ${[...new Set(conditions.map(([, one]) => quoted(one)))].slice(0, 3).join(', ')}; the draft takes it with and without`,
    });
  return todos;
}

/** Questions of one part, those about what is mandatory as one: who knows one of them knows the others. */
export function asOneQuestion(todos: Todo[], more: Todo[]): Todo[] {
  const joined = [...todos];
  for (const todo of more) {
    const at = joined.findIndex(({ ask }) => ask?.about === 'mandatory');
    const known = joined[at];
    if (todo.ask?.about !== 'mandatory' || known?.ask?.about !== 'mandatory') joined.push(todo);
    else
      joined[at] = {
        ...known,
        // What is said of the page as a whole follows it.
        what: known.claim ? `${todo.what}; and ${known.what}` : `${known.what}; and ${todo.what}`,
        ask: { about: 'mandatory', facts: [...new Set([...known.ask.facts, ...todo.ask.facts])] },
      };
  }
  return joined;
}

/** A part of a question whether fields are mandatory without some of their names; none where it names no other. */
function withoutNames(part: string, isLeft: (name: string) => boolean): string[] {
  const [whole = '', all = ''] = /^whether ([^:"]{1,400}?) (?:is|are) mandatory(?=:)/.exec(part) ?? [];
  if (whole === '') return [part];
  const names = all.split(', ').filter((name) => !isLeft(name));
  return names.length === 0 ? [] : [`whether ${listed(names)} mandatory${part.slice(whole.length)}`];
}

/** Questions without the fields that are left out of the draft, by the keys of their facts; one about these alone is gone. */
export function withoutFields(todos: Todo[], keys: ReadonlySet<string>): Todo[] {
  const names = new Set([...keys].map((key) => key.split(/[ /]/).at(-1)?.toUpperCase()));
  const isLeft = (name: string): boolean => names.has(name.toUpperCase());
  return todos.flatMap((todo) => {
    const { ask } = todo;
    if (ask?.about !== 'mandatory' || !ask.facts.some((fact) => keys.has(fact))) return [todo];
    const facts = ask.facts.filter((fact) => !keys.has(fact));
    if (facts.length === 0) return [];
    const what = todo.what
      .split(/; and (?=whether )/)
      .flatMap((part) => withoutNames(part, isLeft))
      .join('; and ');
    return [{ ...todo, what, ask: { ...ask, facts } }];
  });
}

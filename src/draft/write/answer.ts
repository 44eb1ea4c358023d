/** A person's answer to a TODO as a fact of the page: the draft is made again from it. */

import type { Json } from '../../formats/json.ts';
import { isUrl } from '../../formats/url.ts';
import type { Facts, Todo } from '../facts/facts.ts';
import { nothing } from '../facts/facts.ts';
import { readMediaType } from '../page/labels.ts';
import { typeOf } from '../page/values.ts';
import type { PageInfo } from './draft.ts';

/** The facts with an answer, or what is wrong with it. */
export type Answered = { facts: Facts; origin: PageInfo } | { fault: string };

/** Mechanisms that a person can name. */
export const authNames = ['basic', 'snap-signature', 'none'];

const at = 'Decided when the contract was derived';

/** How a TODO is asked, and in which form it is answered. */
export function question({ what, ask }: Todo): { text: string; form: string } {
  const text = what.split('; npm run derive with')[0] ?? what;
  switch (ask?.about) {
    case undefined:
      return { text, form: '' };
    case 'auth':
      return { text, form: authNames.join(', ') };
    case 'media type':
    case 'answer media type':
      return { text, form: 'a media type, as application/json' };
    case 'servers':
      return { text, form: 'addresses with blanks between them, that of the sandbox first' };
    case 'method':
      return { text, form: 'a method, as POST' };
    case 'path':
      return { text, form: 'a path, as /oauth/token' };
    case 'page url':
      return { text, form: 'an address' };
    case 'refused':
      return { text, form: 'the status for wrong credentials and that for wrong parameters, as 401 400' };
    case 'refusal':
      return { text, form: ask.statuses.join(' or ') };
    case 'status':
      return { text, form: `a status, as ${ask.status}` };
    case 'mandatory':
      return { text, form: 'the names that are mandatory with blanks between them, or all, or none' };
    case 'type':
      return { text, form: 'string, integer, number, boolean, object or array' };
  }
}

const without = (facts: Facts, { name, what }: Todo): Facts => ({
  ...facts,
  todos: facts.todos.filter((todo) => todo.what !== what && todo.name !== name),
});

/** Changes the facts that are called so. */
function changed(
  facts: Facts,
  names: string[],
  how: (name: string) => { required?: boolean; schema?: { [name: string]: Json } },
): Facts {
  const change = <T extends { required: boolean | null; schema: { [name: string]: Json } }>(
    fact: T,
    name: string,
  ): T => {
    if (!names.includes(name)) return fact;
    const { required, schema } = how(name);
    return { ...fact, ...(required === undefined ? {} : { required }), schema: { ...fact.schema, ...schema } };
  };
  return {
    ...facts,
    headers: facts.headers.map((one) => change(one, `request header ${one.name.toUpperCase()}`)),
    queries: facts.queries.map((one) => change(one, `request query ${one.name}`)),
    request: facts.request.map((one) => change(one, `request ${one.pointer}`)),
    answers: facts.answers.map((answer) => ({
      ...answer,
      members: answer.members.map((one) => change(one, `${answer.status} ${one.pointer}`)),
    })),
  };
}

const shortName = (fact: string): string => (fact.split(/[ /]/).at(-1) ?? '').toLowerCase();

function mandatory(facts: Facts, names: string[], text: string): Facts | string {
  const words = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const unknown = words.filter(
    (word) => !['all', 'none'].includes(word) && !names.some((name) => shortName(name) === word),
  );
  if (unknown.length > 0) return `there is no ${unknown.join(', ')}; there is: ${names.map(shortName).join(', ')}`;
  return changed(facts, names, (name) => ({ required: words.includes('all') || words.includes(shortName(name)) }));
}

function statusIn(text: string): number | null {
  return /^[2-5]\d\d$/.test(text) ? Number(text) : null;
}

/** Takes an answer into the facts. Pure. */
export function answered(facts: Facts, origin: PageInfo, todo: Todo, text: string): Answered {
  const { ask } = todo;
  const rest = without(facts, todo);
  const done = (more: Partial<Facts>): Answered => ({ facts: { ...rest, ...more }, origin });
  const fault = (reason: string): Answered => ({ fault: reason });
  const said = { value: text, at };
  switch (ask?.about) {
    case undefined:
      return fault('it has to be written into the files');
    case 'auth':
      return authNames.includes(text) ? done({ security: said, unclear: [] }) : fault(`one of ${authNames.join(', ')}`);
    case 'media type':
    case 'answer media type': {
      const statement = nothing('text');
      readMediaType(text, at, statement);
      const { mediaType } = statement;
      if (!mediaType) return fault('it is no media type');
      if (ask.about === 'media type') return done({ mediaType });
      return done({ answers: facts.answers.map((answer) => ({ mediaType, ...answer })) });
    }
    case 'servers': {
      const urls = text.split(/[\s,]+/);
      if (!urls.every((url) => isUrl(url) && url.startsWith('http'))) return fault('each is an http or https address');
      const fact = { label: '', production: false, at, origin: 'text' as const };
      return done({ servers: urls.map((url) => ({ ...fact, url: url.replace(/\/+$/, '') })) });
    }
    case 'method':
      return /^(get|post|put)$/i.test(text)
        ? done({ method: { value: text.toUpperCase(), at } })
        : fault('GET, POST or PUT');
    case 'path':
      return text.startsWith('/') ? done({ path: said }) : fault('it begins with /');
    case 'page url':
      return isUrl(text) ? { facts: rest, origin: { ...origin, url: text } } : fault('it is no address');
    case 'status': {
      const status = statusIn(text);
      if (status === null) return fault('it is no status');
      return done({ answers: facts.answers.map((one) => (one.status === ask.status ? { ...one, status } : one)) });
    }
    case 'refused':
    case 'refusal': {
      const [allowed, most] = ask.about === 'refusal' ? [ask.statuses, 1] : [[401, 400, 422], 2];
      const statuses = text.split(/[\s,]+/).map(Number);
      if (statuses.length > most || !statuses.every((status) => allowed.includes(status)))
        return fault(`a draft takes ${allowed.join(', ')}; write any other into refusals of contract.yaml`);
      const added = statuses.filter((status) => !facts.answers.some((answer) => answer.status === status));
      const made = added.map((status) => ({ status, at, origin: 'text' as const, members: [] }));
      return done({ answers: [...facts.answers, ...made] });
    }
    case 'mandatory': {
      const found = mandatory(rest, ask.facts, text);
      return typeof found === 'string' ? fault(found) : { facts: found, origin };
    }
    case 'type': {
      const schema = typeOf(text);
      return schema ? { facts: changed(rest, ask.facts, () => ({ schema })), origin } : fault('it is no type of JSON');
    }
  }
}

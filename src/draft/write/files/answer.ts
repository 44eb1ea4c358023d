/** A person's answer to a TODO as a fact of the page: the draft is made again from it. */
import { noLifetime } from '../../../contract/token.ts';

import { pointerOf, shownPointer } from '../../../formats/json.ts';
import { isUrl } from '../../../formats/url.ts';
import { type Ask, decidedAt as at, type Facts, type Member, type Todo } from '../../facts/facts.ts';
import { unlessSaid } from '../../facts/subjects.ts';
import { grantedWith, grantIn } from '../../merge/grant.ts';
import { typeOf } from '../../page/values/attributes.ts';
import { mediaTypeIn } from '../../page/words/content-types.ts';
import { grantedOf } from '../clauses/open.ts';
import { bothMediaTypes, guessedStatuses, membersIn, statusesFor, statusIn } from './answer-words.ts';
import { changed } from './changed.ts';
import { decidedStatus, withMediaTypes, withRefused } from './decided.ts';
import type { PageInfo } from './draft.ts';
import { valuesFor, withStated } from './stated.ts';

/** The facts with an answer, or what is wrong with it. */
export type Answered = { facts: Facts; origin: PageInfo } | { fault: string };

/** Mechanisms that a person can name. */
export const authNames = ['basic', 'snap-signature', 'mutual-tls', 'none'];

/** What a person answers who finds right what is drafted. */
const asDrafted = 'drafted';

/** The form in which a person answers what has no form of its own. */
const ofFacts = `what the page says, as "branchCode maxLength 4; 200 data.token required", or ${asDrafted} where the draft is right without it`;

/** The form in which each TODO is answered. */
const forms: Record<Ask['about'], string> = {
  auth: `${authNames.join(', ')}, or ${asDrafted} where the draft has it right`,
  'media type': 'a media type, as application/json',
  'answer media type': 'a media type, as application/json',
  'media types':
    'a media type for both, as application/json, or that of the request and that of the answers with a blank between them; - leaves one open',
  servers: 'addresses with blanks between them, that of the sandbox first',
  method: 'a method, as POST',
  path: 'a path, as /oauth/token',
  'page url': 'an address',
  refused: 'the status for wrong credentials and that for wrong parameters, as 401 400',
  refusal: 'a status',
  answers: 'those that it may be answered with, with blanks between them, or none',
  status: 'a status',
  grant: 'a status',
  statuses: 'their statuses in this order with blanks between them',
  mandatory: 'the names that are mandatory with blanks between them, or all, or none',
  type: 'string, integer, number, boolean, object or array',
  values: 'the value of each, as name=value with blanks between them; name=unique where each request has another',
  files: '',
  request: 'the names of its members with blanks between them, as client_id*:string scope; a star says mandatory',
  granted:
    'the names of its members with blanks between them, as data.token*:string data.ttl:integer; a star says mandatory',
  token: 'the name of the member, as data.token',
  lifetime:
    'the name of the member and its unit (seconds, minutes, milliseconds, instant), as data.ttl minutes; none where no life is promised',
};

function formOf(ask: Ask): string {
  if (ask.about === 'refusal' || ask.about === 'grant') return ask.statuses.join(' or ');
  if (ask.about === 'statuses')
    return `${forms.statuses}, as ${ask.of.flatMap(guessedStatuses).join(' ')}; - leaves one open`;
  return ask.about === 'status' ? `${forms.status}, as ${ask.status}` : forms[ask.about];
}

const first: readonly (Ask['about'] | undefined)[] = ['granted', 'request', 'token'];

/** The TODO that is asked next: what a body holds comes first, since it answers others. */
export function nextOf(todos: Todo[]): Todo | undefined {
  return first.flatMap((about) => todos.find(({ ask }) => ask?.about === about) ?? []).at(0) ?? todos[0];
}

/** How a TODO is asked, and in which form it is answered; the form is empty where a person has to write it into the files. */
export function question({ what, ask }: Todo): { text: string; form: string } {
  return { text: what.split('; npm run derive with')[0] ?? what, form: ask ? formOf(ask) : ofFacts };
}

const without = (facts: Facts, { name, what }: Todo): Facts => ({
  ...facts,
  todos: facts.todos.filter((todo) => todo.what !== what && todo.name !== name),
});

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

/** The grant as the facts have it, with other members. */
function grantWith(facts: Facts, members: Member[]): Partial<Facts> {
  const known = grantIn(facts.answers);
  if (known) return { answers: facts.answers.map((answer) => (answer === known ? { ...answer, members } : answer)) };
  const what = `which status the answer that grants has; ${unlessSaid(facts.passages, 'status of a grant', 'the page names none')}, 200 is a guess`;
  return {
    answers: [{ status: 200, at, origin: 'text', members, assumed: true }, ...facts.answers],
    todos: [...facts.todos, { name: 'status 200', what, ask: { about: 'status', status: 200 } }],
  };
}

/** Which member of a grant a person means, by its pointer; a text says what there is. */
function grantedCalled(facts: Facts, name: string): { pointer: string } | string {
  const granted = grantedOf(facts);
  const pointer = pointerOf(name.split('.'));
  if (granted.some((member) => member.pointer === pointer)) return { pointer };
  const names = granted.map((member) => shownPointer(member.pointer)).join(', ');
  return `there is no ${name}; ${names === '' ? 'say first what such an answer holds' : `there is: ${names}`}`;
}

const lifetimeUnits = ['seconds', 'minutes', 'milliseconds', 'instant'] as const;

/** Takes the answers to several questions about statuses into the facts. */
function withStatuses(facts: Facts, origin: PageInfo, of: Todo[], text: string): Answered {
  const given = statusesFor(of, text);
  if (typeof given === 'string') return { fault: given };
  let now: Answered = { facts, origin };
  for (const [todo, own] of given) {
    now = answered(now.facts, origin, todo, own);
    if ('fault' in now) return now;
  }
  return now;
}

/** Takes an answer into the facts. Pure. */
export function answered(facts: Facts, origin: PageInfo, todo: Todo, text: string): Answered {
  const { ask } = todo;
  const rest = without(facts, todo);
  const done = (more: Partial<Facts>): Answered => ({ facts: { ...rest, ...more }, origin });
  const fault = (reason: string): Answered => ({ fault: reason });
  const said = { value: text, at };
  switch (ask?.about) {
    case undefined: {
      const found = text === asDrafted ? rest : withStated(rest, text);
      return typeof found === 'string'
        ? fault(found)
        : { facts: { ...found, settled: [...(facts.settled ?? []), todo.what] }, origin };
    }
    case 'files':
      return fault('it has to be written into the files');
    case 'values': {
      const values = valuesFor(facts, ask.facts, text);
      return typeof values === 'string'
        ? fault(values)
        : { facts: changed(rest, ask.facts, (name) => ({ sent: values.get(name) ?? null })), origin };
    }
    case 'auth':
      if (text === asDrafted) return done({ unclear: [], isConfirmed: true });
      return authNames.includes(text)
        ? done({ security: { ...said, isDecided: true }, signed: [], unclear: [] })
        : fault(`one of ${authNames.join(', ')}, ${asDrafted}`);
    case 'media type':
    case 'answer media type': {
      const found = mediaTypeIn(text);
      if (found === undefined) return fault('it is no media type');
      return done(ask.about === 'media type' ? withMediaTypes(facts, found, null) : withMediaTypes(facts, null, found));
    }
    case 'media types': {
      const both = bothMediaTypes(text);
      if (typeof both === 'string') return fault(both);
      const [ofRequest = null, ofAnswers = null] = both;
      return done(withMediaTypes(facts, ofRequest, ofAnswers));
    }
    case 'servers': {
      const urls = text.split(/[\s,]+/);
      if (!urls.every((url) => isUrl(url) && url.startsWith('http'))) return fault('each is an http or https address');
      const fact = { label: '', production: false, at, origin: 'text' as const };
      return done({ servers: urls.map((url) => ({ ...fact, url: url.replace(/\/+$/, '') })) });
    }
    case 'request':
    case 'granted': {
      const members = membersIn(text);
      if (typeof members === 'string') return fault(members);
      if (ask.about === 'granted') return done(grantWith(rest, members));
      return done({ request: members, bodyRequired: members.some(({ required }) => required), bodyAt: at });
    }
    case 'token': {
      const found = grantedCalled(facts, text);
      return typeof found === 'string' ? fault(found) : done({ token: { ...facts.token, value: found.pointer } });
    }
    case 'lifetime': {
      if (text === noLifetime) return done({ token: { ...facts.token, lifetime: noLifetime } });
      const [name = '', word = 'seconds'] = text.split(/[\s,]+/);
      const unit = lifetimeUnits.find((one) => one === word);
      const found = grantedCalled(facts, name);
      if (typeof found === 'string') return fault(found);
      if (unit === undefined) return fault(`${word} is no unit; there is: ${lifetimeUnits.join(', ')}`);
      return done({ token: { ...facts.token, lifetime: found.pointer, lifetimeUnit: unit } });
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
      return done({
        answers: facts.answers.map((one) => (one.status === ask.status ? decidedStatus(one, status) : one)),
      });
    }
    case 'statuses':
      return withStatuses(facts, origin, ask.of, text);
    case 'grant': {
      const chosen = statusIn(text);
      if (chosen === null || !ask.statuses.includes(chosen)) return fault(`one of ${ask.statuses.join(', ')}`);
      return done({ answers: grantedWith(facts.answers, chosen) });
    }
    case 'answers': {
      const statuses = text === 'none' ? [] : text.split(/[\s,]+/).map(Number);
      if (!statuses.every((status) => ask.statuses.includes(status)))
        return fault(`some of ${ask.statuses.join(', ')}, or none`);
      const others = ask.statuses.filter((status) => !statuses.includes(status));
      const answers = withRefused(facts, statuses).filter(({ status }) => !others.includes(status));
      return done({ answers });
    }
    case 'refused':
    case 'refusal': {
      const [allowed, most] = ask.about === 'refusal' ? [ask.statuses, 1] : [[401, 400, 422], 2];
      const statuses = text.split(/[\s,]+/).map(Number);
      if (statuses.length > most || !statuses.every((status) => allowed.includes(status)))
        return fault(`a draft takes ${allowed.join(', ')}; write any other into refusals of contract.yaml`);
      const own = ask.about === 'refusal' ? { refused: { ...facts.refused, [ask.of]: statuses[0] } } : {};
      // What no words name is no answer of the page.
      const isOwn = ask.about === 'refusal' && ask.of === 'unnamed';
      return done({ ...(isOwn ? {} : { answers: withRefused(facts, statuses) }), ...own });
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

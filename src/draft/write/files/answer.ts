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
import { bothMediaTypes, membersIn, statusesFor, statusIn } from './answer-words.ts';
import { changed } from './changed.ts';
import { decidedStatus, withMediaTypes, withRefused } from './decided.ts';
import type { PageInfo } from './draft.ts';
import { asDrafted, authNames } from './question.ts';
import { valuesFor, withStated } from './stated.ts';

/** The facts with an answer, or what is wrong with it. */
export type Answered = { facts: Facts; origin: PageInfo } | { fault: string };

type Kind = Ask['about'];

/** An answer, with the facts that hold its TODO and `rest`, those that do not. */
interface Said {
  text: string;
  facts: Facts;
  rest: Facts;
  origin: PageInfo;
}

/** The questions that may be of these kinds. */
type AskOf<About extends Kind, One = Ask> = One extends Ask
  ? [Extract<One['about'], About>] extends [never]
    ? never
    : One
  : never;

/** An answer to a question of a kind. */
interface Given<About extends Kind> extends Said {
  ask: AskOf<About>;
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

const fault = (reason: string): Answered => ({ fault: reason });

/** The facts, or the fault that stands in their place. */
const taken = ({ origin }: Said, found: Facts | string): Answered =>
  typeof found === 'string' ? fault(found) : { facts: found, origin };

/** The facts without the TODO, and with what the answer gives. */
const done = (given: Said, more: Partial<Facts>): Answered => taken(given, { ...given.rest, ...more });

function takeMediaType(given: Said, isOfRequest: boolean): Answered {
  const found = mediaTypeIn(given.text);
  if (found === undefined) return fault('it is no media type');
  return done(given, isOfRequest ? withMediaTypes(given.facts, found, null) : withMediaTypes(given.facts, null, found));
}

function takeServers(given: Given<'servers'>): Answered {
  const urls = given.text.split(/[\s,]+/);
  if (!urls.every((url) => isUrl(url) && url.startsWith('http'))) return fault('each is an http or https address');
  const fact = { label: '', production: false, at, origin: 'text' as const };
  return done(given, { servers: urls.map((url) => ({ ...fact, url: url.replace(/\/+$/, '') })) });
}

function takeLifetime(given: Given<'lifetime'>): Answered {
  const { facts, text } = given;
  if (text === noLifetime) return done(given, { token: { ...facts.token, lifetime: noLifetime } });
  const [name = '', word = 'seconds'] = text.split(/[\s,]+/);
  const unit = lifetimeUnits.find((one) => one === word);
  const found = grantedCalled(facts, name);
  if (typeof found === 'string') return fault(found);
  if (unit === undefined) return fault(`${word} is no unit; there is: ${lifetimeUnits.join(', ')}`);
  return done(given, { token: { ...facts.token, lifetime: found.pointer, lifetimeUnit: unit } });
}

/** Takes the answers to several questions about statuses. */
function takeStatuses({ ask, text, facts, origin }: Given<'statuses'>): Answered {
  const said = statusesFor(ask.of, text);
  if (typeof said === 'string') return fault(said);
  let now: Answered = { facts, origin };
  for (const [todo, own] of said) {
    now = answered(now.facts, origin, todo, own);
    if ('fault' in now) return now;
  }
  return now;
}

function takeAnswers(given: Given<'answers'>): Answered {
  const { ask, text, facts } = given;
  const statuses = text === 'none' ? [] : text.split(/[\s,]+/).map(Number);
  if (!statuses.every((status) => ask.statuses.includes(status)))
    return fault(`some of ${ask.statuses.join(', ')}, or none`);
  const others = ask.statuses.filter((status) => !statuses.includes(status));
  return done(given, { answers: withRefused(facts, statuses).filter(({ status }) => !others.includes(status)) });
}

/** The statuses of refusals: at most `most`, of those that a draft takes. */
function refusedWith(text: string, allowed: number[], most: number): number[] | string {
  const statuses = text.split(/[\s,]+/).map(Number);
  return statuses.length <= most && statuses.every((status) => allowed.includes(status))
    ? statuses
    : `a draft takes ${allowed.join(', ')}; write any other into refusals of contract.yaml`;
}

function takeRefused(given: Given<'refused'>): Answered {
  const statuses = refusedWith(given.text, [401, 400, 422], 2);
  return typeof statuses === 'string' ? fault(statuses) : done(given, { answers: withRefused(given.facts, statuses) });
}

function takeRefusal(given: Given<'refusal'>): Answered {
  const { ask, text, facts } = given;
  const statuses = refusedWith(text, ask.statuses, 1);
  if (typeof statuses === 'string') return fault(statuses);
  const refused = { ...facts.refused, [ask.of]: statuses[0] };
  // What no words name is no answer of the page.
  return done(given, ask.of === 'unnamed' ? { refused } : { refused, answers: withRefused(facts, statuses) });
}

/** How the answer to each kind of question is taken. */
const takers: { [About in Kind]: (given: Given<About>) => Answered } = {
  auth(given) {
    const { text } = given;
    if (text === asDrafted) return done(given, { unclear: [], isConfirmed: true });
    if (!authNames.includes(text)) return fault(`one of ${authNames.join(', ')}, ${asDrafted}`);
    return done(given, { security: { value: text, at, isDecided: true }, signed: [], unclear: [] });
  },
  'media type': (given) => takeMediaType(given, true),
  'answer media type': (given) => takeMediaType(given, false),
  'media types'(given) {
    const both = bothMediaTypes(given.text);
    if (typeof both === 'string') return fault(both);
    const [ofRequest = null, ofAnswers = null] = both;
    return done(given, withMediaTypes(given.facts, ofRequest, ofAnswers));
  },
  servers: takeServers,
  method: (given) =>
    /^(get|post|put)$/i.test(given.text)
      ? done(given, { method: { value: given.text.toUpperCase(), at } })
      : fault('GET, POST or PUT'),
  path: (given) =>
    given.text.startsWith('/') ? done(given, { path: { value: given.text, at } }) : fault('it begins with /'),
  'page url': ({ text, rest, origin }) =>
    isUrl(text) ? { facts: rest, origin: { ...origin, url: text } } : fault('it is no address'),
  request(given) {
    const members = membersIn(given.text);
    if (typeof members === 'string') return fault(members);
    return done(given, { request: members, bodyRequired: members.some(({ required }) => required), bodyAt: at });
  },
  granted(given) {
    const members = membersIn(given.text);
    return typeof members === 'string' ? fault(members) : done(given, grantWith(given.rest, members));
  },
  token(given) {
    const found = grantedCalled(given.facts, given.text);
    if (typeof found === 'string') return fault(found);
    return done(given, { token: { ...given.facts.token, value: found.pointer } });
  },
  lifetime: takeLifetime,
  status(given) {
    const { ask, facts } = given;
    const status = statusIn(given.text);
    if (status === null) return fault('it is no status');
    return done(given, {
      answers: facts.answers.map((one) => (one.status === ask.status ? decidedStatus(one, status) : one)),
    });
  },
  statuses: takeStatuses,
  grant(given) {
    const { statuses } = given.ask;
    const chosen = statusIn(given.text);
    if (chosen === null || !statuses.includes(chosen)) return fault(`one of ${statuses.join(', ')}`);
    return done(given, { answers: grantedWith(given.facts.answers, chosen) });
  },
  answers: takeAnswers,
  refused: takeRefused,
  refusal: takeRefusal,
  mandatory: (given) => taken(given, mandatory(given.rest, given.ask.facts, given.text)),
  type(given) {
    const schema = typeOf(given.text);
    return taken(given, schema ? changed(given.rest, given.ask.facts, () => ({ schema })) : 'it is no type of JSON');
  },
  values(given) {
    const { ask, rest } = given;
    const values = valuesFor(given.facts, ask.facts, given.text);
    if (typeof values === 'string') return fault(values);
    return taken(
      given,
      changed(rest, ask.facts, (name) => ({ sent: values.get(name) ?? null })),
    );
  },
  files: () => fault('it has to be written into the files'),
};

const take = <About extends Kind>(about: About, given: Given<About>): Answered => takers[about](given);

/** The answer to a question that has no form of its own: facts of the page, or that the draft is right. */
function takeFacts(facts: Facts, rest: Facts, origin: PageInfo, { what }: Todo, text: string): Answered {
  const found = text === asDrafted ? rest : withStated(rest, text);
  if (typeof found === 'string') return fault(found);
  return { facts: { ...found, settled: [...(facts.settled ?? []), what] }, origin };
}

/** Takes an answer into the facts. Pure. */
export function answered(facts: Facts, origin: PageInfo, todo: Todo, text: string): Answered {
  const { name, what, ask } = todo;
  const todos = facts.todos.filter((one) => one.what !== what && one.name !== name);
  const rest = { ...facts, todos };
  return ask ? take(ask.about, { ask, text, facts, rest, origin }) : takeFacts(facts, rest, origin, todo, text);
}

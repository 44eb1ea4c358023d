/** The answers of an operation of a description: statuses, media types and bodies, and what of them stays open. */

import { bareType } from '../../contract/media-type.ts';
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject } from '../../formats/json.ts';
import type { AnswerFact, Member, Said, Todo } from '../facts/facts.ts';
import { inPlaces } from '../facts/todo.ts';
import { withUnit } from '../facts/unit.ts';
import { codeAlone } from '../page/blocks/on-success.ts';
import { membersOf } from '../page/readers/samples.ts';
import { charsetTodos } from '../page/words/content-types.ts';
import { headersOf } from './answer-headers.ts';
import { choiceOf } from './choices.ts';
import { cited } from './cited.ts';
import { withDescribedCodes } from './described-codes.ts';
import { convertedFrom, type Description } from './description.ts';
import { describedBeside, follow, merged, nowhere } from './follow.ts';
import { mark, members, openOf } from './members.ts';
import { shownFacts } from './shown-answers.ts';
import { isBroken } from './sound.ts';

/** A body under its media type, the form of it that is meant, and what a person has to choose. */
export interface BodyFacts {
  mediaType: Said | null;
  members: Member[];
  /** The media types of which a person has to choose one; empty where there is no choice. */
  choice: string[];
  todos: Todo[];
}

/** The question which media type some bodies have, as one: a client asks for one of them. `shown` calls those of one choice. */
export function mediaTypeTodo<Body extends Pick<BodyFacts, 'choice'>>(
  name: string,
  bodies: Body[],
  shown: (bodies: Body[]) => string,
): Todo[] {
  const open = bodies.filter(({ choice }) => choice.length > 0);
  if (open.length === 0) return [];
  const byChoice = new Map<string, Body[]>();
  for (const body of open) {
    const ways = body.choice.join(' or ');
    byChoice.set(ways, [...(byChoice.get(ways) ?? []), body]);
  }
  const what = [...byChoice].map(([ways, of]) => `${shown(of)} is meant: ${ways}`).join('; ');
  return [{ name: `${name} media type`, what: `which media type of ${what}` }];
}

/** The examples that a media type object gives of its body, itself or in its schema. */
function examplesOf(content: Json | undefined): Json[] {
  const examples = atPointer(content, '/examples');
  // A converter of collections writes the body where the standard wants an object that holds it.
  const isHeld = (one: Json): boolean =>
    isObject(one) && ['value', '$ref', 'externalValue', 'summary'].some((key) => key in one);
  const named = Object.values(isObject(examples) ? examples : {}).map((one) =>
    isHeld(one) ? atPointer(one, '/value') : isObject(one) ? one : undefined,
  );
  const inSchema = [atPointer(content, '/schema/example'), atPointer(content, '/schema/examples/0')];
  return [atPointer(content, '/example'), ...named, ...inSchema].filter((one) => one !== undefined);
}

/** The example of a body that shows most of its members as they are described: there may be others, of other forms. */
function fitting(examples: Json[], found: Member[]): Json | undefined {
  const fits = (example: Json): boolean =>
    found.every(({ pointer, schema }) => !isBroken(schema, atPointer(example, pointer)));
  const shown = (example: Json): number =>
    found.filter(({ pointer }) => atPointer(example, pointer) !== undefined).length;
  const telling = examples.filter((example) => fits(example) && shown(example) > 0);
  return (telling.length > 0 ? telling : examples).toSorted((one, other) => shown(other) - shown(one))[0];
}

/** The media type among several that a token endpoint most likely means; which one is a TODO. */
function pick(content: JsonObject): [string, Json][] {
  const order = [/^application\/json$/, /json$/, /x-www-form-urlencoded$/];
  const telling = (type: string): number => [...order, /^/].findIndex((one) => one.test(type));
  const bare = new Map<string, Json>();
  // One that differs in a parameter alone is the same, as a converter has it beside its examples.
  for (const [type, value] of Object.entries(content)) {
    const name = bareType(type).toLowerCase();
    const known = bare.get(name);
    bare.set(name, isObject(known) && isObject(value) ? { ...value, ...known } : value);
  }
  return [...bare].sort(([a], [b]) => telling(a) - telling(b));
}

const formed = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)$/;

/** What is said of the body under the media type that is read. */
const contentOf = (content: Json | undefined): Json | undefined => pick(isObject(content) ? content : {})[0]?.[1];

/** The body that a `content` object describes; null where it describes none. */
export function bodyOf(api: Description, content: Json | undefined, at: string, name: string): BodyFacts | null {
  const [first, ...others] = pick(isObject(content) ? content : {});
  if (!first) return null;
  const [type, value] = first;
  const todos: Todo[] = [];
  // Where one is written without, nobody has to name it.
  const written = Object.keys(isObject(content) ? content : {});
  if (name === 'request' && written.every((one) => one.includes(';')))
    todos.push(...charsetTodos(written.find((one) => bareType(one).toLowerCase() === type) ?? '', at));
  const { schema, open, left } = choiceOf(api, atPointer(value, '/schema'));
  if (open.length > 0)
    todos.push({
      name: `${name} form`,
      what: `which of the forms of ${at} is meant: ${open.join(', ')}; what some of them alone say was left out`,
    });
  // The other forms of a request are for other grants, so nobody is asked about them.
  if (left.length > 0 && name !== 'request')
    todos.push({
      name: `${name} other forms`,
      what: `what an answer means that is ${left.join(' or ')}: ${at} has these forms too, and they were left out`,
    });
  const place = { ...nowhere, fallback: at };
  const found = members(api, schema, place, { otherSide: name === 'request' ? 'readOnly' : 'writeOnly', todos });
  const { oneOf: _oneOf, anyOf: _anyOf, ...whole } = merged(api, schema, nowhere)?.schema ?? {};
  todos.push(...openOf(whole, [], at));
  const example = fitting(examplesOf(value), found);
  for (const member of found) {
    const shown = example === undefined ? undefined : atPointer(example, member.pointer);
    if (shown !== undefined) member.example ??= shown;
  }
  const shown = found.length === 0 && example !== undefined ? membersOf(example, `${at}, example`) : [];
  const { type: kind = 'object' } = whole;
  if (found.length + shown.length === 0 && ![kind].flat().includes('object'))
    todos.push({
      name: `${name} body`,
      ...inPlaces(
        'what the body of ',
        at,
        ` holds: it is of the type ${[kind].flat().join(' or ')}, and a draft states members of an object alone`,
      ),
    });
  const marked = isObject(value) ? mark(value) : {};
  // An answer that is described as an object is none of a form; the type of the request may have been meant.
  const isForm = name !== 'request' && found.length > 0 && formed.test(type);
  const types = [type, ...others.map(([one]) => one), ...(isForm ? ['application/json'] : [])];
  const choice = types.length > 1 ? types : [];
  // A range of media types names none.
  const beside = choice.length > 0 ? { beside: choice.slice(1) } : {};
  const mediaType = type.includes('*') ? null : { value: isForm ? 'application/json' : type, at, ...marked, ...beside };
  return { mediaType, members: [...found, ...shown], choice, todos };
}

/** Parts of a schema, and levels of it, that are compared. */
const mostParts = 300;
const mostLevels = 8;

/** A schema with what it refers to in place, as far as a comparison goes. */
function wholeOf(api: Description, schema: Json | undefined): Json {
  let parts = 0;
  const whole = (value: Json | undefined, level: number): Json => {
    if (++parts > mostParts || level > mostLevels) return {};
    if (Array.isArray(value)) return value.map((one) => whole(one, level + 1));
    const found = follow(api, value, nowhere)?.value;
    if (!found) return value ?? null;
    // A member may be called as a keyword is: its schema is no text.
    const isWords = ([key, one]: [string, Json]): boolean =>
      /^examples?$/.test(key) || (typeof one === 'string' && /^(?:description|title|x-.*)$/.test(key));
    const known = Object.entries(found).filter((entry) => !isWords(entry));
    return Object.fromEntries(known.map(([key, one]) => [key, whole(one, level + 1)]));
  };
  return whole(schema, 0);
}

/** The schemas of answers whose bodies are no objects, by how a comparison calls them. */
export function otherBodies(api: Description, operation: JsonObject): { name: string; value: Json; at: string }[] {
  return Object.entries(isObject(operation['responses']) ? operation['responses'] : {}).flatMap(([status, value]) => {
    const content = follow(api, value, nowhere)?.value['content'];
    const [first] = pick(isObject(content) ? content : {});
    const schema = atPointer(first?.[1], '/schema');
    const { type = 'object' } = merged(api, schema, nowhere)?.schema ?? {};
    const at = cited(api, 'response', status);
    return [type].flat().includes('object') ? [] : [{ name: `${status} body`, value: wholeOf(api, schema), at }];
  });
}

/** The sentences about a life in what an answer and its operation say of themselves; `15 minutes` is a life and no unit. */
function lifeSaid(...described: JsonObject[]): string[] {
  return described
    .flatMap(({ description }) => (typeof description === 'string' ? description.split(/(?<=[.;!?])\s+|\n+/) : []))
    .filter((one) => /expir|valid|lifetime|\bttl\b|\blives?\b|berlaku|kedaluwarsa/i.test(one))
    .filter((one) => !/\d\s*\p{L}|refresh|invalid/iu.test(one));
}

/** A member with the code of success that its words give, where it is one of an answer that grants. */
function asGranted(member: Member, status: string): Member {
  const { schema, notes = '' } = member;
  const isOpen = status.startsWith('2') && schema['type'] === 'string' && !('const' in schema || 'enum' in schema);
  const code = isOpen ? codeAlone(notes) : null;
  return code === null ? member : { ...member, schema: { ...schema, const: code } };
}

/** What the answers of an operation come to. */
export function answersOf(api: Description, operation: JsonObject): { answers: AnswerFact[]; todos: Todo[] } {
  const responses = isObject(operation['responses']) ? operation['responses'] : {};
  const todos: Todo[] = [];
  const open: { status: string; choice: string[] }[] = [];
  const answers = Object.entries(responses).flatMap(([status, value]): AnswerFact[] => {
    const found = follow(api, value, nowhere)?.value;
    if (!found || status.startsWith('x-')) return [];
    const response: JsonObject = { ...found, ...describedBeside(value) };
    const at = cited(api, 'response', status);
    const body = bodyOf(api, response['content'], at, `answer ${status}`);
    const said = lifeSaid(response, operation);
    if (body) body.members = body.members.map((member) => withUnit(asGranted(member, status), said));
    const exact = /^\d{3}$/.test(status);
    const range = /^2xx$/i.test(status) && !Object.keys(responses).some((one) => /^2\d\d$/.test(one));
    if (!exact && !range) {
      const names = (body?.members ?? []).map(({ pointer }) => pointer.slice(1)).join(', ');
      todos.push({
        name: `answer ${status}`,
        what: `which statuses the answers have that the description gives for ${status}${names ? `, with ${names}` : ''}`,
      });
      return [];
    }
    todos.push(...(body?.todos ?? []));
    const headers = headersOf(api, response['headers'], at, todos);
    const shown = shownFacts(Number(status), response, contentOf(response['content']), body?.members ?? []);
    todos.push(...shown.todos);
    const words = [response['description'], ...shown.words].filter((one) => typeof one === 'string');
    if (body && body.choice.length > 0) open.push({ status, choice: body.choice });
    return [
      {
        ...{
          status: exact ? Number(status) : 200,
          at,
          origin: 'openapi',
          members: shown.members,
        },
        ...(exact ? {} : { assumed: true }),
        ...(body?.mediaType ? { mediaType: body.mediaType } : {}),
        ...(headers.length > 0 ? { headers } : {}),
        ...(words.length > 0 ? { words: words.join('\n') } : {}),
      },
    ];
  });
  const [first, ...more] = open;
  const name = more.length > 0 ? 'answers' : `answer ${first?.status}`;
  const shown = (of: typeof open): string => cited(api, 'response', of.map(({ status }) => status).join(', '));
  // A saved answer of a collection shows its codes.
  const coded = api[convertedFrom] === 'Postman' ? { answers, todos: [] } : withDescribedCodes(answers);
  return { answers: coded.answers, todos: [...mediaTypeTodo(name, open, shown), ...todos, ...coded.todos] };
}

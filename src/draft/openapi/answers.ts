/** The answers of an operation of a description: statuses, media types and bodies, and what of them stays open. */
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject } from '../../formats/json.ts';
import type { AnswerFact, Member, Said, Todo } from '../facts/facts.ts';
import { membersOf } from '../page/samples.ts';
import type { Description } from './description.ts';
import { choiceOf, follow, nowhere } from './follow.ts';
import { mark, members } from './members.ts';

/** A body under its media type, the form of it that is meant, and what a person has to choose. */
export interface BodyFacts {
  mediaType: Said | null;
  members: Member[];
  todos: Todo[];
}

/** The example that a media type object gives of its body, itself or in its schema. */
function exampleOf(content: Json | undefined): Json | undefined {
  const examples = atPointer(content, '/examples');
  const [first] = Object.values(isObject(examples) ? examples : {});
  // A converter of collections writes the body where the standard wants an object that holds it.
  const bare =
    isObject(first) && !['value', '$ref', 'externalValue', 'summary'].some((key) => key in first) ? first : undefined;
  return (
    atPointer(content, '/example') ??
    atPointer(first, '/value') ??
    bare ??
    atPointer(content, '/schema/example') ??
    atPointer(content, '/schema/examples/0')
  );
}

/** The media type among several that a token endpoint most likely means; which one is a TODO. */
function pick(content: JsonObject): [string, Json][] {
  const telling = (type: string): number => (/json/i.test(type) ? 0 : /x-www-form-urlencoded/i.test(type) ? 1 : 2);
  return Object.entries(content).sort(([a], [b]) => telling(a) - telling(b));
}

/** The body that a `content` object describes; null where it describes none. */
export function bodyOf(api: Description, content: Json | undefined, at: string, name: string): BodyFacts | null {
  const [first, ...others] = pick(isObject(content) ? content : {});
  if (!first) return null;
  const [type, value] = first;
  const todos: Todo[] = [];
  if (others.length > 0)
    todos.push({
      name: `${name} media type`,
      what: `which media type of ${at} is meant: ${[type, ...others.map(([one]) => one)].join(' or ')}`,
    });
  const { schema, open } = choiceOf(api, atPointer(value, '/schema'));
  if (open.length > 0)
    todos.push({
      name: `${name} form`,
      what: `which of the forms of ${at} is meant: ${open.join(', ')}; their members were left out`,
    });
  const place = { ...nowhere, fallback: at };
  const found = members(api, schema, place, { otherSide: name === 'request' ? 'readOnly' : 'writeOnly', todos });
  const example = exampleOf(value);
  for (const member of found) {
    const shown = example === undefined ? undefined : atPointer(example, member.pointer);
    if (shown !== undefined) member.example ??= shown;
  }
  const shown = found.length === 0 && example !== undefined ? membersOf(example, `${at}, example`) : [];
  const marked = isObject(value) ? mark(value) : {};
  // A range of media types names none.
  const mediaType = type.includes('*')
    ? null
    : { value: type.toLowerCase().split(';')[0]?.trim() ?? '', at, ...marked };
  return { mediaType, members: [...found, ...shown], todos };
}

/** What the answers of an operation come to. */
export function answersOf(api: Description, operation: JsonObject): { answers: AnswerFact[]; todos: Todo[] } {
  const responses = isObject(operation['responses']) ? operation['responses'] : {};
  const todos: Todo[] = [];
  const answers = Object.entries(responses).flatMap(([status, value]): AnswerFact[] => {
    const response = follow(api, value, nowhere)?.value;
    if (!response || status.startsWith('x-')) return [];
    const at = `OpenAPI, response ${status}`;
    const body = bodyOf(api, response['content'], at, `answer ${status}`);
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
    return [
      {
        ...{ status: exact ? Number(status) : 200, at, origin: 'openapi', members: body?.members ?? [] },
        ...(exact ? {} : { assumed: true }),
        ...(body?.mediaType ? { mediaType: body.mediaType } : {}),
      },
    ];
  });
  return { answers, todos };
}

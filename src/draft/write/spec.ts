/** The OpenAPI file and the body schemas of a draft. */
import { isSuccess } from '../../contract/status.ts';
import type { JsonObject } from '../../formats/json.ts';
import { keysOf, lastKeyOf, pointerOf } from '../../formats/json.ts';
import type { AnswerFact, Facts, HeaderFact, Member } from '../facts/facts.ts';
import { grantIn } from '../facts/grant.ts';
import { anyItem, isInItems } from '../facts/list-items.ts';
import type { Access } from './good-request.ts';
import type { Names } from './names.ts';
import { isNoParameter, type Refusals } from './refusals.ts';
import { absentAs } from './refused-absent.ts';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** What a page that names a member of it alone says of its holder: an object, or a list where any of its items has it. */
const holder = (below: string[]): Partial<Member> & Pick<Member, 'schema'> => ({
  schema: { type: below[0] === anyItem ? 'array' : 'object' },
  // A list may be empty, whatever each of its items has.
  ...(below.includes(anyItem) ? { required: null } : {}),
});

/** A body schema; a member of a member stands inside it. A mark of null states the fact without a clause of its own. */
export function bodySchema(title: string, members: Member[], mark: (member: Member) => JsonObject | null): JsonObject {
  const tree = new Map<string, Member[]>();
  const known = new Map(members.map((member) => [member.pointer, member]));
  for (const member of members) {
    const keys = keysOf(member.pointer);
    for (let depth = 0; depth < keys.length; depth++) {
      const parent = pointerOf(keys.slice(0, depth));
      const pointer = pointerOf(keys.slice(0, depth + 1));
      const own = tree.get(parent) ?? [];
      tree.set(parent, own);
      if (own.some((one) => one.pointer === pointer)) continue;
      // A page may name a member of a member alone: what holds it is an object, and there wherever that has to be.
      own.push(known.get(pointer) ?? { ...member, pointer, ...holder(keys.slice(depth + 1)) });
    }
  }
  const typed = (member: Member): JsonObject => {
    const below = tree.get(member.pointer);
    const clause = known.has(member.pointer) && !isInItems(member.pointer) ? mark(member) : null;
    const items = below?.find(({ pointer }) => pointer === `${member.pointer}/${anyItem}`);
    return {
      ...(below ? { type: items ? 'array' : 'object' } : {}),
      ...member.schema,
      ...(items ? { items: typed(items) } : {}),
      ...(clause ? { 'x-clause': clause } : {}),
      ...(below && !items ? level(member.pointer) : {}),
    };
  };
  const level = (parent: string): JsonObject => {
    const own = tree.get(parent) ?? [];
    const nameOf = ({ pointer }: Member): string => lastKeyOf(pointer);
    const required = own.filter((member) => member.required === true).map(nameOf);
    const properties = own.map((member): [string, JsonObject] => [nameOf(member), typed(member)]);
    return { ...(required.length > 0 ? { required } : {}), properties: Object.fromEntries(properties) };
  };
  return { $schema: dialect, title, type: 'object', ...level('') };
}

/** Whether a request has a body, as far as the page shows one. */
export function hasBody({ request, mediaType, bodyRequired }: Facts): boolean {
  return request.length > 0 || mediaType !== undefined || bodyRequired === true;
}

/** Whether a page shows that an answer has a body: one of which it says nothing gets no clause. */
export function isShown({ members, mediaType, status }: AnswerFact): boolean {
  return isSuccess(status) || members.length > 0 || mediaType !== undefined;
}

/** Whether a media type is another than that of JSON. */
export const isOtherThanJson = (mediaType: string): boolean => !/json$|^\*\/\*$/.test(mediaType);

/** Whether an answer is shown as JSON: by its media type, or by its members where none is named. */
export function isJson({ members, mediaType, status }: AnswerFact): boolean {
  if (mediaType) return !isOtherThanJson(mediaType.value);
  return isSuccess(status) || members.length > 0;
}

/** The body of the request; a media type that nobody stated carries no clause, and is a TODO of the contract. */
function requestBody(facts: Facts, names: Names, schema: JsonObject, at: string, access: Access): JsonObject {
  const { mediaType } = facts;
  const asserts = access.mechanism === 'private-key-jwt';
  const isForm = mediaType?.value.endsWith('x-www-form-urlencoded') === true;
  const mark = (id: string, place: string, refusal: string): JsonObject => ({
    'x-clause': { id: names.of(id), at: place, refusal },
  });
  // A form without parameters is no text at all, and may be left out where nothing demands it.
  const isLeftOut = isForm && !asserts && facts.bodyRequired !== true && Object.keys(access.body).length === 0;
  // A media type alone shows no body that could be left out or sent otherwise.
  const isHeld = facts.request.length > 0 || facts.bodyRequired === true || asserts;
  const isRead = isHeld && !isLeftOut && (isForm || mediaType?.value.endsWith('json') === true);
  return {
    ...(isLeftOut ? {} : { required: true }),
    ...(isRead ? mark('body', at, isForm ? 'body' : 'parameters') : {}),
    content: {
      [mediaType?.value ?? 'application/json']: {
        ...(mediaType && isRead ? mark('media-type', mediaType.at, asserts && isForm ? 'body' : 'parameters') : {}),
        schema,
      },
    },
  };
}

/** The security requirement of what OpenAPI has a scheme for. */
function schemeOf(mechanism: Access['mechanism'], { security }: Facts): JsonObject[] {
  if (mechanism === 'basic') return [{ basicAuth: [] }];
  return security?.value === 'mutual-tls' ? [{ mutualTLS: [] }] : [];
}

/** What a request has beside its body, in the order of the description: parts of the path, headers, parameters of the query. */
function parametersOf(facts: Facts, names: Names, access: Access, refusals: Refusals): JsonObject[] {
  const signs = access.mechanism === 'snap-signature' ? ['x-signature'] : (access.signature?.makes.slice(0, 1) ?? []);
  const parameter = (
    { name, at, schema: own }: HeaderFact,
    place: string,
    id: string,
    refusal: string,
  ): JsonObject => ({
    ...{ name, in: place, required: true, schema: own },
    'x-clause': { id, at, refusal },
  });
  // The words about a status may say that it is that of a request without the header.
  const refusalOf = (fact: HeaderFact, usual: string): string => {
    const said = absentAs(fact, facts, refusals);
    return said === 'own' ? names.header(fact.name) : (said ?? usual);
  };
  const demanded = (facts: HeaderFact[]): HeaderFact[] => facts.filter(({ required }) => required !== false);
  return [
    ...Object.keys(access.path).map((name): JsonObject => {
      const own = facts.paths?.find((fact) => fact.name === name)?.schema ?? {};
      return { name, in: 'path', required: true, schema: own };
    }),
    ...demanded(facts.headers).map((header) => {
      const isSignature = signs.some((name) => name.toLowerCase() === header.name.toLowerCase());
      const isKey = access.known.headers.includes(header.name) && isNoParameter(facts, header.name);
      // Without the key that a security scheme names nobody knows who asks.
      const usual = isSignature || header.credential || isKey ? 'credentials' : 'parameters';
      return parameter(header, 'header', names.header(header.name), refusalOf(header, usual));
    }),
    ...demanded(facts.queries).map((query) =>
      parameter(
        query,
        'query',
        names.query(query.name),
        refusalOf(query, query.credential ? 'credentials' : 'parameters'),
      ),
    ),
  ];
}

/** The OpenAPI file: the operation that issues tokens, its marks, the schema files it refers to, and the `paths` of others. */
export function specOf(
  facts: Facts,
  provider: string,
  names: Names,
  access: Access,
  errorFiles: Map<number, string>,
  others: Record<string, JsonObject>,
  refusals: Refusals,
): JsonObject {
  const schema = (file: string): JsonObject => ({ $ref: `../contracts/${provider}/${file}` });
  const content = (answer: AnswerFact, file: string): JsonObject => ({
    content: { [answer.mediaType?.value ?? 'application/json']: isJson(answer) ? { schema: schema(file) } : {} },
  });
  const parameters = parametersOf(facts, names, access, refusals);
  const bodyAt = facts.bodyAt ?? facts.mediaType?.at ?? 'Request';
  const operation: JsonObject = {
    operationId: 'token',
    summary: 'Issue an access token',
    ...(facts.method ? { 'x-clause': { id: names.of('method'), at: facts.method.at, refusal: 'method' } } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(hasBody(facts)
      ? {
          requestBody: requestBody(facts, names, schema('request.schema.yaml'), bodyAt, access),
        }
      : {}),
    responses: Object.fromEntries(
      facts.answers.map((answer) => [
        String(answer.status),
        {
          description: isSuccess(answer.status) ? 'Granted' : 'Refused',
          ...(isShown(answer) && (answer.status >= 400 || answer === grantIn(facts.answers))
            ? content(answer, isSuccess(answer.status) ? 'granted.schema.yaml' : (errorFiles.get(answer.status) ?? ''))
            : {}),
        },
      ]),
    ),
  };
  const path = facts.path?.value ?? '/todo';
  const flows = {
    clientCredentials: {
      tokenUrl: facts.path?.value ?? '/',
      scopes: Object.fromEntries(facts.scopes.map(({ name }) => [name, `Scope ${name}`])),
    },
  };
  const schemes: JsonObject = {
    ...(access.mechanism === 'basic'
      ? { basicAuth: { type: 'http', scheme: 'basic', description: 'Base64 of id and secret joined by a colon' } }
      : {}),
    ...(facts.security?.value === 'mutual-tls' ? { mutualTLS: { type: 'mutualTLS' } } : {}),
    ...(facts.scopes.length > 0 ? { token: { type: 'oauth2', flows } } : {}),
  };
  return {
    openapi: '3.1.0',
    info: {
      title: `${provider}, access token`,
      version: '1.0.0',
      description: "Derived from the provider's documentation page; statements are in our own words.",
    },
    servers: facts.servers.map(({ url, label, production }) => ({
      url,
      ...(label ? { description: label } : {}),
      ...(production ? { 'x-production': true } : {}),
    })),
    security: schemeOf(access.mechanism, facts),
    paths: { ...others, [path]: { ...others[path], [(facts.method?.value ?? 'POST').toLowerCase()]: operation } },
    ...(Object.keys(schemes).length > 0 ? { components: { securitySchemes: schemes } } : {}),
  };
}

/** The OpenAPI file of a draft. */
import { isSuccess } from '../../contract/status.ts';
import type { JsonObject } from '../../formats/json.ts';
import type { AnswerFact, Facts, HeaderFact } from '../facts/facts.ts';
import { grantIn } from '../facts/grant.ts';
import { headersOf } from './answer-headers.ts';
import { hasBody, isForm, isJson, isShown } from './bodies.ts';
import type { Access } from './good-request.ts';
import type { Names } from './names.ts';
import { isNoParameter, mediaTypeRefusal, type Refusals } from './refusals.ts';
import { absentAs } from './refused-absent.ts';

/** The body of the request; a media type that nobody stated carries no clause, and is a TODO of the contract. */
function requestBody(facts: Facts, names: Names, schema: JsonObject, at: string, access: Access): JsonObject {
  const { mediaType } = facts;
  const asserts = access.mechanism === 'private-key-jwt';
  const hasForm = isForm(mediaType);
  const mark = (id: string, place: string, refusal: string): JsonObject => ({
    'x-clause': { id: names.of(id), at: place, refusal },
  });
  // A form without parameters is no text at all, and may be left out where nothing demands it.
  const isLeftOut = hasForm && !asserts && facts.bodyRequired !== true && Object.keys(access.body).length === 0;
  // A media type alone shows no body that could be left out or sent otherwise.
  const isHeld = facts.request.length > 0 || facts.bodyRequired === true || asserts;
  const isRead = isHeld && !isLeftOut && (hasForm || mediaType?.value.endsWith('json') === true);
  return {
    ...(isLeftOut ? {} : { required: true }),
    ...(isRead ? mark('body', at, hasForm ? 'body' : 'parameters') : {}),
    content: {
      [mediaType?.value ?? 'application/json']: {
        ...(mediaType && isRead
          ? mark('media-type', mediaType.at, mediaTypeRefusal(facts) ?? (asserts && hasForm ? 'body' : 'parameters'))
          : {}),
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
  // The good request does without them.
  const optional = (facts: HeaderFact[], place: string): JsonObject[] =>
    facts
      .filter(({ required }) => required === false)
      .map(({ name, schema: own }) => ({ name, in: place, required: false, schema: own }));
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
    ...optional(facts.headers, 'header'),
    ...optional(facts.queries, 'query'),
  ];
}

/** What the OpenAPI file of a draft is made of. */
export interface SpecParts {
  facts: Facts;
  provider: string;
  names: Names;
  access: Access;
  refusals: Refusals;
  /** The schema file of each refusal, by its status. */
  errorFiles: Map<number, string>;
  /** The `paths` of the operations beside the token's. */
  others: Record<string, JsonObject>;
}

/** The OpenAPI file: the operation that issues tokens, its marks, the schema files it refers to, and the others. */
export function specOf({ facts, provider, names, access, refusals, errorFiles, others }: SpecParts): JsonObject {
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
          // Those of another answer with a status of success are none of a grant.
          ...(answer.status >= 400 || answer === grantIn(facts.answers)
            ? headersOf(answer, (header) => names.answered(header, answer.status))
            : {}),
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

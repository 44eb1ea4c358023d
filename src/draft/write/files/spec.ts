/** The OpenAPI file of a draft. */
import { isSuccess } from '../../../contract/status.ts';
import type { JsonObject } from '../../../formats/json.ts';
import { isUrl } from '../../../formats/url.ts';
import type { AnswerFact, Facts, HeaderFact } from '../../facts/facts.ts';
import { grantIn } from '../../merge/grant.ts';
import { hasBody, isForm, isJson, isLeftOut, isRead, isShown } from '../basis/bodies.ts';
import { type Access, isUnsent } from '../basis/good-request.ts';
import type { Names } from '../basis/names.ts';
import { headersOf } from '../clauses/answer-headers.ts';
import { servedMethods } from '../clauses/method-rows.ts';
import { isDemanded } from '../refusals/faults-outside.ts';
import { keepsEscapes } from '../refusals/kept-escapes.ts';
import { missingOf } from '../refusals/refusal-rows.ts';
import { typeWays } from '../refusals/refusals.ts';
import { absentOf } from '../refusals/refused-absent.ts';
import { withOwn } from '../refusals/rows-of-own.ts';
import type { Faults } from '../refusals/unnamed.ts';

/** Where tokens are issued: an address that begins with `/` is one of the host, so the path of the servers stands before it. */
function tokenUrlOf({ path, servers: [server] }: Facts): string {
  const base = server && isUrl(server.url) ? new URL(server.url).pathname.replace(/\/$/, '') : '';
  return `${base}${path?.value ?? '/'}`;
}

/** The body of the request; a media type that nobody stated carries no clause, and is a TODO of the contract. */
function requestBody({ facts, names, access, faults }: SpecParts, schema: JsonObject, at: string): JsonObject {
  const { mediaType } = facts;
  const hasForm = isForm(mediaType);
  const mark = (id: string, place: string, refusal: string, ways: string[] = []): JsonObject => ({
    'x-clause': { id: names.of(id), at: place, refusal, ...(ways.length > 0 ? { break: ways } : {}) },
  });
  const areMarked = isRead(facts, access);
  const mayLack = isLeftOut(facts, access);
  const ofBody = hasForm && keepsEscapes(facts) ? ['no-content'] : [];
  // One that may be left out is read where it is sent.
  const isTold = mayLack && faults.saysBody && mediaType?.value.endsWith('json') === true;
  return {
    ...(mayLack ? {} : { required: true }),
    ...(areMarked ? mark('body', at, hasForm ? 'body' : faults.whole('body'), ofBody) : {}),
    ...(isTold ? mark('body', at, faults.whole('body'), ['malformed', 'trailing-garbage']) : {}),
    content: {
      [mediaType?.value ?? 'application/json']: {
        ...(mediaType && areMarked ? mark('media-type', mediaType.at, 'media-type', typeWays(facts)) : {}),
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
function parametersOf({ facts, names, access, faults }: SpecParts): JsonObject[] {
  const parameter = (
    { name, at, schema: own }: HeaderFact,
    place: string,
    id: string,
    stated: JsonObject | null,
  ): JsonObject => ({
    ...{ name, in: place, required: true, schema: own },
    ...(stated === null ? {} : { 'x-clause': { id, at, ...stated } }),
  });
  // The words about a status may say that it is that of a request without the header.
  const demandOf = (fact: HeaderFact, place: 'header' | 'query'): JsonObject => {
    const as = faults.without(fact, place);
    const id = names[place](fact.name);
    const named: Partial<Record<typeof as, string>> = {
      ...{ own: id, 'or-unknown': missingOf(id), absent: absentOf(id) },
    };
    const own = faults.own.some((one) => one.place === place && one.name === fact.name) ? id : null;
    const required = named[as] ?? withOwn(as, own);
    const beyond = Object.fromEntries(
      Object.entries(faults.beyond(fact, place)).map(([of, one]) => [of, withOwn(one, own)]),
    );
    return {
      refusal: Object.keys(beyond).length > 0 ? { required, ...beyond } : required,
      ...(faults.mayBeEmpty(fact, place) ? { break: ['absent'] } : {}),
    };
  };
  // The good request does without them.
  const isOptional = (fact: HeaderFact): boolean => fact.required === false || isUnsent(fact);
  const demanded = (facts: HeaderFact[]): HeaderFact[] => facts.filter((fact) => !isOptional(fact));
  const optional = (facts: HeaderFact[], place: string): JsonObject[] =>
    facts.filter(isOptional).map(({ name, schema: own }) => ({ name, in: place, required: false, schema: own }));
  return [
    ...Object.keys(access.path).map((name): JsonObject => {
      const own = facts.paths?.find((fact) => fact.name === name)?.schema ?? {};
      return { name, in: 'path', required: true, schema: own };
    }),
    ...demanded(facts.headers).map((header) =>
      parameter(
        header,
        'header',
        names.header(header.name),
        isDemanded(facts, header) ? demandOf(header, 'header') : null,
      ),
    ),
    ...demanded(facts.queries).map((query) =>
      parameter(query, 'query', names.query(query.name), demandOf(query, 'query')),
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
  /** How each fault of the request is refused. */
  faults: Faults;
  /** The schema file of each refusal, by its status. */
  errorFiles: Map<number, string>;
  /** The `paths` of the operations beside the token's. */
  others: Record<string, JsonObject>;
}

/** The OpenAPI file: the operation that issues tokens, its marks, the schema files it refers to, and the others. */
export function specOf(parts: SpecParts): JsonObject {
  const { facts, provider, names, access, errorFiles, others } = parts;
  const schema = (file: string): JsonObject => ({ $ref: `../contracts/${provider}/${file}` });
  const content = (answer: AnswerFact, file: string): JsonObject => ({
    content: { [answer.mediaType?.value ?? 'application/json']: isJson(answer) ? { schema: schema(file) } : {} },
  });
  const parameters = parametersOf(parts);
  const bodyAt = facts.bodyAt ?? facts.mediaType?.at ?? 'Request';
  const operation: JsonObject = {
    operationId: 'token',
    summary: 'Issue an access token',
    ...(facts.method && servedMethods(facts).length === 0
      ? { 'x-clause': { id: names.of('method'), at: facts.method.at, refusal: 'method' } }
      : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(hasBody(facts)
      ? {
          requestBody: requestBody(parts, schema('request.schema.yaml'), bodyAt),
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
      tokenUrl: tokenUrlOf(facts),
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

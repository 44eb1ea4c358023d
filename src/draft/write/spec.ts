/** The OpenAPI file and the body schemas of a draft. */
import type { JsonObject } from '../../formats/json.ts';
import type { Facts, Member } from '../facts/facts.ts';
import type { Access } from './auth.ts';
import type { Names } from './names.ts';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** A body schema; a member of a member stands inside it. */
export function bodySchema(title: string, members: Member[], mark: (member: Member) => JsonObject): JsonObject {
  const level = (parent: string): JsonObject => {
    const own = members.filter(
      ({ pointer }) => pointer.startsWith(`${parent}/`) && !pointer.slice(parent.length + 1).includes('/'),
    );
    const required = own
      .filter((member) => member.required === true)
      .map(({ pointer }) => pointer.slice(parent.length + 1));
    const properties = own.map((member): [string, JsonObject] => {
      const below = members.some(({ pointer }) => pointer.startsWith(`${member.pointer}/`));
      const inner = below ? level(member.pointer) : {};
      return [
        member.pointer.slice(parent.length + 1),
        { ...(below ? { type: 'object' } : {}), ...member.schema, 'x-clause': mark(member), ...inner },
      ];
    });
    return { ...(required.length > 0 ? { required } : {}), properties: Object.fromEntries(properties) };
  };
  return { $schema: dialect, title, type: 'object', ...level('') };
}

/** The OpenAPI file: the operation that issues tokens, its marks, the schema files it refers to, and the `paths` of others. */
export function specOf(
  facts: Facts,
  provider: string,
  names: Names,
  access: Access,
  errorFiles: Map<number, string>,
  others: Record<string, JsonObject>,
): JsonObject {
  const schema = (file: string): JsonObject => ({ $ref: `../contracts/${provider}/${file}` });
  const json = (file: string): JsonObject => ({ content: { 'application/json': { schema: schema(file) } } });
  const signed = access.mechanism === 'snap-signature';
  const parameters = facts.headers
    .filter(({ required }) => required !== false)
    .map(
      (header): JsonObject => ({
        name: header.name,
        in: 'header',
        required: true,
        schema: header.schema,
        'x-clause': {
          id: names.header(header.name),
          at: header.at,
          refusal: signed && header.name.toLowerCase() === 'x-signature' ? 'credentials' : 'parameters',
        },
      }),
    );
  const mediaType = facts.mediaType?.value ?? 'application/json';
  const bodyAt = facts.bodyAt ?? facts.mediaType?.at ?? 'Request';
  const operation: JsonObject = {
    operationId: 'token',
    summary: 'Issue an access token',
    'x-clause': { id: names.of('method'), at: facts.method?.at ?? 'Request', refusal: 'method' },
    ...(parameters.length > 0 ? { parameters } : {}),
    requestBody: {
      required: true,
      'x-clause': {
        id: names.of('body'),
        at: bodyAt,
        refusal: mediaType.endsWith('x-www-form-urlencoded') ? 'body' : 'parameters',
      },
      content: {
        [mediaType]: {
          'x-clause': { id: names.of('media-type'), at: facts.mediaType?.at ?? bodyAt, refusal: 'parameters' },
          schema: schema('request.schema.yaml'),
        },
      },
    },
    responses: Object.fromEntries(
      facts.answers.map(({ status }) => [
        String(status),
        {
          description: status < 300 ? 'Granted' : 'Refused',
          ...json(status < 300 ? 'granted.schema.yaml' : (errorFiles.get(status) ?? 'refused.schema.yaml')),
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
    security: access.mechanism === 'basic' ? [{ basicAuth: [] }] : [],
    paths: { ...others, [path]: { ...others[path], [(facts.method?.value ?? 'POST').toLowerCase()]: operation } },
    ...(Object.keys(schemes).length > 0 ? { components: { securitySchemes: schemes } } : {}),
  };
}

/** What a description leaves open by its own form: media types of Swagger, optional credentials, a path that is called as a standard. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const members = (names: string): string =>
  `type: object\n${names.split(' ').reduce((all, one) => `${all}  ${one}: { type: string }\n`, 'properties:\n')}`;
const indented = (text: string, by: number): string => text.replaceAll(/^(?=.)/gm, ' '.repeat(by));

/** A Swagger file; `own` stands in the operation, and `required` names mandatory members of the request. */
const swagger = (own = '', { required = '', path = '/token', names = 'userName password' } = {}): string =>
  `swagger: '2.0'
info: { title: Token, version: '1' }
host: a.test
schemes: [https]
consumes: [application/json]
produces: [application/json]
responses:
  Refused: { description: Wrong, schema: { $ref: '#/definitions/Error' } }
paths:
  ${path}:
    post:
      summary: Issue a token
${indented(own, 6)}
      parameters:
        - { name: credential, in: body, required: true, schema: { $ref: '#/definitions/Credential' } }
      responses:
        '200': { description: Granted, schema: { $ref: '#/definitions/Answer' } }
        '401': { $ref: '#/responses/Refused' }
definitions:
  Credential:
${indented(members(names), 4)}${required === '' ? '' : `    required: [${required}]\n`}  Answer:
${indented(members('access_token'), 4)}      expires_in: { type: number }
  Error:
${indented(members('code'), 4)}`;

const openapi = 'openapi' as const;

test('the media types of an operation go before those of the file', async () => {
  const own = await readDraft(swagger('produces: [application/problem+json]'), openapi);
  expect(own.facts).toMatchObject({
    '200 media-type': 'application/problem+json',
    '401 media-type': 'application/problem+json',
    'media-type': 'application/json',
  });
  const global = await readDraft(swagger(), openapi);
  expect(global.facts).toMatchObject({ '200 media-type': 'application/json', '401 /code type': 'string' });
  expect(global.asked).not.toContain('media type');
});

test('an object that is answered as a form is a question', async () => {
  const { facts, asked } = await readDraft(swagger('produces: [application/x-www-form-urlencoded]'), openapi);
  expect(asked).toContain(
    'which media type of Swagger 2.0, response 200, 401 is meant: application/x-www-form-urlencoded or application/json',
  );
  expect(facts).toHaveProperty('200 /access_token type', 'string');
});

test('credentials of which none is required are a question, and are sent', async () => {
  const { asked } = await readDraft(swagger(), openapi);
  expect(asked).toContain('whether userName, password are mandatory');
  for (const one of [
    swagger('', { required: 'userName, password' }),
    // A secret that is required shows who asks.
    swagger('', { required: 'password' }),
    swagger('', { names: 'scope note' }),
    `${swagger('security: [{ basic: [] }]')}securityDefinitions: { basic: { type: basic } }\n`,
  ])
    expect((await readDraft(one, openapi)).asked).not.toContain('their names are those of credentials');
});

test('a path that is called as a standard gives no unit beside a request of another kind', async () => {
  const unit = 'the unit of the lifetime';
  const path = '/oauth2/token';
  expect((await readDraft(swagger('', { path }), openapi)).asked).toContain(unit);
  const pair = { path, names: 'client_id client_secret' };
  expect((await readDraft(swagger('', pair), openapi)).asked).not.toContain(unit);
  const granting = { path, names: 'grant_type client_id client_secret' };
  expect((await readDraft(swagger('', granting), openapi)).asked).not.toContain(unit);
  const said = swagger('description: The token of OAuth 2.0.', { path });
  expect((await readDraft(said, openapi)).asked).not.toContain(unit);
});

test('of two refusals without words either may be that of a wrong key', async () => {
  const more = (words: string): string =>
    swagger().replace('definitions:', `        '403': { description: ${words} }\ndefinitions:`);
  const bare = (text: string): string => text.replace('description: Wrong', 'description: Unauthorized');
  const open = 'how wrong credentials are refused: the page has 401 "Unauthorized", 403 "Forbidden"';
  expect((await readDraft(bare(more('Forbidden')), openapi)).asked).toContain(open);
  expect((await readDraft(bare(swagger()), openapi)).asked).not.toContain('how wrong credentials are refused');
  // Words tell which is for what.
  expect((await readDraft(bare(more('The account is suspended')), openapi)).asked).not.toContain(
    'how wrong credentials',
  );
});

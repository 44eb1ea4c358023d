/** A heading that is a status and its reason says nothing beside words below it; what HTTP says of a status bounds what it is for. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { origin } from '../../support/answering.ts';
import { answer, body, drafted, head } from '../../support/refusals-drafted.ts';

/** A page with these sections below its refusals. */
const below = (...sections: [title: string, words: string][]): string =>
  `${head}${body}${answer}## Errors\n\n${sections.map(([title, words]) => `### ${title}\n\n${words}\n\n`).join('')}`;
const wrong: [string, string] = ['401 Unauthorized', 'The id or the secret is wrong.'];

test('the words below a status are all that it is for', async () => {
  const missing = 'The body is no JSON, or a required parameter is missing.';
  const behind = ['Response (400 Bad Request)', 'Response (400)', 'Error response (HTTP 400)', 'Response: 400'];
  for (const title of ['400 Bad Request', '400', 'HTTP 400', '**400 Bad request**', ...behind]) {
    const read = await drafted(below([title, missing], wrong));
    expect([read.body, read.type], title).toEqual(['parameters', 'unnamed']);
    expect(read.of('grant_type'), title).toEqual({ required: 'parameters', type: 'unnamed', value: 'unnamed' });
    expect(read.asked, title).toContain('grant_type of another type');
  }
  // Whose body it has says nothing of what it is for.
  const same = await drafted(below(['Response (400)', `${missing} Same body as 401.`], ['Response (401)', wrong[1]]));
  expect(same.of('grant_type')).toEqual({ required: 'parameters', type: 'unnamed', value: 'unnamed' });
  // A status alone is that of all faults, and so is a row of its own that says no more.
  for (const words of ['', 'Bad request.']) {
    const read = await drafted(below(['400 Bad Request', words], wrong));
    expect([read.body, read.type, read.of('grant_type')], words).toEqual(['parameters', 'parameters', 'parameters']);
  }
});

test('a 422 without words is of values, and of no body that cannot be read or has another media type', async () => {
  for (const title of ['422 Unprocessable Entity', '422']) {
    const read = await drafted(below([title, ''], wrong));
    expect([read.body, read.type, read.of('grant_type')], title).toEqual(['unnamed', 'unnamed', 'parameters']);
    expect(read.asked, title).toContain('a body that cannot be read, another media type');
  }
  // Words that say more, or a 400 beside it, are of the whole request.
  for (const page of [
    below(['422 Unprocessable Entity', 'The request is malformed.'], wrong),
    below(['422 Unprocessable Entity', ''], ['400 Bad Request', ''], wrong),
  ])
    expect((await drafted(page)).body).toBe('parameters');
});

test('a header of HTTP Basic that cannot be read makes a bad request as well', async () => {
  const basic = async (...sections: [string, string][]): Promise<unknown> => {
    const page = below(...sections).replace('## Request body', 'Authentication: HTTP Basic with id and secret.\n\n$&');
    const clauses = [(await drafted(page)).clauses].flat().map((one) => Object(one));
    return clauses.flatMap(({ id, demand, refusal }) =>
      /^x-basic-(?:present|scheme|form)$/.test(id) ? [[...Object(demand)['break'], refusal ?? 'credentials']] : [],
    );
  };
  const apart = [
    ['absent', 'credentials'],
    ['other-scheme', 'no-colon', 'either'],
  ];
  for (const words of ['', 'The request is malformed.'])
    expect(await basic(['400 Bad Request', words], ['401 Unauthorized', '']), words).toEqual(apart);
  // Words about members are of no header, and a page without a 400 has one status alone.
  const whole = [['absent', 'other-scheme', 'no-colon', 'credentials']];
  expect(await basic(['400', 'A required member is missing.'], ['401 Unauthorized', ''])).toEqual(whole);
  expect(await basic(['401 Unauthorized', ''])).toEqual(whole);
  // Words of 401 say what it is for.
  expect(await basic(['400 Bad Request', ''], ['401', 'The header is missing, or the secret is wrong.'])).toEqual(
    whole,
  );
});

test('parameters in the query are a fault only where some are demanded in the body', async () => {
  const spec = (required: string, more = ''): string =>
    `openapi: 3.0.0\ninfo: { title: Token, version: '1' }\nservers: [{ url: 'https://a.test' }]\nsecurity: [{ basic: [] }]\n` +
    `paths:\n  /token:\n    post:\n      summary: Issue an access token\n      requestBody:\n        ${more}content:\n          application/x-www-form-urlencoded:\n            schema:\n              type: object\n              ${required}properties: { grant_type: { type: string, enum: [client_credentials] } }\n` +
    `      responses: { '200': { description: OK, content: { application/json: { schema: { type: object, properties: { access_token: { type: string } } } } } }, '400': { description: Bad request }, '401': { description: Unauthorized } }\n` +
    `components: { securitySchemes: { basic: { type: http, scheme: basic } } }\n`;
  const isTried = async (text: string): Promise<boolean> =>
    JSON.stringify(draftOf(await factsOf({ text, format: 'openapi', base: 'page' }), origin)).includes(
      'query-parameters',
    );
  expect(await isTried(spec('required: [grant_type]\n              '))).toBe(true);
  expect(await isTried(spec('', 'required: true\n        '))).toBe(true);
  expect(await isTried(spec(''))).toBe(false);
});

test('a body that does not match its schema has any fault of its members, too long a credential as well', async () => {
  for (const words of [
    'The body does not match the schema.',
    'Request body fails schema validation.',
    'JSON schema violation in the body',
  ]) {
    const read = await drafted(below(['400', words], wrong));
    expect([read.body, read.of('grant_type'), read.of('client_id')], words).toEqual(Array(3).fill('parameters'));
    expect(read.asked, words).not.toContain('too long');
    // Nothing is said of what is beside the body.
    expect(read.type, words).toBe('unnamed');
  }
  // Of a body that is malformed nobody knows the members.
  expect((await drafted(below(['400', 'The body is malformed.'], wrong))).of('grant_type')).toBe('unnamed');
});

test('a refusal below whose heading stands the status of a grant is asked', async () => {
  const page = (title: string, words: string): string =>
    `${head}${body}${answer}## Error responses\n\n### ${title}\n\n${words}\n\n\`\`\`\n{ "code": 3 }\n\`\`\`\n`;
  const isAsked = async (text: string): Promise<boolean> => {
    const { facts } = await drafted(text);
    return todosOf(facts, origin).some(({ what }) => what.includes('a draft expects a status of 4xx'));
  };
  for (const words of ['- HTTP Status Code: 200 (OK)', '**Status:** `200`', 'Kode status: 200', '- HTTP status = 200'])
    expect(await isAsked(page('Bad credentials', words)), words).toBe(true);
  expect(await isAsked(page('Bad credentials', '- HTTP Status Code: 401'))).toBe(false);
  expect(await isAsked(page('Bad credentials', '- Code: 2001'))).toBe(false);
  expect(await isAsked(`${head}${body}## Response\n\n- HTTP Status Code: 200 (OK)\n`)).toBe(false);
});

/** A client assertion that is not there, or is none: a credential, and a parameter that a request lacks. */
import { expect, test } from '@playwright/test';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, isObject } from '../../../src/formats/json.ts';
import { origin, read } from '../../support/answering.ts';
import { endpoint, table } from '../../support/draft.ts';

/** How each fault of the assertion is refused, where the page has these words about 400 and 401. */
async function refused(parameters: string, credentials: string, sample = '') {
  const rows = [
    'grant_type | yes | `client_credentials`',
    'client_assertion_type | yes | `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`',
    'client_assertion | yes | JWT signed with PS256',
  ];
  const text = `${endpoint}The client authenticates with \`private_key_jwt\`.\n\n## Request body (\`application/x-www-form-urlencoded\`)\n\n${table('Field | Required | Description', ...rows)}## Answer 200\n\n${table('Field | Required', 'access_token | yes')}## Errors\n\n${table('Status | Reason', `400 | ${parameters}`, `401 | ${credentials}`)}${sample}`;
  const files = draftOf(await read(text), origin);
  const clauses = [atPointer(files['contracts/x/contract.yaml'] ?? null, '/clauses')].flat().filter(isObject);
  const of = (id: string) => clauses.find((one) => one['id'] === `x-assertion-${id}`)?.['refusal'];
  const member = (name: string) =>
    atPointer(files['contracts/x/request.schema.yaml'] ?? null, `/properties/${name}/x-clause/refusal`);
  return {
    rows: [of('there'), of('form'), of('signed'), of('type')],
    members: [member('client_assertion_type'), member('client_assertion')],
  };
}

test('an assertion that is absent or none may be refused as either where words about parameters may be of it', async () => {
  const wrong = 'The client assertion is not valid: unknown client, bad signature';
  for (const words of ['The request is malformed', 'Bad Request', 'A parameter is missing or wrong'])
    expect(await refused(words, wrong), words).toEqual({
      rows: ['either', undefined, 'credentials', undefined],
      members: ['either', 'either'],
    });
});

test('where these are of others, one that is none is refused as a wrong one', async () => {
  const other = 'The scope is not supported';
  expect(await refused(other, 'The client assertion is wrong')).toEqual({
    rows: ['either', 'credentials', 'credentials', 'either'],
    members: ['either', 'either'],
  });
  // Words about credentials say it of an absent one.
  expect((await refused(other, 'The client assertion is missing or wrong')).rows).toEqual([
    'credentials',
    undefined,
    'credentials',
    // Its type is a parameter as well, whatever is said of credentials.
    'either',
  ]);
});

test('words that call the assertion by its name as one that is missing are of no wrong credentials', async () => {
  const wrong = 'The client assertion is not valid: unknown client, bad signature';
  for (const words of ['client_assertion is missing', 'Client assertion tidak ada', 'Without client_assertion'])
    expect.soft(await refused(words, wrong), words).toEqual({
      rows: ['parameters', 'credentials', 'credentials', 'either'],
      // The type is another parameter.
      members: ['either', 'parameters'],
    });
  const both = await refused('client_assertion is missing or empty', wrong);
  expect(both.rows[0]).toBe('parameters');
  expect((await refused('client_assertion is missing', 'client_assertion is missing or wrong')).rows[0]).toBe('either');
});

test('a message in the sample of a refusal names what is missing as the words about it do', async () => {
  const sample = (status: number, message: string): string =>
    `## Response ${status}\n\n\`\`\`json\n{ "type": "invalid_request", "title": "${message}" }\n\`\`\`\n\n`;
  const of = (...shown: string[]) => refused('Bad request', 'Unauthorized', shown.join(''));
  for (const message of ['client_assertion is missing', 'Missing client_assertion', 'client_assertion wajib diisi'])
    expect.soft((await of(sample(400, message))).rows[0], message).toBe('parameters');
  for (const message of ['client_assertion is wrong', 'scope is missing', 'missing_field'])
    expect.soft((await of(sample(400, message))).rows[0], message).toBe('either');
  const both = await of(sample(400, 'client_assertion is missing'), sample(401, 'client_assertion is missing'));
  expect(both.rows[0]).toBe('either');
});

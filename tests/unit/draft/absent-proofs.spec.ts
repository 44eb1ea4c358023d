/** A credential that is sent in a header, and how a request without it is refused: as one that is wrong, or as words about headers say. */
import { expect, test } from '@playwright/test';
import { answered } from '../../../src/draft/write/files/answer.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { origin } from '../../support/answering.ts';
import { table } from '../../support/draft.ts';
import { answer, drafted, head } from '../../support/refusals-drafted.ts';

/** A page of a token with these headers, and these rows in its table of refusals. */
const page = (headers: string[], ...refusals: string[]): string =>
  `${head}## Headers\n\n${table('Name | Type | Mandatory | Description', ...headers)}` +
  `## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory', 'outlet | string | yes')}` +
  `${answer}## Errors\n\n${table('HTTP | Meaning', ...refusals)}`;

const key = 'X-Api-Key | string | yes | Key of the merchant';
const sign = 'X-Sign | string | yes | HMAC-SHA256 of the body with the secret';
const trace = 'X-Branch | string | yes | Branch that asks';

/** How the draft refuses a request without each header. */
const absences = async (text: string): Promise<unknown[]> => refusalsOf((await drafted(text)).headers);

function refusalsOf(headers: unknown): unknown[] {
  return [headers].flat().map((one) => Object(Object(one)['x-clause'])['refusal']);
}

test('a credential in a header that is not there is refused as wrong as well where the words speak of fields', async () => {
  const wrong = ['401 | Unknown X-Api-Key', '401 | X-Sign is wrong'];
  for (const words of ['A required field is missing', 'Field wajib kosong', 'Invalid Mandatory Field {field}'])
    expect(await absences(page([key, sign, trace], `400 | ${words}`, ...wrong)), words).toEqual([
      'either',
      'either',
      'parameters',
    ]);
  // What is there without a value may be a wrong one.
  for (const words of ['A field or header is missing', 'A mandatory header is missing'])
    expect(await absences(page([key, sign, trace], `400 | ${words}`, ...wrong)), words).toEqual([
      'or-empty',
      'or-empty',
      'parameters',
    ]);
  // A request without a body has no fields but those.
  const bodiless = page([key, sign, trace], '400 | A required field is missing', ...wrong).replace(
    /## Request body[\s\S]*?\n\n## /,
    '## ',
  );
  expect(await absences(bodiless)).toEqual(['or-empty', 'or-empty', 'parameters']);
  expect(await absences(page([key, sign, trace], '400 | X-Api-Key, X-Sign or X-Branch is empty', ...wrong))).toEqual([
    'parameters',
    'parameters',
    'parameters',
  ]);
});

test('where nothing is read of wrong parameters, or a person decided it, a missing credential is refused in either way', async () => {
  const unread = page([key, sign, trace], '401 | Unauthorized');
  expect(await absences(unread)).toEqual(['either', 'either', 'parameters']);
  const { facts, question } = await drafted(unread);
  const given = question ? answered(facts, origin, question, '422') : { fault: 'no question' };
  if ('fault' in given) throw new Error(given.fault);
  const decided = draftOf(given.facts, origin)['specs/x.openapi.yaml'] ?? {};
  expect(refusalsOf(atPointer(decided, '/paths/~1token/post/parameters'))).toEqual(['either', 'either', 'parameters']);
  // Words of 401 may say that it is so of what is not there.
  expect(await absences(page([key, sign, trace], '401 | X-Sign or X-Api-Key missing or wrong'))).toEqual([
    'credentials',
    'credentials',
    'parameters',
  ]);
});

test('words of 401 that name what is wrong of the credentials say nothing of a client without HTTP Basic', async () => {
  const basic = async (...refusals: string[]): Promise<unknown> => {
    const { clauses } = await drafted(
      `${head}Authenticate with HTTP Basic: client id as user name, client secret as password.\n\n${page([trace], ...refusals).slice(head.length)}`,
    );
    return [clauses].flat().flatMap((one) => (Object(one).id === 'x-basic-present' ? Object(one).refusal : []));
  };
  const bad = '400 | invalid_request A required parameter is missing';
  for (const words of [
    'invalid_client Unknown client id or wrong secret',
    'invalid_client: the secret is wrong',
    'Unknown client or wrong secret',
    'INVALID_CLIENT Klien tidak dikenal',
  ])
    expect(await basic(bad, `401 | ${words}`), words).toEqual(['either']);
  expect(await basic(bad, '401 | invalid_client Wrong secret', '401 | Client authentication failed')).toEqual([
    'either',
  ]);
  for (const words of [
    'invalid_client',
    'invalid_client Client authentication failed',
    'Authentication failed',
    'invalid_client Unknown client, or no credentials: the header is missing',
  ])
    expect(await basic(bad, `401 | ${words}`), words).toEqual(['credentials']);
});

test('words that a sentence has of another status, or a code of the body, say nothing of a client without HTTP Basic', async () => {
  const [parts = ''] = page([trace]).slice(head.length).split('## Errors');
  const basic = async (said: string): Promise<unknown> => {
    const { clauses } = await drafted(
      `${head}Authenticate with HTTP Basic: client id as user name, client secret as password.\n\n${parts}## Errors\n\n${said}\n`,
    );
    return [clauses].flat().flatMap((one) => (Object(one).id === 'x-basic-present' ? Object(one).refusal : []));
  };
  for (const said of [
    'Status 401 is returned when the client id or the secret is wrong, 400 when `X-Branch` is absent.',
    'A missing `X-Branch` gets `400`. A wrong client id or secret gets `401` with `{"error":"invalid_client"}`.',
    'A missing `X-Branch` gets `400`. A wrong client id or secret gets `401` with `invalid_client`.',
  ])
    expect(await basic(said), said).toEqual(['either']);
  for (const said of [
    'Status 401 is returned when the client id or the secret is wrong or absent, 400 when `X-Branch` is absent.',
    'A missing `X-Branch` gets `400`. Clients that are not authenticated get `401` with `invalid_client`.',
    'A missing `X-Branch` gets `400`. A failed authentication gets `401` with `{"error":"invalid_client"}`.',
  ])
    expect(await basic(said), said).toEqual(['credentials']);
});

test('a member is no credential by its name alone where a key or a signature shows who asks', async () => {
  const member = 'companyCode | string | yes | Code of the company';
  const sending = (...headers: string[]): string =>
    `${head}## Headers\n\n${table('Name | Type | Mandatory | Description', trace, ...headers)}` +
    `## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory | Description', member)}` +
    `${answer}## Errors\n\n${table('HTTP | Meaning', '400 | A required field is missing', '401 | Signature or key errors')}`;
  const known = async (text: string) => {
    const { clauses, facts } = await drafted(text);
    const asked = todosOf(facts, origin).find(({ name }) => /^credentials-/.test(name))?.what ?? '';
    return [JSON.stringify(clauses).includes('company-code-known'), asked.includes('companyCode')];
  };
  expect(await known(sending('X-Own-Key | string | yes | API key'))).toEqual([false, true]);
  expect(await known(sending('X-Own-Sign | string | yes | `hex(HMAC_SHA256(secret, key + body))`'))).toEqual([
    false,
    true,
  ]);
  // What nothing else is beside shows who asks.
  expect(await known(sending())).toEqual([true, false]);
});

test('HTTP Basic that is not there is one of the mandatory headers that words name, and a wrong credential', async () => {
  const basic = 'Authorization | string | yes | Basic base64(id:secret)';
  const present = async (words: string, header = basic): Promise<unknown[]> => {
    const text = page([header, trace], `400 | ${words}`, '401 | Id or secret is wrong');
    const { clauses } = await drafted(text);
    return [clauses].flat().flatMap((clause) => {
      const { id, refusal, demand } = Object(clause);
      return /x-basic-(?:present|scheme|form)/.test(id) ? [[Object(demand)['break'], refusal ?? 'credentials']] : [];
    });
  };
  for (const words of ['A mandatory header or field is missing or has a wrong format', 'A header is missing'])
    expect(await present(words), words).toContainEqual([['absent', 'other-scheme', 'no-colon'], 'either']);
  // Words that name it leave nothing open.
  expect(await present('Authorization header missing')).toContainEqual([['absent'], 'parameters']);
});

test('a header of which it is asked whether it is a credential is refused in either way where it is not there', async () => {
  const id = 'agent-id | string | yes | Number of the agent';
  const asking = (header: string, words: string): string =>
    page([header, trace], words, '401 | Wrong pin').replace('outlet | string | yes', 'pin | string | yes');
  expect(await absences(asking(id, '400 | Mandatory field missing or invalid'))).toEqual(['either', 'parameters']);
  expect(await absences(asking(id, '400 | agent-id or X-Branch is missing'))).toEqual(['parameters', 'parameters']);
  // What is not called as one is a field like any other.
  const site = id.replace('agent-id', 'X-Site');
  expect(await absences(asking(site, '400 | Mandatory field missing'))).toEqual(['parameters', 'parameters']);
});

test('a credential in the body that is not there is refused in either way where nothing is read of wrong parameters', async () => {
  const unread = (...refusals: string[]): string =>
    `${head}## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory', 'client_id | string | yes', 'client_secret | string | yes', 'outlet | string | yes')}` +
    `${answer}## Errors\n\n${table('HTTP | Meaning', ...refusals)}`;
  const of = async (text: string): Promise<unknown[]> => {
    const read = await drafted(text);
    return ['client_id', 'client_secret', 'outlet'].map((name) => read.of(name));
  };
  const either = { required: 'either', type: 'parameters' };
  expect(await of(unread('400 | client_id is wrong', '401 | client_secret is wrong'))).toEqual([
    either,
    either,
    'parameters',
  ]);
  // What is missing is named, or the page has none of both.
  expect(await of(unread('401 | client_secret is missing or wrong'))).not.toContainEqual(either);
});

test('an empty header or parameter is tried where the page refuses one, its form has none, or it shows the client', async () => {
  const tried = async (row: string, refusal: string): Promise<unknown> => {
    const { headers } = await drafted(page([row], `400 | ${refusal}`, '401 | Unknown X-Api-Key'));
    return [headers].flat().map((one) => Object(Object(one)['x-clause'])['break'] ?? 'as usual')[0];
  };
  for (const refusal of ['A header is missing', 'Bad request', 'X-Branch is missing'])
    expect(await tried(trace, refusal), refusal).toEqual(['absent']);
  for (const refusal of ['A header is missing or empty', 'X-Branch is missing or empty'])
    expect(await tried(trace, refusal), refusal).toBe('as usual');
  for (const row of [key, sign, 'X-Branch | string | yes | One of `a`, `b`', 'X-Branch | integer | yes | Branch'])
    expect(await tried(row, 'A header is missing'), row).toBe('as usual');
});

test('credentials that words refuse by name where they are missing or wrong are refused so where they are not there', async () => {
  const ofBody = 'program_id | string (max 20) | yes',
    secret = 'program_secret | string | yes';
  const text = (...refusals: string[]): string =>
    page([key], ...refusals).replace('outlet | string | yes', `${ofBody} |\n| ${secret} |\n| life | integer | no`);
  const read = async (words: string) => drafted(text(`401 | ${words}`, '422 | life is out of range'));
  for (const words of [
    'The API key, the program id or the program secret is missing or wrong',
    'X-Api-Key, program_id or program_secret is missing or invalid',
  ]) {
    const { headers, of, asked, todos } = await read(words);
    expect.soft(refusalsOf(headers), words).toEqual(['credentials']);
    expect.soft(of('program_id'), words).toMatchObject({ required: 'credentials', type: 'unnamed' });
    expect.soft(of('program_secret'), words).toMatchObject({ required: 'credentials' });
    expect.soft(asked, words).not.toContain('missing');
    expect.soft(todos.map(({ name }) => name).join(' '), words).not.toContain('absent');
  }
  // Of one that is missing alone nothing says how an empty one is refused, and of one that is wrong not how a missing one is.
  for (const words of ['The API key, the program id or the program secret is wrong', 'program_id is wrong']) {
    const { of, asked } = await read(words);
    expect.soft(of('program_id'), words).toBe('unnamed');
    expect.soft(asked, words).toContain('missing');
  }
  // Words about parameters say it first.
  const both = await drafted(text('401 | The program id is missing or wrong', '422 | A parameter is missing'));
  expect(both.of('program_id')).not.toMatchObject({ required: 'credentials' });
});

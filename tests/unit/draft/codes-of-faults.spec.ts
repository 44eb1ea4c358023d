/** A code that the page ties to one fault is demanded of no other that the draft refuses by the same status. */
import { expect, test } from '@playwright/test';
import { readDraft, table } from '../../support/draft.ts';
import { answer, body, drafted, head } from '../../support/refusals-drafted.ts';

const errors = (...rows: string[]): string =>
  `${answer}## Errors\n\n${table('HTTP | code | Meaning', ...rows)}All errors have this body:\n\n${table('Name | Type | Mandatory', 'code | string | yes')}`;
const credentials = '401 | E-20 | Wrong client id or secret';

/** The codes that the schemas of refusals demand of any answer, wherever it comes from. */
const demanded = (files: Record<string, unknown>): string =>
  Object.entries(files)
    .filter(([file]) => file.includes('refused'))
    .map(([, schema]) => JSON.stringify(schema))
    .join('\n');

test('a code is none of a status that another method may have', async () => {
  const { files } = await drafted(
    `${head}${body}${errors('400 | E-10 | Bad request', credentials, '403 | E-31 | The client is blocked', '404 | E-57 | Client not found', '423 | E-60 | The client is locked')}`,
  );
  for (const code of ['E-31', 'E-57']) expect(demanded(files), code).not.toContain(code);
  // No request of a draft has that status for another reason.
  expect(demanded(files)).toContain('E-60');
});

test('a code is that of another method where the page names the status for it', async () => {
  const { files } = await drafted(
    `${head}${body}${errors('400 | E-10 | Bad request', credentials, '404 | E-57 | Client not found', '405 | E-05 | Method not allowed')}`,
  );
  for (const code of ['E-57', 'E-05']) expect(demanded(files), code).toContain(code);
});

test('the code of a parameter is not demanded where a client does not authenticate', async () => {
  const basic = `${head}Authentication: HTTP Basic with id and secret.\n\n${body}`;
  const { refusals } = await drafted(`${basic}${errors('400 | E-02 | grant_type missing or unknown', credentials)}`);
  expect(refusals).toMatchObject({
    parameters: { documented: [{ status: 400, body: { '/code': { const: 'E-02' } } }] },
    either: { documented: [{ status: 400 }, { status: 401 }] },
  });
  expect(JSON.stringify(Object(refusals).either)).not.toContain('E-02');
  // General words are of what is missing as well.
  const general = await drafted(`${head}${body}${errors('400 | E-02 | Bad request', credentials)}`);
  expect(demanded(general.files)).toContain('E-02');
});

test('a code of what is missing is not demanded of what is there without a value', async () => {
  const codes = async (words: string): Promise<unknown> => {
    const { refusals } = await drafted(`${head}${body}${errors(`400 | E-02 | ${words}`, credentials)}`);
    return Object(refusals).parameters.documented;
  };
  const coded = { status: 400, body: { '/code': { const: 'E-02' } } };
  expect(await codes('grant_type is missing')).toEqual([coded, { status: 400, ways: ['null'] }]);
  for (const words of ['grant_type is missing or empty', 'grant_type is missing or not valid'])
    expect(await codes(words), words).toEqual([coded]);
  // General words are of both.
  expect(await codes('Bad request')).toEqual([{ status: 400 }]);
});

test('what the schema of an answer lists is not narrowed by the words beside it', async () => {
  const listed = (status: number, words: string): string =>
    `  ${status}: { description: '${words}', content: { application/json: { schema: { type: object, properties: { error: { enum: [bad_field, bad_client] } } } } } }`;
  const { facts, asked } = await readDraft(
    `openapi: 3.1.0\ninfo: { title: T, version: '1' }\nservers: [{ url: 'https://a.test' }]\npaths:\n /token:\n  post:\n   summary: Issue an access token\n   responses:\n${[
      '  200: { description: Granted, content: { application/json: { schema: { type: object, properties: { access_token: { type: string } } } } } }',
      listed(400, 'bad_field'),
      listed(401, 'bad_client'),
    ]
      .map((line) => `  ${line}\n`)
      .join('')}`,
    'openapi',
  );
  expect(facts).toMatchObject({
    '400 /error enum': ['bad_field', 'bad_client'],
    '401 /error enum': ['bad_field', 'bad_client'],
  });
  expect(asked).toContain('which values of error each status has: the page has 400 "bad_field", 401 "bad_client"');
});

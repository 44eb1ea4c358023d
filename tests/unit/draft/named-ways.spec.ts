/** What no keyword states is refused as words of the page say: a part that is sent twice, one without a value, an unknown scope. */
import { expect, test } from '@playwright/test';
import { isObject, type JsonObject } from '../../../src/formats/json.ts';
import { table } from '../../support/draft.ts';
import { answer, credentials, drafted, head } from '../../support/refusals-drafted.ts';

const fields = [
  'grant_type | string | yes | `client_credentials`',
  'client_id | string | yes | ',
  'client_secret | string | yes | ',
  'scope | string | no | Separated by spaces',
];
const form = '`application/x-www-form-urlencoded`';

const page = (lines: string[], rows = fields, type = form, top = 'HTTP | Meaning'): string =>
  `${head}## Request body (${type})\n\n${table('Name | Type | Mandatory | Value', ...rows)}${answer}## Errors\n\n${table(top, ...lines)}`;

/** The ways of a draft by the part that they break, and how they are refused. */
async function waysOf(text: string): Promise<Record<string, unknown>> {
  const { clauses, refusals } = await drafted(text);
  const all = Array.isArray(clauses) ? clauses.filter(isObject) : [];
  const found = all.flatMap(({ id, demand, refusal }): [string, unknown][] => {
    const row: JsonObject = isObject(demand) ? demand : {};
    const part = row['field'] ?? row['header'] ?? row['parameter'];
    const way = [row['break'] ?? []]
      .flat()
      .find((one) => ['repeated', 'empty', 'unknown-scope', 'unknown'].includes(String(one)));
    if (way === undefined || !/-(?:once|filled|known|listed)$/.test(String(id))) return [];
    if (/(?:secret|id|key)-known$/.test(String(id))) return [];
    return [[`${part} ${way}`, Object(Object(refusals)[String(refusal)]).documented]];
  });
  return Object.fromEntries(found);
}

test('a parameter of a form that is sent twice is refused as the page says', async () => {
  const twice = [{ status: 400 }];
  for (const words of [
    'A parameter is missing or repeated',
    'A parameter is sent twice',
    'A field is missing, or a parameter is given more than once',
    'A parameter is missing or stands twice',
  ])
    expect.soft(await waysOf(page([`400 | ${words}`, credentials])), words).toEqual({
      'grant_type repeated': twice,
      'client_id repeated': twice,
      'client_secret repeated': twice,
    });
  expect(await waysOf(page(['400 | grant_type is missing or sent twice', credentials]))).toEqual({
    'grant_type repeated': twice,
  });
  expect(await waysOf(page(['400 | A mandatory parameter is sent twice', credentials]))).toHaveProperty([
    'client_id repeated',
  ]);
  // A code behind the words is no word about the request.
  const coded = [
    '400 | client_id or client_secret is absent, or sent twice | invalid_request',
    `${credentials} | no_client`,
  ];
  expect(Object.keys(await waysOf(page(coded, fields, form, 'HTTP | Meaning | error')))).toEqual([
    'client_id repeated',
    'client_secret repeated',
  ]);
});

test('a header is sent twice where words name headers, and may be an unknown one as well', async () => {
  const headers = `## Headers\n\n${table('Name | Mandatory | Value', 'X-Brand | yes | `CBL`', 'X-Api-Key | yes | Your key')}`;
  const ofHeaders = (words: string) =>
    waysOf(
      page([`400 | ${words}`, '401 | X-Api-Key is unknown']).replace('## Request body', `${headers}## Request body`),
    );
  expect(await ofHeaders('A header is missing or sent twice')).toEqual({
    'X-Brand repeated': [{ status: 400 }],
    'X-Api-Key repeated': [{ status: 400 }, { status: 401 }],
  });
  expect(await ofHeaders('A parameter is sent twice')).not.toHaveProperty(['X-Brand repeated']);
});

test('another value of a header or of a parameter of the query is sent where words refuse it by name', async () => {
  const parts = `## Headers\n\n${table('Name | Mandatory | Value', 'X-Brand | yes | Always `CBL`', 'X-Level | yes | Allowed values: `a`, `b`', 'X-Api-Key | yes | Your key')}## Query parameters\n\n${table('Name | Type | Mandatory | Value', 'zone | string | yes | `north` or `south`')}`;
  const ways = (...lines: string[]) =>
    waysOf(page([...lines, '401 | X-Api-Key is unknown']).replace('## Request body', `${parts}## Request body`));
  const only = [{ status: 400 }];
  for (const words of [
    'zone is missing or has a value that is not allowed',
    'zone is invalid',
    'zone is not supported',
  ])
    expect.soft(await ways(`400 | ${words}`), words).toEqual({ 'zone unknown': only });
  for (const words of ['X-Brand is not CBL', 'X-Brand is missing, or has another value'])
    expect.soft(await ways(`409 | ${words}`), words).toEqual({ 'X-Brand unknown': [{ status: 409 }] });
  // Another status may be for it as well.
  expect(await ways('409 | X-Brand is not CBL', '400 | A header has a wrong value')).toEqual({
    'X-Brand unknown': [{ status: 400 }, { status: 409 }],
  });
  for (const words of [
    'zone is missing',
    'A parameter has a value that is not allowed',
    'The partner has no contract for the zone',
    'zone is not allowed for the partner',
    'client_id is missing or has a value that is not allowed',
    'X-Level is not allowed',
  ])
    expect.soft(await ways(`400 | ${words}`), words).toEqual({});
});

test('what was sent in another request is not sent twice in one, and JSON has no parameter twice', async () => {
  const rows = [...fields, 'nonce | string | yes | ', 'order | string | yes | '];
  for (const words of [
    'A nonce is used twice',
    'nonce is repeated',
    'order is a duplicate',
    'Duplicate value',
    'A duplicate request',
    'A parameter value is repeated within 24 hours',
    'client_id is sent twice, in the header and the body',
  ])
    expect.soft(await waysOf(page([`400 | ${words}`, credentials], rows)), words).toEqual({});
  expect(await waysOf(page(['400 | A parameter is repeated', credentials], fields, '`application/json`'))).toEqual({});
});

test('a field without a value is refused as words about empty ones say', async () => {
  const found = await waysOf(page(['400 | A required parameter is missing or empty', credentials]));
  expect(found).toMatchObject({
    'grant_type empty': [{ status: 400 }],
    'client_id empty': [{ status: 400 }, { status: 401 }],
  });
  expect(found).not.toHaveProperty(['scope empty']);
  expect(await waysOf(page(['400 | A required parameter is missing', credentials]))).toEqual({});
  expect(await waysOf(page(['400 | A required parameter is empty', '440 | ', credentials]))).toMatchObject({
    'grant_type empty': [{ status: 400 }],
  });
  expect(await waysOf(page(['400 | grant_type is empty', credentials], fields, '`application/json`'))).toEqual({
    'grant_type empty': [{ status: 400 }],
  });
});

test('an unknown scope is refused where words name one', async () => {
  for (const words of [
    'The scope is unknown',
    'grant_type is missing, or the scope is not known',
    'The scope is not supported',
    '`scope` tidak dikenal',
  ])
    expect
      .soft(await waysOf(page([`400 | ${words}`, credentials])), words)
      .toEqual({ 'scope unknown-scope': [{ status: 400 }] });
  for (const words of [
    'The scope is malformed',
    'A parameter is unknown',
    'The scope is missing',
    'The token has no such scope',
  ])
    expect.soft(await waysOf(page([`400 | ${words}`, credentials])), words).toEqual({});
  // One that has a form of its own is refused as that, too.
  const formed = [...fields.slice(0, 3), 'scope | string (max 12) | no | '];
  expect(await waysOf(page(['400 | The scope is unknown', credentials], formed))).toEqual({});
});

test('a code is demanded where the row of the fault gives it, and each that may be given where several do', async () => {
  const lines = [
    '400 | invalid_request | A required parameter is missing, empty or sent twice',
    '400 | unsupported_grant_type | grant_type is not client_credentials',
    '400 | invalid_scope | The scope is unknown',
    '401 | invalid_client | Wrong client id or secret',
  ];
  const sample = 'An error:\n\n```json\n{"error": "invalid_client"}\n```\n';
  const found = await waysOf(`${page(lines, fields, form, 'HTTP | error | Meaning')}${sample}`);
  const codes = (...all: string[]) => ({
    status: 400,
    body: { '/error': all.length > 1 ? { enum: all } : { const: all[0] } },
  });
  expect(found).toMatchObject({
    'grant_type repeated': [codes('invalid_request')],
    'grant_type empty': [codes('invalid_request', 'unsupported_grant_type')],
    'scope unknown-scope': [codes('invalid_scope')],
  });
  expect(found).not.toHaveProperty(['scope repeated']);
});

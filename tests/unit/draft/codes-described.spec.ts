/** Codes of refusals in the descriptions of answers of OpenAPI: a table or a list of Markdown, codes alone, and codes among words. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const media = (properties: object): object => ({ 'application/json': { schema: { type: 'object', properties } } });
const coded = { code: { type: 'string', pattern: '^E[0-9]{4}$' }, message: { type: 'string' } };

const openapi = (refusals: Record<number, string>, body: object = coded): string =>
  JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Tokens', version: '1' },
    servers: [{ url: 'https://a.test' }],
    paths: {
      '/token': {
        post: {
          summary: 'Get an access token',
          requestBody: { content: media({ grant_type: { type: 'string' } }) },
          responses: {
            200: { description: 'Granted', content: media({ access_token: { type: 'string' } }) },
            ...Object.fromEntries(
              Object.entries(refusals).map(([status, description]) => [status, { description, content: media(body) }]),
            ),
          },
        },
      },
    },
  });

const read = (refusals: Record<number, string>, body?: object) => readDraft(openapi(refusals, body), 'openapi');

test('a table of codes, and a list of them, is read as one of a page', async () => {
  const table = '| code | meaning |\n|---|---|\n| E1001 | parameter missing |\n| E1002 | parameter malformed |\n';
  const layouts = [
    table,
    `What is wrong with the request:\n\n${table}`,
    '- `E1001`: parameter missing\n- `E1002`: parameter malformed',
    '* **E1001** parameter wajib tidak ada\n* **E1002** parameter salah format',
    'E1001 - parameter missing\nE1002 - parameter malformed',
  ];
  for (const words of layouts) {
    const { facts, asked } = await read({ 400: words, 401: 'Unknown client' });
    expect.soft(facts, words).toMatchObject({ '400 /code enum': ['E1001', 'E1002'] });
    expect.soft(facts, words).not.toHaveProperty(['401 /code const']);
    expect.soft(asked, words).toContain('which of the codes each fault has: code of 400 (E1001, E1002)');
  }
});

test('codes that are the whole of a description are those of the status', async () => {
  const oauth = { error: { type: 'string' }, error_description: { type: 'string' } };
  for (const words of [
    'invalid_request, unsupported_grant_type or invalid_scope',
    '`invalid_request`, `unsupported_grant_type` atau `invalid_scope`.',
  ]) {
    const { facts, asked } = await read({ 400: words, 401: 'invalid_client' }, oauth);
    expect.soft(facts, words).toMatchObject({
      '400 /error enum': ['invalid_request', 'unsupported_grant_type', 'invalid_scope'],
      '401 /error const': 'invalid_client',
    });
    expect.soft(asked, words).not.toContain('which values of error');
  }
});

test('codes among words are asked', async () => {
  for (const words of [
    'Unknown key, or API key unknown (E2001)',
    'E2001 bila kunci API tidak dikenal, selain itu E2002',
  ]) {
    const { facts, asked } = await read({ 400: 'Bad request', 401: words });
    expect.soft(facts, words).not.toHaveProperty(['401 /code const']);
    expect.soft(asked, words).toContain(`which values of code each status has: the page has 401 "${words}"`);
  }
  // Nor where no member is known to hold them.
  const { asked } = await read({ 401: 'Key unknown (E2001)' }, { text: { type: 'string' } });
  expect(asked).toContain('which values of E2001 each status has');
});

test('algorithms, statuses and words of a request are no codes, and what a schema lists stays', async () => {
  for (const words of ['Not signed with RS256', 'Error 401: grant_type missing', 'The JWT of RFC 7523 has expired']) {
    const { asked } = await read({ 401: words });
    expect.soft(asked, words).not.toContain('each status has');
  }
  const listed = { code: { type: 'string', enum: ['E2001', 'E2002'] } };
  const { facts } = await read({ 401: 'E2001' }, listed);
  expect(facts).toMatchObject({ '401 /code enum': ['E2001', 'E2002'] });
});

test('a pattern that is matched in more than linear time, or is none, takes no code', async () => {
  const words = `${'A'.repeat(40)}_${'B'.repeat(20)} or E1001`;
  for (const pattern of ['^(([A-Z_0-9]+)+)+x$', '([']) {
    const { asked } = await read({ 400: words }, { code: { type: 'string', pattern }, other: { type: 'string' } });
    expect(asked, pattern).toContain('E1001');
  }
});

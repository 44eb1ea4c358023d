/** The media type that is to be sent, where a page has another beside it; the values of grants and tokens in a word; and what curl encodes. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, isObject } from '../../../src/formats/json.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const body = `## Request body\n\n${table('Field | Required', 'shop | yes', 'shop_secret | yes')}`;
const form = 'application/x-www-form-urlencoded';

test('a media type that is taken beside the one to send leaves that a fact, and is a question', async () => {
  for (const words of [
    `Content-Type: \`${form}\` (requests with \`application/json\` are still accepted for old shops)`,
    `Content-Type: ${form}, JSON is also supported`,
    `**Content-Type:** \`${form}\` (JSON juga masih kami terima)`,
    table('Header | Required | Value', `Content-Type | yes | \`${form}\` (JSON is accepted too)`),
    `The body is sent as \`${form}\`. JSON is still accepted for old shops.`,
  ]) {
    const { facts, asked } = await readDraft(`${endpoint}${words}\n\n${body}`);
    expect(facts, words).toHaveProperty(['media-type'], form);
    expect(asked, words).toMatch(/JSON|application\/json/);
  }
});

test('one of two, one that is preferred, or one for some, is no media type of every request', async () => {
  for (const words of [
    `Content-Type: \`application/json\` or \`${form}\``,
    `Content-Type: \`${form}\` (prefer \`application/json\`, which is also supported)`,
    `Content-Type: \`${form}\` (JSON only for old shops)`,
    `Content-Type: \`${form}\` until v2, JSON is also supported`,
    `Content-Type: \`${form}\` and \`application/json\` are still accepted`,
  ]) {
    const { facts, asked } = await readDraft(`${endpoint}${words}\n\n${body}`);
    expect(facts, words).not.toHaveProperty(['media-type']);
    expect(asked, words).toContain('media type of the request');
  }
});

test('the type of a grant or a token behind its own name is its value, and an example or a choice is not', async () => {
  const read = async (grant: string, type: string) =>
    (
      await readDraft(
        `${endpoint}## Request body\n\n${table('Name | Type | Required | Notes', `grant_type | String(18) | yes | ${grant}`)}## Response 200\n\n${table('Name | Type | Required | Notes', 'access_token | string | yes | ', `token_type | string | yes | ${type}`)}`,
      )
    ).facts;
  for (const [grant, type] of [
    ['Grant type, `client_credentials`', '`Bearer`'],
    ['The grant type: client_credentials', 'Token type, `Bearer`'],
    ['Jenis grant (`client_credentials`)', 'Jenis token: Bearer'],
  ] as const)
    expect(await read(grant, type), grant).toMatchObject({
      'request /grant_type const': 'client_credentials',
      '200 /token_type const': 'Bearer',
    });
  for (const [grant, type] of [
    ['Grant type, e.g. `client_credentials`', 'e.g. `Bearer`'],
    ['Grant type', 'Bearer of the token'],
    ['Grant type, `client_credentials` or `password`', '`Bearer` or `MAC`'],
    ['Grant type, not `client_credentials`', 'Token type, usually Bearer'],
    ['Grant type, `client_credentials` until v2', 'Bearer in sandbox'],
    ['Grant type, `client_credentials` by default', 'Not `Bearer`'],
  ] as const) {
    const facts = await read(grant, type);
    expect(facts, grant).not.toHaveProperty(['request /grant_type const']);
    expect(facts, type).not.toHaveProperty(['200 /token_type const']);
  }
});

test('what curl is to encode is one value, whatever signs it holds', async () => {
  const command = (option: string): string =>
    `# Token\n\n\`\`\`sh\ncurl -X POST https://a.test/token ${option} 'shop=s-1' ${option} 'shop_secret=9%rT+k&Zq=='\n\`\`\`\n`;
  const encoded = await readDraft(command('--data-urlencode'));
  expect(encoded.asked).toContain('shop_secret');
  expect(encoded.asked).not.toContain('Zq');
  // What is sent as it stands is taken apart where the server does.
  expect((await readDraft(command('-d'))).asked).toContain('Zq');
});

test('a media type behind the status of an answer is that of no other answer', async () => {
  const members = table('Name | Type | Required', 'token | string | yes');
  const errors = `## Errors\n\n${table('Status | Meaning', '400 | A field is missing')}${table('Name | Type | Required', 'error | string | yes')}`;
  const page = (words: string) => `${endpoint}${words}\n\n${members}${errors}`;
  const own = await readDraft(page('The answer, with status 200 and `Content-Type: application/json`:'));
  expect(own.facts).toHaveProperty('200 media-type', 'application/json');
  expect(own.facts).not.toHaveProperty(['400 media-type']);
  const all = await readDraft(page('## Response 200\n\nAll answers have `Content-Type: application/json`.'));
  expect(all.facts).toMatchObject({ '200 media-type': 'application/json', '400 media-type': 'application/json' });
});

test('a media type that is taken beside the one that is sent is none that has to be refused', async () => {
  const schema = '{ schema: { type: object, required: [shop], properties: { shop: { type: string } } } }';
  const api = (...types: string[]) =>
    `openapi: 3.0.3\ninfo: { title: T, version: '1' }\nservers: [{ url: https://a.test }]\npaths:\n  /token:\n    post:\n      requestBody:\n        required: true\n        content:\n${types.map((type) => `          ${type}: ${schema}\n`).join('')}      responses: { '200': { description: ok, content: { application/json: ${schema} } }, '400': { description: A field is missing } }\n`;
  const waysOf = async (text: string, format: 'markdown' | 'openapi'): Promise<unknown> => {
    const facts = await factsOf({ text, format, base: 'page' });
    const files = draftOf(facts, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
    const [type = ''] = [facts.mediaType?.value.replace('/', '~1')];
    const clause = atPointer(
      files['specs/x.openapi.yaml'] ?? null,
      `/paths/~1token/post/requestBody/content/${type}/x-clause`,
    );
    return isObject(clause) ? (clause['break'] ?? 'each') : null;
  };
  const lax = `Content-Type: \`${form}\` (JSON is also supported)`;
  const strict = `Content-Type: \`${form}\``;
  expect(await waysOf(api('application/json', form), 'openapi')).toEqual(['absent', 'text']);
  expect(await waysOf(api(form, 'application/json'), 'openapi')).toEqual(['absent', 'text']);
  expect(await waysOf(api('application/json'), 'openapi')).toBe('each');
  expect(await waysOf(`${endpoint}${lax}\n\n${body}`, 'markdown')).toEqual(['absent', 'text']);
  expect(await waysOf(`${endpoint}${strict}\n\n${body}`, 'markdown')).toBe('each');
});

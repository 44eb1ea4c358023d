/** Which of several operations of a page issues tokens, where another one only speaks of them. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { readDraft, table } from '../../support/draft.ts';

const fields = (...rows: string[]): string => table('Name | Type | Required', ...rows);
const grant = `## Start\n\n\`POST https://a.test/identity/issue\`\n\n### Request\n\n${fields('shop | string | yes')}### Response 200\n\n${fields('ticket | string | yes')}`;
const beside = (title: string, line: string): string =>
  `# Identity\n\n${grant}## ${title}\n\n\`${line}\`\n\n### Response 200\n\n${fields('keys | array | yes')}`;

test('keys that anybody may read grant no token, whatever speaks of tokens there', async () => {
  for (const line of [
    'GET https://a.test/oauth2/jwks',
    'GET https://a.test/.well-known/openid-configuration',
    'GET https://a.test/auth/public-key',
  ])
    expect((await readDraft(beside('Keys that sign access tokens', line))).facts, line).toMatchObject({
      path: '/identity/issue',
      '200 /ticket required': true,
    });
  // What is posted may grant, and so may what is read elsewhere.
  for (const line of ['POST https://a.test/oauth2/keys', 'GET https://a.test/oauth2/access'])
    await expect(readDraft(beside('Access tokens', line)), line).rejects.toThrow('Several operations');
  const listed = table('Method | Path', 'POST | /oauth2/issue', 'GET | /oauth2/jwks');
  expect((await readDraft(`# Access token\n\n${listed}`)).facts).toMatchObject({ path: '/oauth2/issue' });
});

test('a token for another token is no grant in silence beside one for the secret of the client', async () => {
  const part = (line: string, request: string[], answer: string): string =>
    `## ${line}\n\n\`${line}\`\n\n### Request\n\n${fields(...request.map((name) => `${name} | string | yes`))}### Response 200\n\n${fields(`${answer} | string | yes`)}`;
  const own = part('POST /widget/token', ['client_id', 'secret'], 'widget_token');
  for (const request of [['public_token'], ['client_id', 'secret', 'public_token']]) {
    const exchange = part('POST /public_token/exchange', request, 'access_token');
    await expect(readDraft(`# Tokens\n\n${own}${exchange}`), request.join()).rejects.toThrow('Several operations');
  }
  // What only the exchange gives may not be read, and its token is another one all the same.
  const link = part('POST /link/token', ['client_id', 'secret'], 'link_token');
  const unread = '## Exchange the public token\n\n`POST /item/exchange`\n\nGives the rest.\n';
  await expect(readDraft(`# Tokens\n\n${link}${unread}`)).rejects.toThrow('Several operations');
  // A description says no more.
  const body = (...names: string[]) => ({
    content: { 'application/json': { schema: { properties: Object.fromEntries(names.map((one) => [one, {}])) } } },
  });
  const post = (summary: string, request: string, answer: string) => ({
    post: { summary, requestBody: body(request), responses: { 200: { description: 'ok', ...body(answer) } } },
  });
  const paths = {
    '/public_token/exchange': post('Exchange a token', 'public_token', 'access_token'),
    '/widget/open': post('Open a widget', 'secret', 'widget_token'),
  };
  const text = JSON.stringify({ openapi: '3.0.0', info: { title: 'x', version: '1' }, paths });
  await expect(factsOf({ text, format: 'openapi', base: 'api' })).rejects.toThrow('Several operations');
  // Who sends the grant and the secret is given the token, and so is who signs in beside what gives none.
  const grant = part('POST /oauth/token', ['grant_type', 'client_secret'], 'access_token');
  expect((await readDraft(`# Tokens\n\n${own}${grant}`)).facts).toMatchObject({ path: '/oauth/token' });
  const login = part('POST /login', ['username', 'password'], 'access_token');
  const register = part('POST /hooks', ['secret'], 'hook_id');
  expect((await readDraft(`# Tokens\n\n${register}${login}`)).facts).toMatchObject({ path: '/login' });
});

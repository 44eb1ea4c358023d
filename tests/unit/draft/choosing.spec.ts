/** Which of several operations of a page issues tokens, where another one only speaks of them. */
import { expect, test } from '@playwright/test';
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

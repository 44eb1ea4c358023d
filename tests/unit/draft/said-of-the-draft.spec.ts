/** Questions say of the page and of the draft what is so. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { collectionOf } from '../../support/collection.ts';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const grant = `## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}`;

test('no question says that the draft tries wrong credentials where it has no clause for that', async () => {
  const page = (body: string): string =>
    `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', body)}${grant}\nFive wrong passwords in a row lock the user.\n`;
  await expectReadings([
    { what: 'none', page: page('branch | string | yes | Number'), silent: ['tries more wrong ones'] },
    {
      what: 'some',
      page: page('client_id | string | yes | Id |\n| client_secret | string | yes | Secret'),
      asked: ['tries more wrong ones'],
    },
  ]);
});

test('a value that is made of a secret is sent where the draft has it', async () => {
  const page = (form: string): string =>
    `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', 'userName | string | yes | Technical user', `password | string | yes | ${form}`)}${grant}`;
  const { asked } = await readDraft(page('SHA-256 of the password, lower-case hexadecimal'));
  expect(asked).toMatch(/how password is made: the page says .*, and the draft sends none/);
});

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

test('a page that gives each answer one status is not held to 4xx', async () => {
  for (const words of [
    'The HTTP status is 200 whether the request succeeded or not, except where a gateway answers (502, 503, 504).',
    'The HTTP status is 200 regardless of the result.',
    'Status HTTP tetap 200 baik berhasil maupun gagal.',
    'The HTTP status code is always 200.',
  ]) {
    const facts = await factsOf({ text: `${endpoint}${grant}\n${words}\n`, format: 'markdown', base: 'page' });
    expect.soft(JSON.stringify(draftOf(facts, origin)), words).not.toContain('x-documented-status');
    const asked = todosOf(facts, origin).map(({ what }) => what);
    expect.soft(asked.join('\n'), words).toContain(words.slice(0, 30));
  }
  const facts = await factsOf({
    text: `${endpoint}${grant}\nErrors have 400 or 401.\n`,
    format: 'markdown',
    base: 'page',
  });
  expect(JSON.stringify(draftOf(facts, origin))).toContain('x-documented-status');
});

test('a pair of keys is shown beside another signature of the page', async () => {
  const page = (words: string): string =>
    `${endpoint}## Request headers\n\n${table('Name | Required | Description', 'X-SIGNATURE | yes | The signature', 'X-CLIENT-KEY | yes | Id')}${words}\n\nHMAC-SHA512 dipakai untuk panggilan lain.\n\n${grant}`;
  await expectReadings(
    ['**RSA signature** → untuk **request access token**', 'Sign the text with your RSA private key.'].map((words) => ({
      what: words,
      page: page(words),
      asked: ['RSA'],
    })),
  );
});

test('what the tests of a collection say of its answers is shown', async () => {
  const asked = async (exec: string[]): Promise<string> => {
    const collection = JSON.parse(collectionOf({}));
    collection.item[0].event = [{ listen: 'test', script: { exec } }];
    const text = JSON.stringify(collection);
    return (await readDraft(text, 'openapi')).asked;
  };
  const status = await asked(['pm.response.to.have.status(401);']);
  expect(status).toContain('Get token: the test expects the status 401');
  expect(status).not.toContain('documents no refusal');
  const token = await asked(['pm.environment.set("token", pm.response.json().access_token);']);
  expect(token).toContain('pm.response.json().access_token');
  expect(token).not.toContain('shows no members');
});

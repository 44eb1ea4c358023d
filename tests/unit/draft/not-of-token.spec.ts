/** Headers that a page has for all calls but the request for a token. */
import { expect, test } from '@playwright/test';
import { isNotOfToken } from '../../../src/draft/page/sentences/not-of-token.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { todosOf } from '../../../src/draft/write/files/draft.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const rows = ['X-Shop-Key | string | Y | Key of the shop', 'X-Shop-Time | string | Y | Time of the call'];
const head = 'Header | Type | Mandatory | Description';
const own = `${endpoint}## Request headers\n\n${table(head, 'X-Till | string | Y | Name of the till')}`;

test('a table that is announced for all calls but the request for a token is none of that request', async () => {
  for (const words of [
    'Once you have a token, each service call (not the token request) carries these headers:',
    'The following headers go with every request except the token request.',
    'Header berikut wajib pada semua layanan selain permintaan token akses:',
    'All calls but the token call are sent with:',
    'All calls except the token request are signed. Headers:',
  ]) {
    const { facts, asked } = await readDraft(`${own}## Calls\n\n${words}\n\n${table(head, ...rows)}`);
    expect(facts, words).toMatchObject({ 'request header X-TILL required': true });
    expect(Object.keys(facts).join('\n'), words).not.toMatch(/X-SHOP/);
    expect(asked, words).not.toMatch(/whether what stands below/);
  }
  const { facts } = await readDraft(
    `${own}\nEach request, and not only the token request, carries:\n\n${table(head, ...rows)}`,
  );
  expect(facts).toMatchObject({ 'request header X-SHOP-KEY required': true });
});

test('a header whose own words say so is left out, and one that is so of the token request stays', async () => {
  const noted = table(
    head,
    'X-Sign | string | Y | Signature of the body. Not for the token request',
    'X-Till | string | Y | Name of the till',
  );
  const { facts } = await readDraft(`${endpoint}## Request headers\n\n${noted}`);
  expect(Object.keys(facts).join('\n')).not.toContain('X-SIGN');
  expect(facts).toMatchObject({ 'request header X-TILL required': true });
  for (const words of [
    'Service calls are JSON, but the token request is a form.',
    'Do not send the token request twice.',
    'All calls, not only the token request, are signed.',
    'Bukan hanya permintaan token yang ditandatangani.',
  ])
    expect(isNotOfToken(words), words).toBe(false);
});

test('what a page says that calls the server of tokens a thing of its own is asked, and not taken', async () => {
  const token = `${endpoint}Parameters are sent as \`application/x-www-form-urlencoded\`.\n\n${table('Name | Type | Mandatory', 'client_id | string | yes', 'client_secret | string | yes')}`;
  const rules = (words: string): string =>
    `# Rules\n\nThese rules hold for the Wallet API. ${words}\n\n## Media types\n\nAnything but JSON is answered with \`415\`.\n\n## Errors\n\n${table('Status | Meaning', '400 | The JSON cannot be read', '422 | A field has a value that is not allowed')}`;
  const both = async (words: string) => {
    const found = await factsOf([
      { text: rules(words), format: 'markdown', base: 'rules' },
      { text: token, format: 'markdown', base: 'token' },
    ]);
    const asked = todosOf(found, { provider: 'x', url: 'https://x.test', read: '2026-01-02' }).map(({ what }) => what);
    return { statuses: found.answers.map(({ status }) => status), asked: asked.join('\n') };
  };
  for (const words of [
    'The authorisation server (see *Tokens*) is a product of its own and follows RFC 6749 instead.',
    'The token service is a separate system.',
    'Layanan otorisasi adalah layanan tersendiri.',
  ]) {
    const { statuses, asked } = await both(words);
    expect(statuses, words).toEqual([]);
    expect(asked, words).toContain('under "Rules" is about the request for a token as well');
  }
  // One that is a part of it has the same rules, and so has an endpoint of its own.
  for (const words of [
    'The authorisation server is a part of it.',
    'The token endpoint is a separate endpoint.',
    'The webhook server is a product of its own.',
  ])
    expect((await both(words)).statuses, words).toEqual([400, 415, 422]);
  // Where the page has the operation of the token, it speaks of that.
  const { facts } = await readDraft(
    `${endpoint}The authorisation server is a product of its own.\n\n## Errors\n\n${table('Status | Meaning', '401 | Wrong key')}`,
  );
  expect(facts).toMatchObject({ '401 status': true });
});

test('what a section about webhooks or callbacks lists is none of the answer with the token', async () => {
  const answer = `## Response 200\n\n${table('Field | Type | Required', 'ticket | string | yes')}`;
  const event = `We post this to your address:\n\n${table('Field | Type | Required', 'event_id | string | yes')}`;
  for (const title of ['Webhooks', 'Callbacks', 'Webhook']) {
    const { facts } = await readDraft(`${endpoint}${answer}## ${title}\n\n${event}\nPlease answer \`204\`.\n`);
    expect(facts, title).toMatchObject({ '200 /ticket required': true });
    expect(Object.keys(facts).join('\n'), title).not.toMatch(/event_id|204/);
  }
});

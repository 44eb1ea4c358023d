/** Headers that a page has for all calls but the request for a token. */
import { expect, test } from '@playwright/test';
import { isNotOfToken } from '../../../src/draft/page/sentences/not-of-token.ts';
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

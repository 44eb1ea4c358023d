/** Samples of several answers in a row: each is of its own tab, and one that shares nothing with the grant is none of it. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const top = '<h1>Token</h1><p>POST https://a.test/token</p><h3>Response samples</h3>';
const grant = '<pre>{"access_token": "k", "expires_in": 5400}</pre>';
const refusal = '<pre>{"title": "Bad", "status": 401, "code": "auth"}</pre>';
const inWords = '<pre>{"kode": "E01", "pesan": "Gagal"}</pre>';
const tabs = (...words: string[]): string =>
  `<div class="tabs">${words.map((one) => `<button>${one}</button>`).join('')}</div>`;

/** The members of an answer with one status, and the statuses that are drafted. */
async function answers(html: string, status = 200) {
  const { facts, asked } = await readDraft(html, 'html');
  const members = Object.keys(facts).flatMap((key) => RegExp(`^${status} /(\\w+) type$`).exec(key)?.[1] ?? []);
  return { members, asked };
}

test('a sample in a row of samples is of the tab in its place', async () => {
  const page = `${top}${tabs('200', '401')}${grant}${refusal}`;
  expect((await answers(page)).members).toEqual(['access_token', 'expires_in']);
  expect((await answers(page, 401)).members).toEqual(['title', 'status', 'code']);
  const named = `${top}${tabs('Sukses', 'Gagal')}${grant}${inWords}`;
  expect((await answers(named)).members).toEqual(['access_token', 'expires_in']);
});

test('a sample behind that of a grant that shares no member with it is asked for', async () => {
  for (const page of [
    `${top}${grant}${refusal}`,
    `${top}${grant}${inWords}`,
    `${top}${tabs('200', '401')}${grant}${inWords}${refusal}`,
    `${top.replace('Response samples', 'Contoh respons')}${grant}${inWords}`,
    `${top}${refusal}${grant}`,
  ]) {
    const { members, asked } = await answers(page);
    expect(members, page).toEqual(['access_token', 'expires_in']);
    expect(asked, page).toContain('nothing says which status such an answer has');
  }
});

test('a sample that has a member of the grant is one more of it', async () => {
  const more = '<pre>{"access_token": "k", "expires_in": 5400, "scope": "a"}</pre>';
  expect((await answers(`${top}${grant}${more}`)).members).toEqual(['access_token', 'expires_in', 'scope']);
});

test('a panel may have the words of its tab as an attribute', async () => {
  const panel = (name: string, words: string, text: string) => `<div class="tab" ${name}="${words}">${text}</div>`;
  const asked = '<pre>{"client_id": "a", "reference": "b"}</pre>';
  const given = '<pre>{"token": "k", "reference": "b"}</pre>';
  for (const [name, request, response] of [
    ['data-title', 'Request', 'Response'],
    ['data-label', 'Permintaan', 'Respons'],
    ['title', 'Request', 'Response 200'],
  ] as const) {
    const html = `<h1>Token</h1><p>POST https://a.test/token</p><h2>Request body</h2><div class="tabs">${panel(name, request, asked)}${panel(name, response, given)}</div>`;
    const { facts } = await readDraft(html, 'html');
    expect(facts, name).toMatchObject({ 'request /client_id type': 'string', '200 /token type': 'string' });
    expect(facts, name).not.toHaveProperty('request /token type');
  }
});

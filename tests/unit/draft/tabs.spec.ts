/** Tabs of a page in HTML, and the sides of fields that have the names of both. */
import { expect, test } from '@playwright/test';
import { readDraft as read } from '../../support/draft.ts';

const tabs = (...list: [id: string, title: string, inside: string][]): string =>
  `<ul role="tablist">${list.map(([id, title]) => `<li><a data-toggle="tab" href="#${id}">${title}</a></li>`).join('')}</ul>
<div class="tab-content">${list.map(([id, , inside]) => `<div id="${id}" role="tabpanel">${inside}</div>`).join('')}</div>`;

const rows = (head: string[], ...all: string[][]): string =>
  `<table><thead><tr>${head.map((one) => `<th>${one}</th>`).join('')}</tr></thead><tbody>${all
    .map((row) => `<tr>${row.map((one) => `<td>${one}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

const page = (request: string[][], response: string[][]): string => `<h3>Login</h3>
<p>POST https://a.test/v1/login</p>
<h5>Request</h5>
${tabs(['a1', 'Contoh', '<pre>{"grant_type": "login", "username": "budi", "password": "x"}</pre>'], ['a2', 'Parameter', rows(['Parameter', 'Wajib', 'Keterangan'], ...request)])}
<h5>Response</h5>
${tabs(
  ['b1', 'Response Berhasil', '<pre>{"access_token": "abc", "token_type": "Bearer", "expires_in": 3600}</pre>'],
  ['b2', 'Response Gagal', '<pre>{"reason": "denied"}</pre>'],
  ['b3', 'Penjelasan', rows(['Parameter', 'Wajib', 'Keterangan'], ...response)],
)}`;

const asked = [
  ['access_token', 'TIDAK', 'Token aplikasi'],
  ['grant_type', 'YA', 'value = login'],
  ['username', 'YA', 'Nama pengguna'],
  ['password', 'YA', 'Kata sandi'],
  ['device_type', 'YA', 'value = android / ios'],
  ['version', 'YA', 'value = versi aplikasi'],
  ['unit', 'YA', 'value = numeric'],
];
const given = [
  ['access_token', 'YA', 'Token'],
  ['token_type', 'YA', 'Tipe token'],
  ['expires_in', 'YA', 'Masa berlaku token (detik)'],
  ['client_secret', 'YA', 'Rahasia klien'],
];

test('what a tab leads to stands below its words, on the side that the heading says', async () => {
  const { facts, asked: questions } = await read(page(asked, given), 'html');
  expect(facts).toMatchObject({
    'request /username required': true,
    'request /grant_type const': 'login',
    'request /device_type enum': ['android', 'ios'],
    '200 /client_secret required': true,
    '200 /expires_in required': true,
  });
  for (const none of ['200 /reason type', 'request /version const', 'request /unit const'])
    expect(facts).not.toHaveProperty([none]);
  expect(questions).not.toContain('which fields of');
  expect(questions).toContain('"Response Gagal"');
});

test('fields of which those of the other side follow are asked about: their heading may be lost', async () => {
  const both = await read(page([...asked.slice(1), ['access_token', 'YA', 'Token']], given), 'html');
  expect(both.asked).toContain('which fields of the table "Parameter"');
  const other = await read(page(asked, [...given.slice(0, 3), ['grant_type', 'YA', 'Jenis']]), 'html');
  expect(other.asked).toContain('which fields of the table "Penjelasan"');
});

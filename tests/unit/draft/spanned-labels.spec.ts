/** Tables of labels in which one label stands for several rows, each with the server of an environment. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const answer =
  '<h2>Response 200</h2><table><tr><th>Name</th><th>Type</th><th>Mandatory</th></tr><tr><td>access_token</td><td>string</td><td>yes</td></tr></table>';
const read = (rows: string, more = '<p>POST /token</p>') =>
  readDraft(`<h1>Token</h1>${more}<table>${rows}</table>${answer}`, 'html');
const both = { 'server https://uji.a.test': true, 'server https://api.a.test': true, path: '/token', method: 'POST' };

test('a label that spans rows is that of each server behind it', async () => {
  const spanned = (label: string, one: string, two: string): string =>
    `<tr><th rowspan="2">${label}</th>${one}</tr><tr>${two}</tr>`;
  for (const rows of [
    spanned('Base URL', '<td>Sandbox: <code>https://uji.a.test</code></td>', '<td>Production: https://api.a.test</td>'),
    spanned('Host', '<td>https://uji.a.test (sandbox)</td>', '<td>https://api.a.test (produksi)</td>'),
    spanned('Host', '<td>Uji: uji.a.test</td>', '<td>Produksi: api.a.test</td>'),
    spanned('Server', '<td>UAT</td><td>https://uji.a.test</td>', '<td>Live</td><td>https://api.a.test</td>'),
    `${spanned('Base URL', '<td>UAT</td><td>https://uji.a.test</td>', '<td>Live</td><td>https://api.a.test</td>')}<tr><td>Format</td><td colspan="2">application/json</td></tr>`,
    `<tr><th>Metode</th><td>POST</td></tr>${spanned('Host', '<td>https://uji.a.test (pengembangan)</td>', '<td>https://api.a.test (produksi)</td>')}`,
  ]) {
    const { facts, asked } = await read(rows);
    expect.soft(facts, rows).toMatchObject(both);
    expect.soft(asked, rows).not.toMatch(/the table|the addresses|is live/);
  }
  const whole = `<tr><td rowspan="2">URL</td><td>Sandbox</td><td>https://uji.a.test/token</td></tr><tr><td>Production</td><td>https://api.a.test/token</td></tr><tr><td>Method</td><td colspan="2">POST</td></tr>`;
  expect.soft((await read(whole, '')).facts).toMatchObject(both);
});

test('an address that no name of an environment stands with is asked', async () => {
  for (const rows of [
    '<tr><th rowspan="2">Base URL</th><td>Sandbox: https://uji.a.test</td></tr><tr><td>Reports: https://reports.a.test</td></tr>',
    '<tr><th rowspan="2">Base URL</th><td>Payments</td><td>https://pay.a.test</td></tr><tr><td>Reports</td><td>https://reports.a.test</td></tr>',
    '<tr><th rowspan="2">Portal</th><td>Sandbox</td><td>https://portal.a.test</td></tr><tr><td>Live</td><td>https://live.a.test</td></tr>',
  ]) {
    const { facts, asked } = await read(rows);
    expect.soft(Object.keys(facts).join(), rows).not.toMatch(/server https:\/\/(?:reports|pay|portal|live)/);
    expect.soft(asked, rows).toMatch(/the table "Token"|the addresses/);
  }
});

test('where an environment has several servers, that of the token is the one called so', async () => {
  const rows = (one: string, two: string): string =>
    `<tr><th>Environment</th><th>Use</th><th>Base URL</th></tr>${[
      ['Sandbox', 'uji'],
      ['Production', 'api'],
    ]
      .map(
        ([name, host]) =>
          `<tr><td rowspan="2">${name}</td><td>${one}</td><td>https://${host}.a.test</td></tr><tr><td>${two}</td><td>https://${host}-2.a.test</td></tr>`,
      )
      .join('')}`;
  for (const use of ['Token', 'Authentication', 'Access token']) {
    const { facts } = await read(rows(use, 'Payments'));
    expect.soft(facts, use).toMatchObject(both);
    expect.soft(Object.keys(facts).join(), use).not.toContain('-2.a.test');
  }
  const { facts } = await read(rows('Europe', 'Asia'));
  expect.soft(Object.keys(facts).filter((fact) => fact.startsWith('server ')).length).toBe(4);
});

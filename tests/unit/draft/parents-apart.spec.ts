/** A cell of a table that reaches over the rows of the fields within its field: what stands beside it is of the first of these. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const page = (
  rows: string,
  heads = '<th colspan="2">Parameter</th><th>Tipe Data</th><th>Wajib?</th><th>Keterangan</th>',
) =>
  `<h1>Token</h1><p>POST https://a.test/token</p><h3>Response 200</h3><table><tr>${heads}</tr>${rows}</table><pre>{"status":"OK","data":{"token":"t","expiredAt":"x"}}</pre>`;

const first = '<td>String</td><td>Ya</td><td>Token akses, maksimal 512 karakter</td></tr>';
const second = '<td>String</td><td>Tidak</td><td>Waktu kedaluwarsa</td></tr>';

test('what stands beside a name over several rows and the first name within it is said of the latter', async () => {
  for (const rows of [
    `<tr><td colspan="2">status</td><td>String</td><td>Ya</td><td>Status</td></tr><tr><td rowspan="2">data</td><td>token</td>${first}<tr><td>expiredAt</td>${second}`,
    `<tr><td colspan="2">status</td><td>String</td><td>Ya</td><td>Status</td></tr><tr><td>data</td><td>token</td>${first}<tr><td></td><td>expiredAt</td>${second}`,
    `<tr><td rowspan="2">data</td><td>token</td>${first}<tr><td>expiredAt</td>${second}<tr><td colspan="2">status</td><td>String</td><td>Ya</td><td>Status</td></tr>`,
  ]) {
    const { facts, asked } = await readDraft(page(rows), 'html');
    expect.soft(facts, rows).toMatchObject({
      '200 /data/token type': 'string',
      '200 /data/token maxLength': 512,
      '200 /data/token required': true,
      '200 /data required': true,
      '200 /status required': true,
    });
    expect.soft(facts, rows).not.toHaveProperty(['200 /data maxLength']);
    expect.soft(facts, rows).not.toHaveProperty(['200 /data/expiredAt required']);
    expect.soft(asked, rows).not.toMatch(/whether data is|JSON type of data/);
  }
});

test('names in three columns lie within each other, and a table of Markdown has them as well', async () => {
  const three = page(
    `<tr><td rowspan="2">data</td><td rowspan="2">auth</td><td>token</td>${first}<tr><td>expiredAt</td>${second}<tr><td colspan="3">status</td><td>String</td><td>Ya</td><td>Status</td></tr>`,
    '<th colspan="3">Parameter</th><th>Tipe Data</th><th>Wajib?</th><th>Keterangan</th>',
  );
  expect((await readDraft(three, 'html')).facts).toMatchObject({
    '200 /data/auth/token maxLength': 512,
    '200 /data/auth/token required': true,
    '200 /data/auth/expiredAt type': 'string',
  });
  const markdown =
    '# Token\n\nPOST https://a.test/token\n\n## Response 200\n\n| Field | | Type | Length |\n|---|---|---|---|\n| data | token | string | 512 |\n| | expiry | string | 20 |\n| status | | string | 2 |\n';
  expect((await readDraft(markdown)).facts).toMatchObject({
    '200 /data/token maxLength': 512,
    '200 /data/expiry maxLength': 20,
    '200 /status maxLength': 2,
  });
});

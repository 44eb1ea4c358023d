/** What cells say of whether a field is mandatory: empty ones, those that reach over rows, and those that words beside them change. */
import { expect, test } from '@playwright/test';
import { read } from '../../support/answering.ts';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const page = (head: string, ...rows: string[]): string => `${endpoint}## Request body\n\n${table(head, ...rows)}`;
const html = (...rows: string[]): string =>
  `<h1>Token</h1><p><code>POST https://a.test/token</code></p><h2>Request body</h2><table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;

test('an empty cell among those for yes and no is a question, and beside marks for one of the two it is the other', async () => {
  await expectReadings([
    {
      what: 'among both',
      page: page('Field | Type | Required', 'shop | string | yes', 'pin | string |', 'memo | string | no'),
      facts: { 'request /shop required': true },
      none: ['request /pin required'],
      asked: ['whether pin is mandatory'],
    },
    {
      what: 'among both, below a head for the contrary',
      page: page('Field | Type | Opsional', 'shop | string | Tidak', 'memo | string | Ya', 'pin | string |'),
      facts: { 'request /shop required': true },
      none: ['request /pin required'],
      asked: ['whether pin is mandatory'],
    },
    {
      what: 'in an empty column',
      page: page('Field | Type | Wajib', 'shop | string |', 'pin | string |'),
      asked: ['whether shop, pin are mandatory'],
    },
    {
      what: 'beside marks',
      page: page('Field | Type | Required', 'shop | string | ✓', 'memo | string |'),
      facts: { 'request /shop required': true },
      none: ['request /memo required'],
      silent: ['is mandatory'],
    },
  ]);
});

test('a cell of HTML that reaches over rows says the same of each of them, and a name does not', async () => {
  for (const rows of [
    [
      '<th>Field</th><th>Type</th><th>Required</th><th>Max length</th>',
      '<td>shop</td><td>string</td><td rowspan="2">yes</td><td rowspan="2">9</td>',
      '<td>pin</td><td>string</td>',
      '<td>memo</td><td>string</td><td>no</td><td>30</td>',
    ],
    [
      '<th>Wajib</th><th>Nama</th><th>Tipe</th><th>Panjang maks</th>',
      '<td rowspan="2">Ya</td><td>shop</td><td rowspan="3">String</td><td>9</td>',
      '<td>pin</td><td>9</td>',
      '<td>Tidak</td><td>memo</td><td>30</td>',
    ],
  ]) {
    const { facts } = await readDraft(html(...rows), 'html');
    expect(facts, rows[0]).toMatchObject({
      'request /shop required': true,
      'request /pin required': true,
      'request /pin maxLength': 9,
      'request /memo type': 'string',
    });
    expect(facts, rows[0]).not.toHaveProperty(['request /memo required']);
  }
  const within = await readDraft(
    html(
      '<th colspan="2">Field</th><th>Type</th><th>Required</th>',
      '<td rowspan="2">user</td><td></td><td>object</td><td>yes</td>',
      '<td>pin</td><td>string</td><td>yes</td>',
    ),
    'html',
  );
  expect(within.facts).toMatchObject({ 'request /user type': 'object', 'request /user/pin required': true });
});

test('a field that need not be there, with words that say when it has to, is asked', async () => {
  for (const words of [
    'Will become mandatory next year',
    'Required if `pin` is sent',
    'Not optional for banks',
    'Always send it',
    'Must be included when you use VPN',
    'The branch. Cannot be left out by resellers',
    'Not required, unless you are a bank',
    'Akan wajib tahun depan',
    'Wajib bila pin diisi',
    'Harus dikirim untuk toko cabang',
    'Diperlukan untuk kanal lain',
    'Tidak boleh kosong',
  ]) {
    const text = page('Field | Type | Required | Notes', 'pin | string | yes |', `memo | string | no | ${words}`);
    const facts = await read(text);
    expect.soft(facts.request.find(({ pointer }) => pointer === '/memo')?.required, words).toBe(null);
    expect.soft((await readDraft(text)).asked, words).toContain(`whether memo is mandatory`);
  }
  for (const words of [
    'Not required',
    'Tidak wajib',
    'Sent back as it is',
    'A text of the required format',
    'Must be a number',
    'Harus diisi angka',
    'Send it if needed',
    'Isi bila diperlukan',
  ]) {
    const text = page('Field | Type | Required | Notes', 'pin | string | yes |', `memo | string | no | ${words}`);
    expect.soft((await readDraft(text)).asked, words).not.toContain('is mandatory');
  }
});

/** Rows that strike their name through, and footnotes that a mark beside the word for presence leads to. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const head = 'Name | Type | Required | Description';
const id = 'client_id | string | yes | Your id';
const page = (...rows: string[]) => `${endpoint}## Request body\n\n${table(head, id, ...rows)}`;

test('a name that is struck through in the row that says it is gone is taken out, and the refusal is asked', async () => {
  await expectReadings(
    [
      '~~pin~~ | | | Removed in 2024-10-01. Requests which still contain it are rejected with 422.',
      '~~`pin`~~ | string | no | Dihapus sejak 3.0. Permintaan yang memuatnya ditolak.',
      '<del>pin</del> | string | no | Removed in v3. Requests that contain it are refused.',
    ].map((row) => ({ what: row, page: page(row), none: ['request /pin type'], asked: ['pin'] })),
  );
  await expectReadings([
    { what: 'no words', page: page('~~pin~~ | string | yes | The PIN.'), none: ['request /pin type'] },
  ]);
});

test('the same in HTML, where the words reach over the columns behind it', async () => {
  const { facts, asked } = await readDraft(
    `<h1>Token</h1><p>POST https://a.test/token</p><h2>Request body</h2><table><tr><th>Name</th><th>Type</th><th>Required</th><th>Description</th></tr>
<tr><td>client_id</td><td>string</td><td>yes</td><td>Your id</td></tr>
<tr><td><del>pin</del></td><td></td><td colspan="2"><em>Removed in 2024-10-01. Requests which still contain it are rejected with 422.</em></td></tr></table>`,
    'html',
  );
  expect(facts).not.toHaveProperty(['request /pin type']);
  expect(asked).toContain('Removed in 2024-10-01');
});

test('a footnote whose mark stands beside the word for presence says when a field is there', async () => {
  for (const [mark, note] of [
    ['O*', '* Wajib diisi jika kind = L'],
    ['O *', '* Mandatory if kind = L'],
    ['O†', '† Required when kind is L'],
  ] as const) {
    const { asked } = await readDraft(
      `${endpoint}## Request body\n\n${table('Name | Type | M/O | Description', 'kind | string | M | `T` or `L`', `branch | string | ${mark} | Branch code`)}${note}\n`,
    );
    expect.soft(asked, mark).toContain('which were not read');
    expect.soft(asked, mark).toContain('the good request is without branch');
  }
});

/** Errata: rows that amend those of other tables, by the section and the name of a field. */
import { expect, test } from '@playwright/test';
import { expectReadings, readDraft, table } from '../../support/draft.ts';

const fields = (correction: string): string => `# Standard

## 5. Access token

POST https://a.test/v1/token

### 5.1 Request body

${table('Field | Type | Length | M/O/C | Remarks', 'grantType | String | 18 | M | `client_credentials`', 'clientId | String | 36 | M |')}
### 5.2 Response body, 200

${table(
  'Field | Type | Length | M/O/C | Remarks',
  'accessToken | String | 2048 | M | See erratum E1',
  'tokenType | String | | M | `Bearer` or `Mac`',
  'expiresIn | String | | M | Session expiry in seconds',
)}
## 6. Balance

POST https://a.test/v1/balance

### 6.1 Request body

${table('Field | Type | Length | M/O/C | Remarks', 'accessToken | String | 512 | M |', 'account | String | 20 | M |')}
${correction}`;

const errata = (head: string, ...rows: string[]): string => fields(`## 9. Errata\n\n${table(head, ...rows)}`);

test('a correction of a table amends the row that it names', () =>
  expectReadings([
    {
      what: 'another length, a value that is gone, a field that is added, and one of another operation',
      page: errata(
        'No. | Date | Place | Correction',
        'E1 | 3 November 2025 | 5.2 accessToken | For "2048" read "3000"',
        'E2 | 10 November 2025 | 5.2 tokenType | Delete "or `Mac`"',
        'E3 | 10 November 2025 | 6.1 accessToken | For "512" read "2048"',
        'E4 | 17 November 2025 | 5.1 | Add: `scope`, String, 40, O',
      ),
      facts: {
        '200 /accessToken maxLength': 3000,
        '200 /tokenType const': 'Bearer',
        'request /scope type': 'string',
        'request /scope maxLength': 40,
      },
      none: ['request /scope required'],
      silent: ['9. Errata'],
    },
    {
      what: 'in Indonesian',
      page: fields(
        `## 9. Ralat\n\n${table('No | Bagian | Perbaikan', '1 | 5.2 accessToken | "2048" menjadi "3000"', '2 | 5.2 tokenType | Hapus "or `Mac`"', '3 | 5.1 | Tambahkan: `scope`, String, 40, O')}`,
      ),
      facts: { '200 /accessToken maxLength': 3000, '200 /tokenType const': 'Bearer', 'request /scope type': 'string' },
    },
    {
      what: 'what was written and what it should be in columns of their own, without a section',
      page: errata('Field | Written | Should be', 'clientId | 36 | 40', '`tokenType` | `Bearer` or `Mac` | `Bearer`'),
      facts: { 'request /clientId maxLength': 40, '200 /tokenType const': 'Bearer' },
    },
    {
      what: 'a list',
      page: fields(
        '## Corrigenda\n\n- 5.2 `accessToken`: for "2048" read "3000".\n- 5.2 `tokenType`: delete "or `Mac`".\n',
      ),
      facts: { '200 /accessToken maxLength': 3000, '200 /tokenType const': 'Bearer' },
    },
  ]));

test('a correction in other words is asked by the name of its field', async () => {
  for (const [words, name] of [
    ['E1 | 5.2 accessToken | The limit was too low', 'accessToken'],
    ['E1 | 5.2 accessToken | For "1024" read "3000"', 'accessToken'],
    ['E2 | 5.1 clientId | Must be in lower case. Capitals are refused with case 01', 'clientId'],
  ] as const) {
    const { asked, facts } = await readDraft(errata('No. | Place | Correction', words));
    expect.soft(asked, words).toMatch(RegExp(`correction of ${name}.*"${(words.split(' | ')[2] ?? '').slice(0, 4)}`));
    expect.soft(facts, words).toMatchObject({ '200 /accessToken required': true });
  }
  // One of another operation is none of the token's.
  const { asked } = await readDraft(errata('No. | Place | Correction', 'E1 | 6.1 account | Is now a number'));
  expect(asked).not.toContain('correction of account');
});

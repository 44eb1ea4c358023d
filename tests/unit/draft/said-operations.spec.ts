/** Sections that say in words of whose operation they are, wherever they stand. */
import { test } from '@playwright/test';
import { expectReadings, table } from '../../support/draft.ts';

const token = '# API\n\n## Access Token B2B\n\nPOST https://a.test/access-token\n\n### Request body\n\n';
const fields = table('Field | Mandatory', 'grantType | M', 'clientSecret | M');
const inquiry = `## Account Inquiry\n\nPOST https://a.test/inquiry\n\n### Request body\n\n${table('Field | Mandatory', 'accountNo | M')}`;
const codes = table('HTTP Status | Remark', '400 | a mandatory field is missing', '401 | client secret not valid');

/** A page with the token's operation first, and a section of codes at the end. */
const page = (words: string): string => `${token}${fields}${inquiry}## Response codes\n\n${words}\n\n${codes}`;

test('a section that names an operation is of that one, behind whichever it stands', async () => {
  await expectReadings([
    ...[
      'The codes below apply to the Access Token B2B service.',
      'These are the codes of the Access Token B2B service.',
      'Kode di bawah ini berlaku untuk layanan Access Token B2B.',
      'The following error codes are returned by Access Token B2B only.',
      'Daftar kode berikut khusus untuk layanan Access Token B2B.',
    ].map((words) => ({
      what: words,
      page: page(words),
      facts: { '400 status': true, '401 status': true },
      silent: ['whether the table "Response codes"'],
    })),
    {
      what: 'of another operation',
      page: `${token}${fields}## Response codes\n\nThe codes below apply to the Account Inquiry service.\n\n${codes}${inquiry}`,
      none: ['400 status', '401 status'],
    },
    {
      what: 'of both',
      page: page('The codes below apply to Account Inquiry and Access Token B2B.'),
      facts: {},
    },
    {
      what: 'of none that the page has',
      page: page('The codes below apply to the Balance service.'),
      none: ['400 status', '401 status'],
    },
  ]);
});

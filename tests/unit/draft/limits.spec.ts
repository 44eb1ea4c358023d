/** Limits and duties that no draft holds: one question quotes a dozen of them, and counts the others. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const fields = `## Request body\n\n${table('Name | Type | Required', 'client_id | string | yes')}## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}`;

const limits = [
  'More than 10 tokens a minute are refused with 429.',
  'Batas 5 permintaan per detik untuk setiap mitra.',
  'Connections use TLS 1.3.',
  'The IP addresses of your servers are registered with us.',
  'Keys are RSA, at least 3072 bits.',
  'Test credentials do not work on the live host.',
];

test('a sentence about a limit or a duty is quoted, wherever it stands', async () => {
  for (const words of limits)
    for (const [where, page] of Object.entries({
      'the introduction': `# Token\n\n${words}\n\n## Get it\n\nPOST https://a.test/token\n\n${fields}`,
      'a list': `${endpoint}- ${words}\n- Another line.\n\n${fields}`,
      'a section behind another operation': `# A\n\n## Get token\n\n### POST https://a.test/token\n\n${fields.replaceAll('## ', '#### ')}## Balance\n\n### GET /v1/balance\n\n${table('Name | Type | Required', 'account | string | yes')}## Good to know\n\n${words}\n`,
      'a row of a status': `${endpoint}${fields}## Errors\n\n${table('Status | Meaning', '401 | The secret is wrong', `429 | ${words}`)}`,
    }))
      expect.soft((await readDraft(page)).asked, `${where}: ${words}`).toContain(words.replace(/[.]$/, ''));
});

test('numbers of fields and lives are no limits, nor what is said of other operations', async () => {
  for (const words of [
    'The id has at most 36 characters.',
    'We keep logs for 90 days.',
    'All other endpoints take 50 calls per second.',
    'Support answers within 2 hours.',
  ])
    expect
      .soft((await readDraft(`${endpoint}${words}\n\n${fields}`)).asked, words)
      .not.toContain('draft holds nothing');
});

test('a dozen sentences are quoted, and the others counted with their lines', async () => {
  const many = Array.from(
    { length: 15 },
    (_, at) => `Partners of tier ${at + 1} have ${at + 2} calls per minute.\n\n## Part ${at}\n\n`,
  );
  const { asked } = await readDraft(`${endpoint}${many.join('')}${fields}`);
  expect(asked.match(/calls per minute/g)).toHaveLength(12);
  expect(asked).toMatch(/, and 3 more \(lines \d+, \d+, \d+\)/);
});

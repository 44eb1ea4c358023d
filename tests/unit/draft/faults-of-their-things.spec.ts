/** Faults whose words stand behind a code, or name their thing as that of another: `formatnya` of a field. */
import { expect, test } from '@playwright/test';
import { table } from '../../support/draft.ts';
import { answer, body, credentials, drafted, head, refused } from '../../support/refusals-drafted.ts';

test('what is of a field that was named before is known by its thing', async () => {
  for (const words of [
    'Field wajib tidak dikirim atau formatnya salah',
    'Parameter tidak ada atau bentuknya salah',
    'Parameter tidak ada, atau formatnya tidak sesuai',
  ]) {
    const { of, question } = await drafted(refused(`400 | ${words}`, credentials));
    expect.soft(JSON.stringify(of('client_id')), words).not.toContain('unnamed');
    expect.soft(question?.what ?? '', words).not.toMatch(/of another type|too long/);
  }
  // Its value is that of no other field.
  const ofGrant = await drafted(refused('400 | grant_type tidak dikirim atau nilainya salah', credentials));
  expect(ofGrant.of('client_id')).toBe('unnamed');
  expect(ofGrant.of('grant_type')).toBe('parameters');
  // A length is no type.
  const { of, asked } = await drafted(refused('400 | Field wajib tidak dikirim atau panjangnya salah', credentials));
  expect(of('client_id')).toMatchObject({ type: 'unnamed' });
  expect(asked).toMatch(/of another type/);
});

test('a code that looks like a status is none of the words behind it', async () => {
  const rows = ['200 | Mandatory parameter missing | 400', '201 | Parameter of the wrong type | 400'];
  const coded = (...more: string[]): string =>
    `${head}${body}${answer.trimEnd()}\n| resultCode | string | yes |\n\nA refused request is answered with \`resultCode\` (String, mandatory).\n\n## Result codes\n\n${table('Result code | Meaning | HTTP', ...rows, '101 | Unknown client_id | 401', '102 | Wrong client_secret | 401', ...more)}`;
  const { of, asked } = await drafted(coded('404 | Client suspended | 403'));
  expect(of('client_id')).toMatchObject({ type: 'parameters', length: 'unnamed' });
  expect(asked).not.toMatch(/client_id missing|of another type/);
  expect(asked).toMatch(/client_id too long/);
});

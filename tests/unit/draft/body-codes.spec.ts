/** Codes that answers hold in their body, listed as statuses are: no statuses where the page has such codes. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const granted = (...more: string[]): string =>
  `## Response 200\n\n${table('Field | Type | Required | Description', 'token | string | yes | The token', ...more)}`;
const rows = ['200 | Success', '401 | Wrong secret', '440 | Client blocked'];
const codes = (head: string): string => table(`${head} | Meaning`, ...rows);
const asks = 'whether 401, 440 are statuses of HTTP or codes in the body';

test('codes of a table, a list or a sentence are asked where answers hold a code, and where every status is that of a grant', async () => {
  const held = granted('rc | string | yes | The result');
  for (const page of [
    `${held}## Codes\n\n${codes('Code')}`,
    `${granted('result | string | yes | Response code, see below')}## Codes\n\n${codes('Response code')}`,
    `${held}Response codes:\n\n- 200: success\n- 401: wrong secret\n- 440: client blocked\n`,
    `${held}Codes: 200 success, 401 wrong secret, 440 blocked. They stand in \`rc\`.\n`,
    `${granted()}## Kode\n\n${codes('Kode')}Kode hasil ada di kolom \`hasil\` pada badan jawaban.\n`,
    `${granted()}## Kode\n\nStatus HTTP selalu 200.\n\n${codes('Kode')}`,
    `${granted()}## Galat\n\nSemua jawaban memakai HTTP 200.\n\n${codes('Status')}`,
  ]) {
    const { facts, asked } = await readDraft(`${endpoint}${page}`);
    expect(
      Object.keys(facts).filter((key) => / status$/.test(key)),
      page,
    ).toEqual(['200 status']);
    expect(asked, page).toContain(asks);
  }
});

test('statuses of HTTP beside a code in the body, and codes of a page without any in the body, are statuses', async () => {
  for (const page of [
    `${granted('rc | string | yes | The result')}## Errors\n\n${codes('HTTP status')}`,
    `${granted('rc | string | yes | The result')}## Errors\n\n${codes('Status')}`,
    `${granted('rc | string | yes | The result')}## HTTP status codes\n\n${codes('Code')}`,
    `${granted()}## Errors\n\n${codes('Error code')}`,
    `${granted()}## Errors\n\nEach answer is JSON.\n\n${codes('Code')}`,
  ]) {
    const { facts, asked } = await readDraft(`${endpoint}${page}`);
    expect(facts, page).toMatchObject({ '401 status': true, '440 status': true });
    expect(asked, page).not.toContain('codes in the body');
  }
});

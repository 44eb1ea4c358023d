/** How a time is refused that is not in its form, as far as the words about a status name it. */
import { expect, test } from '@playwright/test';
import { table } from '../../support/draft.ts';
import { answer, drafted, head } from '../../support/refusals-drafted.ts';

/** A page of BI SNAP with these rows in its table of refusals. */
const page = (...lines: string[]): string =>
  `${head}The request follows BI SNAP.\n\n## Header\n\n${table('Header | Mandatory | Description', 'X-TIMESTAMP | M | Time in ISO 8601 with offset', 'X-CLIENT-KEY | M | Client id issued to you', 'X-SIGNATURE | M | Signature')}` +
  `## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory | Value', 'grantType | string | M | `client_credentials`')}` +
  `${answer}## Errors\n\n${table('HTTP | Code | Meaning', ...lines, '401 | 4017300 | Unauthorized. [Signature]')}`;

/** How the draft refuses a malformed time, and whether it asks. */
async function ofForm(words: string): Promise<[unknown, boolean]> {
  const { clauses, asked } = await drafted(page(`400 | 40073xx | ${words}`));
  const [row] = [clauses].flat().filter((one) => Object(one).id === 'x-timestamp-format');
  return [Object(row).refusal, asked.includes('X-TIMESTAMP in another form')];
}

test('a time in another form has the status of words that name it, or any field, and else is asked', async () => {
  for (const words of [
    'Invalid Field Format {field}',
    'Format X-TIMESTAMP salah',
    'Invalid Field Format {field} `X-TIMESTAMP` salah',
    'A field or the timestamp has a wrong format',
    'Bad Request',
    'Invalid header',
  ])
    expect(await ofForm(words), words).toEqual(['parameters', false]);
  for (const words of [
    'Invalid Field Format: grantType tidak dikenal',
    'Invalid Field Format {field} `grantType` salah',
    'X-TIMESTAMP kosong',
    'A mandatory field or header is missing',
    'The body is no JSON',
  ])
    expect(await ofForm(words), words).toEqual(['unnamed', true]);
});

/** Words about fields that are missing or wrong: those of the body, and of headers where the page calls these so. */
import { expect, test } from '@playwright/test';
import { table } from '../../support/draft.ts';
import { answer, drafted, head } from '../../support/refusals-drafted.ts';

test('words about fields are of no header that the page lists apart from them', async () => {
  const listed = (errors: string): string =>
    `${head}## Headers\n\n${table('Header | Type | Mandatory', 'X-Entity | string (max 2) | yes')}## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory', 'mode | string (max 4) | yes')}${answer}## Errors\n\n${table('HTTP | Meaning', `400 | ${errors}`, '401 | Wrong signature')}`;
  const marks = async (page: string): Promise<unknown> => {
    const { headers, asked } = await drafted(page);
    const [first] = [headers ?? []].flat();
    const { refusal } = Object(Object(first)['x-clause']);
    return [Object(refusal).required ?? refusal, Object(refusal).length, /X-Entity missing/.test(asked)];
  };
  expect(await marks(listed('A field is missing or has a wrong length'))).toEqual(['unnamed', 'unnamed', true]);
  for (const words of ['A parameter is missing or has a wrong length', 'A header or field is missing or too long'])
    expect.soft(await marks(listed(words)), words).toEqual(['parameters', 'parameters', false]);
  // Fields are headers as well where words call one so, and where one table lists both.
  for (const words of [
    'A header field is missing',
    'A mandatory field is missing',
    'Invalid Mandatory Field {field name}',
    'Field X-Entity is missing. A field is missing',
    'Invalid Mandatory Field',
  ])
    expect.soft(await marks(listed(words)), words).toMatchObject({ 0: 'parameters', 2: false });
  const together = listed('A field is missing').replace(
    /## Headers[\s\S]*?## Request body[^\n]*\n\n[\s\S]*?## Response/,
    `## Request (\`application/json\`)\n\n${table('Field | In | Type | Mandatory', 'X-Entity | header | string | yes', 'mode | body | string | yes')}## Response`,
  );
  expect(await marks(together)).toMatchObject({ 0: 'parameters', 2: false });
});

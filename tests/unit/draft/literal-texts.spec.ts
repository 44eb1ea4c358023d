/** Which texts of a table of statuses are those that answers hold word for word. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const members = table(
  'Name | Type | Required',
  'resultCode | string | yes',
  'resultMessage | string | yes',
  'token | string | yes',
);
const page = (errors: string): string => `${endpoint}## Response 200\n\n${members}## Errors\n\n${errors}`;

test('texts below the name of a member are what answers hold, unless one of them has a part that others have otherwise', async () => {
  const read = (...texts: string[]) =>
    readDraft(
      page(
        table('HTTP | resultCode | resultMessage', ...texts.map((text, at) => `40${at} | 40${at}70${at} | ${text}`)),
      ),
    );
  const { facts } = await read('Field is missing', 'Wrong proof');
  expect(facts).toMatchObject({
    '400 /resultMessage const': 'Field is missing',
    '401 /resultMessage const': 'Wrong proof',
  });
  for (const text of [
    'Try again in 30 seconds',
    'Client blocked until later',
    'Field shop_id is missing',
    'Parameter pin wajib diisi',
    'Header X-Proof is missing',
    'grantType is missing',
    'pin must not be empty',
    'Pin wajib diisi',
    'Contoh: kunci salah',
  ]) {
    const varying = await read(text, 'Wrong proof');
    expect(
      Object.keys(varying.facts).filter((key) => /Message (?:const|enum)$/.test(key)),
      text,
    ).toEqual([]);
    expect(varying.facts, text).toMatchObject({ '401 /resultCode const': '401701' });
    expect(varying.asked, text).toContain('the values and the type of resultMessage');
  }
});

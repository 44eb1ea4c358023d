/** The form of a signed time: words and a schema of the page give it, an example, a path and a code of the standard do not. */
import { expect, test } from '@playwright/test';
import type { Facts } from '../../../src/draft/facts/facts.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { described, page } from '../../support/described.ts';
import { table } from '../../support/draft.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

/** The level of the clause about the form, and whether the form is asked. */
function formOf(facts: Facts): [level: unknown, isAsked: boolean] {
  const clauses = draftOf(facts, origin)['contracts/x/contract.yaml']?.['clauses'];
  const form = [clauses].flat().find((one) => atPointer(one ?? null, '/id') === 'x-timestamp-format');
  const asked = todosOf(facts, origin).some(({ what }) =>
    /^in which form X-TIMESTAMP is|, and X-TIMESTAMP in its form:/.test(what),
  );
  return [
    form === undefined ? undefined : `${atPointer(form ?? null, '/level')} ${atPointer(form ?? null, '/source')}`,
    asked,
  ];
}

const standard = 'This follows BI SNAP.';
const ofPage = (path: string, words: string, time: string): string =>
  `# Token\n\nPOST https://a.test${path}\n\n${words}\n\n## Headers\n\n${table('Header | Type | Mandatory | Description', `X-TIMESTAMP | String | M | ${time}`, 'X-CLIENT-KEY | String | M | ', 'X-SIGNATURE | String | M | ')}`;

test('an example of a time on the path of the standard is no form of every time', async () => {
  const path = '/v1.0/access-token/b2b';
  const shown = 'Waktu permintaan, contoh: 2026-01-02T10:00:00+07:00';
  const read = async (text: string) => formOf(await factsOf({ text, format: 'markdown', base: 'page' }));
  expect(await read(ofPage(path, '', shown))).toEqual(['should snap', true]);
  expect(await read(ofPage(path, '', 'yyyy-MM-ddTHH:mm:ssTZD'))).toEqual(['must page', false]);
  expect(await read(ofPage('/token', standard, shown))).toEqual(['must snap', false]);
});

test('the format of a schema is the form of a time', async () => {
  const parameters = ['X-TIMESTAMP', 'X-CLIENT-KEY', 'X-SIGNATURE'].map((name) => ({
    ...{ name, in: 'header', required: true, example: '2026-01-02T10:00:00+07:00' },
    schema: { type: 'string', ...(name === 'X-TIMESTAMP' ? { format: 'date-time' } : {}) },
  }));
  const facts = await factsOf(page(described(JSON.stringify({ operation: { parameters } }))));
  expect(formOf(facts)[0]).toBe('must page');
});

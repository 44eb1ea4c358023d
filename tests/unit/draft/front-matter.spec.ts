/** Settings above a page, and what its draft cites of it. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { expectReadings, readDraft, table } from '../../support/draft.ts';

const body = `POST https://a.test/token\n\n${table('Name | Mandatory', 'client_id | yes')}`;
const titleOf = async (text: string): Promise<string | undefined> =>
  (await factsOf({ text, format: 'markdown', base: 'page' })).title;

test('settings above a page are no heading of it', async () => {
  expect(await titleOf(`---\nsidebar_position: 2\n---\n\n# Access token\n\n${body}`)).toBe('Access token');
  expect(await titleOf(`---\ntitle: "Get a token"\nlayout:\n  width: 2\n---\n\n## Request\n\n${body}`)).toBe(
    'Get a token',
  );
  expect(await titleOf(`---\nextends: a.b\n---\n\n## Issue a token\n\n${body}`)).toBe('Issue a token');
});

test('what is no setting stays', async () => {
  const sentence = 'Every request is sent as application/json.';
  await expectReadings([
    {
      what: 'lines between two rules',
      page: `---\n${sentence}\n\n---\n\n# Token\n\n${body}`,
      facts: { 'media-type': 'application/json' },
    },
    {
      what: 'a description among the settings',
      page: `---\ndescription: ${sentence}\n---\n\n# Token\n\n${body}`,
      facts: { 'media-type': 'application/json' },
    },
  ]);
  // Each line keeps its number.
  const { asked } = await readDraft(`---\ntitle: x\n---\n\n# Token\n\nA token expires.\n\n${body}`);
  expect(asked).toContain('"A token expires." on line 7');
});

/** Requests of which a page says that they have no body, and media types that are those of bodies alone. */
import { expect, test } from '@playwright/test';
import { noBodySaid } from '../../../src/draft/page/sentences/no-body.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { readDraft, table } from '../../support/draft.ts';

const page = (address: string, words: string, more = ''): string =>
  `# Session token\n\n${words}\n\n\`\`\`\n${address}\n\`\`\`\n\n## Request\n\n${table('Name | Where | Type | Mandatory', 'X-Shop-Key | Header | string | Yes')}${more}## Answer, 200, application/json\n\n${table('Name | Type | Mandatory', 'token | string | Yes')}`;

test('what is said of bodies is nothing about a request without one, which a draft sends without any media type', async () => {
  for (const words of [
    'Requests with a body are JSON.',
    'Request bodies are JSON.',
    'All requests are sent as JSON.',
    'Permintaan yang memiliki badan dikirim sebagai JSON.',
  ]) {
    const { facts, asked } = await readDraft(page('GET https://a.test/token', words));
    expect(facts, words).not.toHaveProperty(['request media-type']);
    expect(facts, words).not.toHaveProperty(['media-type']);
    expect(asked, words).not.toContain('media type of the request');
  }
  const text = page('POST https://a.test/token', 'Requests with a body are JSON. This call has no body.');
  const drafted = draftOf(await factsOf({ text, format: 'markdown', base: 'page' }), {
    ...{ provider: 'x', url: 'https://x.test', read: '2026-01-02' },
  });
  expect(JSON.stringify(drafted)).not.toContain('requestBody');
  expect((await readDraft(text)).asked).not.toMatch(/what the request holds|whether the request has a body/);
  // Where there is a body, its form is that of all of them.
  const held = table('Name | Where | Type | Mandatory', 'shop | Body | string | Yes');
  const posted = await readDraft(page('POST https://a.test/token', 'Requests with a body are JSON.', held));
  expect(posted.facts).toMatchObject({ 'media-type': 'application/json' });
});

test('that there is no body is understood word by word, and asked where the page has one', async () => {
  for (const words of [
    'The request has no body; do not send a `Content-Type`.',
    'Permintaan ini tidak memiliki body.',
    'Request body: none',
    'Send the request without a body.',
  ])
    expect(noBodySaid(words), words).toBe('said');
  for (const words of ['A refresh has no body.', 'If you refresh, the request has no body.'])
    expect(noBodySaid(words), words).toBe('unsure');
  for (const words of ['The answer has no body.', 'A request without a body gives 400.', 'There is no body limit.'])
    expect(noBodySaid(words), words).toBeNull();
  const held = table('Name | Where | Type | Mandatory', 'shop | Body | string | Yes');
  const both = await readDraft(page('POST https://a.test/token', 'Bodies are JSON. The request has no body.', held));
  expect(both.asked).toContain('whether the request has a body');
});

/** Tabs of site builders, whose titles are the captions of what they hold. */
import { expect, test } from '@playwright/test';
import { blocksOf } from '../../../src/draft/page/text/page.ts';
import { endpoint, readDraft } from '../../support/draft.ts';

const sample = (body: object): string => `\`\`\`json\n${JSON.stringify(body)}\n\`\`\`\n\n`;
const asked = sample({ shop: 'north', client_secret: 's3' });
const given = sample({ access_token: 'x', expires_in: 600 });

test('tabs in comments have their own titles, or those that the first of them lists', async () => {
  const listed = `<!--\ntype: tab\ntitles: Request, Response\n-->\n\n${asked}<!--\ntype: tab\n-->\n\n${given}<!-- type: tab-end -->\n`;
  const own = `<!--\ntype: tab\ntitle: Request\n-->\n\n${asked}<!--\ntype: tab\ntitle: Response\n-->\n\n${given}<!-- type: tab-end -->\n`;
  for (const tabs of [listed, own]) {
    const { facts, asked } = await readDraft(`${endpoint}## Payload\n\n${tabs}`);
    expect(asked).not.toContain('nothing says whether it is a request or an answer');
    expect(asked).toContain('whether access_token, expires_in of the answer');
    expect(facts).not.toHaveProperty(['request /access_token']);
  }
});

test('a comment of another kind is none, and each line stays where it is', () => {
  const lines = (text: string): unknown[] =>
    blocksOf(text, 'markdown').flatMap((block) => (block.kind === 'heading' ? [[block.title, block.line]] : []));
  expect(lines('<!--\ntheme: info\ntitle: Request\n-->\n\nit is text.\n')).toEqual([]);
  expect(lines('<!--\ntype: tab\ntitles: One, Two\n-->\n\nit is text.\n\n<!--\ntype: tab\n-->\n\n## Next\n')).toEqual([
    ['One', 1],
    ['Two', 8],
    ['Next', 12],
  ]);
});

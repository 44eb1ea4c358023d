/** Tabs of site builders, whose titles are the captions of what they hold. */
import { expect, test } from '@playwright/test';
import { blocksOf } from '../../../src/draft/page/text/page.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

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

test('what stands below tabs that are closed is of the heading above them', async () => {
  const rows = table('Field | Type | Description', 'access_token | string | The token', 'kind | string | Always `new`');
  const refused = sample({ fault: 'f' });
  const marks = {
    percent: ['{% tabs %}', (title: string) => `{% tab title="${title}" %}`, '{% endtab %}', '{% endtabs %}'],
    slash: ['{% tabs %}', (title: string) => `{% tab label="${title}" %}`, '{% /tab %}', '{% /tabs %}'],
    tags: ['<Tabs>', (title: string) => `<Tab title="${title}">`, '</Tab>', '</Tabs>'],
  } as const;
  for (const [name, [begin, tab, endTab, end]] of Object.entries(marks)) {
    const one = (title: string, text: string): string => `${tab(title)}\n${text}${endTab}\n\n`;
    const tabs = `${begin}\n${one('200', given)}${one('401', refused)}${one('422', refused)}${end}\n\n`;
    for (const heading of ['**Response**', '### Response']) {
      const { facts } = await readDraft(`${endpoint}${heading}\n\n${tabs}${rows}`);
      expect(facts, `${name} ${heading}`).toMatchObject({ '200 /kind const': 'new', '422 /fault type': 'string' });
      expect(facts, `${name} ${heading}`).not.toHaveProperty(['422 /kind type']);
    }
    // A table within the last of them is of it.
    const inside = `${begin}\n${one('200', given)}${one('401', refused)}${one('422', `${refused}${rows}`)}${end}\n\n`;
    expect((await readDraft(`${endpoint}**Response**\n\n${inside}`)).facts, name).toMatchObject({
      '422 /kind const': 'new',
    });
  }
});

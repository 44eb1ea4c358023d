/** A page that would never end, or would take all memory or time, ends with one message and exit code 3. */

import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { InputError } from '../../src/contract/problems.ts';
import type { Page } from '../../src/draft/facts/input.ts';
import { readPage } from '../../src/draft/page/text/source.ts';
import { boundedFacts } from '../../src/draft/read/bounded.ts';
import { factsOf } from '../../src/draft/read/derive.ts';
import { type CallCounter, callCounter } from '../support/call-counter.ts';

const token = '# Token\n\nPOST https://a.test/token\n\n';

const inExample = (depth: number): string =>
  `{"openapi":"3.1.0","paths":{"/t":{"post":{"requestBody":{"content":{"application/json":{"schema":{"properties":{"a":{"example":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}}}}}}}}}}`;

/** Rows up to a number of bytes. */
const filled = (row: (index: number) => string, bytes: number): string =>
  Array.from({ length: Math.floor(bytes / row(9_999).length) }, (_, index) => row(index)).join('');

const deep = /cannot be read:\n {2}- it is nested too deeply; give the part/;

// Each is read in a thread of its own, which says why it ended.
const bounded: [title: string, name: string, text: string, message: RegExp][] = [
  ['elements within elements', 'a.html', '<div>'.repeat(20_000), deep],
  [
    'JSON within JSON, in a sample',
    'd.md',
    `${token}## Request\n\n\`\`\`json\n${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}\n\`\`\`\n`,
    deep,
  ],
  // As in YAML, whatever stack the Node.js has that parses it.
  [
    'JSON within JSON',
    'b.json',
    inExample(2_000),
    /b\.json does not load:\n {2}- line 1: nested deeper than 100 levels/,
  ],
  [
    'JSON within JSON, in a saved answer of a collection',
    'p.json',
    JSON.stringify({
      info: { name: 'c', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [
        {
          name: 'Get token',
          request: { method: 'POST', url: 'https://a.test/token' },
          response: [{ name: 'Bad', code: 400, body: `{"code":${'['.repeat(4_900)}${']'.repeat(4_900)}}` }],
        },
      ],
    }),
    /p\.json is Postman, and cannot be converted to OpenAPI:\n {2}- what it holds is nested deeper than 100 levels/,
  ],
  [
    'one long command',
    'c.md',
    `${token}\`\`\`sh\ncurl -X POST https://a.test/token ${filled((index) => `-H "X-A${index}: b" `, 2 ** 20)}\n\`\`\`\n`,
    /c\.md cannot be drafted:\n {2}- it gives \d+ fields to one operation/,
  ],
];

for (const [title, name, text, message] of bounded) {
  test(`a page is refused with one message: ${title}`, async () => {
    const format = name.endsWith('.html') ? 'html' : name.endsWith('.md') ? 'markdown' : 'openapi';
    const fault = await boundedFacts([{ text, format, base: name }]).then(
      () => null,
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(InputError);
    expect(String(fault)).toMatch(message);
  });
}

test('what shows in a page itself that it would not end is refused before it is read', async () => {
  const read = (text: string, format: Page['format']) => factsOf({ text, format, base: 'a.yaml' });
  await expect(read('openapi: 3.1.0\na: &a [*a]\n', 'openapi')).rejects.toThrow(
    /a\.yaml does not load:\n {2}- line 2: an alias is inside the value that it refers to/,
  );
  await expect(read(`${'> '.repeat(60_000)}a`, 'markdown')).rejects.toThrow(RangeError);
  await expect(read(`${'  '.repeat(1_000)}- a\n`, 'markdown')).rejects.toThrow(RangeError);
  const file = test.info().outputPath('e.md');
  writeFileSync(file, 'x'.repeat(17 * 1024 * 1024));
  await expect(readPage(file)).rejects.toThrow(/e\.md cannot be read:\n {2}- it is larger than 16777216 bytes/);
});

test('the relative servers of a description stand where its address puts them; from a file they name no host', async () => {
  const text =
    'openapi: 3.1.0\nservers: [{ url: /v1 }, { url: "https://a.test/" }, { url: "https://{h}/x" }]\npaths: { /t: { post: {} } }\n';
  const urls = async (base: string) => (await factsOf({ text, format: 'openapi', base })).servers.map(({ url }) => url);
  expect(await urls('https://docs.acme.test/api/openapi.yaml')).toEqual([
    'https://docs.acme.test/v1',
    'https://a.test',
  ]);
  expect(await urls('openapi.yaml')).toEqual(['https://a.test']);
});

const table = '| Name | Type | Mandatory |\n|---|---|---|\n';
const htmlTable = '<table><tr><th>Name</th><th>Type</th></tr>';

/** Rows of which a page may have very many, with what stands before and behind them. */
const many: Record<string, [format: Page['format'], row: (index: number) => string, before?: string, behind?: string]> =
  {
    headings: ['markdown', (index) => `## Heading ${index}\n\nText.\n\n`],
    operations: ['markdown', (index) => `# Operation ${index}\n\nPOST /v1/op${index}\n\n`],
    'headings above one operation': ['markdown', (index) => `## Token ${index}\n\nPOST /oauth/token\n\n`],
    'small tables': ['markdown', (index) => `${table}| f${index} | String | Yes |\n\n`, token],
    'rows of one table': ['markdown', (index) => `| f${index} | String | Yes |\n`, token + table],
    'items of a list': ['markdown', (index) => `- \`f${index}\` (string, required): it\n`, token],
    'tables of one cell a line': ['markdown', (index) => `\nName\nType\nMandatory\nf${index}\nString\nYes\n`, token],
    'tables of one cell a line, of names and words': [
      'markdown',
      (index) => `\nName\nDescription\nf${index}\nThe name of it\n`,
      token,
    ],
    'drawn tables': [
      'markdown',
      (index) => `+-----+-----+\n| a   | b   |\n+=====+=====+\n| f${index % 9}  | x   |\n+-----+-----+\n\n`,
      token,
    ],
    'samples of JSON': ['markdown', (index) => `\`\`\`json\n{"f${index}": "a"}\n\`\`\`\n\n`, token],
    'members of one sample': ['markdown', (index) => `"f${index}": 1,\n`, `${token}\`\`\`json\n{`, '"z": 1}\n```\n'],
    'headers of one command': [
      'markdown',
      (index) => `-H "X-A${index}: b" `,
      `${token}\`\`\`sh\ncurl https://a.test/token `,
      '\n```\n',
    ],
    footnotes: ['markdown', (index) => `Text[^${index}] here.\n\n[^${index}]: note ${index}\n\n`, token],
    'paragraphs about fields': [
      'markdown',
      (index) => `The field \`f${index}\` is required only for partners.\n\n`,
      token,
    ],
    'tables of HTML': ['html', (index) => `${htmlTable}<tr><td>f${index}</td><td>string</td></tr></table>`, token],
    'rows of a table of HTML': ['html', (index) => `<tr><td>f${index}<td>string`, token + htmlTable],
    'parts of a schema': [
      'openapi',
      (index) => `{"properties":{"f${index}":{"type":"string"}}},`,
      '{"openapi":"3.1.0","paths":{"/token":{"post":{"requestBody":{"content":{"application/json":{"schema":{"allOf":[',
      '{}]}}}}}}}}',
    ],
  };

/** Rows that are read at greater length too: one kind of page each. */
const longer = ['headings', 'small tables', 'rows of a table of HTML', 'parts of a schema'];

// What grows with the square takes four times as many calls for twice the length. A pattern that backtracks is no call: it
// does not end in the time of a test, for the texts of draft-endless.
const mostCalls = 1.3;

test.describe('a page takes work that grows with its length', () => {
  let counter: CallCounter;
  test.beforeAll(async () => {
    counter = await callCounter();
  });
  test.afterAll(() => counter.end());
  for (const [name, [format, row, before = '', behind = '']] of Object.entries(many)) {
    test(name, async () => {
      const callsFor = (times: number): Promise<number> => {
        const text = `${before}${filled(row, 10_000 * times)}${behind}`;
        return counter.callsOf(() => factsOf({ text, format, base: 'page' }));
      };
      const times = longer.includes(name) ? 8 : 2;
      const one = await callsFor(1);
      expect(one).toBeGreaterThan(1_000);
      expect((await callsFor(times)) / one / times).toBeLessThan(mostCalls);
    });
  }
});

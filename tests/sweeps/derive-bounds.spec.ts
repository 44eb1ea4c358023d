/** A page that would never end, or would take all memory or time, ends with one message and exit code 3. */

import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { InputError } from '../../src/contract/problems.ts';
import { readPage } from '../../src/draft/page/source.ts';
import { boundedFacts } from '../../src/draft/read/bounded.ts';
import { factsOf } from '../../src/draft/read/derive.ts';

const pages: [title: string, name: string, text: string, message: RegExp][] = [
  [
    'an alias inside itself',
    'a.yaml',
    'openapi: 3.1.0\na: &a [*a]\n',
    /a\.yaml does not load:\n {2}- line 2: an alias is inside the value that it refers to/,
  ],
  [
    'quotes within quotes',
    'b.md',
    `${'> '.repeat(60_000)}a`,
    /b\.md cannot be read:\n {2}- (to read it takes longer than \d s|it is nested too deeply); give the part/,
  ],
  [
    'elements within elements',
    'c.html',
    '<div>'.repeat(100_000),
    /c\.html cannot be read:\n {2}- (to read it takes longer than \d s|it is nested too deeply); give the part/,
  ],
  [
    'JSON within JSON',
    'd.json',
    `{"openapi":"3.1.0","paths":{"/t":{"post":{"requestBody":{"content":{"application/json":{"schema":{"properties":{"a":{"example":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}}}}}}}}}}`,
    /d\.json/,
  ],
  [
    'more than is read',
    'e.md',
    'x'.repeat(17 * 1024 * 1024),
    /e\.md cannot be read:\n {2}- it is larger than 16777216 bytes/,
  ],
];

for (const [title, name, text, message] of pages) {
  test(`a page is refused with one message: ${title}`, async () => {
    const file = test.info().outputPath(name);
    writeFileSync(file, text);
    const read = readPage(file).then((page) => boundedFacts([page]));
    await expect(read).rejects.toThrow(InputError);
    await expect(read).rejects.toThrow(message);
  });
}

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

test('a page of 1 MiB is read within its time: one long command, and very many operations', async () => {
  const filled = (row: (index: number) => string): string =>
    Array.from({ length: Math.floor(2 ** 20 / row(9_999).length) }, (_, index) => row(index)).join('');
  const page = (text: string) => [{ text, format: 'markdown', base: 'page.md' }] as const;
  const command = `# Token\n\n\`\`\`sh\ncurl -X POST https://a.test/token ${filled((index) => `-H "X-A${index}: b" `)}\n\`\`\`\n`;
  const operations = filled((index) => `# Operation ${index}\n\nPOST /v1/op${index}\n\n`);
  await expect(boundedFacts([...page(command)])).rejects.toThrow(/fields to one operation/);
  await expect(boundedFacts([...page(operations)])).rejects.toThrow(/choose one with --operation/);
});

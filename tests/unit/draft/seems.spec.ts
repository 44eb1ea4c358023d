/** Inputs that no reader is made for: each is known, and the message says how to go on. */
import { expect, test } from '@playwright/test';
import type { Page } from '../../../src/draft/facts/input.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';

test('a file of another kind is refused with what it is and what converts it', async () => {
  const read = (text: string, format: Page['format'] = 'markdown') => factsOf({ text, format, base: 'page' });
  for (const [text, what, remedy] of [
    ['= Token\n\n== Request\n', 'AsciiDoc', 'asciidoctor'],
    ['#%RAML 1.0\ntitle: T\n', 'RAML', 'oas-raml-converter'],
    ['meta {\n  name: token\n  type: http\n}\n\npost {\n  url: https://a.test/token\n}\n', 'Bruno', 'Postman'],
    ['{"_type":"export","__export_format":4}', 'Insomnia', 'OpenAPI'],
    ['PK\u0003\u0004word/document.xml', 'office document', 'pandoc'],
    ['syntax = "proto3";\nservice Auth {}\n', 'Protocol Buffers', 'protoc'],
  ] as const)
    await expect(read(text), what).rejects.toMatchObject({
      problems: [expect.stringMatching(new RegExp(`${what}.*${remedy}`))],
    });
});

test('a page that gives addresses and statuses, and no request, is none to draft from', async () => {
  const read = (text: string) => factsOf({ text, format: 'markdown', base: 'page' });
  const questions =
    '# Questions\n\n**Why do I get 401 Unauthorized?**\n\nThe key is wrong. HTTP 401 is answered then.\n\nHosts: https://api.a.test\n';
  await expect(read(questions)).rejects.toMatchObject({
    problems: expect.arrayContaining([expect.stringMatching(/page describes no request: it gives .*401 status/)]),
  });
  await expect(read(`${questions}\nPOST /token\n`)).resolves.toBeDefined();
});

test('what a script fills is known by what its page shows, however its text is indented', async () => {
  const page = (words: string) =>
    `<html><head><title>T</title></head><body>\n${`${' '.repeat(60)}<nav>Guide</nav>\n`.repeat(12)}<p>${words}</p><script src="a.js"></script></body></html>`;
  const read = (words: string) => factsOf({ text: page(words), format: 'html', base: 'page' });
  await expect(read('Loading')).rejects.toMatchObject({ problems: [expect.stringContaining('a script builds')] });
  await expect(read('Some words about us. '.repeat(40))).rejects.toMatchObject({
    problems: [expect.not.stringContaining('a script builds')],
  });
});

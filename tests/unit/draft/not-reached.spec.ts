/** What is said of pages and references that lead nowhere: where, what was expected, and what to do. */

import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { readPage } from '../../../src/draft/page/text/source.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';

const withReference = (reference: string) =>
  JSON.stringify({
    openapi: '3.1.0',
    paths: { '/token': { post: { responses: { '200': { $ref: reference } } } } },
  });

test('a reference that leads nowhere is named with its place, and with what to do', async () => {
  for (const reference of ['./missing.yaml#/Answer', 'https://127.0.0.1:1/x.yaml#/Answer']) {
    const failed = factsOf({ text: withReference(reference), format: 'openapi', base: 'api.yaml' });
    await expect(failed).rejects.toThrow(
      `api.yaml#/paths/~1token/post/responses/200/$ref: "${reference}" was expected`,
    );
    await expect(failed).rejects.toThrow('bundle the description into one file');
  }
});

test('a directory is called one', async () => {
  const info = test.info();
  mkdirSync(info.outputPath('pages'), { recursive: true });
  await expect(readPage(info.outputPath('pages'))).rejects.toThrow('it is a directory; give a file in it');
  await expect(readPage(info.outputPath('none.md'))).rejects.toThrow('there is no such file');
});

test('an address that answers 404 is to be checked, and a page that is refused can be saved', async () => {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/gone' ? 404 : 403).end();
  });
  const port = await new Promise<number>((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : 0);
    });
  });
  await expect(readPage(`http://127.0.0.1:${port}/gone`)).rejects.toThrow(
    'it answered 404, and 200 was expected; check the address',
  );
  await expect(readPage(`http://127.0.0.1:${port}/shut`)).rejects.toThrow(
    'it answered 403, and 200 was expected; save it to a file',
  );
  server.close();
});

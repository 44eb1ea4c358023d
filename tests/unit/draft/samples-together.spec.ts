/** Listings that show a request and its answer one below the other. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft } from '../../support/draft.ts';

const read = (code: string) => readDraft(`${endpoint}## Body\n\n\`\`\`\n${code}\n\`\`\`\n`);

test('samples of one listing are apart by the lines that say what each is', async () => {
  const asked = '{\n  "shop": "north"\n}';
  const given = '{\n  "data": {\n    "access_token": "eUJGUmR2a0RxQ0hE\n      SlhCTVl6VVly=5c4a"\n  }\n}';
  for (const code of [
    `// Example Request Body\n\n${asked}\n\n// Example Success Response\n\n${given}`,
    `Request:\n${asked}\nResponse:\n${given}`,
    `curl -X POST https://a.test/token -d '{"shop": "north"}'\n# Response\n${given}`,
  ]) {
    const { facts } = await read(code);
    expect(facts, code).toMatchObject({ 'request /shop type': 'string', '200 /data/access_token type': 'string' });
    expect(facts, code).not.toHaveProperty(['request /data/access_token type']);
  }
});

test('a comment within a sample, and a line of which a word is not understood, part nothing', async () => {
  const inner = await read('{\n  // Response\n  "shop": { "id": "a" },\n  "client_secret": "s"\n}');
  expect(inner.facts).toMatchObject({ 'request /client_secret type': 'string', 'request /shop type': 'object' });
  const other = await read(
    '// Request\n{ "client_secret": "s" }\n// Response of the callback\n{ "access_token": "x" }',
  );
  expect(Object.keys(other.facts).filter((fact) => fact.includes('/access_token'))).toEqual([]);
});

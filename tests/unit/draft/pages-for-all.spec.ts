/** What a page about other operations says of all of them, read beside the page about the request for a token. */
import { expect, test } from '@playwright/test';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { todosOf } from '../../../src/draft/write/files/draft.ts';
import { table } from '../../support/draft.ts';

async function read(...texts: string[]) {
  const found = await factsOf(
    texts.map((text, index) => ({ text, format: 'markdown', base: `${'ab'[index] ?? 'c'}.md` })),
  );
  const todos = todosOf(found, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
  return {
    facts: Object.fromEntries([...flatten(found)].map(([key, { value }]) => [key, value])),
    asked: todos.map(({ what }) => what).join('\n'),
  };
}

const sample =
  '```http\nPOST /v3/token HTTP/1.1\nHost: sbx.a.test\nContent-Type: application/json\nX-Shop-Key: k1\n\n{"shop":"s1"}\n```\n';
const own = (shown: string): string =>
  `# Get token\n\n\`POST\` \`/token\`\n\n## Body\n\n${table('Name | Type | Required', 'shop | string | Yes')}\n## Response 200\n\n${table('Name | Type | Required', 'ticket | string | Yes')}\n${shown}`;

const servers =
  '## Environments\n\n### Sandbox\n\nBase URL: `https://sbx.a.test/v3`\n\n### Production\n\nBase URL: `https://api.a.test/v3`\n\n';
const headers = `## Common headers\n\n${table('Header | Type | Required | Description', 'X-Shop-Key | string | Yes, on every operation | The key', 'X-Till | string | Yes | The till')}\n`;
const refusals = (first: string): string =>
  `## Errors\n\n${table('Operation | HTTP status | Code | Cause', `${first} | 400 | E1 | A member is missing`, 'Bills | 404 | E3 | No such bill')}\n`;
const bills = `## Bills\n\n\`POST\` \`/bills\`\n\n${table('Name | Type | Required', 'bill_no | string | Yes')}\n`;
const conventions = (errors: string): string => `# Conventions\n\n${servers}${headers}${errors}${bills}`;

test('servers, headers and refusals of all operations are those of the token on another page', async () => {
  const { facts, asked } = await read(own(sample), conventions(refusals('Get token')));
  expect(facts).toMatchObject({
    'server https://sbx.a.test/v3': true,
    'server https://api.a.test/v3': true,
    path: '/token',
    'request header X-SHOP-KEY required': true,
    '400 status': true,
  });
  expect(facts).not.toHaveProperty(['404 status']);
  // What the part about the token does not show is asked, and what is of the other operation is left out.
  expect(facts).not.toHaveProperty(['request header X-TILL required']);
  expect(asked).toContain('whether a request for a token has X-TILL');
  expect(Object.keys(facts).join('\n')).not.toContain('bill_no');
});

test('a page about other operations that gives none of the hosts and names no token is of those alone', async () => {
  for (const [shown, errors] of [
    [sample.replace('sbx.a.test', 'id.b.test'), refusals('Refunds')],
    [sample.replace('sbx.a.test', 'id.b.test'), ''],
  ] as const) {
    const { facts } = await read(own(shown), conventions(errors));
    expect(facts).not.toHaveProperty(['server https://api.a.test/v3']);
    expect(facts).not.toHaveProperty(['400 status']);
    expect(facts).not.toHaveProperty(['request header X-SHOP-KEY required']);
  }
  // A section for all in which an operation has its address is about that one.
  const inside = conventions(refusals('Get token')).replace('### Sandbox', '`GET` `/hosts`\n\n### Sandbox');
  expect((await read(own(sample), inside)).facts).not.toHaveProperty(['server https://api.a.test/v3']);
});

/** Names that are those of a signature: how it is made is a question, and no other one is drafted as a key that was issued. */
import { expect, test } from '@playwright/test';
import { isProof } from '../../../src/draft/page/values/values.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { accessOf } from '../../../src/draft/write/clauses/auth.ts';
import { table } from '../../support/draft.ts';
import { answer, head } from '../../support/refusals-drafted.ts';

test('a name that ends with the word sign is that of a signature', () => {
  for (const name of ['X-Payload-Sign', 'payloadSign', 'body_sign', 'sign', 'X-SIGN', 'X-Tanda-Tangan', 'tandaTangan'])
    expect.soft(isProof(name), name).toBe(true);
  for (const name of ['call_sign', 'callSign', 'X-Design', 'assign', 'sign_in', 'X-Sign-Type', 'campaign'])
    expect.soft(isProof(name), name).toBe(false);
});

test('a scheme in a header by such a name makes the way to authenticate a question', async () => {
  const text = `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://a.test }]
paths:
  /token:
    post:
      security: [{ way: [] }]
      responses:
        "200": { description: Granted, content: { application/json: { schema: { type: object, required: [token], properties: { token: { type: string } } } } } }
        "401": { description: Wrong signature }
components: { securitySchemes: { way: { type: apiKey, in: header, name: NAME } } }
`;
  const read = async (name: string, words = 'Wrong signature') =>
    accessOf(
      await factsOf({
        text: text.replace('NAME', name).replace('Wrong signature', words),
        format: 'openapi',
        base: 'page',
      }),
    );
  const { known, todos } = await read('X-Payload-Sign');
  expect(known.headers).toEqual([]);
  expect(todos.map(({ what }) => what).join()).toContain('a signature in the header X-Payload-Sign (way)');
  expect((await read('X-Call-Sign', 'Unauthorized')).known.headers).toEqual(['X-Call-Sign']);
});

test('what words refuse beside a signature is refused by them, in both languages', async () => {
  for (const [name, sign, words] of [
    ['X-Kode-Agen', 'X-Tanda-Tangan', 'Kode agen atau tanda tangan salah'],
    ['X-Agent-Code', 'X-Payload-Sign', 'Wrong agent code or signature'],
  ] as const) {
    const text = `${head}## Headers\n\n${table('Name | Type | Mandatory', `${name} | string | yes`, `${sign} | string | yes`)}${answer}## Errors\n\n${table('HTTP | Meaning', `401 | ${words}`)}`;
    const { known, todos } = accessOf(await factsOf({ text, format: 'markdown', base: 'page' }));
    expect.soft(known.headers, words).toEqual([name]);
    expect.soft(todos.map(({ what }) => what).join(), words).toContain(`a signature: ${sign}`);
  }
});

test('a refusal of a signature alone makes a key of the request a question, where nothing was read as one', async () => {
  const read = async (words: string, name = 'X-Api-Key') => {
    const text = `${head}## Headers\n\n${table('Name | Type | Mandatory', `${name} | string | yes`)}${answer}## Errors\n\n${table('HTTP | Meaning', `401 | ${words}`)}`;
    const { known, todos } = accessOf(await factsOf({ text, format: 'markdown', base: 'page' }));
    return { known: known.headers, asked: todos.map(({ what }) => what).join() };
  };
  for (const words of ['Wrong signature', 'Tanda tangan salah']) {
    const { known, asked } = await read(words);
    expect.soft(known, words).toEqual([]);
    expect.soft(asked, words).toContain(`a signature, of which it has "${words}" alone`);
    expect.soft(asked, words).toContain('whether another X-Api-Key (');
  }
  for (const words of ['Wrong key or signature', 'Unauthorized', 'Invalid client', 'Token signature is wrong']) {
    const { known, asked } = await read(words);
    expect.soft(known, words).toEqual(['X-Api-Key']);
    expect.soft(asked, words).not.toContain('a signature, of which');
  }
});

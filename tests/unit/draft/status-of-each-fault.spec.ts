/** Which status each fault has, where words about a status name it: its refusal, and what is asked. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { isObject, type Json } from '../../../src/formats/json.ts';
import { endpoint, table } from '../../support/draft.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

/** The refusal of each clause and of each mark of a draft, by its id, and what is asked. */
async function refusedIn(text: string) {
  const facts = await factsOf({ text, format: 'markdown', base: 'page' });
  const found: Record<string, Json> = {};
  const walk = (node: Json | undefined): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    if (!isObject(node)) return;
    for (const one of [node, node['x-clause']])
      if (isObject(one) && typeof one['id'] === 'string') found[one['id']] = one['refusal'] ?? null;
    for (const one of Object.values(node)) walk(one);
  };
  for (const file of Object.values(draftOf(facts, origin))) walk(file);
  const asked = todosOf(facts, origin).map(({ what }) => what);
  return { found, asked: asked.join('\n') };
}

const keyed = (...rows: string[]) =>
  `${endpoint}## Request headers\n\n${table('Header | Required | Description', 'X-API-Key | yes | The key of your user')}## Request body\n\n${table('Name | Type | Required', 'product | string (20) | yes')}## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}## Errors\n\n${table('Status | Meaning', ...rows)}`;

test('a key that words call none at all is refused by their status', async () => {
  for (const words of [
    'No API key, or an unknown one',
    'Unknown API key, or no API key at all',
    'Tidak ada API key, atau API key tidak dikenal',
    'The request has no API key; or the API key is revoked',
    'Tanpa API key, atau API key salah',
  ]) {
    const { found, asked } = await refusedIn(keyed('400 | Malformed JSON', `401 | ${words}`, '422 | Unknown product'));
    expect.soft(found, words).toMatchObject({ 'x-api-key': 'credentials' });
    expect.soft(asked, words).not.toMatch(/X-API-Key (?:or product )?missing/);
  }
});

test('fields that a list in brackets names have the status of its row, beside those of other requests', async () => {
  for (const words of [
    'Invalid Field Format [clientId/clientSecret/product]',
    'Invalid Field Format [partnerId, product]',
    'Format salah (clientId / product / amount)',
    'Invalid Field Format {product|clientId}',
  ]) {
    const { found, asked } = await refusedIn(keyed(`400 | ${words}`, '401 | Unauthorized'));
    expect.soft(JSON.stringify(found['x-product']), words).toMatch(/"type":"parameters"|^"parameters"/);
    expect.soft(asked, words).not.toContain('product of another type');
  }
});

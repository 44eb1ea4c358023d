/** Inputs of the kinds of `tests/fixtures/pages/cases`, in other words and layouts: what each states, and no more. */
import { expect, test } from '@playwright/test';
import { flatten } from '../../../src/draft/facts/flatten.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import type { Page } from '../../../src/draft/read/input.ts';
import { todosOf } from '../../../src/draft/write/draft.ts';

async function read(text: string, format: Page['format'] = 'markdown') {
  const found = await factsOf({ text, format, base: 'page' });
  const todos = todosOf(found, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
  const facts = Object.fromEntries([...flatten(found)].map(([key, { value }]) => [key, value]));
  return { facts, asked: todos.map(({ what }) => what).join('\n') };
}

const endpoint = '# Token\n\nPOST https://a.test/token\n\n';

test('a table with one status is a table of statuses, and no label with its value', async () => {
  for (const head of ['HTTP status | Meaning', 'Status | Description', 'Kode Status | Keterangan']) {
    const { facts } = await read(`${endpoint}## Errors\n\n| ${head} |\n|---|---|\n| 401 | Wrong key or secret |\n`);
    expect(facts, head).toHaveProperty('401 status', true);
  }
  const { facts } = await read(`${endpoint}## Response\n\n| Status | 201 |\n|---|---|\n| Content-Type | text/plain |\n`);
  expect(facts).toHaveProperty('201 status', true);
});

test('the address of a link is read as its text is', async () => {
  const { facts } = await read('# Session token\n\n**`PUT`** [https://a.test:8443/session](https://a.test:8443/session)\n');
  expect(facts).toMatchObject({ method: 'PUT', path: '/session', 'server https://a.test:8443': true });
});

test('words that list values, the example among them, say nothing of whom a field is for', async () => {
  const table = (notes: string) =>
    read(
      `${endpoint}## Body\n\n| Name | Type | Required | Notes | Example |\n|---|---|---|---|---|\n| region | string | Yes | ${notes} | EU |\n`,
    );
  for (const notes of ['Region of the account, such as EU or US', 'Wilayah akun, seperti EU atau US', 'Region, EU or US'])
    expect((await table(notes)).facts, notes).toMatchObject({ 'request /region required': true });
  for (const notes of ['Region of the account, kiosk or web', 'Region of the account, EU shops'])
    expect((await table(notes)).asked, notes).toContain('whether region is mandatory');
});

test('labels of the format of an answer, and types of text, are media types', async () => {
  const { facts } = await read(
    `${endpoint}| | |\n|---|---|\n| Format Request | application/json |\n| Format Response | application/json |\n\n## Response 200\n\n| Name | Type | Required |\n|---|---|---|\n| token | string | Yes |\n`,
  );
  expect(facts).toMatchObject({ 'media-type': 'application/json', '200 media-type': 'application/json' });
  const xml = await read(`${endpoint}Send the request as \`text/xml; charset=utf-8\`.\n`);
  expect(xml.facts).toHaveProperty('media-type', 'text/xml');
});

test('a length to a number is the most that it may be', async () => {
  const { facts } = await read(
    `${endpoint}## Body\n\n| Nama | Tipe | Panjang | Wajib |\n|---|---|---|---|\n| waktu | String | s.d. 25 | Ya |\n| kode | String | sampai 8 karakter | Ya |\n`,
  );
  expect(facts).toMatchObject({ 'request /waktu maxLength': 25, 'request /kode maxLength': 8 });
  expect(facts).not.toHaveProperty('request /waktu minLength');
});

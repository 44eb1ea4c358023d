/** Inputs of each kind without any heading: whatever is drafted of them cites a place, for without one no contract loads. */
import { expect, test } from '@playwright/test';
import type { Page } from '../../../src/draft/facts/input.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { textsOf } from '../../../src/draft/write/files/write.ts';
import { collectionOf } from '../../support/collection.ts';
import { table } from '../../support/draft.ts';

/** The places that the files of a draft cite. */
async function citedIn(text: string, format: Page['format']): Promise<string[]> {
  const facts = await factsOf({ text, format, base: 'page' });
  const files = Object.values(textsOf(draftOf(facts, { provider: 'x', url: 'https://x.test', read: '2026-01-02' })));
  return files.flatMap((file) => [...file.matchAll(/^\s*(?:- )?at:(.*)$/gm)].map(([, place = '']) => place.trim()));
}

const statuses = table('Status | Meaning', '200 | Token issued', '401 | Wrong secret', '422 | Unknown corridor');
const fields = table('Field | Type | M/O', 'access_token | string | M', 'expires_in | integer | M');
const said = table('Answer field | Type | M/O', 'access_token | string(500) | M', 'expires_in | integer | M');
const post = 'POST https://a.test/token\n\n';
const answer = '{"access_token": "a", "token_type": "Bearer", "expires_in": 900}';

const collection = (description: string): string =>
  collectionOf({
    description,
    header: [{ key: 'X-Desk', value: '7', description: 'Wajib, paling banyak 8 karakter' }],
  });

const openapi = (description: string): string =>
  JSON.stringify({
    openapi: '3.0.3',
    info: { title: '', version: '1', description },
    servers: [{ url: 'https://a.test' }],
    paths: {
      '/token': { post: { description, responses: { '200': { description: '' }, '401': { description: '' } } } },
    },
  });

const rows = (...cells: string[][]): string =>
  `<table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

const inputs: Record<string, [text: string, format: Page['format']]> = {
  'tables of Markdown': [`${post}${statuses}${fields}`, 'markdown'],
  'a table of an answer': [`${post}${said}`, 'markdown'],
  'a table of an answer in Indonesian': [
    `${post}${table('Field jawaban | Tipe | M/O', 'access_token | string | M')}`,
    'markdown',
  ],
  'a list of statuses': [
    `${post}- 200: token issued\n- 401: wrong secret\n- \`expires_in\` (integer, wajib)\n`,
    'markdown',
  ],
  sentences: [`${post}A good request is answered with 200. Secret yang salah ditolak dengan 401.\n`, 'markdown'],
  'a sample': [`${post}\`\`\`json\n${answer}\n\`\`\`\n`, 'markdown'],
  messages: [
    `\`\`\`http\nPOST /token HTTP/1.1\nHost: a.test\n\n\`\`\`\n\n\`\`\`http\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n${answer}\n\`\`\`\n`,
    'markdown',
  ],
  'a command': [
    `\`\`\`sh\ncurl -X POST https://a.test/token -d grant_type=client_credentials\n\`\`\`\n\n${statuses}`,
    'markdown',
  ],
  'tables of HTML': [
    `<p>POST https://a.test/token</p>${rows(['Status', 'Arti'], ['200', 'Token'], ['401', 'Ditolak'])}${rows(['Field', 'Type'], ['access_token', 'string'])}`,
    'html',
  ],
  'copied text': [
    'POST https://a.test/token\n\nKode\tArti\n200\tBerhasil\n401\tSecret salah\n\nField\tType\naccess_token\tstring\n',
    'markdown',
  ],
  'a collection with tables': [collection(`${statuses}${fields}`), 'openapi'],
  'a collection with a table of an answer': [collection(said), 'openapi'],
  'a collection with a list': [collection('- 200: token\n- 401: secret salah\n'), 'openapi'],
  'a collection with a table of HTML': [
    collection(rows(['Status', 'Arti'], ['200', 'Token'], ['401', 'Ditolak'])),
    'openapi',
  ],
  'a description with tables': [openapi(`${statuses}${fields}`), 'openapi'],
  'a description in a page': [`\`\`\`json\n${openapi(statuses)}\n\`\`\`\n`, 'markdown'],
};

for (const [what, [text, format]] of Object.entries(inputs))
  test(`${what} without a heading are drafted with a place of each fact`, async () => {
    const places = await citedIn(text, format);
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter((place) => /^(?:|""|''|["']?,.*)$/.test(place))).toEqual([]);
  });

test('a table of a collection is cited as its description', async () => {
  const places = await citedIn(collection(said), 'openapi');
  expect(places).toContain('Postman, description');
  expect(places).toContain('Postman, description, expires_in');
});

/** A question says of a page that it is silent only where nothing on it could speak of the subject; else it quotes what could. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const asked = table('Field | Type | Required', 'shop_id | string | yes', 'shop_secret | string | yes');
const granted = `## Response 200\n\n${table('Field | Type | Required', 'access_token | string | yes', 'expires_in | integer | yes')}`;
const request = (beside: string): string => `${endpoint}## Request body\n\n${asked}${beside}\n\n${granted}`;

for (const [what, page, none, quoted] of [
  [
    'refusals',
    request,
    'the page documents no refusal',
    'Shops that are not on our list get nothing but a plain refusal and an invalid ticket.',
  ],
  [
    'the media type',
    request,
    'the page names neither',
    'Whatever you hand over has to be valid JSON of the newest dialect.',
  ],
  [
    'the address',
    (words: string) => `# Token\n\nPOST /token\n\n## Request body\n\n${asked}${words}\n\n${granted}`,
    'the addresses of the provider; the page gives none',
    'Ask your contact for the host of your country.',
  ],
  [
    'the method',
    (words: string) => `# Token\n\nURL: https://a.test/token\n\n${words}\n\n## Request body\n\n${asked}${granted}`,
    'the method of the token endpoint; the page gives none',
    'No verb but POST, sent twice, is heard here.',
  ],
  [
    'how a client authenticates',
    (words: string) =>
      `${endpoint}${words}\n\n## Request body\n\n${table('Field | Type | Required', 'area | string | yes')}${granted}`,
    'the page shows none we know',
    'Whoever calls is known by the certificate of their branch.',
  ],
] as const)
  test(`a question about ${what} quotes what may speak of it, and says that the page is silent where nothing does`, async () => {
    const silent = await readDraft(page('The office is open on weekdays.'));
    expect(silent.asked).toContain(none);
    const spoken = await readDraft(page(quoted));
    expect(spoken.asked).not.toContain(none);
    expect(spoken.asked).toMatch(RegExp(`the page has [^\\n]*"${quoted.replace(/[.?]/g, '\\$&')}" on line \\d+`));
  });

test('whether fields are mandatory is asked with what the page says of them by their names, wherever it stands', async () => {
  const page = (words: string): string =>
    `${endpoint}## Response 200\n\n${table('Field | Type', 'access_token | string', 'expires_in | integer')}${words}\n`;
  const silent = (await readDraft(page('The rate is optional.'))).asked;
  expect(silent).toMatch(/access_token, expires_in are mandatory: the table [^\n]* does not say so of each/);
  const spoken = (await readDraft(page('Only older shops have expires_in, and others never do.'))).asked;
  expect(spoken).not.toContain('does not say so of each');
  expect(spoken).toContain('"Only older shops have expires_in, and others never do." on line 12');
});

test('the words of a description are quoted as those of a page are', async () => {
  const api = (description: string): string =>
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      servers: [{ url: 'https://a.test' }],
      paths: {
        '/token': {
          post: {
            description,
            requestBody: {
              content: { 'application/json': { schema: { type: 'object', properties: { area: { type: 'string' } } } } },
            },
            responses: {
              200: {
                description: 'Granted',
                content: {
                  'application/json': { schema: { type: 'object', properties: { access_token: { type: 'string' } } } },
                },
              },
            },
          },
        },
      },
    });
  expect((await readDraft(api('Gives a token.'), 'openapi')).asked).toContain('the page shows none we know');
  const { asked } = await readDraft(api('Gives a token. Callers show the API key of their branch.'), 'openapi');
  expect(asked).toContain('the page has "Callers show the API key of their branch."');
});

test('a long sentence is quoted with its end, where the answer may stand', async () => {
  const sentence =
    'Error: `400 bad_request` when a parameter is missing or when the body of it cannot be read by the server, and `401 bad_shop` when the shop_id or the shop_secret is wrong.';
  const { asked } = await readDraft(request(sentence));
  expect(asked).not.toContain('shop_id or the sho"');
  for (const one of asked.match(/"Error: [^"]*"/g) ?? []) expect(one).toContain('is wrong.');
});

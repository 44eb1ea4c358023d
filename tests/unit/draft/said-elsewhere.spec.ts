/** Where pages say the method, the address and the place of a field in other words or on other lines than most do. */
import { expect, test } from '@playwright/test';
import { placeIn } from '../../../src/draft/page/words/places.ts';
import { expectReadings, readDraft, table } from '../../support/draft.ts';

const rest = `\n\n## Body\n\n${table('Name | Required', 'client_secret | yes')}`;
const found = { method: 'POST', path: '/token', 'server https://a.test': true };

test('a method stands in the sentence that its address ends, in a list, or above its address', async () => {
  await expectReadings([
    {
      what: 'code below a sentence',
      page: `# Token\n\nThe service is called with HTTP POST at\n\n\`\`\`\nhttps://a.test/token\n\`\`\`${rest}`,
      facts: found,
    },
    {
      what: 'an indented line below a sentence',
      page: `# Token\n\nThe service is called with HTTP POST at\n\n    https://a.test/token${rest}`,
      facts: found,
    },
    {
      what: 'items that end as sentences do',
      page: `# Token\n\n- Uji coba: POST <https://u.test/token>;\n- Produksi: POST <https://a.test/token>.${rest}`,
      facts: { ...found, 'server https://u.test': true },
    },
    {
      what: 'a label of both',
      page: `# Token\n\nExample REST API\n\n- Method and path: \`POST /token\`\n- Host: \`https://a.test\`${rest}`,
      facts: found,
    },
    {
      what: 'a sentence that ends before the address, or denies its method',
      page: `# Token\n\nNever send a POST to\n\n\`\`\`\nhttps://a.test/token\n\`\`\`${rest}`,
      none: ['method'],
    },
    {
      what: 'a sentence with two methods',
      page: `# Token\n\nSend a GET or a POST to:\n\n\`\`\`\nhttps://a.test/token\n\`\`\`${rest}`,
      none: ['method'],
    },
  ]);
});

test('a table of items and their rules is one of fields', async () => {
  const rules = table('Item | Rule', 'shop | Mandatory, string', 'note | Optional, string');
  expect((await readDraft(`# Token\n\nPOST https://a.test/token\n\n## Body\n\n${rules}`)).facts).toMatchObject({
    'request /shop required': true,
    'request /shop type': 'string',
    'request /note type': 'string',
  });
});

test('a name above a method is no label of it, as a copied page of Swagger UI has them', async () => {
  const page =
    'Servers\n\nhttps://a.test\nauth\n\nPOST\n/token\nCreate an access token\n\nResponses\nCode\tDescription\n200\nToken issued\n\nMedia type\n\napplication/json\nControls Accept header.\nExample Value\n';
  const { facts } = await readDraft(page);
  expect(facts).toMatchObject(found);
  expect(facts).not.toHaveProperty(['media-type']);
});

test('a cell names one place, whatever stands beside it', () => {
  for (const [cell, place] of [
    ['Header HTTP', 'header'],
    ['HTTP request header', 'header'],
    ['Query string', 'query'],
    ['URL query parameter', 'query'],
    ['Body (JSON)', 'body'],
    ['JSON request parameter', 'body'],
    ['Body (form)', 'form'],
    ['badan permintaan', 'body'],
    ['URL', 'query'],
    ['URI', 'path'],
  ] as const)
    expect(placeIn(cell), cell).toBe(place);
  for (const cell of [
    'string',
    'JSON string',
    'header or query',
    'application/json',
    'the body of a letter',
    'request',
    '',
  ])
    expect(placeIn(cell), cell).toBeUndefined();
});

test('any other status than that of the grant is that of a refusal, and a header in words is asked', async () => {
  const answer = (words: string) => `${words}\n\n${table('Field | Type | Required', 'rc | string | yes')}`;
  const page = `# Token\n\nPOST https://a.test/token\n\nRequest\n\n${table('Field | Type | Required', 'pin | string | yes')}${answer('Response, status 200')}`;
  for (const words of ['Response, any other status', 'Response (all other status codes)', 'Respons, status lainnya']) {
    const { facts, asked } = await readDraft(page + answer(words));
    expect(facts, words).not.toHaveProperty(['request /rc required']);
    expect(asked, words).toContain(words);
  }
  const { asked } = await readDraft(`${page}\nEvery operation wants the header \`X-Line\` (string), and further:\n`);
  expect(asked).toContain('X-Line');
});

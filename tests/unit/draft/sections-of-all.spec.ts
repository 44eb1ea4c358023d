/** Sections beside the operations of a page that are about all of them, and those that are about the one that issues tokens. */
import { expect, test } from '@playwright/test';
import { expectReadings, readDraft } from '../../support/draft.ts';

const token =
  '# Shop API\n\n## Login\n\n### Get token\n\n`POST /v1/token`\n\n**Request headers:**\n- `X-TIME: [time]`\n- `X-SIGN: [sign]`\n\n';
const other = '## Orders\n\n### Create order\n\n`POST /v1/orders`\n\n';

test('servers beside the operations are those of all, wherever their section stands', async () => {
  const section = (title: string): string =>
    `## ${title}\n\n| Environment | URL |\n|---|---|\n| Sandbox | \`https://try.a.test:81/\` |\n| Production | https://a.test:81/ |\n\n`;
  for (const page of [`${token}${section('Base URLs')}${other}`, `${token}${other}${section('5. Environments')}`])
    expect((await readDraft(page)).facts).toMatchObject({
      'server https://try.a.test:81': true,
      'server https://a.test:81': true,
    });
  // Another word may say whose they are.
  const { facts } = await readDraft(`${token}${other}${section('Ledger base URLs')}`);
  expect(facts).not.toHaveProperty(['server https://a.test:81']);
});

test('of fields for all requests those are taken that the request for a token names, and the others are a question', async () => {
  const section = (title: string): string =>
    `## ${title}\n\n| Header | Type | Length |\n|---|---|---|\n| X-TIME | String | 25 |\n| X-SHOP | String | 12 |\n\n`;
  for (const page of [`${token}${section('Global headers')}${other}`, `${token}${other}${section('Common Headers')}`]) {
    const { facts, asked } = await readDraft(page);
    expect(facts).toMatchObject({ 'request header X-TIME maxLength': 25 });
    expect(facts).not.toHaveProperty(['request header X-SHOP type']);
    expect(asked).toContain('whether a request for a token has X-SHOP');
  }
  // Where it names none, it may send them all.
  const bare = token.replace(/\*\*Request[\s\S]*/, '');
  const { facts } = await readDraft(`${bare}${section('Common headers')}${other}`);
  expect(facts).toHaveProperty(['request header X-SHOP type'], 'string');
});

test('a heading beside the operations may say that it is for whoever asks for a token', async () => {
  const signed = (title: string): string =>
    `${token}${other}## Signatures\n\n### ${title}\n\n\`\`\`\nstringToSign = X-SHOP + "|" + X-TIME\nsignature = SHA256withRSA(privateKey, stringToSign)\n\`\`\`\n`;
  const about = 'whether what the page says under';
  expect((await readDraft(signed('For token generation'))).asked).not.toContain(about);
  expect((await readDraft(signed('For order generation'))).asked).toContain(about);
});

test('steps of a list say how a client authenticates, and a cell or a sentence where a field is sent', async () => {
  const page = (step: string): string =>
    `# Token\n\nGET https://a.test/token\n\n1. Get your key from us.\n2. ${step}\n\n## Request\n\n| Name | Description | Type | Sample |\n|---|---|---|---|\n| grant_type | The client_credentials grant is supported. Put this under Params. | Query | client_credentials |\n\n## Response\n\n| Name | Description | Type |\n|---|---|---|\n| access_token | The token | JSON Response Item |\n`;
  await expectReadings([
    {
      what: 'a step',
      page: page('The developer sends a request to the token API using Basic Authentication.'),
      facts: { security: 'basic', 'request query grant_type const': 'client_credentials' },
      silent: ['the JSON type of', 'may change'],
    },
    {
      what: 'a step of some',
      page: page('The developer sends a request using Basic Authentication if the key is old.'),
      none: ['security'],
      asked: ['HTTP Basic for some requests'],
    },
    {
      what: 'a sentence about something else',
      page: page('Other things come later.').replace('Put this under Params', 'Put this under Wholesale'),
      asked: ['may change'],
    },
  ]);
});

/** What questions say of the page and of the draft is so. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const body = `## Request body\n\n${table('Name | Type | Required', 'grant_type | string | yes')}`;
const answer = `## Response 200\n\n${table('Name | Type | Required | Description', 'access_token | string | yes | The token', 'expires_in | integer | yes | Seconds')}`;

test('what a sentence names is not said to be shown by a sample alone', async () => {
  const sample = `## Example\n\n\`\`\`http\nPOST /token HTTP/1.1\nHost: a.test\nX-Trace: 7f\nContent-Type: application/json\n\n{"grant_type":"client_credentials"}\n\`\`\`\n\n`;
  const refused = `## Errors\n\n${table('Status | Meaning', '401 | Wrong key')}\nA 401 looks like this:\n\n\`\`\`json\n{ "oops": "wrong_key" }\n\`\`\`\n`;
  await expectReadings([
    ...['We want `X-Trace` on each call of ours.', 'Setiap panggilan kami harap membawa X-Trace.'].map((words) => ({
      what: words,
      page: `${endpoint}${words}\n\n${body}${sample}${answer}`,
      asked: [words],
      silent: ['X-Trace is mandatory; only a sample'],
    })),
    {
      what: 'a member of a refusal',
      page: `${endpoint}${body}${answer}${refused}\nErrors have \`oops\` and nothing beside it (M).\n`,
      asked: ['Errors have `oops`'],
      silent: ['oops of the 401 answer is mandatory, and of what type; only a sample'],
    },
    {
      what: 'no sentence',
      page: `${endpoint}${body}${sample}${answer}${refused}`,
      asked: [
        'X-Trace is mandatory; only a sample (Example) shows it',
        'oops of the 401 answer is mandatory, and of what type; only a sample',
      ],
    },
  ]);
});

test('a status that the draft has of no refusal is not said to be one of the draft', async () => {
  const { asked } = await readDraft(
    `${endpoint}${body}${answer}Whoever sends nonsense, or what is nonsense to us, may meet a 400 (\`B-01\`) now and then.\n\n## Errors\n\n${table('Status | Meaning', '401 | Wrong key')}`,
  );
  expect(asked).toContain('how wrong parameters are refused');
  expect(asked).not.toContain('the draft has 400');
});

test('what declares the end of a life is quoted', async () => {
  const page = (words: string, type = 'integer') =>
    `${endpoint}${body}## Response 200\n\n${table('Name | Type | Required | Description', 'access_token | string | yes | The token', `expires_at | ${type} | yes | ${words}`)}`;
  await expectReadings([
    {
      what: 'Unix time',
      page: page('Unix time in seconds at which the token stops working'),
      asked: ['"Unix time in seconds at which the token stops working"'],
    },
    { what: 'a text', page: page('Saat token mati, WIB', 'string'), asked: ['"Saat token mati, WIB"'] },
  ]);
});

test('a bound that a member has is not said to be none', async () => {
  const { asked } = await readDraft(
    `${endpoint}${body}## Response 200\n\n${table('Name | Type | Required | Description', 'access_token | string | yes | The token', 'expires_in | integer | yes | Seconds, at most 299')}\nTokens are valid for about 5 minutes, or for 4 minutes.\n`,
  );
  expect(asked).toContain('the draft has the maximum 299 of that member alone');
});

test('the answer to a question about a status is quoted with it', async () => {
  const { asked } = await readDraft(
    `${endpoint}${body}${answer}## Questions\n\nCall \`GET https://a.test/orders\` with the header \`Authorization: Bearer <token>\`.\n\n**Why do I get 403?** Your address is not on our list.\n`,
  );
  if (asked.includes('Why do I get 403?')) expect(asked).toContain('Your address is not on our list.');
});

test('what stands for a part of the path is asked once', async () => {
  const { asked } = await readDraft(
    `# Token\n\nPOST https://a.test/shops/{shopId}/token\n\n## Parameters\n\n${table('Name | In | Type | Required', 'shopId | path | string | yes', 'grant_type | body | string | yes')}${answer}`,
  );
  expect(asked).toContain('what stands for {shopId}');
  expect(asked).not.toContain('how shopId is sent');
});

test('an address that is asked for has the base path that the page gives it', async () => {
  const { asked } = await readDraft(
    `# Token\n\nPOST https://staging.shop.test/api/token\n\n${body}${answer}In production the host is https://live.shop.test/api instead.\n`,
  );
  if (asked.includes('live.shop.test')) expect(asked).not.toMatch(/live\.shop\.test(?!\/api)/);
});

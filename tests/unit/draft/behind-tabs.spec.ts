/** Fields behind the tabs of several samples: they are of the answer that shows them, and not of the last tab. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const granted = '{\n  "accessToken": "abc",\n  "expiresIn": "3599"\n}';
const refused = '{\n  "fault": "x"\n}';
const fields = table('Field | Type | Required', 'accessToken | string | yes', 'expiresIn | string | yes');
const fence = (text: string): string => `\n\`\`\`json\n${text}\n\`\`\`\n`;
const codes = `[block:code]\n${JSON.stringify(
  {
    codes: [
      { code: granted, language: 'json', name: '200 OK' },
      { code: refused, language: 'json', name: '401 Unauthorized' },
    ],
  },
  null,
  2,
)}\n[/block]\n`;
const swagger = (status: string, text: string): string =>
  `{% swagger-response status="${status}" description="" %}${fence(text)}{% endswagger-response %}\n`;

const layouts = {
  'blocks of ReadMe': codes,
  'tabs in comments': `<!-- type: tab\ntitle: 200 OK -->\n${fence(granted)}\n<!-- type: tab\ntitle: 401 Unauthorized -->\n${fence(refused)}\n<!-- type: tab-end -->\n`,
  'tabs of GitBook': `{% tabs %}\n{% tab title="200 OK" %}${fence(granted)}{% endtab %}\n{% tab title="401" %}${fence(refused)}{% endtab %}\n{% endtabs %}\n`,
  'bold captions': `**200 OK**\n${fence(granted)}\n**401 Unauthorized**\n${fence(refused)}`,
  'captions in Indonesian': `**Respons 200**\n${fence(granted)}\n**Respons 401**\n${fence(refused)}`,
  'least headings': `##### 200\n${fence(granted)}\n##### 401\n${fence(refused)}`,
  'a group of code': `::: code-group\n\n\`\`\`json [200 OK]\n${granted}\n\`\`\`\n\n\`\`\`json [401 Unauthorized]\n${refused}\n\`\`\`\n\n:::\n`,
};

test('fields behind all tabs are of no refusal that does not show them', async () => {
  await expectReadings(
    Object.entries(layouts).map(([what, tabs]) => ({
      what,
      page: `${endpoint}## Answer\n\n${tabs}\n${fields}`,
      facts: { '200 /accessToken required': true, '200 /expiresIn type': 'string', '401 /fault type': 'string' },
      none: ['401 /accessToken type', '401 /accessToken required'],
    })),
  );
  await expectReadings([
    {
      what: 'fields of the refusal itself',
      page: `${endpoint}## Answer\n\n${layouts['bold captions']}\n${table('Field | Type | Required', 'fault | string | yes')}`,
      facts: { '401 /fault required': true },
      none: ['200 /fault type'],
    },
    {
      what: 'fields that each of them shows',
      page: `${endpoint}## Answer\n\n**200 OK**\n${fence('{ "code": "0", "token": "x" }')}\n**401**\n${fence('{ "code": "1" }')}\n${table('Field | Type | Required', 'code | string | yes')}`,
      facts: { '401 /code required': true },
    },
  ]);
});

test('what stands behind an operation of GitBook is below no answer of it', async () => {
  const operation = `# Token\n\n{% swagger method="post" path="/token" baseUrl="https://a.test" summary="Token" %}\n{% swagger-parameter in="body" name="id" type="String" required="true" %}\nId\n{% endswagger-parameter %}\n${swagger('200: OK', granted)}${swagger('401: Unauthorized', refused)}{% endswagger %}\n\n`;
  await expectReadings([
    {
      what: 'a sentence about the request',
      page: `${operation}The body is sent as JSON (\`Content-Type: application/json\`).\n`,
      facts: { 'media-type': 'application/json', 'request /id required': true, '401 /fault type': 'string' },
    },
    {
      what: 'a table of fields',
      page: `${operation}${fields}`,
      facts: { '200 /accessToken type': 'string' },
      none: ['401 /accessToken type'],
    },
  ]);
});

test('a sample with a token below the statuses of several tabs is that of the grant, and of none of the refusals', async () => {
  const tabs = (lines: string, between = 'Copy\n', first = granted): string =>
    `Get a token\nPOST\nhttps://a.test/token\n\nResponse sample\n${lines}${first}\n${between}${refused}\n\nResponse codes\nHTTP Status\tDescription\n401\tWrong key\n`;
  const none = ['401 /accessToken type', '401 /expiresIn type', '403 /accessToken type'];
  await expectReadings([
    ...['200\n401\nCopy\n', '200\n401\n', '200\n401\n403\nSalin\n', '200 OK\n401 Unauthorized\nJSON\nCopy\n'].map(
      (lines) => ({
        what: lines,
        page: tabs(lines),
        facts: { '200 /accessToken type': 'string', '200 /expiresIn type': 'string' },
        none: [...none, '200 /fault type'],
      }),
    ),
    {
      what: 'a sample that holds its own status',
      page: tabs('200\n401\nCopy\n').replace('"fault"', '"responseCode": "4017300", "fault"'),
      facts: { '200 /accessToken type': 'string', '401 /fault type': 'string' },
      none,
    },
    {
      what: 'a heading in Indonesian',
      page: tabs('200\n401\nSalin\n').replace('Response sample', 'Contoh respons'),
      facts: { '200 /accessToken type': 'string' },
      none,
    },
    {
      what: 'a caption of one refusal',
      page: tabs('401 Unauthorized\n'),
      none,
      asked: ['holds a token'],
    },
    {
      what: 'a caption of one refusal above a token that stands deeper, by another name',
      page: tabs('401 Unauthorized\n', 'Copy\n', '{ "result": { "sessionToken": "t-1", "expiresIn": 900 } }'),
      none: ['401 /result/sessionToken type'],
      asked: ['holds a token'],
    },
  ]);
});

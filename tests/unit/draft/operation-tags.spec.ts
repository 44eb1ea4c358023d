import { expect, test } from '@playwright/test';
import { expectReadings } from '../../support/draft.ts';
import { drafted } from '../../support/refusals-drafted.ts';

const begin = `# Token

{% swagger method="post" path="/token" baseUrl="https://a.test" summary="Client token" %}
{% swagger-parameter in="body" name="client_id" type="String" required="true" %}
The client
{% endswagger-parameter %}

{% swagger-parameter in="body" name="client_secret" type="String" required="true" %}
The secret
{% endswagger-parameter %}

{% swagger-parameter in="header" name="X-Trace" type="String" required="false" %}
Comes back in the answer
{% endswagger-parameter %}

{% swagger-response status="200: OK" description="Token issued" %}
\`\`\`json
{ "access_token": "abc", "expires_in": 3600 }
\`\`\`
{% endswagger-response %}
`;
const body = '```json\n{ "error": "e" }\n```\n{% endswagger-response %}\n';

test('the words about an answer in the tags of an operation say when it is given', async () => {
  const said = (words: string): string =>
    `${begin}\n{% swagger-response status="400: Bad Request" ${words}${body}{% endswagger %}\n`;
  for (const page of [
    said('description="A parameter is missing, or the client is unknown" %}\n'),
    said('description="Unknown client" %}\n'),
    said('%}\nA parameter is missing, or the client is unknown\n'),
    said('description="A parameter is missing in 5% of calls, or the client is unknown" %}\n'),
  ]) {
    const { refusals } = await drafted(page);
    expect.soft(refusals, page).toMatchObject({ credentials: { documented: [{ status: 400 }] } });
  }
});

test('a parameter that its tag calls not required is optional', async () => {
  await expectReadings([
    {
      what: 'required="false"',
      page: `${begin}{% endswagger %}\n`,
      facts: { 'request /client_id required': true, 'request header X-TRACE type': 'string' },
      none: ['request header X-TRACE required'],
      silent: ['whether X-Trace is mandatory'],
    },
    {
      what: 'no such attribute',
      page: `${begin.replace(' required="false"', '')}{% endswagger %}\n`,
      asked: ['whether X-Trace is mandatory'],
    },
  ]);
});

/** Headers that a list names or a block of HTTP shows, and the parts of a token that was decoded. */
import { test } from '@playwright/test';
import { endpoint, expectReadings } from '../../support/draft.ts';

const list = '* `client_id` (think of it as the user)\n* `X-Api-Key` (which products you use)\n';
const page = (more: string): string => `${endpoint}${more}\n`;

test('the names of a list are headers where the words above send them so', async () => {
  const asked = ['whether client_id, X-Api-Key are mandatory'];
  await expectReadings([
    { what: 'values in the header', page: page(`Ask by providing these values in the HTTP header:\n\n${list}`), asked },
    { what: 'as headers', page: page(`Send the following as HTTP headers:\n\n${list}`), asked },
    { what: 'in Indonesian', page: page(`Kirim nilai ini di header permintaan:\n\n${list}`), asked },
    { what: 'these headers', page: page(`The request is sent with these headers:\n\n${list}`), asked },
    {
      what: 'bare names',
      page: page('Header berikut:\n\n- X-Client-Id\n- X-Api-Key\n'),
      asked: ['whether X-Client-Id, X-Api-Key are mandatory'],
    },
    {
      what: 'headers of other calls',
      page: page(`All other requests are sent with these headers:\n\n${list}`),
      silent: ['X-Api-Key are mandatory'],
    },
  ]);
});

test('a block of HTTP without a first line shows headers', async () => {
  const block = '```http\nclient_id: fb492b5e\nX-Api-Key: 0f14eb\nX-System: shop\n```\n';
  await expectReadings([
    {
      what: 'below Request',
      page: page(`## Request\n\nA sample request:\n\n${block}`),
      asked: ['client_id, X-Api-Key, X-System'],
    },
    { what: 'below Permintaan', page: page(`## Permintaan\n\n${block}`), asked: ['client_id, X-Api-Key, X-System'] },
    { what: 'of an answer', page: page(`## Response\n\n${block}`), silent: ['client_id, X-Api-Key, X-System'] },
  ]);
});

test('what a decoded token holds is no member of an answer', async () => {
  const head = '```json\n{ "typ": "JWT", "alg": "RS256", "kid": "k1" }\n```\n';
  const body = '```json\n{ "aud": "a", "iss": "https://a.test", "exp": 1675694756, "ver": "1.0" }\n```\n';
  const none = ['200 /alg type', '200 /iss type', '200 /ver type', 'request /iss type'];
  const silent = ['iss', 'alg,'];
  await expectReadings([
    {
      what: 'under a heading of its own',
      page: page(
        `## Response\n\n### Decoded token\n\nThe header contains:\n\n${head}\nAnd the body contains:\n\n${body}`,
      ),
      ...{ none, silent },
    },
    { what: 'in the answer', page: page(`## Response\n\nIsi token:\n\n${body}`), ...{ none, silent } },
    { what: 'of an assertion', page: page(`## Request\n\nThe claims:\n\n${body}`), ...{ none, silent } },
    {
      what: 'an answer with such members beside its token',
      page: page('## Response\n\n```json\n{ "access_token": "x", "iss": "a", "aud": "b", "exp": 1 }\n```\n'),
      facts: { '200 /iss type': 'string' },
    },
  ]);
});

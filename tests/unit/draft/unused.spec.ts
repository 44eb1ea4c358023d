/** Sentences that say something of the request or the answer, and that no reader used: one question holds them all. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const request = table(
  'Field | Type | Required | Description',
  'client_id | string | yes | Id of the client',
  'client_secret | string | yes | Secret of the client',
);
const answer = `## Response 200\n\n${table(
  'Field | Type | Required | Description',
  'access_token | string | yes | The token',
  'expires_in | integer | yes | Seconds',
)}`;

const page = (...sentences: string[]): string =>
  `${endpoint}The body is sent as \`application/json\`.\n\n## Request body\n\n${request}${answer}\n${sentences.join('\n\n')}\n`;

const questions = async (...sentences: string[]): Promise<string[]> => {
  const { asked } = await readDraft(page(...sentences));
  return asked.split('\n').filter((line) => line.startsWith('what these sentences say'));
};

for (const sentence of [
  'Every failure is a JSON object with `reason` and `hint`.',
  'All elements are JSON strings.',
  'Aggregators use another body.',
  'The reason is in the element `reasonCode`.',
  'A repeated parameter is refused.',
  'Another call within the hour gives the same token again.',
  'The secret is compared without regard to lower case and upper case.',
  'Permintaan yang tidak dapat diurai ditolak.',
  'Each request must carry the number of the shop.',
  'The `access_token` is another one when the account is new.',
  'Alternatively, send them as `client_id` and `client_secret` in the query.',
  'Klien dapat juga mengirim keduanya sebagai header.',
  'A body of another kind gets you a `415`.',
])
  test(`a sentence that no part of the draft holds is asked: ${sentence}`, async () => {
    const [question, ...more] = await questions(sentence);
    expect(more).toEqual([]);
    expect(question).toContain(sentence);
  });

test('a sentence that leaves open for whom a page is so stands in the same question', async () => {
  const words = ['For aggregators the page is another.', 'All elements are JSON strings.'];
  const { asked } = await readDraft(page(...words));
  const all = asked.split('\n').filter((line) => words.some((one) => line.includes(one)));
  // What may be a media type is quoted where that is asked.
  const questions = all.filter((line) => !line.startsWith('the media type'));
  expect(questions).toHaveLength(1);
  for (const one of words) expect(questions[0]).toContain(one);
});

test('several such sentences are one question', async () => {
  const found = await questions('A repeated parameter is refused.', 'All elements are JSON strings.');
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('A repeated parameter is refused.');
  expect(found[0]).toContain('All elements are JSON strings.');
});

test('of very many sentences the question counts those that it does not quote', async () => {
  const many = Array.from({ length: 40 }, (_, at) => `Parameter number ${at} is refused where it is repeated.`);
  const [question = ''] = await questions(...many);
  expect(question.match(/repeated/g)).toHaveLength(12);
  expect(question).toMatch(/, and \d+ more \(line \d+\)/);
});

for (const sentence of [
  'Keep the secret of your client safe.',
  'Before you call any other service you need a token.',
  'Ask our support team for access to the portal.',
  'The token is valid for 30 minutes.',
  'Wrong credentials are answered with 401.',
  'Send the token in the header `Authorization: Bearer <access_token>` of each call.',
  'This endpoint issues an access token.',
  'All requests must be sent over HTTPS.',
])
  test(`a sentence that was read, or says nothing of a fact, is no question: ${sentence}`, async () => {
    expect(await questions(sentence)).toEqual([]);
  });

test('what another operation says is left to that operation', async () => {
  const other = '# Refund\n\nPOST https://a.test/refunds\n\nA repeated parameter is refused.\n';
  const { asked } = await readDraft(`${page()}\n${other}`);
  expect(asked).not.toContain('A repeated parameter');
});

const described = (description: string, security = ''): string => `openapi: 3.0.3
info: { title: T, version: "1" }
servers: [{ url: "https://a.test" }]
paths:
  /token:
    post:
      summary: Issue an access token
      description: ${description}
${security}      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [grant_type]
              properties: { grant_type: { type: string, enum: [client_credentials] } }
      responses:
        "200": { description: OK }
        "401": { description: Refused }
`;

test('a description says how a client authenticates where it has no scheme, and what else it says is asked', async () => {
  const words = 'Authenticate with HTTP Basic, client id and client secret. A repeated parameter is refused.';
  const { facts, asked } = await readDraft(described(words), 'openapi');
  expect(facts['security']).toBe('basic');
  expect(asked).toContain('"A repeated parameter is refused."');
  const signed = await readDraft(described('Send an HMAC of the day and the secret.'), 'openapi');
  expect(signed.asked).toContain('an HMAC (OpenAPI, description)');
});

test('that an answer holds nothing beside some members is asked about, where no reader takes it', async () => {
  const page = (words: string) =>
    `${endpoint}## Response 200\n\n${table('Name | Type | Required', 'resultCode | string | yes', 'resultText | string | yes', 'token | string | yes')}\n${words}\n`;
  for (const words of [
    'Respons gagal hanya berisi `resultCode` dan `resultText`.',
    'A refusal has `resultCode` and `resultText`, and no other member.',
  ])
    expect((await readDraft(page(words))).asked, words).toContain(words);
  const aside = 'We show `resultText` to people in your language.';
  expect((await readDraft(page(aside))).asked).not.toContain(aside);
});

test('a header with its value in a sentence is no advice', async () => {
  const said = 'The headers `Cache-Control: no-store` and `Pragma: no-cache` are always sent.';
  expect((await readDraft(`${endpoint}${answer}${said}\n`)).asked).toContain(said);
  const advice = 'Call it from your server (`POST https://secure.a.test/token`), never from an app.';
  expect((await readDraft(`${endpoint}${answer}${advice}\n`)).asked).not.toContain(advice);
});

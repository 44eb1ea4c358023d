/** Words that refuse one kind of value or body: they say nothing of what is not there, and nothing of another kind. */
import { expect, test } from '@playwright/test';
import { isObject } from '../../../src/formats/json.ts';
import { table } from '../../support/draft.ts';
import { answer, body, credentials, drafted, head, refused } from '../../support/refusals-drafted.ts';

const form = body.replace('application/json', 'application/x-www-form-urlencoded');

/** How a draft refuses another media type, of which a page says this. */
async function typesOf(...words: string[]) {
  const rows = table('HTTP | Meaning', '400 | A parameter is missing', credentials);
  const { refusals, asked } = await drafted(`${head}${words.join('\n\n')}\n\n${form}${answer}## Errors\n\n${rows}`);
  const row = isObject(refusals) && isObject(refusals['media-type']) ? refusals['media-type'] : {};
  return { ways: JSON.stringify(row['documented'] ?? ''), asked: asked.includes('the words about 415 do not name') };
}

test('words about one kind of body say nothing of another, whatever the reason of the status', async () => {
  for (const words of [
    'A JSON body is refused with `415 Unsupported Media Type`.',
    'A JSON body is answered with 415 (Unsupported Media Type).',
    'A JSON body is refused with 415.',
  ]) {
    const { ways, asked } = await typesOf(words);
    expect(ways, words).toMatch(/"ways":\["(?:absent",")?text"\]/);
    expect(asked, words).toBe(true);
  }
  for (const words of ['Any other media type is refused with `415 Unsupported Media Type`.']) {
    const { ways, asked } = await typesOf(words);
    expect(ways, words).not.toContain('ways');
    expect(asked, words).toBe(false);
  }
});

test('words about another value say nothing of one that is not there', async () => {
  for (const words of [
    '`grant_type` is not `client_credentials`',
    'grant_type bukan client_credentials',
    "The grant type isn't client_credentials",
  ]) {
    const { of, asked } = await drafted(refused(`400 | ${words}`, credentials));
    expect.soft([words, of('grant_type')]).toMatchObject([words, { required: 'unnamed', type: 'parameters' }]);
    expect.soft(asked, words).toContain('grant_type missing');
  }
  for (const words of [
    '`grant_type` is missing or not `client_credentials`',
    '`grant_type` is missing or is not `client_credentials`',
    'grant_type is not sent, or not client_credentials',
    'grant_type is invalid',
    'Missing mandatory field {name}: header or body; grant_type is not client_credentials',
  ]) {
    const { of } = await drafted(refused(`400 | ${words}`, credentials));
    const as = of('grant_type');
    expect(isObject(as) ? as['required'] : as, words).toBe('parameters');
  }
});

test('no code of another value is demanded where a value is missing', async () => {
  const rows = table(
    'Status | error | Meaning',
    '400 | unsupported_grant | grant_type is not client_credentials',
    '401 | invalid_client | Wrong client id or secret',
  );
  const sample = '```json\n{ "error": "invalid_client" }\n```\n\n';
  const { of, refusals } = await drafted(`${head}${form}${answer}## Response 401\n\n${sample}## Errors\n\n${rows}`);
  expect(of('grant_type')).toMatchObject({ required: 'unnamed', value: 'parameters' });
  expect(refusals).toMatchObject({
    parameters: { documented: [{ status: 400, body: { '/error': { const: 'unsupported_grant' } } }] },
  });
  expect(JSON.stringify(isObject(refusals) ? refusals['unnamed'] : '')).not.toContain('unsupported_grant');
});

test('a status for an unknown value of a header says nothing of a header that is missing', async () => {
  const part = table('Name | Type | Mandatory | Description', 'X-Shop-Account | string | yes | The account');
  const of = async (...lines: string[]) => {
    const rows = table('HTTP | Meaning', ...lines);
    const { headers, refusals, asked } = await drafted(
      `${head}## Headers\n\n${part}${body}${answer}## Errors\n\n${rows}`,
    );
    const refusal = Array.isArray(headers) ? headers.map((one) => isObject(one) && one['x-clause']) : [];
    return { refusal, refusals, asked };
  };
  const unknown = '404 | X-Shop-Account does not exist';
  const { refusal, refusals, asked } = await of('400 | grant_type is not client_credentials', credentials, unknown);
  expect(refusal).toMatchObject([{ refusal: 'x-shop-account-missing' }]);
  expect(refusals).toMatchObject({
    'x-shop-account-missing': { documented: [{ status: [400, 401] }, { status: 404, ways: ['empty'] }] },
  });
  expect(asked).toMatch(/X-Shop-Account[^,]* missing/);
  for (const lines of [
    ['400 | A header is missing', credentials, unknown],
    ['400 | grant_type is not client_credentials', credentials, '404 | X-Shop-Account is missing or does not exist'],
  ]) {
    const said = await of(...lines);
    expect(JSON.stringify(said.refusal), lines.join()).not.toContain('-missing');
    expect(said.asked, lines.join()).not.toMatch(/X-Shop-Account[^,]* missing/);
  }
});

test('a status of every other refusal is that of another method as well', async () => {
  const methodOf = async (words: string) => {
    const { refusals } = await drafted(`${head}${body}${answer}## Errors\n\n${words}\n`);
    const row = isObject(refusals) && isObject(refusals['method']) ? refusals['method'] : {};
    return JSON.stringify(row['documented']);
  };
  for (const words of [
    'A wrong secret is answered with HTTP 401. Every other refusal of this endpoint is answered with HTTP 422.',
    'All other errors are answered with HTTP 422.',
    'Semua kesalahan lain dijawab dengan HTTP 422.',
  ])
    expect(await methodOf(words), words).toBe('[{"status":[405,404,422]}]');
  for (const words of [
    'A missing parameter is answered with HTTP 422.',
    'A form is read, and everything else is answered with HTTP 415.',
    'Every other refusal has a body (HTTP 401, 422).',
    'All other errors of the parameter `grant_type` are answered with HTTP 422.',
  ])
    expect(await methodOf(words), words).toBe('[{"status":[405,404]}]');
});

test('a status of every other refusal is that of unreadable bodies and other media types', async () => {
  for (const words of ['Any other error', 'Every other refusal', 'All other errors']) {
    const { type, body: unread, refusals } = await drafted(refused(credentials, `422 | ${words}`));
    expect([type, unread], words).toEqual(['parameters', 'parameters']);
    expect(refusals, words).toMatchObject({ method: { documented: [{ status: [405, 404, 422] }] } });
  }
});

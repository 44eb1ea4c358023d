/** Sentences that say for which answers JSON is the form, and which members they hold. */
import { expect, test } from '@playwright/test';
import { sidesOfJson } from '../../../src/draft/page/words/json-clauses.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const request = '## Request (JSON)\n\n- user, string, required\n- pin, string, required\n\n';
const keysOf = (facts: object, part: string): string[] => Object.keys(facts).filter((key) => key.startsWith(part));

test('JSON over HTTPS is what is answered where all calls are it, and of some calls, or with another form, it is none', () => {
  for (const words of [
    'All calls are JSON over HTTPS (TLS 1.2 or later).',
    'Everything is JSON over HTTPS.',
    'Our API speaks plain JSON over HTTP.',
    'Semua panggilan memakai JSON melalui HTTPS (TLS 1.2 atau lebih baru).',
  ])
    expect(sidesOfJson(words), words).toEqual(['response']);
  for (const words of [
    'All calls are JSON over HTTPS except uploads.',
    'All refund calls are JSON over HTTPS.',
    'All calls were JSON over HTTPS until v2.',
    'All calls are JSON or XML over HTTPS.',
    'Notifications are JSON over HTTPS.',
    'All calls are JSON over HTTPS, but this one is a form.',
  ])
    expect(sidesOfJson(words), words).toEqual([]);
});

test('refusals may be JSON as well as the grant, and those that are not JSON are none', async () => {
  const of = (words: string) =>
    readDraft(
      `${endpoint}${request}## Errors\n\n${words}\n\n${table('Name | Type | Required', 'code | string | yes')}${table('HTTP | Meaning', '400 | Bad', '401 | Wrong')}`,
    );
  for (const words of ['Errors are JSON as well:', 'Errors are JSON too.', 'All errors are also JSON.'])
    expect((await of(words)).facts, words).toMatchObject({
      '400 media-type': 'application/json',
      '401 /code type': 'string',
    });
  for (const words of [
    'Errors are not JSON:',
    'Errors are not JSON as well.',
    'Errors are JSON or text:',
    'No error is JSON:',
    'Errors are JSON in version 2:',
  ])
    expect((await of(words)).facts, words).not.toHaveProperty(['400 media-type']);
});

test('an item of a list may give the members of a grant as those of a refusal, each word of it understood', async () => {
  const of = (words: string) => readDraft(`${endpoint}${request}## Answers\n\n- ${words}\n- \`403\` with no body.\n`);
  expect((await of('`200` with `ticket` (string, always) and `left` (integer, always).')).facts).toMatchObject({
    '200 /ticket required': true,
    '200 /left type': 'integer',
  });
  for (const words of [
    '`200` without `ticket` (string, always).',
    '`200` with `data` (object, always), in it `ticket` (string, always).',
    'In v1: `200` with `ticket` (string, always).',
    '`200` with `ticket` (string, always) or `pass` (string, always).',
    'A refund is answered `200` with `ticket` (string, always).',
  ])
    expect(keysOf((await of(words)).facts, '200 /'), words).toEqual([]);
});

test('a sentence that announces an answer of JSON gives its form, and one about a refusal or about two forms does not', () => {
  for (const words of [
    'The above command returns JSON structured like this:',
    'You will receive a JSON response that looks like this:',
    'If the HTTP status code is 200 - OK, you will receive the following JSON response:',
    'When it is successful, the API returns a JSON object:',
    'Anda akan menerima respons JSON berikut:',
  ])
    expect(sidesOfJson(words), words).toEqual(['response']);
  for (const words of [
    'If the call fails, you will receive a JSON response:',
    'You may receive a JSON response:',
    'You will receive a JSON or XML response:',
    'You will not receive a JSON response:',
    'For refunds you will receive a JSON response:',
    'When 200 items are left, you will receive a JSON response:',
  ])
    expect(sidesOfJson(words), words).toEqual([]);
});

test('what the command above returns is the answer of its operation, and what another call returns is none', async () => {
  const of = (words: string) =>
    readDraft(
      `${endpoint}\`\`\`shell\nhttp POST https://a.test/token pin=1\n\`\`\`\n\n> ${words}\n\n\`\`\`json\n{ "access_token": "a" }\n\`\`\`\n`,
    );
  expect((await of('The above command returns JSON structured like this:')).facts).toMatchObject({
    '200 media-type': 'application/json',
    'request /pin type': 'string',
  });
  expect((await of('The refund command returns JSON structured like this:')).facts).not.toHaveProperty([
    '200 media-type',
  ]);
});

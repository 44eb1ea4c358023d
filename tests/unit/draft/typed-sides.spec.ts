/** Sentences that give media types to requests and to answers. */
import { expect, test } from '@playwright/test';
import { typedSides } from '../../../src/draft/page/sentences/typed-sides.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

test('each side of the exchange has the type of its own clause', () => {
  for (const [words, ...expected] of [
    [`All request and response bodies are \`${json}\`.`, ['request', json], ['response', json]],
    [`The request is \`${form}\`, the response \`${json}\`.`, ['request', form], ['response', json]],
    [
      `Requests use ${form}; answers, errors included, are ${json}.`,
      ...[
        ['request', form],
        ['response', json],
        ['refusal', json],
      ],
    ],
    [`Semua pesan berformat \`${json}\`.`, ['request', json], ['response', json]],
    [`Permintaan dan jawaban berbentuk ${json}.`, ['request', json], ['response', json]],
    [
      `Both directions of this call are form encoded (\`${form}\`), the answer as well as the request.`,
      ['request', form],
      ['response', form],
    ],
    [`Content type of the request and of the response: ${json}`, ['request', json], ['response', json]],
  ] as const)
    expect(
      typedSides(words).map(({ side, type }) => [side, type]),
      words,
    ).toEqual(expected);
});

test('a sentence of which one word is not understood gives no type', () => {
  for (const words of [
    `All refund requests are ${json}.`,
    `Requests are ${json} or ${form}.`,
    `Requests are not ${json}.`,
    `The request is ${form}, the report a file.`,
    `Since v2 requests are ${json}.`,
    `Requests are ${json}, unless a form is sent.`,
    `It is ${json}.`,
    `Requests, answers and webhooks are ${json}.`,
  ])
    expect(typedSides(words), words).toEqual([]);
});

test('the draft has the types of both sides', async () => {
  const body = `## Body\n\n${table('Field | Required', 'shop | yes')}## Response 200\n\n${table('Field | Required', 'token | yes')}`;
  const { facts, asked } = await readDraft(
    `${endpoint}The request is \`${form}\`, the response \`${json}\`.\n\n${body}`,
  );
  expect(facts).toMatchObject({ 'media-type': form, '200 media-type': json });
  expect(asked).not.toContain('media type of');
});

test('what all answers are refusals are too, unless it is said of these or of some answers alone', async () => {
  const granted = `## Response 200\n\n${table('Field | Type | Required', 'ticket | string | yes')}`;
  const errors = `## Errors\n\n${table('HTTP status | Meaning', '400 | A field is missing', '401 | The secret is wrong')}`;
  const read = async (words: string) => (await readDraft(`${endpoint}${granted}${words}\n\n${errors}`)).facts;
  for (const words of [
    `All responses have the Content-Type \`${json}\`.`,
    `All request and response bodies are ${json}.`,
  ])
    expect(await read(words), words).toMatchObject({
      '200 media-type': json,
      '400 media-type': json,
      '401 media-type': json,
    });
  for (const words of [`The response has the Content-Type \`${json}\`.`, `All successful responses are ${json}.`])
    expect(await read(words), words).not.toHaveProperty(['400 media-type']);
  const own = await read(`All answers are ${json}; refusals are application/problem+json.`);
  expect(own).toMatchObject({ '200 media-type': json, '400 media-type': 'application/problem+json' });
});

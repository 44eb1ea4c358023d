/** Sentences that say what is answered, and the fields that stand below them or in them. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const request = '## Request (JSON)\n\n- user, string, required\n- pin, string, required\n\n';
const keysOf = (facts: object, part: string): string[] => Object.keys(facts).filter((key) => key.startsWith(part));

test('a request that is answered announces the answer, and its media type is that of the answer', async () => {
  for (const line of [
    'A valid request is answered with 200 and `application/json`:',
    'Permintaan yang benar dijawab dengan 200 dan `application/json`:',
  ]) {
    const { facts, asked } = await readDraft(
      `${endpoint}${request}${line}\n\n- ticket, string, always\n- age: integer\n`,
    );
    expect(facts, line).toMatchObject({
      '200 media-type': 'application/json',
      '200 /ticket type': 'string',
      '200 /ticket required': true,
    });
    expect(asked).not.toContain('is so for each request');
    expect(asked).toContain('whether age is mandatory');
  }
  const sent = await readDraft(`${endpoint}The request carries and the answer repeats:\n\n- ticket, string, always\n`);
  expect(keysOf(sent.facts, '200 /ticket')).toEqual([]);
  const refused = await readDraft(
    `${endpoint}${request}## Answers\n\nA request that fails is answered with:\n\n- ticket, string, always\n`,
  );
  expect(keysOf(refused.facts, '200 /ticket')).toEqual([]);
  expect(refused.asked).toContain('which status the answers');
  const without = await readDraft(
    `${endpoint}${request}## Answers\n\nA request without a pin is answered with 403:\n\n- ticket, string, always\n`,
  );
  expect(keysOf(without.facts, '200 /ticket')).toEqual([]);
});

test('what is turned down is refused with the status behind it, and a status that is denied is none', async () => {
  const { facts, asked } = await readDraft(
    `${endpoint}${request}XML is not understood: such a call fails with \`415\`. Unknown user: \`401 bad_user\`.\n`,
  );
  expect(facts).toMatchObject({ '415 status': true, '401 status': true, 'media-type': 'application/json' });
  expect(asked).not.toContain('not in full: "XML is not understood');
  const none = await readDraft(
    `${endpoint}${request}A faulty call is never answered with 415. Page: 401 of the manual.\n`,
  );
  expect(keysOf(none.facts, '4')).toEqual([]);
});

test('nothing else may stand beside a value: it is the only one', async () => {
  for (const words of ['`voucher`, nothing else', 'Isi dengan `voucher`, tidak ada nilai lain']) {
    const { facts, asked } = await readDraft(`${endpoint}## Request\n\n- kind (string, required): ${words}.\n`);
    expect(facts, words).toMatchObject({ 'request /kind const': 'voucher', 'request /kind required': true });
    expect(asked).not.toContain('whether kind is mandatory');
  }
  const open = await readDraft(`${endpoint}## Request\n\n- kind (string, required): \`voucher\`, or something else.\n`);
  expect(open.facts).not.toHaveProperty('request /kind const');
});

test('fields in a sentence are those of the status beside them, and one strange word leaves them to a person', async () => {
  for (const words of ['Jawaban 201 berisi `ticket` (String(=12)) dan `left` (integer, detik), keduanya wajib.']) {
    const { facts } = await readDraft(`${endpoint}${request}## Answers\n\n${words}\n`);
    expect(facts, words).toMatchObject({ '201 /ticket required': true, '201 /left type': 'integer' });
    expect(keysOf(facts, '200')).toEqual([]);
  }
  const refused = 'A wrong pin is answered with 403. The body holds `fault` (string, exactly 4 characters).';
  const { facts, asked } = await readDraft(`${endpoint}${request}## Answers\n\n${refused}\n`);
  expect(facts).toMatchObject({ '403 /fault minLength': 4, '403 /fault maxLength': 4 });
  expect(asked).toContain('whether fault is mandatory');
  for (const doubtful of ['kiosks receive `ticket` (string)', 'holds `ticket` (string, if asked for)']) {
    const open = await readDraft(`${endpoint}${request}## Answers\n\nThe answer 201 ${doubtful}, always.\n`);
    expect(keysOf(open.facts, '201 /ticket'), doubtful).toEqual([]);
    expect(open.asked).toContain(doubtful);
  }
});

test('a length behind a sign or of hexadecimal digits is the only one, of headers as well, and other notations are asked', async () => {
  const row = (type: string, notes: string): string => `| X-Shop | ${type} | yes | ${notes} |`;
  const read = (type: string, notes = '') =>
    readDraft(`${endpoint}## Headers\n\n| Name | Type | Required | Notes |\n|---|---|---|---|\n${row(type, notes)}\n`);
  for (const said of [await read('String(=8)'), await read('string', 'Shop number, 8 hexadecimal characters.')])
    expect(said.facts).toMatchObject({ 'request header X-SHOP minLength': 8, 'request header X-SHOP maxLength': 8 });
  expect((await read('String(~8)')).asked).toContain('of which "~8" was not read');
  expect((await read('string', 'Up to 8 hexadecimal digits')).facts).not.toHaveProperty(
    'request header X-SHOP minLength',
  );
  const shown = await read('string', 'The number of your shop. Copy it from the portal. Never share it.');
  expect(shown.facts).toMatchObject({ 'request header X-SHOP required': true });
  expect((await read('string', 'The number of your shop. Copy it for kiosks only.')).facts).not.toHaveProperty(
    'request header X-SHOP required',
  );
});

test('a media type in a sentence with a status is that of its answer alone', async () => {
  const granted = (words: string): string =>
    `${endpoint}### Response\n\n${words}\n\n${table('Name | Type | Required', 'token | string | yes', 'rc | string | yes')}`;
  const errors = `### Errors\n\n${table('HTTP | rc | Meaning', '400 | 41 | Malformed', '401 | 51 | Wrong')}`;
  for (const words of ['Status 200, `application/json`.', 'HTTP 200 dijawab dengan `application/json`.']) {
    const { facts, asked } = await readDraft(`${granted(words)}${errors}`);
    expect(facts, words).toMatchObject({ '200 media-type': 'application/json', '401 /rc const': '51' });
    expect(facts, words).not.toHaveProperty('401 media-type');
    expect(asked, words).toContain('media type of the answers 400, 401');
  }
  for (const words of [
    'Wrong key: HTTP 401, with a short text in `text/plain`.',
    'Salah kunci: HTTP 401, berupa `text/plain`.',
  ])
    expect((await readDraft(`${granted('Status 200.')}${words}\n`)).facts, words).toMatchObject({
      '401 media-type': 'text/plain',
    });
  for (const words of [
    'Other than `application/json`: HTTP 415.',
    'Wrong key: HTTP 401, unless you accept `text/plain`.',
    'Wrong key: HTTP 401, in `text/plain` for old apps.',
  ])
    expect(Object.keys((await readDraft(`${granted('Status 200.')}${words}\n`)).facts), words).not.toContainEqual(
      expect.stringMatching(/^4\d\d media-type/),
    );
});

test('the media type behind the status that begins a line is of that answer alone', async () => {
  const errors = 'Every error is sent as a body with `fault` (string).\n';
  const read = (line: string) =>
    readDraft(
      `${endpoint}${request}### Response\n\n${line}\n\n${table('Name | Type | Required', 'ticket | string | yes')}### Errors\n\n${table('Status | Meaning', '401 | Wrong pin')}${errors}`,
    );
  const { facts } = await read('`200 OK`, `application/json`');
  expect(facts).toMatchObject({ '200 media-type': 'application/json', '401 /fault type': 'string' });
  expect(facts).not.toHaveProperty(['401 media-type']);
});

test('what a sentence says of the thing that is refused denies nothing, and of the answer it does', async () => {
  const read = (line: string) => readDraft(`${endpoint}${request}## Response 200\n\n\`{"ticket": "a"}\`\n\n${line}\n`);
  for (const line of [
    'A wrong pin gives `401`, a shop we do not know gives `422`.',
    'A shop that was never opened gets 422, and one that is not known leads to 401.',
    'Toko yang tidak dikenal dijawab 422, yang belum dibuka dijawab 401.',
  ])
    expect((await read(line)).facts, line).toMatchObject({ '401 status': true, '422 status': true });
  for (const line of ['A shop that is wrong does not give 422.', 'Ours is a server that never gives 422.'])
    expect((await read(line)).facts, line).not.toHaveProperty(['422 status']);
});

test('a fault with its status may list members with their values, and what they all are', async () => {
  const read = (line: string) => readDraft(`${endpoint}${request}## Response 200\n\n\`{"ticket": "a"}\`\n\n${line}\n`);
  for (const line of [
    'Invalid pins: 400 with `fault` 400.7 and `hint` (both String).',
    'PIN salah: 400 dengan `fault` "400.7", `hint` (keduanya string).',
  ])
    expect((await read(line)).facts, line).toMatchObject({
      ...{ '400 /fault const': '400.7', '400 /fault type': 'string', '400 /hint type': 'string' },
    });
  for (const line of ['Invalid pins: 400 with `fault` 400.7 and `hint` (both new).', 'Use `fault` 400.7 and `hint`.'])
    expect((await read(line)).facts, line).not.toHaveProperty(['400 /fault const']);
});

test('what each of several answers has is there, and a document of JSON in a caption or a sentence is of the answer', async () => {
  const page = (answer: string): Promise<{ facts: Record<string, unknown>; asked: string }> =>
    readDraft(`# Get token\n\n\`POST https://a.test/token\`\n\n${answer}`);
  const fields = '| Field | Type | Notes |\n|---|---|---|\n| kind | string | `bearer`, lower case |\n';
  for (const words of ['### Response 200\n\nJSON object', 'A good call is answered with `200 OK` and a JSON document:'])
    expect((await page(`${words}\n\n${fields}`)).facts, words).toMatchObject({
      '200 media-type': 'application/json',
      '200 /kind const': 'bearer',
    });
  const refused = await page(
    '### Response 400 / 401\n\n400 for bad fields, 401 for bad keys. Both carry `fault` (string).',
  );
  expect(refused.facts).toMatchObject({ '400 /fault required': true, '401 /fault required': true });
  const some = await page(
    '### Response 400 / 401\n\n400 for bad fields, 401 for bad keys. Some carry `fault` (string).',
  );
  expect(some.facts).not.toHaveProperty('401 /fault required');
});

test('a clause that calls all answers or all requests JSON says so whatever stands beside it, unless that takes it back', async () => {
  const page = (sentence: string): string =>
    `# Token\n\n${sentence}\n\nPOST https://a.test/token\n\n## Request\n\n${table('Name | Type | Required', 'shop | string | yes')}## Response 200\n\n${table('Name | Type | Required', 'token | string | yes')}## Errors\n\n${table('Status | Reason', '401 | shop wrong')}`;
  const ofAnswers = { '200 media-type': 'application/json', '401 media-type': 'application/json' };
  for (const sentence of [
    'The API is organised around REST, all answers are JSON.',
    'Semua jawaban berupa JSON.',
    'Calls go over TLS and every response is in JSON format.',
  ])
    expect((await readDraft(page(sentence))).facts, sentence).toMatchObject(ofAnswers);
  const both = await readDraft(page('All requests are `POST` with a JSON body, all answers are JSON.'));
  expect(both.facts).toMatchObject({ ...ofAnswers, 'media-type': 'application/json' });
  expect(both.asked).not.toContain('media type');
  for (const sentence of [
    'In the pilot, all answers are JSON.',
    'All answers of the reports are JSON.',
    'If you ask for it, all answers are JSON.',
    'All answers are JSON; only this call answers text.',
  ])
    expect((await readDraft(page(sentence))).facts, sentence).not.toHaveProperty(['401 media-type']);
  // What another sentence of the line calls XML is a question beside it.
  expect((await readDraft(page('All answers are JSON. The token endpoint answers in XML.'))).asked).toContain(
    'they are XML',
  );
});

test('an answer that is sent with a media type says nothing of the request', async () => {
  for (const line of [
    'Respon selalu dikirim dengan header `Content-Type: application/json`.',
    'Responses are always sent as `application/json`.',
  ]) {
    const { facts } = await readDraft(
      `${endpoint}| Parameter | Type | Required |\n|---|---|---|\n| user | string | Yes |\n\n## Response 200\n\n${line}\n\n- ticket, string, always\n`,
    );
    expect(facts, line).toMatchObject({ '200 media-type': 'application/json' });
    expect(keysOf(facts, 'media-type'), line).toEqual([]);
  }
});

test('what is said of requests and answers at once is said of both, and what is said of those of another API of none', async () => {
  const page = (words: string): string =>
    `${endpoint}${words}\n\n## Request\n\n- user, string, required\n\n## Response\n\n- token, string, required\n`;
  for (const words of [
    'Every request and every response body is `application/json`.',
    'Both the request and the response body are `application/json`.',
    'Setiap permintaan dan setiap respons memakai `application/json`.',
    'Semua request maupun response berformat JSON.',
    'Every request body and every response body is JSON, encoded in UTF-8.',
  ])
    expect((await readDraft(page(words))).facts, words).toMatchObject({
      'media-type': 'application/json',
      '200 media-type': 'application/json',
    });
  for (const words of [
    'Every request is `application/json` and every response is `text/plain`.',
    'Each request and response body of the reports API is `application/json`.',
    'Every request and every response body is `application/json`, except errors.',
  ]) {
    const { facts, asked } = await readDraft(page(words));
    expect(keysOf(facts, '200 media-type'), words).toEqual([]);
    expect(facts, words).not.toHaveProperty('media-type');
    expect(asked, words).toContain(words);
  }
});

/** What a sentence says that every refusal holds: its members, with their presence, type and length, and the media type. */
import { expect, test } from '@playwright/test';
import { contextOf } from '../../../src/draft/page/blocks/heading-words.ts';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const request = `## Request body\n\n${table('Field | Type | Required', 'shop | string | yes', 'pin | string | yes')}`;
const granted = `## Response 200\n\n${table('Field | Type | Required', 'ticket | string | yes')}`;
const statuses = table('HTTP | fault', '400 | badFormat', '401 | wrongPin');
const page = (words: string): string => `${endpoint}${request}${granted}## Errors\n\n${words}\n\n${statuses}`;

test('what a sentence says of each member of every refusal is so of each status, and a column gives their values', async () => {
  const whole = { '/fault required': true, '/fault type': 'string', '/text required': true, '/text type': 'string' };
  for (const [words, said] of [
    [
      'Refusals are answered as `application/vnd.shop+json` with `fault` (string, required) and `text` (string, required).',
      whole,
    ],
    ['Each error holds a JSON object with `fault` (string, always sent) and `text` (string, always there).', whole],
    [
      'Failures take the form `{"fault": "...", "text": "..."}`; both are always present.',
      { '/fault required': true, '/text required': true },
    ],
    ['Badan galat mengikuti RFC 9457: `fault` selalu ada, `text` opsional.', { '/fault required': true }],
    [
      'A request that is refused is answered with `fault` and `text` (both string, mandatory), without a ticket token.',
      whole,
    ],
    ['A refused request is answered with `fault` and `text` (both strings, always present), and no token.', whole],
    ['Setiap permintaan yang ditolak dijawab dengan `fault` dan `text` (keduanya string, wajib), tanpa token.', whole],
    ['Jawaban gagal selalu memuat `fault` (M, maks 12 karakter).', { '/fault required': true, '/fault maxLength': 12 }],
  ] as const) {
    const { facts, asked } = await readDraft(page(words));
    for (const status of [400, 401])
      for (const [fact, value] of Object.entries(said)) expect.soft(facts[`${status} ${fact}`], words).toBe(value);
    expect.soft(facts, words).toMatchObject({ '400 /fault const': 'badFormat', '401 /fault const': 'wrongPin' });
    expect.soft(asked, words).not.toContain(`not in full: "${words.slice(0, 20)}`);
    expect.soft(asked, words).not.toContain('a column of that name');
  }
  const { facts } = await readDraft(
    page('Refusals are sent as `application/vnd.shop+json` with `fault` (string, required).'),
  );
  expect(facts).toMatchObject({ '401 media-type': 'application/vnd.shop+json' });
});

test('what some refusals hold, or is not understood of one member, is asked', async () => {
  await expectReadings(
    [
      'A refund that is refused is answered with `fault` and `text` (both string, mandatory).',
      'A request that is refused is answered with `fault` and `text` (both string, mandatory), without a text for robots.',
      'Refund errors hold `fault` (string, required) and `text` (string, required).',
      'Some errors carry `fault` (string, required) and `text` (string, required).',
      'Errors of kiosks have the shape `{"fault": "...", "text": "..."}`; both are always there.',
      'Errors are sent as `application/vnd.shop+json` with `fault` (string, required) and `text` (string, if asked for).',
    ].map((words) => ({
      what: words,
      page: page(words),
      none: ['400 /fault required', '401 /text required', '401 media-type'],
      asked: [words.slice(0, 40)],
    })),
  );
  const { facts, asked } = await readDraft(
    page('Errors carry JSON with `fault` (string, always present) and `part` (string, only for bad shapes).'),
  );
  expect(facts).toMatchObject({ '401 /fault required': true, '401 /part type': 'string' });
  expect(facts).not.toHaveProperty('401 /part required');
  expect(asked).toContain('only for bad shapes');
});

test('a sentence of every refusal gives it members without a type, and one that does not say every is asked', async () => {
  const errors = table('HTTP | Meaning', '400 | A field is missing', '401 | Wrong pin');
  const of = (words: string): string => `${endpoint}${request}${granted}## Errors\n\n${errors}${words}\n`;
  for (const [words, said] of [
    ['Every error carries `fault` and `text`.', {}],
    ['All errors return a JSON object with `fault` and `text`.', {}],
    ['Setiap galat memuat `fault` dan `text`.', {}],
    ['Each error has the fields fault and text, both strings.', { '401 /text type': 'string' }],
    [
      'Isi penolakan: `fault` (String(7), mandatory) dan `text` (String(90), mandatory).',
      { '401 /text maxLength': 90 },
    ],
  ] as const)
    expect.soft((await readDraft(of(words))).facts, words).toMatchObject({
      '400 /fault required': true,
      '401 /fault required': true,
      '401 /text required': true,
      ...said,
    });
  for (const words of [
    'Errors have the fields fault, text and trace_id.',
    'On failure the body holds `fault` and `text`.',
    'Some errors carry `fault`.',
    'The error body contains fault and text, both strings.',
  ]) {
    const { facts, asked } = await readDraft(of(words));
    expect.soft(facts, words).not.toHaveProperty(['401 /fault required']);
    expect.soft(asked, words).toContain(words.slice(0, 30));
  }
  // A value is no member, nor are words, nor what is sent as a header.
  for (const words of [
    'Every error returns `invalid_client`.',
    'Every error has the fields described and shown.',
    'Every error carries `X-Trace`.',
  ]) {
    const { facts } = await readDraft(of(words));
    expect
      .soft(
        Object.keys(facts).filter((fact) => fact.startsWith('401 /')),
        words,
      )
      .toEqual([]);
  }
  const { facts } = await readDraft(
    of(
      'We answer with the object of RFC 6749, section 5.2: `error` (string) is always there, `hint` (string) sometimes.',
    ),
  );
  expect(facts).toMatchObject({ '401 /error required': true, '401 /error type': 'string', '401 /hint type': 'string' });
  expect(facts).not.toHaveProperty(['401 /hint required']);
});

test('a heading in which whoever answers says no is one of refusals', async () => {
  const below = (heading: string): string =>
    `${endpoint}${request}${granted}## ${heading}\n\nEvery error carries \`fault\`.\n\nA wrong pin gets 401 \`wrongPin\`.\n`;
  for (const heading of ['When we say no', 'When the server refuses', 'Jika kami menolak'])
    expect.soft((await readDraft(below(heading))).facts, heading).toMatchObject({ '401 /fault required': true });
  expect(contextOf('When you say no').error).toBe(false);
  expect(contextOf('When we say yes').error).toBe(false);
});

test('refusals of this endpoint are those of the page, and what is there most of the time may be left out', async () => {
  await expectReadings([
    ...[
      'Errors of this endpoint follow RFC 6749: `fault` (string) is always there, `text` (string) is there most of the time.',
      'Galat layanan ini memuat `fault` (string, selalu ada) dan `text` (string, biasanya ada).',
    ].map((words) => ({
      what: words,
      page: page(words),
      facts: { '400 /fault required': true, '401 /fault type': 'string', '401 /text type': 'string' },
      none: ['401 /text required'],
      silent: [words.slice(0, 40)],
    })),
    ...[
      'Errors of the refund endpoint hold `fault` (string, always there).',
      'Errors of other endpoints hold `fault` (string, always there).',
    ].map((words) => ({ what: words, page: page(words), none: ['401 /fault required'], asked: ['fault'] })),
  ]);
});

test('what is absent below a heading of refusals is so of those, and elsewhere of any answer', async () => {
  const { facts } = await readDraft(page('An error has a `fault` (string, always); `ticket` is absent.'));
  expect(facts).toMatchObject({ '200 /ticket required': true });
  const other = await readDraft(page('').replace('## Errors', '`ticket` is absent.\n\n## Errors'));
  expect(other.facts).not.toHaveProperty(['200 /ticket required']);
});

test('the only value of a member, and the type of all of them, are read with a list of what refusals hold', async () => {
  await expectReadings([
    {
      what: 'an only value among the attributes',
      page: page('Body penolakan: `state` (string, wajib, selalu `GAGAL`), `text` (string, opsional).'),
      facts: { '400 /state required': true, '400 /state const': 'GAGAL', '401 /state type': 'string' },
      silent: ['whether state'],
    },
    {
      what: 'a type before the word for members',
      page: page('A failure is a JSON object with the string fields `fault` and `text`, both always present.'),
      facts: { '400 /text required': true, '400 /text type': 'string', '401 /fault type': 'string' },
    },
    {
      what: 'a value that is so for some',
      page: page('Members of a refusal: `state` (string, required, always `BAD` for 400), `text` (string, optional).'),
      none: ['400 /state const', '401 /state const'],
    },
    {
      what: 'a value that is none of the type',
      page: page('Members of a refusal: `state` (integer, required, always `BAD`), `text` (string, optional).'),
      none: ['400 /state const'],
    },
    {
      what: 'a type of one of them alone',
      page: page('A failure holds the string field `fault` and the integer field `state`, both always present.'),
      none: ['400 /state type', '400 /state const'],
    },
  ]);
});

/** A value beyond what is documented is refused as the page says of that end: words about too long a value are of none too short. */
import { expect, test } from '@playwright/test';
import { table } from '../../support/draft.ts';
import { answer, credentials, drafted, head } from '../../support/refusals-drafted.ts';

const rows = [
  'grant_type | string | yes | `client_credentials`',
  'code | string (4-8) | yes | ',
  'life | integer | yes | Seconds, 60 to 3600',
  'wait | integer | no | Seconds, 1 to 60',
];

const page = (words: string, headers = ''): string =>
  `${head}${headers}## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory | Value', ...rows)}${answer}## Errors\n\n${table('HTTP | Meaning', `422 | ${words}`, credentials)}`;

test('words about too long a value name that end alone, and the other is asked', async () => {
  for (const words of ['code is too long', 'code is invalid: too long', '`code` terlalu panjang']) {
    const { of, asked, refusals } = await drafted(page(words));
    expect.soft(of('code'), words).toMatchObject({ required: 'unnamed', length: 'or-short' });
    expect.soft(asked, words).toContain('code too short');
    expect.soft(asked, words).not.toContain('code too long');
    expect.soft(refusals, words).toMatchObject({
      'or-short': {
        documented: [
          { status: 422, ways: ['too-long'] },
          { status: 422, ways: ['too-short'] },
        ],
      },
    });
  }
  const short = await drafted(page('code is too short'));
  expect(short.of('code')).toMatchObject({ length: 'or-long' });
  expect(short.asked).toContain('code too long');
  expect(short.asked).not.toContain('code too short');
  for (const words of ['code has the wrong length', 'code is too short or too long', 'code is malformed']) {
    const both = await drafted(page(words));
    expect.soft(both.of('code'), words).toMatchObject({ length: 'parameters' });
    expect.soft(both.asked, words).not.toContain('code too');
  }
  expect((await drafted(page('A field is missing'))).asked).toContain(
    'code too short, code too long, life too small, life too large',
  );
});

test('bounds of a number are refused as words about its range say, of one that may be left out only where they do', async () => {
  const range = await drafted(page('life is out of range'));
  expect(range.of('life')).toMatchObject({ type: 'unnamed', value: 'parameters' });
  expect(range.asked).toContain('life or wait of another type');
  expect(range.of('wait')).toBe('unnamed');
  expect(range.asked).toContain('grant_type with another value');
  expect(range.asked).not.toContain('life too');
  expect(range.asked).not.toContain('wait too');
  const most = await drafted(page('life is too long'));
  expect(most.of('life')).toMatchObject({ value: 'or-short' });
  expect(most.asked).toContain('life too small');
  const optional = await drafted(page('wait is out of range'));
  expect(optional.of('wait')).toEqual({ type: 'unnamed', value: 'parameters' });
  for (const words of ['life is out of range or of another type', 'life is not in its format', 'life is invalid'])
    expect.soft((await drafted(page(words))).asked, words).not.toContain('life or wait of another type');
  // General words are of no value that may be disregarded.
  expect((await drafted(page('Bad request'))).of('wait')).toBe('parameters');
});

test('what stands behind the name of a fault says what it is, as far as it tells', async () => {
  for (const words of [
    'Invalid field format: a field is longer or shorter than its size',
    'Wrong format: a field has the wrong length',
    'Format salah: panjang field tidak sesuai',
  ]) {
    const { of, asked } = await drafted(page(words));
    expect.soft(of('code'), words).toMatchObject({ type: 'unnamed', length: 'parameters' });
    expect.soft(of('grant_type'), words).toBe('unnamed');
    expect.soft(asked, words).toContain('grant_type with another value');
    expect.soft(asked, words).toContain('code or life or wait of another type');
  }
  // What tells no more than the name leaves it as wide as it is.
  for (const words of [
    'Invalid field format',
    'Invalid field format: {field}',
    'Invalid field format: a field is wrong',
    'Invalid field format: length or format of a field',
  ]) {
    const { of, asked } = await drafted(page(words));
    expect.soft(of('grant_type'), words).toMatchObject({ type: 'parameters', value: 'parameters' });
    expect.soft(asked, words).not.toContain('another type');
    expect.soft(asked, words).not.toContain('another value');
  }
});

test('the length of a header is tried where words about headers or fields name it', async () => {
  const header = `## Headers\n\n${table('Header | Type | Mandatory | Value', 'X-Site | string (max 12) | yes | `main`')}`;
  const site = async (words: string) =>
    Object([(await drafted(page(words, header))).headers].flat()[0])['x-clause'].refusal;
  expect(await site('X-Site is missing or too long')).toEqual({ required: 'parameters', length: 'parameters' });
  expect(await site('X-Site is too long')).toEqual({ required: 'unnamed', length: 'parameters' });
  expect(await site('X-Site is missing')).toBe('parameters');
  expect(await site('Bad request')).toBe('parameters');
});

test('words that a body is no form are of a body that cannot be read, and of no field in it', async () => {
  const form = (words: string): string => page(words).replace('application/json', 'application/x-www-form-urlencoded');
  for (const words of [
    'A mandatory parameter is missing, or the body is no form',
    'Parameter wajib tidak ada, atau isi bukan form',
    'Parameter wajib tidak ada, atau isi bukan formulir',
    'A mandatory parameter is missing, or the body is not form-encoded',
  ]) {
    const { of, asked } = await drafted(form(words));
    expect.soft(of('code'), words).toMatchObject({ length: 'unnamed' });
    expect.soft(asked, words).toContain('code too short, code too long');
    // JSON and a text are none.
    expect.soft(asked, words).not.toMatch(/a body that cannot be read|another media type/);
    expect.soft(asked, words).not.toContain('without grant_type');
  }
  // What a field holds is another matter, and so is the form in which it is written.
  for (const words of ['Isi salah', 'The body is invalid', 'isi bukan form yang benar', 'code bukan form yang benar'])
    expect.soft((await drafted(form(words))).asked, words).not.toContain('code too');
  for (const words of ['A mandatory parameter is missing, or the body cannot be read', 'The code is missing'])
    expect.soft((await drafted(form(words))).asked, words).toContain('another media type');
});

test('too long a value that the words about wrong credentials name may be refused as one of them', async () => {
  const rows = ['shop_id | string (max 10) | yes | Id of the shop', 'shop_key | string | yes | Secret key of the shop'];
  const text = (words: string): string =>
    `${head}## Request body (\`application/x-www-form-urlencoded\`)\n\n${table('Name | Type | Mandatory | Value', ...rows)}${answer}## Errors\n\n${table('HTTP | Meaning', '400 | A mandatory parameter is missing', `403 | ${words}`)}`;
  const named = await drafted(text('shop_id or shop_key is wrong'));
  expect(named.of('shop_id')).toMatchObject({ length: 'unnamed' });
  expect(named.refusals).toMatchObject({ unnamed: { documented: [{ status: [400, 403] }] } });
});

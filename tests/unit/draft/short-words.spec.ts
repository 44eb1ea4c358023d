/** Facts that pages give in a word or two: sides, media types, formats, statuses, and samples with values in their path. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const head = 'Field | Type | Mandatory | Description';
const page = (more = '', opened = 'RFC 3339, UTC'): string =>
  `# POST /openings\n\nHost: https://core.a.test\n\nJSON in, JSON out. ${more}\n\n**In**\n\n${table(head, 'login | string | yes | Who you are', 'secret | string | yes | Your secret')}**Out (201)**\n\n${table(head, 'sessionToken | string | yes | The session', `opened | string | yes | ${opened}`)}`;

test('in and out are the request and the answer, and JSON that goes both ways is the form of both', async () => {
  const { facts, asked } = await readDraft(page());
  expect(facts).toMatchObject({
    ...{ 'media-type': 'application/json', '201 media-type': 'application/json' },
    ...{ 'request /login required': true, 'request /secret type': 'string', '201 /sessionToken required': true },
    '201 /opened format': 'date-time',
  });
  expect(asked).not.toMatch(/is so for each request|is about the request or the response|operation that issues tokens/);
  const words = await readDraft(page().replaceAll('**In**', '**In short**'));
  expect(words.facts).not.toHaveProperty('request /login required');
  expect(words.asked).toMatch(/"In short"/);
});

test('the name of a format as the only words is a format, and with other words it is none', async () => {
  for (const [words, format] of [
    ['As RFC3339 timestamp (UTC)', 'date-time'],
    ['URL', 'uri'],
    ['A UUID', 'uuid'],
  ])
    expect((await readDraft(page('', words))).facts, words).toHaveProperty('201 /opened format', format);
  for (const words of ['RFC 3339, without the offset', 'URL path', 'UUID without dashes', 'RFC 3339 full-date'])
    expect((await readDraft(page('', words))).facts, words).not.toHaveProperty('201 /opened format');
  const sample = '```json\n{"sessionToken":"x","opened":"20250101120000"}\n```\n';
  expect((await readDraft(`${page()}${sample}`)).asked).toContain('what opened may be');
});

test('a status with words behind it is that of the fault they name, and success has one as well', async () => {
  const { facts, asked } = await readDraft(
    `${page().replace(' (201)', '')}\nSuccess is \`201\`.\n\n**403**: wrong login or secret.\n`,
  );
  expect(facts).toMatchObject({ '201 status': true, '201 /sessionToken type': 'string', '403 status': true });
  expect(asked).not.toMatch(/how wrong credentials are refused|how another login|200 is a guess/);
  const other = await readDraft(`${page()}\n**403**: the login may not do this.\n`);
  expect(other.asked).toContain('how wrong credentials are refused');
});

test('a sample with a value in its path is no other address, and one that ends otherwise is', async () => {
  const read = (path: string) =>
    readDraft(
      `# Openings (v2)\n\n## Create token\n\n\`\`\`\nPOST /v2/{land}/auth/token\n\`\`\`\n\n${table(head, 'login | string | yes | Who')}\n\`\`\`bash\ncurl -X POST https://a.test${path} -d '{"login":"x"}'\n\`\`\`\n`,
    );
  const { facts, asked } = await read('/v2/ke/auth/token');
  expect(facts).toHaveProperty('path', '/v2/{land}/auth/token');
  expect(asked).not.toMatch(/the path: |"Openings \(v2\)" is so/);
  expect((await read('/v2/ke/old/auth/token')).asked).toContain('the path: ');
});

test('what all calls take and return is the media type of both sides, and a path beside methods has any head', async () => {
  const listed = table('Call | Method | Resource', 'Issue | POST | /tokens', 'Look | GET | /tokens/current');
  const parts = `### Body\n\n${table('Field | Type | Required', 'key | string | yes')}### Answer 201\n\n${table('Field | Type | Required', 'token | string | yes')}`;
  const read = (said: string) =>
    readDraft(`# Tokens\n\n${said}\n\n${listed}## Issue\n\n${parts}## Look\n\nGives what is left.\n`);
  for (const said of [
    'All calls take and return `application/json`.',
    'Every call accepts and returns `application/json`.',
    'Setiap panggilan menerima dan mengembalikan `application/json`.',
  ])
    expect((await read(said)).facts, said).toMatchObject({
      ...{ method: 'POST', path: '/tokens', 'media-type': 'application/json', '201 media-type': 'application/json' },
    });
  expect((await read('All calls return `application/json`.')).facts).not.toHaveProperty('media-type');
});

test('a cell of values may be a choice of codes, and one of words is left', async () => {
  const of = (value: string) =>
    readDraft(
      `${endpoint}## Request headers\n\n${table('Header | Mandatory | Value', `X-Tongue | N | ${value}`, 'X-Other | Y | a')}`,
    );
  const key = 'request header X-TONGUE enum';
  for (const [value = '', all = ['']] of [
    ['id or en', ['id', 'en']],
    ['IDR, USD or EUR', ['IDR', 'USD', 'EUR']],
    ['aa atau bb', ['aa', 'bb']],
  ] as const)
    expect((await of(value)).facts, value).toHaveProperty([key], all);
  for (const value of [
    'phone or email',
    'id or en, others later',
    'id or en in v2',
    'UUID or ULID',
    'key or pin',
    'e.g. id or en',
  ])
    expect((await of(value)).facts, value).not.toHaveProperty([key]);
});

test('numbers that words give a meaning each are all there are, unless the words go on', async () => {
  const of = (notes: string, type = 'Number') =>
    readDraft(
      `${endpoint}## Request (JSON)\n\n${table('Name | Type | Required | Notes', `level | ${type} | Y | ${notes}`)}`,
    );
  for (const notes of [
    '1: read, 2: write',
    '1 (read) or 2 (write)',
    '1 = read, 2 = read and write',
    'Level: 1 = baca; 2 = tulis',
    '1 = read or 2 = write',
  ]) {
    const { facts, asked } = await of(notes);
    expect(facts, notes).toMatchObject({ 'request /level enum': [1, 2], 'request /level required': true });
    expect(asked, notes).not.toContain('level is mandatory');
  }
  for (const notes of [
    '1 = read, 2 = write, etc.',
    '1 = read',
    '1 = read, 2 = write in v2',
    '1 = read, 1 = write',
    '1 = success, 0 = failed',
    'e.g. 1 = read, 2 = write',
    '1 = read, 2 = write, or none',
  ])
    expect((await of(notes)).facts, notes).not.toHaveProperty(['request /level enum']);
  expect((await of('A = shop; B = branch', 'String')).facts).toMatchObject({
    'request /level enum': ['A', 'B'],
    'request /level required': true,
  });
  for (const notes of [
    'A = shop, B = branch, C only for banks',
    'Shop = A, Branch = B',
    '1 - 5',
    'M = mandatory, O = optional',
  ])
    expect((await of(notes, 'String')).facts, notes).not.toHaveProperty(['request /level enum']);
});

test('the time of a place says nothing of whether a field is there', async () => {
  const of = async (notes: string) =>
    (
      await readDraft(
        `${endpoint}## Response 200\n\n${table('Name | Type | Required | Notes', `until | String | Y | ${notes}`)}`,
      )
    ).facts;
  for (const notes of [
    'yyyy-MM-dd HH:mm:ss, Jakarta time',
    'yyyy-MM-dd, in Singapore local time',
    'yyyy-MM-dd, waktu Indonesia Barat',
  ])
    expect(await of(notes), notes).toHaveProperty(['200 /until required'], true);
  for (const notes of [
    'yyyy-MM-dd, Kedai time',
    'yyyy-MM-dd, Jakarta partners',
    'yyyy-MM-dd, Jakarta time only for partners',
    'yyyy-MM-dd, first time',
  ])
    expect(await of(notes), notes).not.toHaveProperty(['200 /until required']);
});

test('values in capitals behind words for what they are, and marked ones with strokes between them, are a choice', async () => {
  const of = (notes: string) =>
    readDraft(
      `${endpoint}## Request (JSON)\n\n${table('Name | Type | Required | Notes', `kind | String | Y | ${notes}`)}`,
    );
  for (const notes of ['Kind of partner: SHOP or BRANCH', '`SHOP`/`BRANCH`', 'Jenis mitra: SHOP atau BRANCH.'])
    expect((await of(notes)).facts, notes).toHaveProperty(['request /kind enum'], ['SHOP', 'BRANCH']);
  for (const notes of [
    'For partners: SHOP or BRANCH',
    'Kind of partner: shop or branch',
    'Format: JSON or XML',
    'Kind of partner: never SHOP or BRANCH',
    'Kind of partner: SHOP or BRANCH or others',
    '`SHOP`, `BRANCH`',
  ])
    expect((await of(notes)).facts, notes).not.toHaveProperty(['request /kind enum']);
});

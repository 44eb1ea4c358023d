/** What each clause of a draft cites: the page where words of it state the fact, else the standard that does. */
import { expect, test } from '@playwright/test';
import type { DeriveOptions } from '../../../src/draft/facts/input.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { answered } from '../../../src/draft/write/files/answer.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, isObject, type Json } from '../../../src/formats/json.ts';
import { described, page } from '../../support/described.ts';
import { endpoint, table } from '../../support/draft.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

/** What the clauses cite by their ids, as `level source`, and what else is of the draft. */
async function cited(text: string, options: DeriveOptions = {}) {
  const facts = await factsOf({ text, format: 'markdown', base: 'page' }, options);
  const files = draftOf(facts, origin);
  const contract = files['contracts/x/contract.yaml'] ?? {};
  const rows: Json[] = Array.isArray(contract['clauses']) ? contract['clauses'] : [];
  const of = (row: Json): [string, string] => [
    String(atPointer(row, '/id')).slice('x-'.length),
    `${atPointer(row, '/level')} ${atPointer(row, '/source')}`,
  ];
  const { sources = {} } = contract;
  return {
    facts,
    contract,
    rows: Object.fromEntries(rows.filter(isObject).map(of)),
    sources: isObject(sources) ? sources : {},
    asked: todosOf(facts, origin).map(({ what }) => what),
  };
}

/** Where a clause of a contract says that it stands. */
const placeOf = (contract: Json, id: string): Json | undefined => atPointer(rowCalled(contract, id), '/at');

function rowCalled(contract: Json, id: string): Json | undefined {
  const clauses = atPointer(contract, '/clauses');
  return Array.isArray(clauses) ? clauses.find((one) => atPointer(one, '/id') === id) : undefined;
}

const signed = ['timestamp-format', 'timestamp-current', 'client-key-known', 'signature-verified'];
const named = 'whether X-SIGNATURE';

const headers = (time = '', client = '', signature = ''): string =>
  `## Headers\n\n${table('Header | Type | Mandatory | Description', `X-TIMESTAMP | String | M | ${time}`, `X-CLIENT-KEY | String | M | ${client}`, `X-SIGNATURE | String | M | ${signature}`)}`;

test('three headers alone say nothing of the signature: its clauses are proposals of the standard, and it is a question', async () => {
  const { rows, sources, asked, facts } = await cited(`${endpoint}${headers()}`);
  for (const id of signed)
    expect([id, rows[id]]).toEqual([id, id === 'timestamp-current' ? 'should rfc9449' : 'should snap']);
  expect(sources['snap']).toMatchObject({ url: expect.stringContaining('aspi-indonesia') });
  expect(sources['snap']).not.toHaveProperty('named');
  const [question = '', ...more] = asked.filter((what) => what.startsWith(named));
  expect(more).toEqual([]);
  expect(question).toContain('does not say what is signed, by which algorithm, in which form X-TIMESTAMP is');
  const todo = todosOf(facts, origin).find(({ what }) => what === question);
  for (const word of ['snap-signature', 'drafted']) {
    const taken = todo && answered(facts, origin, todo, word);
    if (!taken || 'fault' in taken) throw new Error(taken?.fault ?? 'it is not asked');
    expect(todosOf(taken.facts, origin).filter(({ what }) => what.startsWith(named))).toEqual([]);
  }
});

for (const [how, text] of [
  ['its name', `${endpoint}This endpoint follows BI SNAP.\n\n${headers()}`],
  ['its whole name', `${endpoint}Mengikuti Standar Nasional Open API Pembayaran.\n\n${headers()}`],
  ['its path', `# Token\n\nPOST https://a.test/v1.0/access-token/b2b\n\n${headers()}`],
  [
    'a code of its service',
    `${endpoint}${headers()}## Response 200\n\n\`\`\`json\n{"responseCode":"2007300","accessToken":"a"}\n\`\`\`\n`,
  ],
] as const)
  test(`a page that has the standard by ${how} is bound by it, and asks no more where it names it`, async () => {
    const { rows, sources, asked, contract } = await cited(text);
    const form = how.endsWith('name') ? 'must snap' : 'should snap';
    expect(signed.map((id) => rows[id])).toEqual([form, 'should rfc9449', 'must snap', 'must snap']);
    expect(rows['documented-status']).toBe(form === 'must snap' ? form : 'should rfc9110');
    expect(sources['snap']).toHaveProperty('named', true);
    expect(asked.filter((what) => what.startsWith(named))).toHaveLength(form === 'must snap' ? 0 : 1);
    expect(JSON.stringify(contract['clauses'])).toContain('Access Token B2B, X-TIMESTAMP');
  });

test('a description that names the standard for all of its operations follows it', async () => {
  const parameters = ['X-TIMESTAMP', 'X-CLIENT-KEY', 'X-SIGNATURE'].map((name) => ({
    ...{ name, in: 'header', required: true, schema: { type: 'string' } },
  }));
  for (const [description, isNamed] of [
    ['Kept to BI SNAP.', true],
    ['Tokens of Acme.', false],
  ] as const) {
    const info = { title: 'Acme', version: '1', description };
    const facts = await factsOf(page(described(JSON.stringify({ info, operation: { parameters } }))));
    const asked = todosOf(facts, origin).filter(({ what }) => what.startsWith(named));
    expect([description, asked.length]).toEqual([description, isNamed ? 0 : 1]);
  }
});

test('a page that turns the standard down does not follow it', async () => {
  for (const words of ['It is not SNAP.', 'This is our non-SNAP API.', 'Unlike SNAP, no code is sent.'])
    expect((await cited(`${endpoint}${words}\n\n${headers()}`)).rows['signature-verified'], words).toBe('should snap');
});

test('what words of a page state of a signature cites the page', async () => {
  const { rows, sources, asked } = await cited(
    `${endpoint}${headers('current time, `2026-01-02T10:00:00+07:00`', 'the client id issued to you', 'Base64, SHA256withRSA of the string X-CLIENT-KEY\\|X-TIMESTAMP')}`,
  );
  // That a time is the one of now says of no other that it is refused.
  for (const id of signed)
    expect([id, rows[id]]).toEqual([id, id === 'timestamp-current' ? 'should rfc9449' : 'must page']);
  expect(Object.keys(sources)).not.toContain('snap');
  expect(asked.filter((what) => what.startsWith(named))).toEqual([]);
  const form = await cited(`${endpoint}${headers('ISO 8601')}`);
  expect([form.rows['timestamp-format'], form.rows['timestamp-current']]).toEqual(['must page', 'should rfc9449']);
  const rowOf = (contract: Json, id: string): string => JSON.stringify(rowCalled(contract, id));
  // A date alone is one of ISO 8601, and nothing says how far the time may be off.
  expect(rowOf(form.contract, 'x-timestamp-format')).not.toContain('date-only');
  expect(rowOf(form.contract, 'x-timestamp-offset')).toContain('date-only');
  expect(rowOf(form.contract, 'x-timestamp-current')).not.toContain('gate');
  const timed = await cited(`${endpoint}${headers('ISO 8601 date and time')}`);
  expect(rowOf(timed.contract, 'x-timestamp-format')).toContain('date-only');
  // An offset in an example alone says of no other time that it is refused.
  for (const time of [
    'ISO 8601',
    'ISO-8601, e.g. 2026-01-02T10:00:00+07:00',
    'ISO 8601 (contoh: `2026-01-02T10:00:00Z`)',
  ])
    expect((await cited(`${endpoint}${headers(time)}`)).rows, time).toMatchObject({
      'timestamp-format': 'must page',
      'timestamp-offset': 'should snap',
    });
  for (const time of [
    'ISO 8601 with offset, e.g. 2026-01-02T10:00:00+07:00',
    'yyyy-MM-ddTHH:mm:ssTZD',
    'ISO 8601, zona waktu WIB',
    'ISO 8601, `yyyy-MM-ddTHH:mm:ssXXX`',
    '2026-01-02T10:00:00+07:00',
  ])
    expect((await cited(`${endpoint}${headers(time)}`)).rows, time).not.toHaveProperty('timestamp-offset');
});

test('the window of another signature is that of a standard where the page has none', async () => {
  const timed = (time: string): string =>
    `${endpoint}## Headers\n\n${table('Header | Type | Mandatory | Description', `X-Timestamp | String | M | ${time}`, 'X-Signature | String | M | HMAC-SHA256 of method:path:timestamp, hex')}`;
  // Whose time is sent says nothing of how far it may be off.
  expect((await cited(timed('unix time 1767322800'))).rows['timestamp-current']).toBe('should rfc9449');
  const { rows } = await cited(timed('`2026-01-02T10:00:00Z`'));
  expect([rows['timestamp-current'], rows['signature-verified']]).toEqual(['should rfc9449', 'must page']);
});

test('a page of an address alone binds by no clause of its own', async () => {
  const { rows, contract, sources, asked } = await cited('# Token\n\nPOST https://a.test/token\n');
  const ofPage = Object.entries(rows).filter(([, cites]) => cites.endsWith(' page'));
  expect(ofPage.map(([id]) => id)).toEqual(['https']);
  expect(rows).toMatchObject({
    'documented-status': 'should rfc9110',
    'no-token-in-error': 'should cwe-201',
    'no-echo': 'should cwe-201',
    'resource-guarded': 'should rfc6750',
    'claims-live': 'should rfc7519',
  });
  const used = new Set(Object.values(rows).map((cites) => cites.split(' ')[1]));
  expect(new Set(Object.keys(sources))).toEqual(used);
  expect(JSON.stringify(contract['clauses'])).not.toContain('granted with 200');
  expect(asked.join()).toContain('status');
});

test('the status of a grant is a clause once the page or a person gives it', async () => {
  const grant = table('Name | Type | Required', 'access_token | string | yes');
  const silent = await cited(`${endpoint}## Response body\n\n${grant}Errors: HTTP 400 and HTTP 401.\n`);
  expect(silent.rows).not.toHaveProperty('granted');
  const todo = todosOf(silent.facts, origin).find(({ ask }) => ask?.about === 'status');
  expect(todo?.what).toContain('200 is a guess');
  const taken = todo && answered(silent.facts, origin, todo, '201');
  if (!taken || 'fault' in taken) throw new Error(taken?.fault ?? 'it is not asked');
  const clauses = JSON.stringify(draftOf(taken.facts, origin)['contracts/x/contract.yaml']);
  expect(clauses).toContain('A good request is granted with 201.');
  expect((await cited(`${endpoint}## Response 200\n\n${grant}`)).rows['granted']).toBe('must page');
});

test('what a page shows of its answers is what it says of them, and no more: the rest standards say', async () => {
  const grant = table(
    'Name | Type | Required | Description',
    ...['access_token | string | yes | send it as Bearer', 'expires_in | integer | yes | seconds'],
  );
  const refused = table('Name | Type | Required', 'reason | string | yes');
  const { rows, contract } = await cited(`${endpoint}## Response 200\n\n${grant}## Response 401\n\n${refused}`);
  expect(rows).toMatchObject({
    'documented-status': 'should rfc9110',
    'no-token-in-error': 'must page',
    'refusal-alone': 'should page',
    'grant-alone': 'should page',
    'no-echo': 'should cwe-201',
    'claims-expiry': 'should rfc7519',
    'claims-live': 'must page',
    'resource-guarded': 'must page',
  });
  // Each envelope is cited by its own place.
  expect(placeOf(contract, 'x-refusal-alone')).toBe('Response 401');
  expect(placeOf(contract, 'x-grant-alone')).toBe('Response 200');
  // A column of codes shows no body of a refusal.
  const codes = table('Status | code | Description', '401 | E1 | Wrong client', '400 | E2 | Wrong request');
  const listed = await cited(`${endpoint}## Response 200\n\n${grant}## Errors\n\n${codes}`);
  expect(listed.rows['no-token-in-error']).toBe('should cwe-201');
  const plain = await cited('# Token\n\nPOST http://127.0.0.1:8080/token\n');
  expect(plain.rows['https']).toBe('should rfc6750');
});

test('the scheme of the token is that of the standard where the page names none, or leaves others', async () => {
  for (const words of [
    'for the header `Authorization`',
    'currently Bearer, others follow',
    'saat ini Bearer',
    'Bearer or MAC',
  ]) {
    const grant = table('Name | Type | Required | Description', `access_token | string | yes | ${words}`);
    const { rows } = await cited(`${endpoint}## Response 200\n\n${grant}`);
    expect([words, rows['resource-guarded']]).toEqual([words, 'should rfc6750']);
  }
});

test('a refresh token that is sent may come back where the answer has a member of its name, and no other secret may', async () => {
  const body = (...rows: string[]): string => `## Request body\n\n${table('Name | Type | Required', ...rows)}`;
  const answer = (...rows: string[]): string => `## Response 200\n\n${table('Name | Type | Required', ...rows)}`;
  const sent = body('grant_type | string | yes', 'client_secret | string | yes', 'refresh_token | string | yes');
  const echoOf = async (text: string): Promise<unknown> => {
    const { contract } = await cited(`${endpoint}${text}`);
    const rows: Json[] = Array.isArray(contract['clauses']) ? contract['clauses'] : [];
    return rows.find((row) => atPointer(row, '/id') === 'x-no-echo');
  };
  expect(await echoOf(sent + answer('access_token | string | yes', 'refresh_token | string | yes'))).toMatchObject({
    statement: 'No secret that was sent comes back in an answer, other than in refresh_token.',
    promise: { with: { besides: ['/refresh_token'] } },
  });
  const alone = await echoOf(sent + answer('access_token | string | yes'));
  expect(alone).toMatchObject({ statement: 'No secret that was sent comes back in an answer.' });
  expect(alone).not.toHaveProperty('promise.with');
});

test('a refusal of 4xx is no promise of a page that gives refusals the status of a grant, or one of the server', async () => {
  const says = (words: string) =>
    cited(`${endpoint}${words}\n\n## Response 200\n\n${table('Name | Type', 'token | string')}`);
  for (const words of [
    'The server answers with HTTP status 200 whenever it could read the request, also when it refuses it.',
    'A refusal has the status 200 as well.',
    'An error has a `4xx` or `5xx` status code.',
  ])
    expect.soft((await says(words)).rows, words).not.toHaveProperty('documented-status');
  for (const words of ['A fault of yours has a 4xx, and one of ours a 5xx.', 'A refusal has a 4xx status code.'])
    expect.soft((await says(words)).rows['documented-status'], words).toBe('should rfc9110');
});

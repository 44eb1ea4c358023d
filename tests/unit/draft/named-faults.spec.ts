/** A documented status is that of the faults its words name; the others have a refusal of their own, and are one question. */
import { expect, test } from '@playwright/test';
import { answered } from '../../../src/draft/write/files/answer.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { origin } from '../../support/answering.ts';
import { table } from '../../support/draft.ts';
import { answer, body, credentials, drafted, head, refused } from '../../support/refusals-drafted.ts';

test('a status that the page gives to one fault is that of no other', async () => {
  const untaken = { required: 'unnamed', type: 'unnamed', value: 'parameters' };
  for (const [words, own, missing] of [
    ['grant_type tidak valid', 'parameters', 'client_id or client_secret missing'],
    // A value that is not taken is there.
    ['The grant type is not supported', untaken, 'client_id or client_secret or grant_type missing'],
    ['Unknown `grant_type`', untaken, 'client_id or client_secret or grant_type missing'],
    ['`grant_type` tidak didukung', untaken, 'client_id or client_secret or grant_type missing'],
    ['Grant type missing or not allowed', { ...untaken, required: 'parameters' }, 'client_id or client_secret missing'],
  ] as const) {
    const { asked, body: unread, type, of, refusals } = await drafted(refused(`400 | ${words}`, credentials));
    expect([unread, type, of('grant_type'), of('client_secret')], words).toEqual([
      'unnamed',
      'unnamed',
      own,
      'unnamed',
    ]);
    expect(asked, words).toContain(`a body that cannot be read, another media type, ${missing}`);
    expect(refusals, words).toMatchObject({ unnamed: { documented: [{ status: [400, 401] }] } });
  }
});

test('another value than those of a list is a fault, and what some clients send alone has none', async () => {
  const rows = table(
    'Name | Type | Mandatory | Value',
    'kind | string (2-4) | yes | one of `new`, `old`',
    'pin | string | no | Only for kind old',
  );
  const page = (words: string): string =>
    `${head}## Request body (\`application/json\`)\n\n${rows}${answer}## Errors\n\n${table('HTTP | Meaning', `422 | ${words}`, credentials)}`;
  const named = await drafted(page('kind is not supported'));
  expect(named.of('kind')).toMatchObject({ required: 'unnamed', value: 'parameters' });
  expect(named.asked).toContain('kind missing, kind empty, kind of another type');
  expect(named.asked).not.toContain('pin');
  for (const words of ['The value of kind is wrong', 'Nilai kind tidak sesuai'])
    expect((await drafted(page(words))).of('kind'), words).toMatchObject({ required: 'unnamed', type: 'parameters' });
  const other = await drafted(page('A field is missing'));
  expect(other.of('kind')).toMatchObject({ required: 'parameters', value: 'unnamed' });
  expect(other.asked).toContain('kind with another value');
});

test('words name what is missing, what is malformed and what is too long apart', async () => {
  const missing = await drafted(refused('400 | Body is no JSON, or a mandatory field is missing', credentials));
  expect([missing.body, missing.type]).toEqual(['parameters', 'unnamed']);
  expect(missing.of('client_id')).toEqual({ required: 'or-empty', type: 'unnamed', length: 'unnamed' });
  expect(missing.asked).toContain('client_id too long');
  const invalid = await drafted(refused('400 | Parameter kurang atau tidak valid', credentials));
  // Too long a credential is a wrong one as well.
  expect(invalid.of('client_id')).toEqual({ required: 'or-empty', type: 'parameters', length: 'unnamed' });
  expect(invalid.of('client_secret')).toEqual({ required: 'or-empty', type: 'parameters' });
  // Words behind a code say what it is for.
  const twice = await drafted(
    refused('400 | invalid_request Parameter wajib tidak ada, atau dikirim dua kali', credentials),
  );
  expect(twice.of('client_id')).toEqual({ required: 'or-empty', type: 'unnamed', length: 'unnamed' });
  const long = await drafted(refused('400 | Field kosong atau terlalu panjang', credentials));
  expect(long.of('client_id')).toEqual({ required: 'parameters', type: 'unnamed', length: 'parameters' });
});

test('words about fields say nothing of JSON that cannot be read, and of a form they do', async () => {
  for (const words of [
    'A member is missing or has a wrong form',
    'Invalid field',
    'Parameter kurang atau tidak valid',
  ]) {
    const named = await drafted(refused(`400 | ${words}`, credentials));
    expect([named.body, named.of('grant_type')], words).toEqual(['unnamed', 'parameters']);
    expect(named.asked, words).toContain('a body that cannot be read');
    const form = refused(`400 | ${words}`, credentials).replace(
      'application/json',
      'application/x-www-form-urlencoded',
    );
    // What cannot be read of a form is one of its parameters.
    expect((await drafted(form)).asked, words).not.toContain('a body that cannot be read');
  }
  for (const words of ['Body or field is invalid', 'The JSON cannot be parsed', 'Invalid request body'])
    expect((await drafted(refused(`400 | ${words}`, credentials))).body, words).toBe('parameters');
});

test('general words are of all faults of the request', async () => {
  for (const words of ['Bad Request', 'Permintaan tidak valid', 'The request is malformed', 'invalid_request']) {
    const { question, type, of } = await drafted(refused(`400 | ${words}`, credentials));
    expect([question, type, of('grant_type')], words).toEqual([undefined, 'parameters', 'parameters']);
    // Without it the client is not authenticated either.
    expect(of('client_id'), words).toEqual({ required: 'either', type: 'parameters', length: 'parameters' });
  }
  // A scope is no field of this request, and of its words nothing is taken.
  expect((await drafted(refused('400 | A signature is missing', credentials))).type).not.toBe('parameters');
});

test('a person decides the faults that no words name, and no others', async () => {
  const { facts, question } = await drafted(refused('400 | grant_type is missing or wrong', credentials));
  const given = question ? answered(facts, origin, question, '422') : { fault: 'no question' };
  if ('fault' in given) throw new Error(given.fault);
  expect(todosOf(given.facts, origin).map(({ name }) => name)).not.toContain('refusal-parameters');
  expect(draftOf(given.facts, origin)['contracts/x/contract.yaml']).toMatchObject({
    refusals: { parameters: { documented: [{ status: 400 }] }, unnamed: { documented: [{ status: 422 }] } },
  });
});

const signed = (...lines: string[]): string =>
  `${head}The request follows BI SNAP.\n\n## Header\n\n${table('Header | Mandatory | Description', 'X-TIMESTAMP | M | Time', 'X-CLIENT-KEY | M | Client id issued to you', 'X-SIGNATURE | M | Signature')}## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory', 'grantType | string | M')}${answer}## Errors\n\n${table('HTTP | Code | Meaning', ...lines)}`;

test('a signature that is not there may be a missing mandatory field where the page says so of any', async () => {
  const unsigned = '401 | 4017300 | Unauthorized. [Signature]';
  const general = await drafted(signed('400 | 4007302 | Invalid Mandatory Field {field}', unsigned));
  const marks = ['X-TIMESTAMP', 'X-CLIENT-KEY', 'X-SIGNATURE'].map((name) => ({ name }));
  expect(general.headers).toMatchObject(
    marks.map((one, at) => ({ ...one, 'x-clause': { refusal: at === 0 ? 'parameters' : 'either' } })),
  );
  const one = await drafted(signed('400 | 4007302 | Invalid Mandatory Field [grantType]', unsigned));
  expect(one.headers).toMatchObject(marks.map((mark) => ({ ...mark, 'x-clause': { refusal: 'unnamed' } })));
  expect(one.asked).toContain('X-TIMESTAMP or X-CLIENT-KEY or X-SIGNATURE missing');
  // A header is a field, and no member.
  const member = await drafted(signed('400 | 4007302 | A member is missing', unsigned));
  expect(member.headers).toMatchObject(marks.map((mark) => ({ ...mark, 'x-clause': { refusal: 'unnamed' } })));
  expect(member.asked).not.toContain('grantType missing');
  // That another client key is refused the page says only where its words name it.
  const key = (words: string) => signed('400 | 4007300 | Bad request', words);
  const known = async (words: string) =>
    [(await drafted(key(words))).clauses].flat().find((clause) => Object(clause).id === 'x-client-key-known');
  expect(await known(unsigned)).not.toMatchObject({ source: 'page' });
  expect(await known('401 | 4017300 | Unauthorized. [Unknown client]')).toMatchObject({ source: 'page' });
});

test('a mandatory member is in the body, and a mandatory field in a header as well', async () => {
  const page = (words: string): string =>
    `${head}## Headers\n\n${table('Header | Mandatory | Description', 'X-Site | yes | Your site')}${refused(`400 | ${words}`, credentials).slice(head.length)}`;
  const site = (as: string) => [{ name: 'X-Site', 'x-clause': { refusal: as } }];
  for (const words of [
    'A mandatory member is missing',
    'A required property is not present',
    'A field of the request body is missing',
    'A JSON member is missing',
    'Missing mandatory field in body',
  ]) {
    const member = await drafted(page(words));
    expect(member.headers, words).toMatchObject(site('unnamed'));
    expect(member.of('grant_type'), words).toMatchObject({ required: 'parameters', type: 'unnamed' });
    expect(member.asked, words).toContain('X-Site missing');
  }
  for (const words of ['A mandatory field is missing', 'A mandatory member or header is missing'])
    expect((await drafted(page(words))).headers, words).toMatchObject(site('parameters'));
  for (const words of ['Missing header parameter', 'A mandatory field of the header is missing']) {
    const header = await drafted(page(words));
    expect([header.headers, header.of('grant_type')], words).toMatchObject([site('parameters'), 'unnamed']);
  }
  expect((await drafted(page('Malformed JSON data'))).body).toBe('parameters');
});

test('a mandatory field that is called wrong and then missing is refused for being missing alone', async () => {
  const all = (line: string): string => signed(`400 | 4007302 | ${line}`, '401 | 4017300 | Unauthorized. [Signature]');
  for (const line of [
    'Invalid Mandatory Field {field}. Header atau field wajib tidak dikirim',
    'Invalid mandatory field: a field is missing',
  ]) {
    const { of, question } = await drafted(all(line));
    expect(of('grantType'), line).toEqual({ required: 'parameters', type: 'unnamed' });
    expect(question?.what, line).toContain('grantType of another type');
  }
  expect((await drafted(all('Invalid Mandatory Field {field}'))).of('grantType')).toBe('parameters');
});

test('another scheme than HTTP Basic has the status that the page gives it', async () => {
  const page = (words: string): string =>
    `${head}Authentication: HTTP Basic with id and secret.\n\n${answer}## Errors\n\n${table('HTTP | Meaning', `400 | ${words}`, '401 | Wrong credentials')}`;
  const { clauses, asked } = await drafted(page('Invalid authentication type passed'));
  expect(clauses).toContainEqual(
    expect.objectContaining({
      id: 'x-basic-scheme',
      refusal: 'parameters',
      demand: { auth: 'basic', break: ['other-scheme'] },
    }),
  );
  expect(clauses).toContainEqual(expect.objectContaining({ id: 'x-basic-present', refusal: 'unnamed' }));
  expect(asked).toContain('HTTP Basic missing');
  const absent = await drafted(page('Authorization header missing'));
  expect(absent.clauses).toContainEqual(
    expect.objectContaining({
      id: 'x-basic-present',
      refusal: 'parameters',
      demand: { auth: 'basic', break: ['absent'] },
    }),
  );
  const other = await drafted(page('Bad request'));
  expect(other.clauses).toContainEqual(expect.objectContaining({ id: 'x-basic-present', refusal: 'either' }));
  expect(JSON.stringify(other.clauses)).not.toContain('x-basic-scheme');
});

test('what is not there is refused as what is wrong where words speak of both, and in either way where they do not', async () => {
  const page = (words: string, how: string): string =>
    `${head}Authentication: ${how}.\n\n${answer}## Errors\n\n${table('HTTP | Meaning', '400 | Malformed request', `401 | ${words}`)}`;
  const basic = async (words: string) => (await drafted(page(words, 'HTTP Basic with id and secret'))).clauses;
  for (const words of ['Id or secret not accepted', 'Wrong credentials', 'client id atau secret salah'])
    expect(await basic(words), words).toContainEqual(
      expect.objectContaining({ id: 'x-basic-present', refusal: 'either' }),
    );
  for (const words of ['Missing or wrong credentials', 'Authentication failed', 'Unauthorized', 'Autentikasi gagal'])
    expect(await basic(words), words).toContainEqual(
      expect.objectContaining({ id: 'x-basic-present', refusal: 'credentials' }),
    );
});

test('words of a status that are not understood leave it to no fault, and are asked', async () => {
  const page = (words: string): string =>
    `${refused(`400 | ${words}`, credentials)}\nAll errors have this body:\n\n${table('Name | Type | Mandatory', 'code | string | yes')}`;
  const unread = await drafted(page('Quota of the vault exceeded'));
  expect(JSON.stringify(todosOf(unread.facts, origin))).toContain('400 \\"Quota of the vault exceeded');
  const titled = `${head}${body}${answer}## Errors\n\n${table('HTTP | title', '400 | Malformed request', '409 | Too many open vaults (five each)')}All errors:\n\n${table('Name | Type | Mandatory', 'title | string | yes')}`;
  const values = (await drafted(titled)).facts.answers.map(({ status, members }) => [
    status,
    members[0]?.schema['const'],
  ]);
  expect(values).toEqual(
    expect.arrayContaining([
      [400, 'Malformed request'],
      [409, undefined],
    ]),
  );
  // What they name is that of the fault alone, in Indonesian as well; who asks is shown by HTTP Basic, and by no member.
  const missing = await drafted(page('Elemen wajib tidak diisi'));
  expect([missing.body, missing.type]).toEqual(['unnamed', 'unnamed']);
  expect(missing.of('grant_type')).toEqual({ required: 'parameters', type: 'unnamed', value: 'unnamed' });
});

test('a method that the page gives a service at the path of the token is never tried', async () => {
  const page = (more: string): string =>
    `# API\n\n## Ask for a token\n\nPOST https://a.test/v1/token\n\n${body.replaceAll('## ', '### ')}${answer.replaceAll('## ', '### ')}${more}`;
  const renewed = `## Renew a token\n\nPUT https://a.test/v1/token\n\n${table('Name | Type | Mandatory', 'renewal | string | yes')}`;
  const own = await drafted(page(renewed));
  expect(own.clauses).toContainEqual(
    expect.objectContaining({ id: 'x-method', demand: { method: 'POST', break: ['get'] } }),
  );
  expect(JSON.stringify(own.files)).not.toContain('"id":"x-method","at"');
  const listed = table('Method | Path | Purpose', 'POST | /v1/token | Ask', 'PUT | /v1/token | Renew');
  expect((await drafted(page(`## All\n\n${listed}`))).clauses).toContainEqual(
    expect.objectContaining({ id: 'x-method', demand: { method: 'POST', break: ['get'] } }),
  );
  const elsewhere = await drafted(page(renewed.replace('/token', '/token/renew')));
  expect(JSON.stringify(elsewhere.files)).toContain('"x-clause":{"id":"x-method","at"');
});

/** Faults that a page names in other words than most, and those of which it says nothing: a draft holds no provider to a guess. */
import { expect, test } from '@playwright/test';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, isObject } from '../../../src/formats/json.ts';
import { origin, read } from '../../support/answering.ts';
import { table } from '../../support/draft.ts';

const head = '# Token\n\nPOST https://a.test/token\n\n';
const answer = `## Response 200\n\n${table('Name | Type | Mandatory', 'token | string | yes')}`;

async function drafted(page: string) {
  const facts = await read(page);
  const files = draftOf(facts, origin);
  const contract = files['contracts/x/contract.yaml'] ?? {};
  const operation = atPointer(files['specs/x.openapi.yaml'], '/paths/~1token/post');
  return {
    contract,
    operation: isObject(operation) ? operation : {},
    text: JSON.stringify(files),
    asked: todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n'),
  };
}

const header = `## Headers\n\n${table('Header | Type | Required', 'X-Shop-Key | string | yes')}`;
const body = (...rows: string[]): string =>
  `## Request body (\`application/json\`)\n\n${table('Field | Type | Required', ...rows)}`;

test('a body of which no member is mandatory may be left out, and is asked about', async () => {
  const optional = await drafted(`${head}${header}${body('life | integer | no', 'label | string | no')}${answer}`);
  expect(optional.operation['requestBody']).not.toHaveProperty('required');
  expect(optional.operation['requestBody']).not.toHaveProperty('x-clause');
  expect(optional.asked).toContain('whether a request is refused without a body');
  const needed = await drafted(`${head}${header}${body('life | integer | yes', 'label | string | no')}${answer}`);
  expect(needed.operation['requestBody']).toMatchObject({ required: true, 'x-clause': { refusal: 'parameters' } });
  expect(needed.asked).not.toContain('refused without a body');
});

test('a body that may be left out is read where words say that one that cannot be read is refused', async () => {
  const errors = '## Errors\n\n- 400: the body is no JSON\n- 401: wrong shop key\n';
  const { operation } = await drafted(`${head}${header}${body('life | integer | no')}${answer}${errors}`);
  expect(operation['requestBody']).toMatchObject({ 'x-clause': { break: ['malformed', 'trailing-garbage'] } });
  expect(operation['requestBody']).not.toHaveProperty('required');
});

test('the header is the only one that a request needs, and its absence has the status that the words give', async () => {
  const words = 'We answer 401 if the header is missing.\n\n';
  const refusalOf = async (headers: string) =>
    [(await drafted(`${head}${words}${headers}${body('life | integer | yes')}${answer}`)).operation['parameters'] ?? []]
      .flat()
      .map((one) => atPointer(one, '/x-clause/refusal'));
  expect(await refusalOf(header)).toEqual(['credentials']);
  const two = `## Headers\n\n${table('Header | Type | Required', 'X-Shop-Key | string | yes', 'X-Call | string | yes')}`;
  expect(await refusalOf(two)).not.toContain('credentials');
});

const fields = body('client_id | string | yes', 'client_secret | string | yes');
const statuses = (column: string, ...rows: string[]): string =>
  `## Errors\n\n${table(`Status | error | ${column}`, ...rows)}`;

test('another method has the status that the page documents for it, in whatever words', async () => {
  const methodOf = async (...rows: string[]) => {
    const errors = statuses('Why', '400 | no_field | A field is missing', '401 | no_client | Unknown client', ...rows);
    const { contract, asked } = await drafted(`${head}${fields}${answer}${errors}`);
    return { method: atPointer(contract['refusals'], '/method'), asked };
  };
  for (const words of ['You did not use POST', 'Send a POST', 'Metode salah']) {
    const { method } = await methodOf(`405 | – | ${words}`);
    expect.soft(method, words).toEqual({
      statement: 'refused as another method (405)',
      documented: [{ status: [405] }],
    });
  }
  expect((await methodOf('404 | – | Wrong method')).method).toMatchObject({ documented: [{ status: [404] }] });
  expect((await methodOf('404 | – | Wrong method')).asked).toContain('how another method is refused');
  expect((await methodOf()).method).toMatchObject({ documented: [{ status: [405, 404] }] });
  // A form post is no method.
  const posted = await methodOf('415 | – | The request is not a form post');
  expect(posted.method).toMatchObject({ documented: [{ status: [405, 404] }] });
  expect(posted.asked).not.toContain('how another method is refused');
});

test('the 404 of another fault is none of another method: one is taken for it, and nothing is demanded of its form', async () => {
  for (const words of ['Client not found', 'Unknown partner', 'Klien tidak ditemukan']) {
    const errors = statuses('Why', '400 | no_field | A field is missing', `404 | none | ${words}`);
    const { contract } = await drafted(`${head}${fields}${answer}${errors}`);
    const method = atPointer(contract['refusals'], '/method');
    expect.soft(method, words).toMatchObject({ statement: 'refused (405)', documented: [{ status: [405] }] });
    // What is tolerated by its status alone may be of a server in front: no clause about the body is judged by it.
    expect.soft(method, words).toMatchObject({ tolerated: [{ status: [404, 400, 401, 403, 501], effect: 'notes' }] });
  }
  const shown = `## Response 404\n\nResource not found.\n\n${table('Field | Type | Required', 'reason | string | yes')}`;
  const { contract } = await drafted(`${head}${fields}${answer}${shown}`);
  expect(atPointer(contract['refusals'], '/method/documented')).toEqual([{ status: [405] }]);
});

test('words below a head of advice say what is wrong where no other cell does', async () => {
  const rows = ['400 | no_field | A field is missing or sent twice', '401 | no_client | Check the client'];
  const { asked } = await drafted(`${head}${fields}${answer}${statuses('What to do', ...rows)}`);
  expect(asked).toContain('A field is missing or sent twice');
  expect(asked).not.toContain('Check the client');
});

test('a lock after some failures is one question that quotes it, in a status or a sentence', async () => {
  for (const words of [
    '| 423 | locked | The user is locked after five wrong passwords |\n',
    '\nAfter 3 failed attempts the client is blocked for an hour.\n',
    '\nToo many wrong secrets lock the client.\n',
    '\nKlien diblokir setelah lima kali gagal.\n',
  ]) {
    const errors = statuses('Why', '401 | no_client | Unknown client').trimEnd();
    const { asked } = await drafted(`${head}${fields}${answer}${errors}\n${words}`);
    expect.soft(asked, words).toContain('what becomes of the requests with wrong credentials');
  }
  const { asked } = await drafted(`${head}${fields}${answer}Blocked accounts may be opened by our 2 desks.\n`);
  expect(asked).not.toContain('what becomes of the requests with wrong credentials');
});

test('a credential in hexadecimal letters is tried in no other letter case, unless the page says that it counts', async () => {
  const tried = async (notes: string) =>
    (
      await drafted(
        `${head}## Request body\n\n${table('Field | Type | Required | Notes', `client_id | string | yes | ${notes}`)}${answer}`,
      )
    ).text.includes('client_id than the one issued, to the letter,');
  for (const notes of ['24 hex characters', '40 hexadecimal digits', '32 karakter heksadesimal'])
    expect.soft(await tried(notes), notes).toBe(false);
  expect(await tried('24 hex characters, case-sensitive')).toBe(true);
  expect(await tried('24 characters')).toBe(true);
});

test('a member whose form is a date with its time is new in each request, and no credential', async () => {
  const about = async (notes: string) => {
    const rows = ['client_secret | string | yes | Secret', `sentAt | string | yes | ${notes}`];
    const page = `${head}## Request body\n\n${table('Field | Type | Required | Notes', ...rows)}${answer}`;
    return drafted(page);
  };
  for (const notes of ['yyyyMMddHHmmss', 'Format: YYYY-MM-DDTHH:mm:ssZ', 'DateTime, yyyy-MM-dd HH:mm']) {
    const { contract, asked } = await about(notes);
    expect.soft(asked, notes).toContain('the value of sentAt');
    expect.soft(contract['credentials'], notes).not.toHaveProperty('sentAt');
  }
  expect((await about('Your desk')).contract['credentials']).toHaveProperty('sentAt');
});

test('the id of a key is no secret, and a life that is always the same shrinks in no answer', async () => {
  const drafts = async (life: string) => {
    const request = `## Request body\n\n${table('Field | Type | Required', 'apiKeyId | string | yes', 'apiKeySecret | string | yes')}`;
    const granted = `## Response 200\n\n${table('Name | Type | Mandatory | Notes', 'token | string | yes | ', `expires_in | integer | yes | ${life}`)}`;
    return drafted(`${head}${request}${granted}`);
  };
  const fixed = await drafts('Seconds. Always 600');
  expect(fixed.contract['credentials']).toMatchObject({ apiKeySecret: { secret: true } });
  expect(atPointer(fixed.contract['credentials'], '/apiKeyId')).not.toHaveProperty('secret');
  expect(fixed.text).not.toContain('life-shrinks');
  expect((await drafts('Seconds')).text).toContain('life-shrinks');
});

test('one of the listed fields is any of them, and what else is missing is not', async () => {
  const missing = async (words: string) => {
    const errors = `## Errors\n\n- 400: ${words}\n- 401: unknown client\n`;
    return (await drafted(`${head}${fields}${answer}${errors}`)).asked;
  };
  for (const words of ['one of the two is missing', 'any of these is missing', 'salah satu dari dua itu tidak ada'])
    expect.soft(await missing(words), words).not.toContain('client_id or client_secret missing');
  expect(await missing('one of the stores is missing')).toContain('client_id or client_secret missing');
});

test('the form of a request is no media type of answers, and words about answers are quoted', async () => {
  const form = `## Request (\`application/x-www-form-urlencoded\`)\n\n${table('Name | Type | Required', 'user | string | yes')}`;
  expect((await drafted(`${head}${form}${answer}`)).asked).toContain('answers 200; the page names none');
  const told = await drafted(`${head}${form}${answer}Answers have the same Content-Type as a rule.\n`);
  expect(told.asked).toContain('Answers have the same Content-Type as a rule.');
});

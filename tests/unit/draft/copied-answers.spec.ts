/** Pages copied out of a browser, one cell to a line: the answers below their statuses, and what they hold as others do. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const top = 'Get a ticket\nPOST\nhttps://a.test/ticket\n';
const heads = 'Name\nType\nRequired\nDescription\n';
const body = `Body\n${heads}user\nstring\nYes\nYour user\nkind\nstring\nYes\nshop or branch\n`;
const sample = `Request\ncurl -X POST https://a.test/ticket \\\n-H 'Content-Type: application/json' \\\n-d '{"user":"u1","kind":"shop"}'\n`;
const granted = `Response\n200 OK\n${heads}status\nstring\nYes\nAlways GRANTED\nitem\nobject\nYes\n\nitem.ticket\nstring\nYes\nThe ticket\n`;
const refused = `401 Unauthorized\nThe user is wrong.\n${heads}code\nstring\nYes\nFour digits\nstatus\nstring\nYes\nAlways REFUSED\nhint\nstring\nNo\n`;
const keysOf = (facts: object, part: string): string[] => Object.keys(facts).filter((key) => key.startsWith(part));

test('a first field that is called as a column is none, and a status with its reason heads its answer', async () => {
  const { facts, asked } = await readDraft(
    `${top}${body}${sample}${granted}${refused}422 Unprocessable Entity\nBad.\n`,
  );
  expect(facts).toMatchObject({
    '200 /status const': 'GRANTED',
    '200 /status required': true,
    '200 /item type': 'object',
    '200 /item/ticket required': true,
    '401 /code pattern': '^[0-9]{4}$',
    '401 /status const': 'REFUSED',
    '401 /hint type': 'string',
    '422 status': true,
  });
  expect(facts).not.toHaveProperty(['401 /hint required']);
  expect(keysOf(facts, '422 /')).toEqual([]);
  expect(asked).not.toContain('was not read');
});

test('tabs of statuses behind each other say of nothing below them what it is of', async () => {
  const tabs = `Response\n200 OK\n401 Unauthorized\n${heads}code\nstring\nYes\nSome text, as we have it\n`;
  for (const page of [tabs, tabs.replace('200 OK\n401 Unauthorized', '200\n401')]) {
    const { facts } = await readDraft(`${top}${body}${page}`);
    expect(keysOf(facts, '401 /'), page).toEqual([]);
  }
  expect((await readDraft(`${top}${body}${tabs}`)).asked).toContain('which status the answers');
  // Below heads written small a word for a column may be one.
  const small = 'Response\nname\ntype\nrequired\ndescription\nstatus\nticket\nstring\nYes\nThe ticket\n200\n';
  expect(keysOf((await readDraft(`${top}${body}${small}`)).facts, '200 /status')).toEqual([]);
});

test('a choice is one of values where a sample shows one of them', async () => {
  const { facts, asked } = await readDraft(`${top}${body}${sample}${granted}`);
  expect(facts).toMatchObject({ 'request /kind enum': ['shop', 'branch'], 'request /kind required': true });
  expect(asked).not.toContain('whether kind is mandatory');
  for (const other of [`${top}${body}${granted}`, `${top}${body}${sample.replace('"shop"', '"S1"')}${granted}`]) {
    const without = await readDraft(other);
    expect(without.facts).not.toHaveProperty(['request /kind enum']);
    expect(without.asked).toContain('kind is mandatory');
  }
  const doubtful = await readDraft(
    `${top}${body.replace('shop or branch', 'shop or branch. In the sandbox only shop')}${sample}${granted}`,
  );
  expect(doubtful.facts).not.toHaveProperty(['request /kind enum']);
});

test('an answer holds what another one holds where a sentence says so and nothing else; its values are asked', async () => {
  for (const words of ['Same fields as 401.', 'The body is the same as for 401.', 'Isinya sama dengan respons 401.']) {
    const { facts, asked } = await readDraft(`${top}${body}${granted}${refused}422 Unprocessable Entity\n${words}\n`);
    expect(facts, words).toMatchObject({
      '422 /code pattern': '^[0-9]{4}$',
      '422 /code required': true,
      '422 /hint type': 'string',
    });
    expect(facts).not.toHaveProperty(['422 /status const']);
    expect(asked).toContain('whether status has the value there that it has in 401');
  }
  for (const words of [
    'Not the same fields as 401.',
    'Same fields as 401, without the hint.',
    'Mostly the same fields as 401.',
    'Same fields as 401 of the refund call.',
    'Same fields as 403.',
  ]) {
    const { facts, asked } = await readDraft(`${top}${body}${granted}${refused}422 Unprocessable Entity\n${words}\n`);
    expect(keysOf(facts, '422 /'), words).toEqual([]);
    expect(asked, words).toContain('what the answer 422 holds');
  }
});

test('a word in capitals that is always there is a value, and no form that values have', async () => {
  const of = (words: string) =>
    readDraft(`${top}${body}Response\n${heads}outcome\nstring\nYes\n${words}\nrest\nstring\nNo\nAll else\n`);
  expect((await of('Always REFUSED')).facts).toHaveProperty(['200 /outcome const'], 'REFUSED');
  for (const words of [
    'Always UUID',
    'Always ASCII',
    'Always UPPERCASE',
    'Always REFUSED or FAILED',
    'Not always REFUSED',
  ])
    expect((await of(words)).facts, words).not.toHaveProperty(['200 /outcome const']);
});

test('numbers in words count digits, and those of a part count nothing', async () => {
  const of = (words: string) =>
    readDraft(`${top}${body}Response\n${heads}code\nstring\nYes\n${words}\nrest\nstring\nNo\nAll else\n`);
  for (const words of ['Six digits', 'Kode, enam digit'])
    expect((await of(words)).facts, words).toHaveProperty(['200 /code pattern'], '^[0-9]{6}$');
  for (const words of ['The last six digits of the card', 'A number of digits', 'Six or seven digits'])
    expect((await of(words)).facts, words).not.toHaveProperty(['200 /code pattern']);
});

test('a line of a status and a few words heads the table below it, in whatever way they are apart', async () => {
  const of = (line: string) =>
    readDraft(`${top}${body}${granted}${line}\nThe user is wrong.\n${heads}code\nstring\nYes\nThe code, as it is\n`);
  for (const line of [
    '401 - Unauthorized',
    '401: Unauthorized',
    'HTTP 401 Unauthorized',
    '401 – Wrong user',
    '401 Pengguna salah',
    'Wrong user (401)',
  ]) {
    const { facts } = await of(line);
    expect(facts, line).toHaveProperty(['401 /code required'], true);
    expect(keysOf(facts, '200 /code'), line).toEqual([]);
  }
  const { facts, asked } = await of('400 Bad user\n401 Wrong user');
  expect([...keysOf(facts, '200 /code'), ...keysOf(facts, '401 /code')]).toEqual([]);
  expect(asked).toContain('which status the answers');
  for (const line of ['401 characters', '401 is for a wrong user', 'A user may have 401 shops'])
    expect(keysOf((await of(line)).facts, '401 /code'), line).toEqual([]);
});

test('cells may be empty in the middle of a row, up to the next status, and a number that HTTP does not know is none', async () => {
  const wide = 'Field\nMandatory\nType\nMax length\nDescription\n';
  const rows = 'status\nY\nString\n10\n\nscope\nN\nString\n\n\nticket\nY\nString\n512\nThe ticket\n';
  const { facts } = await readDraft(`${top}${body}Response\n200 OK\n${wide}${rows}403 Forbidden\nBlocked.\n`);
  expect(facts).toMatchObject({
    '200 /status maxLength': 10,
    '200 /scope type': 'string',
    '200 /ticket maxLength': 512,
    '403 status': true,
  });
  expect(facts).not.toHaveProperty(['200 /scope maxLength']);
  const lost = await readDraft(`${top}${body}Response\nticket\nY\nString\n512\nThe ticket\n403 Forbidden\nBlocked.\n`);
  expect(lost.facts).toHaveProperty(['403 status'], true);
  expect(lost.facts).not.toHaveProperty(['512 status']);
});

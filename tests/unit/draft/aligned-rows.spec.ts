/** Rows that are aligned by spaces without a head, and words beside a field about its lengths and its only value. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

test('rows of names with whether they are mandatory, and of statuses, need no head', async () => {
  const { facts } = await readDraft(
    'Token\n\nPOST https://a.test/token\n\nRequest headers\n\nContent-Type   Wajib      application/json\nX-Shop         Mandatory  up to 15 characters,\n                          as registered\nX-Till         Optional   up to 9 characters\n\nErrors\n\n400   the shop is missing\n423   the shop is locked\n',
  );
  expect(facts).toMatchObject({
    'media-type': 'application/json',
    'request header X-SHOP required': true,
    'request header X-SHOP maxLength': 15,
    'request header X-TILL maxLength': 9,
    '423 status': true,
  });
  expect(facts).not.toHaveProperty(['request header X-TILL required']);
});

test('rows of other kinds, of several widths, and one alone, are none', async () => {
  const { facts } = await readDraft(
    'Token\n\nPOST https://a.test/token\n\nRequest body\n\nshop   Mandatory   the shop\n\nRelease notes\n\n3.4   shop is new\n400   shops were added\n\nCodes\n\n401   wrong   E1\n403   locked\n',
  );
  expect(Object.keys(facts).filter((key) => /^(?:request \/|4\d\d )/.test(key))).toEqual([]);
});

test('rows of a name and its attributes need no columns, and lines below a heading of errors may begin with a status', async () => {
  const { facts, asked } = await readDraft(
    'Token\n\nPOST https://a.test/token\n\nResponse 200\nticket   string, required\nkind  string, required   "slow", in lower case\nlife   integer, optional   In seconds\n\nErrors\n400 bad_input\n401 - bad_key\n423 the shop is locked\n\nHistory\n404 shops were added\n500 shops were added\n',
  );
  expect(facts).toMatchObject({
    ...{ '200 /ticket required': true, '200 /kind const': 'slow', '200 /life type': 'integer' },
    ...{ '400 status': true, '401 status': true, '423 status': true },
  });
  for (const key of ['200 /life required', '404 status', '500 status']) expect(facts).not.toHaveProperty([key]);
  expect(asked).not.toContain('mandatory');
});

test('a last column without a head says what stands beside the names, and always there is mandatory', async () => {
  const rows = [
    'ticket | string | always present, words until the session ends',
    'kind | string | always present, always `slow`',
  ];
  const { facts, asked } = await readDraft(
    `${endpoint}## Response 200\n\n${table('Member | Type | ', ...rows, 'hint | string | only if it differs')}`,
  );
  expect(facts).toMatchObject({ '200 /ticket required': true, '200 /kind required': true, '200 /kind const': 'slow' });
  expect(facts).not.toHaveProperty(['200 /hint required']);
  expect(asked).toContain('whether hint is mandatory');
});

const notes = async (words: string, length = ''): Promise<Record<string, unknown>> => {
  const row = `shop | String | M | ${length} | ${words}`;
  const { facts } = await readDraft(`${endpoint}## Body\n\n${table('Name | Type | M/O | Length | Remarks', row)}`);
  return Object.fromEntries(Object.entries(facts).filter(([key]) => key.startsWith('request /shop')));
};

test('words give lengths as people write them, and make one of a column exact', async () => {
  const exact = { 'request /shop minLength': 32, 'request /shop maxLength': 32 };
  expect(await notes('fixed length', '32')).toMatchObject(exact);
  expect(await notes('Always 32 characters')).toMatchObject(exact);
  expect(await notes('Any string of 2 to 32 characters')).toMatchObject({ ...exact, 'request /shop minLength': 2 });
  expect(await notes('never longer than 2,048 characters')).toMatchObject({
    'request /shop required': true,
    'request /shop maxLength': 2048,
  });
  expect(await notes('not of fixed length', '32')).not.toHaveProperty(['request /shop minLength']);
});

test('nothing else beside a value makes it the only one', async () => {
  expect(await notes('`main`, nothing else is accepted')).toMatchObject({ 'request /shop const': 'main' });
  expect(await notes('`main`, anything else is accepted')).not.toHaveProperty(['request /shop const']);
});

test('of cells that stand one to a line empty lines are the empty ones, and statuses begin the rows of their table', async () => {
  const heads = ['Field', 'Type', 'Mandatory', 'Length', 'Description'];
  const rows = (...cells: string[]): string => `Request body\n${heads.join('\n')}\n${cells.join('\n')}\n`;
  const statuses = 'Errors\nHTTP Status\nOur Code\nOur Message\n400\nE1\nWrong field\n401\nE2\nWrong key\n';
  const { facts, asked } = await readDraft(
    `Get token\n\nPOST https://a.test/token\n\n${rows('user', 'String', 'M', '', '', 'realm', 'String', 'O', '', 'Where to look', 'pin', 'String', 'M', 'max. 9', '')}\n${statuses}`,
  );
  expect(facts).toMatchObject({
    'request /user required': true,
    'request /realm type': 'string',
    'request /pin required': true,
    'request /pin maxLength': 9,
    '400 status': true,
    '401 status': true,
  });
  expect(facts).not.toHaveProperty('request /realm required');
  expect(asked).not.toMatch(/mandatory|lengths/);

  // What is no word for a type or for mandatory shows that the cells are others.
  const odd = await readDraft(
    `Get token\n\nPOST https://a.test/token\n\n${rows('user', 'String', '', 'M', 'Name', 'pin', 'Wide', '', '', 'Number')}`,
  );
  expect(odd.facts).not.toHaveProperty('request /pin type');
});

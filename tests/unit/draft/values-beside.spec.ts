/** Values with words beside them that take nothing back: where the field is there at all, on success, and what each one means. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const head = 'Name | Type | Required | Description';
const sent = (words: string) =>
  readDraft(`${endpoint}## Request body\n\n${table(head, `kind | string | yes | ${words}`)}`);
const answered = (words: string, title = 'Response (HTTP 200)', required = 'yes') =>
  readDraft(
    `${endpoint}## ${title}\n\n${table(head, `kind | string | ${required} | ${words}`, 'token | string | yes | Token')}`,
  );

test('a value is the only one where the words beside it say no more than that', async () => {
  for (const [words, value] of [
    ['Always "3599"', '3599'],
    ['Diisi H2H', 'H2H'],
    ['Set to B2B', 'B2B'],
    ['Selalu `X7` bila ada', 'X7'],
    ['Always `X7` if present.', 'X7'],
  ])
    expect((await sent(words ?? '')).facts, words).toHaveProperty('request /kind const', value);
  for (const words of [
    'Usually "3599"',
    'Diisi NIK',
    'Diisi AN8',
    'Set to SHA256',
    'Selalu `X7` bila bank',
    'Always `X7` if present in the contract',
  ])
    expect((await sent(words)).facts, words).not.toHaveProperty(['request /kind const']);
});

test('the value on success is that of the answer which grants, and of no refusal', async () => {
  for (const words of ['`0000` bila berhasil', '`0000` if successful', '`0000` when the request succeeded'])
    expect((await answered(words)).facts, words).toHaveProperty('200 /kind const', '0000');
  expect(
    (
      await readDraft(
        `${endpoint}## Response (HTTP 200)\n\n${table(head, 'tokenType | string | C | "Bearer", diisi bila sukses', 'token | string | yes | Token')}`,
      )
    ).facts,
  ).toHaveProperty('200 /tokenType const', 'Bearer');
  for (const words of [
    '`0000` bila tidak berhasil',
    '`0000` if successful, `0001` if it was so before',
    '`0000` bila gagal',
  ])
    expect((await answered(words)).facts, words).not.toHaveProperty(['200 /kind const']);
  const all = `${endpoint}## Response\n\n${table(head, 'kind | string | yes | `0000` if successful', 'token | string | no | Only present if successful')}## Errors\n\n${table('HTTP | kind', '400 | 0030', '401 | 0031')}`;
  expect((await readDraft(all)).facts).toMatchObject({ '200 /kind const': '0000', '400 /kind const': '0030' });
});

test('codes with what each of them means are all there are', async () => {
  for (const words of ['`01` bank, `02` bukan bank', '`01` shop, `02` till', '`01` shop; `02` till.'])
    expect((await sent(words)).facts, words).toMatchObject({
      'request /kind enum': ['01', '02'],
      'request /kind required': true,
    });
  for (const words of [
    '`01` shop',
    '`01` shop, `02` till and so on',
    '`01` hanya bank, `02` bukan bank',
    '`01` is required, `02` optional',
    '`01` shop, `02` till, others on request',
  ])
    expect((await sent(words)).facts, words).not.toHaveProperty(['request /kind enum']);
});

test('a choice with its usual value is all of it, where a sample shows one of them', async () => {
  const shown = (words: string) =>
    readDraft(
      `${endpoint}## Request body\n\n${table(head, `lang | string | no | ${words}`)}\n\n\`\`\`json\n{"lang": "ID"}\n\`\`\`\n`,
    );
  for (const words of ['ID atau EN, default ID', 'ID or EN (default EN)', 'ID or EN, by default ID'])
    expect((await shown(words)).facts, words).toHaveProperty('request /lang enum', ['ID', 'EN']);
  for (const words of ['ID atau EN, default JV', 'ID or EN, default of the account', 'ID or EN for now, default ID'])
    expect((await shown(words)).facts, words).not.toHaveProperty(['request /lang enum']);
});

test('where a number starts anew is no word about for whom it is', async () => {
  for (const words of ['Nomor urut, diulang dari 000001 setiap hari', 'Running number, starts again at 1 each day']) {
    const { facts } = await sent(words);
    expect(facts, words).toHaveProperty('request /kind required', true);
  }
  expect((await sent('Nomor urut, diulang untuk bank')).facts).not.toHaveProperty(['request /kind required']);
});

test('words about other values say nothing of whether a field is there', async () => {
  for (const words of [
    '`K7` for shops, other codes are assigned on boarding',
    'Kind. Treat it as opaque.',
    'Kind of the request, other values are given by us',
    '`K7`. No other value is accepted',
  ]) {
    const { facts, asked } = await sent(words);
    expect(facts, words).toHaveProperty('request /kind required', true);
    expect(asked, words).not.toContain('mandatory');
  }
  expect((await sent('`K7`. No other value is accepted')).facts).toHaveProperty('request /kind const', 'K7');
  expect((await sent('`K7`. Other values are given by us')).facts).not.toHaveProperty(['request /kind const']);
  // Of others than values nothing is known.
  expect((await sent('Kind, other shops are assigned on boarding')).asked).toContain('mandatory');
});

test('a number that is so in most cases says nothing of whether a member is there', async () => {
  const lived = (words: string) => answered(words).then(({ facts }) => facts);
  expect(await lived('Seconds, 1800 in most cases')).toHaveProperty('200 /kind required', true);
  expect(await lived('Seconds, in most cases')).not.toHaveProperty(['200 /kind required']);
});

test('a value in bold behind a word for the only one is that value, and a form or a word in bold is none', async () => {
  const cells = (words: string) =>
    `<table><tr><th>Name</th><th>Type</th><th>Required</th><th>Description</th></tr><tr><td>kind</td><td>string</td><td>yes</td><td>${words}</td></tr></table>\n`;
  for (const bold of ['<b>OK</b>', '<strong>OK</strong>']) {
    const { facts } = await readDraft(`${endpoint}## Response (HTTP 200)\n\n${cells(`always ${bold}`)}`);
    expect(facts, bold).toHaveProperty('200 /kind const', 'OK');
  }
  expect((await answered('selalu **OK**')).facts).toHaveProperty('200 /kind const', 'OK');
  for (const words of ['always **UTC**', 'always **present**', 'For example **OK**', 'never **OK**'])
    expect((await answered(words)).facts, words).not.toHaveProperty(['200 /kind const']);
});

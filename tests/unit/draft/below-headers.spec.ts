/** Fields below those of the headers: a caption that is understood says that they are of the body, and any other is asked about. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const headers = table('Name | Type | Required', 'Shop-Key | string | yes', 'X-Trace | string | no');
const members = table('Name | Type | Required', 'purpose | string | yes', 'loanType | string | no');
const items = '- `purpose` (string, required): what for\n- `loanType` (string, optional): which\n\n';
const copied = (caption: string, gap = ''): string =>
  `Get a token\nPOST https://a.test/token\n\nHEADERS\nShop-Key  string  required\nThe key of the shop\n\n${caption}\n${gap}purpose  string  required\nOne of: a, b\nloanType  string  optional\nIts type\n`;

const layouts: Record<string, (caption: string) => string> = {
  'a bold line': (caption) => `${endpoint}**Headers**\n\n${headers}**${caption}**\n\n${members}`,
  'bold words': (caption) =>
    `${endpoint}**Headers**\n\n${headers}${caption.replace(/^\S+/, (word) => `**${word}**`)}\n\n${members}`,
  'a line': (caption) => `${endpoint}## Headers\n\n${headers}${caption}\n\n${members}`,
  'a heading below it': (caption) => `${endpoint}## Headers\n\n${headers}### ${caption}\n\n${members}`,
  'a line above a list': (caption) => `${endpoint}## Headers\n\n${headers}${caption}\n\n${items}`,
  'a line of a copied page': (caption) => copied(caption),
  'a line of a copied page with a gap': (caption) => copied(caption, '\n'),
};

const bodies = [
  'Body (`application/json`)',
  'Payload:',
  'Isi pesan (JSON)',
  'Body: JSON',
  'Muatan',
  'Body `application/json`',
];
const strange = [
  'What you post',
  'Request entity',
  'Document',
  'And below that',
  'The rest goes into the document',
  'Isian',
  'Message (UTF-8)',
  'Envelope - JSON',
  'Content of the message',
  'Things we want from you',
  'Yang menyusul',
];

test('a caption of a body with its media type, words in parentheses or behind a colon begins the body', async () => {
  for (const [layout, page] of Object.entries(layouts))
    for (const caption of bodies) {
      const { facts } = await readDraft(page(caption));
      expect.soft(facts, `${layout}: ${caption}`).toMatchObject({
        'request header SHOP-KEY type': 'string',
        'request /purpose type': 'string',
        'request /loanType type': 'string',
      });
      expect.soft(facts, `${layout}: ${caption}`).not.toHaveProperty(['request header PURPOSE type']);
    }
});

test('below any other caption what can hardly be a header is asked about', async () => {
  for (const [layout, page] of Object.entries(layouts))
    for (const caption of strange) {
      const { facts, asked } = await readDraft(page(caption));
      const where = `${layout}: ${caption}`;
      expect.soft(facts, where).toMatchObject({ 'request header SHOP-KEY type': 'string' });
      expect.soft(facts, where).not.toHaveProperty(['request header PURPOSE type']);
      if (!('request /purpose type' in facts)) expect.soft(asked, where).toMatch(/whether the (?:table|list) /);
    }
});

test('headers of one word stay headers where nothing parts them from their heading', async () => {
  const own = table('Name | Type | Required', 'apikey | string | yes', 'channel | string | yes');
  const more = table('Header | Type | Required', 'region | string | no');
  for (const page of [
    `${endpoint}## Headers\n\nEach call is sent with these.\n\n${own}`,
    `${endpoint}## Headers\n\n### Required\n\n${own}`,
    `${endpoint}## Headers\n\n${headers}More headers:\n\n${own}`,
    `${endpoint}## Headers\n\n${headers}${own.replace('Name', 'Header')}`,
  ])
    expect.soft((await readDraft(page)).facts, page).toMatchObject({ 'request header CHANNEL required': true });
  const { facts } = await readDraft(`${endpoint}## Headers\n\n${headers}Beside them\n\n${more}`);
  expect(facts).toMatchObject({ 'request header REGION type': 'string' });
});

test('below a body what reads as headers is no member of it', async () => {
  for (const caption of ['What goes on top', 'Di atasnya', 'Beside it:', 'Envelope - top']) {
    const { facts, asked } = await readDraft(`${endpoint}## Body\n\n${members}${caption}\n\n${headers}`);
    expect.soft(facts, caption).toHaveProperty(['request /purpose required']);
    expect.soft(facts, caption).not.toHaveProperty(['request /Shop-Key type']);
    expect.soft(asked, caption).toContain('Shop-Key');
  }
});

test('a description of a copied page is no caption', async () => {
  const { facts } = await readDraft(
    'Get a token\nPOST https://a.test/token\n\nHEADERS\nShop-Key  string  required\n\nYour key\n\nShop-Code  string  required\n\nYour code\n',
  );
  expect(facts).toMatchObject({ 'request header SHOP-KEY type': 'string', 'request header SHOP-CODE type': 'string' });
});

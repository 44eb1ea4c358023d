/** What pages of writers who had never seen the reader hold, and what was once drafted of it without a word. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { accessOf } from '../../../src/draft/write/auth.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

test('fields that are written with the name of their object lie in it once', async () => {
  const { facts } = await readDraft(
    `${endpoint}## Request body\n\n${table('Field | Type | Required', 'key | string | yes', 'device | object | no')}\`device\`:\n\n${table('Field | Type | Required', 'device.id | string | yes', 'device.tags | object | no', 'device.tags.room | string | no')}`,
  );
  expect(Object.keys(facts)).toEqual(
    expect.arrayContaining(['request /device/id type', 'request /device/tags/room type']),
  );
  expect(Object.keys(facts).join()).not.toContain('/device/device');
});

test('a row that says when its field is there begins no part of a table with heads', async () => {
  const { facts, asked } = await readDraft(
    `${endpoint}## Response 200\n\n${table('Name | Located in | Type | Notes', 'X-Trace | header | string | always', 'access_token | body | string | always', 'scope | body | string | always; as granted')}`,
  );
  expect(facts).toMatchObject({ '200 /access_token type': 'string', '200 /scope type': 'string' });
  expect(Object.keys(facts).join() + asked).not.toMatch(/trace/i);
});

test('the media type of other endpoints is none of the token endpoint', async () => {
  for (const other of [
    'Every other endpoint takes and returns `application/vnd.a.v3+json`.',
    'All other calls return `application/vnd.a.v3+json`.',
    'Semua endpoint lain mengembalikan `application/vnd.a.v3+json`.',
  ]) {
    const text = `${endpoint}## Returns 200\n\n${table('Name | Type', 'access_token | string')}\n## Calling the API\n\n${other}\n`;
    const { asked } = await readDraft(text);
    expect(asked, other).toContain('the media type of the answers 200');
    expect(accessOf(await factsOf({ text, format: 'markdown', base: 'page' })).headers, other).toEqual({});
  }
});

test('a cell of a drawn table goes on below itself', async () => {
  const { facts } = await readDraft(
    [
      'POST https://a.test/token',
      '',
      '3.1 Header',
      '',
      'Name            Required   Description',
      '--------------  ---------  ---------------------------',
      'Subscription    Yes        Key of the subscription, at',
      '                           most 32 characters.',
      'X-Partner       Yes        Code of the partner',
      '',
      '3.2 Body',
      '',
      'Name            Type       Required   Description',
      '--------------  ---------  ---------  ----------------',
      'username        string     Yes        Name of the user',
      '',
    ].join('\n'),
  );
  expect(facts).toMatchObject({
    'request header SUBSCRIPTION maxLength': 32,
    'request header X-PARTNER required': true,
    'request /username required': true,
  });
  expect(facts).not.toHaveProperty(['request /Subscription type']);
});

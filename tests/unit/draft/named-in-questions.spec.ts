/** What questions name: items and comments that were not read, lengths that are no statuses, and places on one line. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const granted = `## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}`;

test('a comment in a sample is read, or asked with the name of its member', async () => {
  const sample = (...lines: string[]): string =>
    `${endpoint}## Request body\n\n\`\`\`jsonc\n{\n${lines.join('\n')}\n}\n\`\`\`\n\n${granted}`;
  await expectReadings([
    {
      what: 'beside a text, a number and an object',
      page: sample(
        '  "grantType": "client_credentials", // required, max 18 chars',
        '  "ttl": 5, // minutes, at most 15',
        '  "info": { // optional',
        '    "site": "JKT" // wajib, tepat 3 huruf besar',
        '  }',
      ),
      asked: [
        '`grantType`: required, max 18 chars',
        '`ttl`: minutes, at most 15',
        '`site`: wajib, tepat 3 huruf besar',
      ],
    },
    {
      what: 'an address is no comment',
      page: sample('  "callback": "https://a.test/required"', '  , "more": "x /* required"'),
      silent: ['`callback`', '`more`'],
    },
    {
      what: 'in another layout',
      page: sample("  site: 'JKT', /* opsional, 3 karakter */", '  "kind": "a" // optional, at most 8 characters'),
      asked: ['opsional, 3 karakter'],
    },
  ]);
});

test('the items of a list beside those that were read are quoted', async () => {
  const list =
    '- X-Version: string, optional\n- Content-Type: application/json\n- Whatever else the partner manager has told you\n- Date – always GMT';
  const { asked } = await readDraft(`${endpoint}## Headers\n\n${list}\n\n${granted}`);
  expect(asked).toContain('Whatever else the partner manager has told you');
});

test('a length is no status of a refusal', async () => {
  for (const words of [
    'Keep room for 512 characters for the token.',
    'Siapkan tempat untuk 512 karakter bagi token.',
    'The token may take 450 bytes.',
  ]) {
    const { asked } = await readDraft(`${endpoint}${granted}\n${words}\n`);
    const about = asked.split('\n').filter((one) => one.startsWith('how a request is refused'));
    expect.soft(about.join(''), words).not.toMatch(/512|450/);
  }
});

test('a heading with tabs is one line of a place', async () => {
  const text =
    '3.1.2\tGeneral information\n\nHTTP Method\tPOST\nRelative URL\t/openapi/v1.0/token\nURL Development\thttps://dev.a.test\nURL Production\thttps://a.test\nService Code\t73\n';
  const found = await factsOf({ text, format: 'markdown', base: 'page' });
  expect(JSON.stringify(found)).toContain('3.1.2 General information, url development');
});

test('a header that a sentence alone speaks of, and one of an answer that is that of the request, are asked', async () => {
  for (const words of [
    '`Accept-Language` is optional, `id` or `en`; without it error texts are in Indonesian.',
    '`Accept-Language` boleh dikosongkan; bawaannya `id`.',
    'We also want `Client-Version`, at most 8 characters.',
  ]) {
    const { asked } = await readDraft(`${endpoint}${words}\n\n${granted}`);
    expect.soft(asked, words).toContain(words.replace(/[.]$/, ''));
  }
  const headers = (words: string): string =>
    `${endpoint}${granted}## Response headers\n\n${table('Header | Type | Required | Description', `X-CLIENT-KEY | string | yes | ${words}`)}`;
  for (const words of [
    'Sama dengan yang dikirim pada request',
    'Same value as in the request',
    'Echoes what was sent',
    'Nilai pada permintaan, dikembalikan apa adanya',
  ])
    expect
      .soft((await readDraft(headers(words))).asked, words)
      .toContain('whether the answer has the value of the request');
  expect((await readDraft(headers('Your client'))).asked).not.toContain('the value of the request');
});

/** Values that a sentence elsewhere gives to a field by its name. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const request = `${endpoint}## Request body\n\n${table(
  'Name | Type | Mandatory | Description',
  'grant_type | string | yes | The grant',
  'channel | string | yes | The channel',
  'size | integer | no | The size',
)}`;

test('a closed list of a sentence that names the field is an enum', async () => {
  const lists: [words: string, field: string, values: string[]][] = [
    ['`grant_type` accepts `client_credentials` or `password`.', 'grant_type', ['client_credentials', 'password']],
    ['`grant_type` accepts client_credentials or password.', 'grant_type', ['client_credentials', 'password']],
    ['channel is one of WEB, APP.', 'channel', ['WEB', 'APP']],
    ['The channel must be either `web` or `app`.', 'channel', ['web', 'app']],
    ['The field `channel` takes `web`, `app` or `pos`.', 'channel', ['web', 'app', 'pos']],
    ['Allowed values of `channel`: WEB, APP.', 'channel', ['WEB', 'APP']],
    ['`channel` harus salah satu dari `web` atau `app`.', 'channel', ['web', 'app']],
  ];
  await expectReadings(
    lists.map(([words, field, values]) => ({
      what: words,
      page: `${request}${words}\n`,
      facts: { [`request /${field} enum`]: values, [`request /${field} required`]: true },
      silent: ['which values'],
    })),
  );
});

test('an open list, one under a condition, or one of something else is none', async () => {
  for (const words of [
    '`channel` accepts values such as `web` or `app`.',
    '`channel` is e.g. `web` or `app`.',
    '`channel` is for example one of WEB, APP.',
    '`channel` is one of `web`, `app` and others.',
    '`channel` is one of `web` or `app` for new partners.',
    'If you have a shop, `channel` is one of `web` or `app`.',
    '`channel` is not `web` or `app`.',
    'The channel is fast or slow.',
    '`lane` is one of `web` or `app`.',
    'The payment endpoint answers with `channel` one of `web` or `app`.',
    '`channel` is `client_id` or `client_secret`.',
    '`size` is one of `10` or `20`.',
  ]) {
    const { facts } = await readDraft(`${request}${words}\n`);
    expect
      .soft(
        Object.keys(facts).filter((key) => /enum$/.test(key)),
        words,
      )
      .toEqual([]);
  }
});

test('two lists, a name of several fields, and another value that is shown are asked', async () => {
  const two = await readDraft(`${request}\`channel\` is one of WEB, APP.\n\n\`channel\` is one of WEB, POS.\n`);
  expect(two.facts).not.toHaveProperty(['request /channel enum']);
  expect(two.asked).toContain('which values channel may have');
  const answer = `\n## Response 200\n\n${table('Name | Type | Mandatory', 'channel | string | yes')}`;
  const both = await readDraft(`${request}\`channel\` is one of WEB, APP.\n${answer}`);
  expect(both.facts).not.toHaveProperty(['request /channel enum']);
  expect(both.asked).toContain('which values channel may have');
  const sample = '\n## Request example\n\n```json\n{"grant_type":"client_credentials","channel":"TILL"}\n```\n';
  const shown = await readDraft(`${request}\`channel\` is one of WEB, APP.\n${sample}`);
  expect(shown.asked).toMatch(/channel[^\n]*TILL/);
});

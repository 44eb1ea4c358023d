/** Lists of terms with their definitions behind a colon, and where the only member that is sent somewhere is sent. */
import { expect, test } from '@playwright/test';
import { withDefinitions } from '../../../src/draft/page/text/definition-lists.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

test('a term with its definition on the next line is a field with the words about it', async () => {
  const list =
    '**shop** _string, required_\n: Name of the shop, 3–20 characters\n\n**pin** _string, optional_\n: At least 6 characters\n';
  const { facts } = await readDraft(`${endpoint}## Body parameters\n\n${list}`);
  expect(facts).toMatchObject({
    'request /shop required': true,
    'request /shop minLength': 3,
    'request /shop maxLength': 20,
    'request /pin minLength': 6,
  });
  expect(facts).not.toHaveProperty(['request /pin required']);
});

test('a type behind the name of a term may be all that its line has, and a definition stand behind an empty line', async () => {
  const { facts } = await readDraft(
    `${endpoint}## Body parameters\n\n\`code\` *string*\n\n:   The code\n\n:   At most 9 characters\n\n\`state\` *integer* **required**\n:   The state\n`,
  );
  expect(facts).toMatchObject({
    'request /code type': 'string',
    'request /code maxLength': 9,
    'request /state type': 'integer',
    'request /state required': true,
  });
});

test('a colon in front of a line is no definition behind a title, a table, an item or in code', () => {
  for (const text of [
    '# Title\n: words',
    '| a |\n: A caption',
    '- item\n: words',
    '```\nterm\n: words\n```',
    'a\nb\n: words',
  ])
    expect(withDefinitions(text), text).toBe(text);
  expect(withDefinitions('a\n: one\n: two\n\nb:\n: three')).toBe('- a:\n  one\n  two\n\n- b:\n  three');
  expect(withDefinitions('a\n\n: one\n\n  more\n\n: two\n\nb\n\n: three\n\nwords\n\nc')).toBe(
    '- a:\n\n  one\n\n  more\n\n  two\n\n- b:\n\n  three\n\nwords\n\nc',
  );
});

test('a page that sends a member in a header of its own says nothing of Bearer, whichever the token is', async () => {
  const answered = (words: string) =>
    readDraft(
      `${endpoint}## Response 200\n\n${table('Name | Type | Required | Description', `ticket | string | yes | ${words}`)}`,
    );
  expect((await answered('Pass it in the header `X-Ticket` from here on')).asked).toContain('the header X-Ticket');
  expect((await answered('Keep it safe')).asked).not.toContain('how the token is sent');
});

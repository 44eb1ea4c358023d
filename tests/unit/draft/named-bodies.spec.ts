/** Bodies below headings of their names, which a table of statuses gives each answer. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const fields = (...rows: string[]): string => table('Name | Type | Required', ...rows);
const grant = fields('token | string | yes', 'note | string | no');
const fault = fields('fault | string | yes', 'hint | string | no');

test('fields below the name of a body are of the statuses that a table gives that body', async () => {
  for (const [head, mark, title] of [
    ['Body', '`', (name: string) => name],
    ['Schema', '', (name: string) => name],
    ['Response body', '', (name: string) => `The \`${name}\` object`],
    ['Model', '', (name: string) => `${name} schema`],
  ] as const) {
    const statuses = table(
      `Status | ${head} | Reason`,
      `200 | ${mark}Pass${mark} | the key was accepted`,
      `400 | ${mark}Flaw${mark} | the body is malformed`,
      `401 | ${mark}Flaw${mark} | the secret is wrong`,
    );
    const page = `${endpoint}## Responses\n\n${statuses}#### ${title('Pass')}\n\n${grant}#### ${title('Flaw')}\n\n${fault}`;
    const { facts, asked } = await readDraft(page);
    expect(facts, head).toMatchObject({ '200 /token required': true, '200 /note type': 'string' });
    for (const status of [400, 401])
      expect(facts, head).toMatchObject({ [`${status} /fault required`]: true, [`${status} /hint type`]: 'string' });
    for (const fact of ['200 /fault required', '401 /token required']) expect(facts, head).not.toHaveProperty([fact]);
    for (const words of ['whether what stands below', 'names members']) expect(asked, head).not.toContain(words);
  }
});

const statuses = table('Status | Body', '200 | Pass', '401 | Flaw');

test('a name that no such table gives, or that tables of two operations give, is of no status', () =>
  expectReadings([
    {
      what: 'a heading of another name',
      page: `${endpoint}## Responses\n\n${statuses}#### Pass\n\n${grant}#### Audit\n\n${fault}`,
      facts: { '200 /token required': true },
      none: ['401 /fault required'],
      asked: ['Audit'],
    },
    {
      what: 'a kind of text is the name of no body',
      page: `${endpoint}## Responses\n\n${table('Status | Body', '200 | JSON', '401 | JSON')}#### JSON\n\n${grant}`,
      none: ['401 /token required'],
    },
    {
      what: 'tables of two operations give the name to different statuses',
      page: `${endpoint}## Responses\n\n${statuses}## Cancel\n\nDELETE https://a.test/orders\n\n${table('Status | Body', '204 | none', '409 | Flaw')}## Models\n\nGET https://a.test/models\n\n### Flaw\n\n${fault}`,
      none: ['401 /fault required', '409 /fault required', '200 /fault required'],
    },
  ]));

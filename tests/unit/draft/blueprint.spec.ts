/** Pages in API Blueprint. */
import { expect, test } from '@playwright/test';
import { fromBlueprint } from '../../../src/draft/page/text/blueprint.ts';
import { expectReadings, readDraft } from '../../support/draft.ts';

const start = 'FORMAT: 1A\nHOST: https://a.test/base\n\n# Cedar\n\n# Group Access\n\n';
const action = '## Token [POST /token]\n\n';
const granted = '+ Response 200 (application/json)\n    + Attributes\n        + token: `abc` (string, required)\n\n';

test('addresses, media types and members are read as their grammar says', async () => {
  const page = `${start}${action}+ Request (application/json)

    + Attributes
        + \`key\`: \`k-1\` (string, required) - At most 20 characters
        + kind: partner (string, required, fixed) - What the client is
        + zone: east (enum[string], optional) - The zone
            + east - Here
            + west
        + device (object, required)
            + id: 7 (number, required)
        + tags: one, two (array[string])
        + free

${granted}+ Response 401

    + Headers

            WWW-Authenticate: Key

    + Body

            {"fault": "unknown key"}
`;
  const { facts, asked } = await readDraft(page);
  expect(facts).toMatchObject({
    method: 'POST',
    path: '/base/token',
    'server https://a.test': true,
    'media-type': 'application/json',
    'request /key required': true,
    'request /key type': 'string',
    'request /key maxLength': 20,
    'request /kind const': 'partner',
    'request /zone enum': ['east', 'west'],
    'request /device type': 'object',
    'request /device/id type': 'number',
    'request /tags type': 'array',
    '200 media-type': 'application/json',
    '200 /token required': true,
    '401 status': true,
    '401 /fault type': 'string',
  });
  for (const fact of [
    'request /key const',
    'request /zone required',
    'request /free required',
    'request /free type',
    '200 /token const',
  ])
    expect(facts).not.toHaveProperty([fact]);
  expect(asked).toContain('free');
});

test('a structure is read where its name stands, and one that is nowhere described is asked', () =>
  expectReadings([
    {
      what: 'structures by their names',
      page: `${start}# Keys [/keys]\n\n+ Attributes\n    + key (string, required)\n\n## Issue [POST]\n\n+ Request (application/json)\n    + Attributes (Keys)\n\n+ Response 201 (application/json)\n    + Attributes (Grant)\n\n# Data Structures\n\n## Base (object)\n+ token (string, required)\n\n## Grant (Base)\n+ owner (Owner, required)\n+ Include Times\n\n## Owner\n+ name (string, required)\n+ self (Owner)\n\n## Times\n+ until (number, required)\n`,
      facts: {
        path: '/base/keys',
        'request /key required': true,
        '201 /token required': true,
        '201 /owner type': 'object',
        '201 /owner/name type': 'string',
        '201 /until type': 'number',
      },
    },
    {
      what: 'a structure of another page',
      page: `${start}${action}+ Request (application/json)\n    + Attributes (Elsewhere)\n\n${granted}`,
      facts: { '200 /token required': true },
      asked: ['Elsewhere'],
    },
    {
      what: 'one of several members',
      page: `${start}${action}+ Request (application/json)\n    + Attributes\n        + One Of\n            + pin (string, required)\n            + code (string, required)\n\n${granted}`,
      none: ['request /pin required', 'request /code required'],
      asked: ['One Of'],
    },
  ]));

test('a request that is refused is an example, and says nothing of what a request holds', () =>
  expectReadings([
    {
      what: 'two requests with their answers',
      page: `${start}${action}+ Request (application/json)\n    + Attributes\n        + key (string, required)\n\n${granted}+ Request Wrong key (application/json)\n    + Attributes\n        + wrong (string, required)\n\n+ Response 401 (application/json)\n\n        {"fault": "unknown"}\n`,
      facts: { 'request /key required': true, '401 status': true, '401 /fault type': 'string' },
      none: ['request /wrong required', 'request /wrong type'],
    },
    {
      what: 'parameters of the query',
      page: `${start}## Token [POST /token{?zone}]\n\n+ Parameters\n    + zone: east (string, required) - Where\n\n+ Request (application/x-www-form-urlencoded)\n\n        key=abc\n\n${granted}`,
      facts: { path: '/base/token', 'request query zone required': true, '200 /token required': true },
    },
    {
      what: 'another action of the page',
      page: `${start}## Orders [/orders]\n\n### Cancel [DELETE]\n\n+ Response 409 (application/json)\n    + Attributes\n        + busy (string, required)\n\n${action}+ Request (application/json)\n    + Attributes\n        + key (string, required)\n\n${granted}`,
      facts: { method: 'POST', path: '/base/token', 'request /key required': true },
      none: ['409 status', '409 /busy required'],
    },
  ]));

test('each line of it keeps its number, and a great many take no long time', () => {
  const page = `${start}${action}+ Request\n    + Attributes\n        + key (string)\n`;
  expect(fromBlueprint(page)).toContainEqual({ text: '| key | string |  |', line: 12 });
  const many = (count: number): string =>
    `${start}${action}+ Request\n    + Attributes\n${'        + key: a (b - c: (\n'.repeat(count)}`;
  const begun = performance.now();
  fromBlueprint(many(20_000));
  fromBlueprint(
    `${start}# Data Structures\n\n${Array.from({ length: 200 }, (_, at) => `## S${at}\n+ a (S${at + 1})\n+ b (S${at + 1})\n\n`).join('')}${action}+ Request\n    + Attributes (S0)\n`,
  );
  expect(performance.now() - begun).toBeLessThan(3000);
});

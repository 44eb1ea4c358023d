/** What a person answers to a TODO becomes a fact of the draft. */
import { expect, test } from '@playwright/test';
import type { Facts } from '../../../src/draft/facts/facts.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { accessOf } from '../../../src/draft/write/clauses/auth.ts';
import { lifetimeOf } from '../../../src/draft/write/clauses/open.ts';
import { answered } from '../../../src/draft/write/files/answer.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { answer, openOf, origin, read } from '../../support/answering.ts';
import { described, page } from '../../support/described.ts';

test('bodies that the page does not show, the token and its lifetime are answered, and nothing of them stays open', async () => {
  const silent = await read('# Token\n\nPOST https://a.test/token\n');
  const { facts, faults } = answer(silent, [
    ['token', 'data.key'],
    ['request', 'client id!'],
    ['request', 'client.id*:string pass_word*:text scope'],
    ['granted', 'data.key*:string data.ends:date-time'],
    ['statuses', '201 401'],
    ['statuses', '201 401 -'],
    ['refusal', '422'],
    ['token', 'data.kee'],
    ['token', 'data.key'],
    ['lifetime', 'data.ends days'],
    ['lifetime', 'data.ends instant'],
  ]);
  expect(faults).toEqual([
    'there is no data.key; say first what such an answer holds',
    'id! is no name of a member',
    'it takes 3 statuses, as 200 401 400',
    'there is no data.kee; there is: data.key, data.ends',
    'days is no unit; there is: seconds, minutes, milliseconds, instant',
  ]);
  const left = todosOf(facts, origin).map(({ ask }) => ask?.about);
  for (const about of ['request', 'granted', 'statuses', 'status', 'token', 'lifetime', 'refused', 'refusal'])
    expect(left).not.toContain(about);
  const files = draftOf(facts, origin);
  const contract = files['contracts/x/contract.yaml'];
  expect(contract?.['token']).toEqual({ value: '/data/key', lifetime: '/data/ends', lifetimeUnit: 'instant' });
  expect(files['contracts/x/request.schema.yaml']).toMatchObject({
    required: ['client', 'pass_word'],
    properties: { client: { required: ['id'] }, pass_word: { type: 'string' }, scope: {} },
  });
  expect(atPointer(files['specs/x.openapi.yaml'], '/paths/~1token/post/responses/201')).toBeTruthy();
  expect(files['contracts/x/granted.schema.yaml']).toMatchObject({
    properties: { data: { required: ['key'], properties: { ends: { format: 'date-time' } } } },
  });
});

test('a lifetime that nobody promises is none, and no clause is about it', async () => {
  const facts = await read('# Token\n\n`POST /token`');
  const todo = openOf(facts, 'lifetime');
  const decided = todo && answered(facts, origin, todo, 'none');
  if (!decided || 'fault' in decided) throw new Error(decided?.fault ?? 'the page promises no life');
  expect(openOf(decided.facts, 'lifetime')).toBeUndefined();
  const contract = draftOf(decided.facts, origin)['contracts/x/contract.yaml'];
  expect(contract?.['token']).toMatchObject({ lifetime: 'none' });
  expect(JSON.stringify(contract)).not.toMatch(/half-life|after-end|life-shrinks|claims-expiry/);
});

test('the unit of a lifetime is that of the words about it, and a life in those words is no unit', async () => {
  for (const [words, unit] of [
    ['in minutes', 'minutes'],
    ['Masa berlaku dalam menit', 'minutes'],
    ['lifetime in milliseconds', 'milliseconds'],
    ['milli-seconds', 'milliseconds'],
    ['seconds, 60 minutes at most', 'seconds'],
    ['the token lives 900 seconds', 'seconds'],
    ['how long it lives', 'seconds'],
    ['a token lives 15 minutes', null],
    ['in hours', null],
    ['minutes or milliseconds', null],
  ] as const) {
    const facts = await read(
      `# OAuth token\n\nPOST https://a.test/token\n\n## Response 200\n\n| Name | Type | Description |\n|---|---|---|\n| access_token | string | |\n| expires_in | integer | ${words} |\n`,
    );
    const life = lifetimeOf(facts);
    expect([words, life.member ? life.unit : null]).toEqual([words, unit]);
    expect(life.todos).toHaveLength(unit === null ? 1 : 0);
  }
});

test('media types that the page does not name are one question, with one answer for both sides or one for each', async () => {
  const page =
    '# Token\n\nPOST https://a.test/token\n\n## Request\n\n| Name | Type |\n|---|---|\n| id | string |\n\n## Response 200\n\n| Name | Type |\n|---|---|\n| token | string |\n';
  const facts = await read(page);
  const [json, form] = ['application/json', 'application/x-www-form-urlencoded'];
  const asked = (one: Facts): string[] =>
    todosOf(one, origin).flatMap(({ ask }) => (ask?.about.includes('media type') ? [ask.about] : []));
  expect(asked(facts)).toEqual(['media types']);
  for (const [text, request, answers, left] of [
    [json, json, json, []],
    [`${json}; charset=utf-8`, json, json, []],
    [`${form} ${json}`, form, json, []],
    [`${form} -`, form, undefined, ['answer media type']],
    [`- ${json}`, undefined, json, ['media type']],
  ] as const) {
    const { facts: decided, faults } = answer(facts, [['media types', text]]);
    const types = [decided.mediaType, ...decided.answers.map(({ mediaType }) => mediaType)].map((one) => one?.value);
    expect([text, faults, types, asked(decided)]).toEqual([text, [], [request, answers], left]);
  }
  const { faults } = answer(facts, [
    ['media types', `${json} JSON`],
    ['media types', '- -'],
    ['media types', `${json} ${json} ${form}`],
  ]);
  expect(faults).toEqual([
    'it is no media type',
    'an empty line leaves both open',
    'it is more than one media type for the request and one for the answers',
  ]);
  const contract = draftOf(facts, origin)['contracts/x/contract.yaml'];
  expect(JSON.stringify(contract?.['x-todo'])).toContain(
    'and that of the answers 200 (a clause with the check media-type states it); the page names neither',
  );
});

test('of several ways to authenticate the one that was drafted can be confirmed', async () => {
  const ways = `
security: [ { pair: [] }, { key: [] } ]
components: { securitySchemes: { pair: { type: http, scheme: basic }, key: { type: apiKey, in: header, name: X-Key } } }`;
  const { facts, faults } = answer(await factsOf(page(described(ways))), [
    ['auth', 'pair'],
    ['auth', 'drafted'],
  ]);
  expect(faults).toEqual(['one of basic, snap-signature, mutual-tls, none, drafted']);
  expect([openOf(facts, 'auth'), accessOf(facts).auth]).toEqual([
    undefined,
    expect.objectContaining({ id: 'clientId' }),
  ]);
});

test('of several answers that could grant one is chosen, and what was read of them without a status is its own', async () => {
  const several = described('responses: { 200: { description: a }, 201: { description: b }, 400: { description: c } }');
  const { facts, faults } = answer(await factsOf(page(several)), [
    ['granted', 'access_token*:string expires_in*:integer'],
    ['statuses', '204 401'],
    ['statuses', '201 401'],
  ]);
  expect(faults).toEqual(['one of 200, 201']);
  expect(facts.answers.map(({ status, members }) => [status, members.length])).toEqual([
    [201, 2],
    [400, 0],
    [401, 0],
  ]);
});

/** Operations of which descriptions say several things, or several descriptions say one. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import type { Json } from '../../../src/formats/json.ts';
import { described, page } from '../../support/described.ts';

test('of several descriptions the token is read from the one that issues it, and the others are left out or drafted', async () => {
  const auth = described('', '/oauth/token');
  const payments = {
    ...described('operation: { summary: Pay, operationId: pay, responses: { 201: { description: ok } } }', '/payments'),
    servers: [{ url: 'https://pay.acme.test' }],
  };
  for (const pages of [
    [page(auth, 'auth.json'), page(payments, 'pay.json')],
    [page(payments, 'pay.json'), page(auth, 'auth.json')],
  ]) {
    const facts = await factsOf(pages);
    expect([facts.path?.value, facts.servers.map(({ url }) => url), facts.answers.map(({ status }) => status)]).toEqual(
      ['/oauth/token', ['https://api.acme.test'], [200]],
    );
    const { others } = await factsOf(pages, { with: ['pay'] });
    expect(others.map(({ id, todos = [] }) => [id, todos.map(({ what }) => what)])).toEqual([
      ['pay', [expect.stringContaining('https://pay.acme.test')]],
    ]);
  }
});

test('an operation that several descriptions have is drafted once, and is a question where they say different things', async () => {
  const pay = (length: number, id: string, path = '/pay/{id}') =>
    described(
      `operation: { operationId: ${id}, parameters: [ { name: X-Ref, in: header, required: true, schema: { type: string, maxLength: ${length} } } ] }`,
      path,
    );
  const from = async (second: Json, names: string[]) => {
    const pages = [page(described(''), 'auth.json'), page(pay(9, 'pay'), 'one.json'), page(second, 'two.json')];
    const { others } = await factsOf(pages, { operation: 'POST /oauth/token', with: names });
    return others.map(({ id, todos = [] }) => [id, todos.map(({ name }) => name)]);
  };
  for (const names of [['all'], ['pay', 'POST /pay/{id}']]) {
    expect(await from(pay(9, 'payAgain', '/pay/{payment}'), names)).toEqual([['pay', []]]);
    expect(await from(pay(8, 'pay'), names)).toEqual([['pay', ['descriptions']]]);
  }
});

test('what stands behind the path of an operation makes no other operation', async () => {
  const { paths: first, ...root } = described('operation: { operationId: pay }', '/pay');
  const paths = Object.assign({}, first, described('operation: { operationId: payNow }', '/pay?now=1')['paths']);
  const token = described('', '/oauth/token')['paths'];
  const again = described('operation: { operationId: again }', '/oauth/token?grant_type=refresh_token')['paths'];
  const whole: Json = { ...root, paths: Object.assign(paths, token, again) };
  const { others } = await factsOf(page(whole), { operation: 'POST /oauth/token', with: ['all'] });
  expect(others.map(({ id, path, todos = [] }) => [id, path?.value, todos.map(({ name }) => name)])).toEqual([
    ['pay', '/pay', ['descriptions']],
  ]);
});

/** Operations beside the token's: each is sent with a token of its own and broken part by part, by the contract alone. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Answer, Call, Intercept } from '../../mock/server.ts';
import { bearerOf, json } from '../../proof/life.ts';
import { withVerdict } from '../../proof/run.ts';
import { contractOf } from '../../src/judge/catalogue.ts';
import { plan } from '../../src/scenario/plan.ts';
import { exampleContract, exampleNames, examples, runExample } from '../support/example.ts';
import { newFolder } from '../support/folders.ts';

const [name = ''] = exampleNames.filter((example) => exampleContract(example).operations.length > 1);

const tokenIn = (answer: Answer): string | undefined => /"access_token":"([^"]+)"/.exec(String(answer.body))?.[1];

test('each has its control, and the same parts are broken: token, field, length, header, path, query, method', async () => {
  const contract = exampleContract(name);
  const others = contract.operations.slice(1).map(({ id }) => id);
  expect(others.length).toBeGreaterThan(1);
  const parts = plan(contract).flatMap(({ operation, change }) =>
    others.includes(operation) ? [change?.part ?? 'control'] : [],
  );
  expect(parts.filter((part) => part === 'control')).toHaveLength(others.length);
  expect(new Set(parts)).toEqual(
    new Set(['control', 'method', 'header', 'body', 'media-type', 'field', 'path', 'parameter', 'auth']),
  );
  const result = await runExample(name);
  expect(withVerdict(result, 'fail', 'inconclusive', 'error')).toEqual([]);
  const ended = result.exchanges.filter(({ scenario }) => scenario.includes('/after-end@'));
  expect(ended.map(({ scenario, response }) => [scenario.split('@')[1], response?.status])).toEqual(
    others.map((id) => [id, 401]),
  );
});

const instead =
  (when: (call: Call, answer: Answer) => boolean, answer: (faithful: Answer) => Answer): Intercept =>
  (call) => {
    const faithful = call.answer();
    return when(call, faithful) ? answer(faithful) : faithful;
  };

const good = () => json(201, { payment_id: 'p-1', state: 'ordered' });
const refused = (operation: string, code: string) => (call: Call, answer: Answer) =>
  call.operation === operation && String(answer.body).includes(`"code":"${code}"`);

const deviations: [title: string, clause: string, intercept: Intercept][] = [
  ['a request without a good token is served', 'payments-guarded', instead(refused('createPayment', 'token'), good)],
  [
    'a token that has ended is served',
    'payments-guarded',
    (() => {
      const known = new Set<string>();
      return (call) => {
        const answer = call.answer();
        known.add(tokenIn(answer) ?? '');
        const bearer = bearerOf(call.received.headers);
        return bearer !== '' && known.has(bearer) && refused('listPayments', 'token')(call, answer)
          ? json(200, { payments: [] })
          : answer;
      };
    })(),
  ],
  ['a missing field is served', 'payment-reference-required', instead(refused('createPayment', 'field'), good)],
  ['a field too long is served', 'payment-note-length', instead(refused('createPayment', 'field'), good)],
  [
    'an unknown account is served',
    'list-account',
    instead(refused('listPayments', 'account'), () => json(200, { payments: [] })),
  ],
  [
    'the answer has another shape',
    'payment-state',
    instead(
      (call, answer) => call.operation === 'createPayment' && answer.status === 201,
      () => json(201, { payment_id: 'p-1', state: 'new' }),
    ),
  ],
  [
    'the answer has another status',
    'payment-ordered',
    instead(
      (call, answer) => call.operation === 'createPayment' && answer.status === 201,
      (answer) => ({ ...answer, status: 200 }),
    ),
  ],
  [
    'the refusal has another shape',
    'payment-error',
    instead(refused('listPayments', 'token'), () => json(401, { error: 'token' })),
  ],
];

for (const [title, clause, intercept] of deviations) {
  test(`caught by its clause: ${title}`, async () => {
    expect(withVerdict(await runExample(name, { intercept }), 'fail')).toContain(`${name}-${clause}`);
  });
}

test('a newer token may end an older one: each operation is asked with the newest', async () => {
  let newest = '';
  const intercept: Intercept = (call) => {
    const answer = call.answer();
    newest = tokenIn(answer) ?? newest;
    const bearer = bearerOf(call.received.headers);
    return call.operation !== 'token' && bearer.includes('.') && answer.status < 300 && bearer !== newest
      ? json(401, { code: 'token' })
      : answer;
  };
  expect(withVerdict(await runExample(name, { intercept }), 'fail', 'inconclusive', 'error')).toEqual([]);
});

test('an operation whose good request is refused says nothing of its clauses, and of no others', async () => {
  const closed: Intercept = (call) =>
    call.operation === 'createPayment' ? json(403, { code: 'not-enabled' }) : call.answer();
  const result = await runExample(name, { intercept: closed });
  expect(withVerdict(result, 'fail', 'error')).toEqual([]);
  expect(result.verdict).toBe('not-judged');
  expect(result.reason).toMatch(/^the control of createPayment is not granted: the provider answered 403/);
  const about = exampleContract(name).clauses.filter(({ operations }) => !operations.includes('createPayment'));
  const passed = withVerdict(result, 'pass');
  expect(about.filter(({ id, untestable }) => !untestable && passed.includes(id)).length).toBeGreaterThan(20);
  expect(result.exchanges.filter(({ scenario }) => scenario.includes('payment-reference'))).toEqual([]);
});

test('an operation this target has no credential for is not exercised, with that reason', async () => {
  const result = await runExample(name, {
    target: ({ credentials: { accountId: _without, ...credentials } }) => ({ credentials }),
  });
  expect(result.verdict).toBe('conforms');
  const clause = result.clauses.find(({ id }) => id === `${name}-list-account`);
  expect(clause).toMatchObject({ verdict: 'not-exercised', reason: 'accountId is not given for this target' });
});

test('in production only the control of the token goes out', async () => {
  const onlyControl =
    'only the control was sent: the environment live has kind: production; ALLOW_PRODUCTION=live sends the rest';
  const result = await runExample(name, { target: () => ({ onlyControl }) });
  expect(result.exchanges.map(({ scenario }) => scenario)).toEqual(['control']);
});

const wrong: [title: string, from: string, to: string, message: RegExp, file?: string][] = [
  [
    'a clause about no operation',
    'operation: createPayment',
    'operation: createPayments',
    /contract\.yaml:\d+: no operation "createPayments"; there is: token, createPayment, listPayments/,
  ],
  [
    'an operation the OpenAPI file has not got',
    '  listPayments:\n',
    '  listPayment:\n',
    /openapi\.yaml:\d+: no operation has the operationId "listPayment"/,
  ],
  [
    'a path without its value',
    '    path: { accountId: { credential: accountId } }\n',
    '',
    /contract\.yaml:\d+: path gives no value for \{accountId\} of \/accounts/,
  ],
  [
    'a path value of no parameter',
    'path: { accountId: { credential: accountId } }',
    'path: { accountId: { credential: accountId }, site: a }',
    /contract\.yaml:\d+: \/accounts\/\{accountId\}\/payments has no parameter \{site\}/,
  ],
  [
    'an input the mechanism does not take',
    'auth: { mechanism: bearer }',
    'auth: { mechanism: bearer, token: clientId }',
    /contract\.yaml:\d+: auth has the unknown key "token"/,
  ],
  [
    'a schema with an unknown keyword',
    'const: bearer',
    'cosnt: bearer',
    /granted\.schema\.yaml:LINE: schema \/properties\/token_type has the unknown key "cosnt"/,
    `contracts/${name}/granted.schema.yaml`,
  ],
  [
    'a schema with a keyword of the wrong type',
    'schema: { type: string, format: date }',
    'schema: { type: string, maxLength: many }',
    /openapi\.yaml:LINE: schema \/maxLength must be a whole number/,
    `specs/${name}.openapi.yaml`,
  ],
  [
    'a schema of a refusal that is none',
    '/code: { const: account }',
    '/code: { type: account }',
    /contract\.yaml:LINE: .*\/body\/~1code\/type must be one of/,
  ],
];

for (const [title, from, to, message, path = `contracts/${name}/contract.yaml`] of wrong) {
  test(`${title} does not load`, () => {
    const folder = newFolder('operations');
    cpSync(join(examples, name), folder, { recursive: true });
    const file = join(folder, path);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
    const line = text.slice(0, text.indexOf(from)).split('\n').length;
    const said = new RegExp(message.source.replace('LINE', `${line}`));
    expect(() => contractOf(name, join(folder, 'contracts'))).toThrow(said);
  });
}

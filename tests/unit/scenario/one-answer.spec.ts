import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Clause, type Contract, isUntestable } from '../../../src/contract/types.ts';
import { isObject } from '../../../src/formats/json.ts';
import { catalogue } from '../../../src/judge/catalogue.ts';
import { judge } from '../../../src/judge/judge.ts';
import { exchangeOf } from '../../../src/results/restore.ts';
import { type BuildContext, build, unavailable } from '../../../src/scenario/build.ts';
import { asSent } from '../../../src/scenario/one-answer.ts';
import { plan, type Scenario } from '../../../src/scenario/plan.ts';
import { seen } from '../../../src/scenario/same-request.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { buildingOf, resolveTarget } from '../../../src/target/target.ts';
import { createGate } from '../../../src/wire/clear/gate.ts';
import { recordOf } from '../../../src/wire/record.ts';
import { exampleContract, exampleNames, examples } from '../../support/example.ts';
import { changedExample } from '../../support/variant.ts';

const now = new Date('2026-03-04T05:06:07Z');

function contextOf(contract: Contract, file: string): BuildContext {
  const environment = loadEnvironment(file, { ...catalogue(), [contract.provider]: contract });
  const probe = { method: 'GET', path: '/', headers: {} };
  return { ...buildingOf(resolveTarget(environment, contract, {})), contract, now, probe, token: 'one.token.of-it' };
}

/** The credentials, each as long as the field allows in which it is sent. */
function fullLength(context: BuildContext): BuildContext {
  const { control, requestBody } = context.contract.operation;
  const properties = isObject(requestBody['properties']) ? requestBody['properties'] : {};
  const credentials = { ...context.credentials };
  for (const [field, given] of Object.entries(control.body)) {
    const schema = properties[field];
    const name = isObject(given) && 'credential' in given ? String(given['credential']) : '';
    const known = credentials[name];
    if (known && typeof known.value === 'string' && isObject(schema) && schema['maxLength'] !== undefined)
      credentials[name] = { ...known, value: known.value.padEnd(Number(schema['maxLength']), 'a') };
  }
  return { ...context, credentials };
}

function demanded(contract: Contract, scenario: Scenario, context: BuildContext): string {
  const { clause } = asSent(contract, scenario, { request: build(scenario, context) }).scenario;
  const documented = clause && 'refusal' in clause ? clause.refusal.documented : [];
  return [...new Set(documented.map(({ status, body }) => JSON.stringify([status, body])))].sort().join();
}

/** The requests that two demands send alike, and ask different answers of. */
function contradictions(contract: Contract, context: BuildContext): string[] {
  const first = new Map<string, Scenario>();
  return plan(contract).flatMap((scenario) => {
    if (scenario.expects !== 'refused' || unavailable(scenario, context) !== null) return [];
    const bytes = `${scenario.operation} ${seen(build(scenario, context))}`;
    const other = first.get(bytes);
    first.set(bytes, other ?? scenario);
    if (!other || demanded(contract, other, context) === demanded(contract, scenario, context)) return [];
    return [`${other.id} = ${scenario.id}`];
  });
}

const all: [Contract, string][] = [
  ...Object.values(catalogue()).map((contract): [Contract, string] => [contract, 'mock']),
  ...exampleNames.map((name): [Contract, string] => [exampleContract(name), join(examples, name, 'environment.yaml')]),
];

for (const [contract, file] of all)
  test(`no two demands of ${contract.provider} send the same bytes and ask different answers of them`, () => {
    const context = contextOf(contract, file);
    expect(contradictions(contract, context)).toEqual([]);
    expect(contradictions(contract, fullLength(context))).toEqual([]);
  });

const kestrel = exampleContract('kestrel');
const file = join(examples, 'kestrel', 'environment.yaml');

/** The verdict of the demand that a scenario breaks on an answer with a status; as a record gives it where `again`. */
function verdictOn(
  context: BuildContext,
  id: string,
  status: number,
  again = false,
  contract = kestrel,
): string | undefined {
  const scenario = plan(contract).find((one) => one.id === id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  const sent = {
    scenario: id,
    baseUrl: 'http://127.0.0.1:1',
    request: build(scenario, context),
    attempts: [{ startedAt: now, ms: 1, trouble: null }],
    response: {
      status,
      headers: [['Content-Type', 'application/json']] as [string, string][],
      body: Buffer.from(
        JSON.stringify(
          status === 200
            ? { access_token: 'abcdefgh12345678' }
            : { error: status === 401 ? 'invalid_client' : 'invalid_request' },
        ),
      ),
      bodyFault: null,
    },
    trouble: null,
    answeredAt: now,
  };
  const gate = createGate({ secrets: [] });
  const record = recordOf(sent, '1', scenario.title, gate, []);
  const exchange = again ? exchangeOf(record, build(scenario, context).target.value) : sent;
  if (!exchange) throw new Error('the record was cut');
  const isOwn = (clause: Clause | null): boolean =>
    clause !== null && !isUntestable(clause) && clause.kind === 'demand';
  expect(isOwn(scenario.clause)).toBe(true);
  return judge(contract, scenario, exchange, gate).find(({ clause }) => clause === scenario.clause?.id)?.verdict;
}

test('a credential whose value breaks its documented form may be refused as either, and is not granted', () => {
  const context = fullLength(contextOf(kestrel, file));
  for (const again of [false, true]) {
    for (const id of ['kestrel-client-secret-known/lengthened', 'kestrel-client-secret-length/too-long'])
      for (const status of [400, 401]) expect(verdictOn(context, id, status, again), `${id} ${status}`).toBe('pass');
    expect(verdictOn(context, 'kestrel-client-secret-known/blank-after', 400, again)).toBe('pass');
    expect(verdictOn(context, 'kestrel-client-secret-known/lengthened', 200, again)).toBe('fail');
    expect(verdictOn(context, 'kestrel-client-secret-known/lengthened', 422, again)).toBe('fail');
    // Of the documented form, it is another credential and nothing else.
    expect(verdictOn(context, 'kestrel-client-secret-known/shortened', 400, again)).toBe('fail');
  }
});

for (const [contract, file] of all)
  test(`in another process, where each demand of ${contract.provider} has a copy of its refusal, it asks the same answers`, () => {
    const context = contextOf(contract, file);
    const withCopy = (clause: Clause): Clause =>
      'refusal' in clause ? { ...clause, refusal: structuredClone(clause.refusal) } : clause;
    const copied: Contract = { ...contract, clauses: contract.clauses.map(withCopy) };
    const asked = (of: Contract): (Clause | null)[] =>
      plan(of)
        .filter((scenario) => unavailable(scenario, context) === null)
        .map((scenario) => asSent(of, scenario, { request: build(scenario, context) }).scenario.clause);
    expect(asked(copied)).toEqual(asked(contract));
  });

test('a near miss that has the documented form is refused as a credential alone', () => {
  const context = contextOf(kestrel, file);
  expect(verdictOn(context, 'kestrel-client-secret-known/lengthened', 401)).toBe('pass');
  expect(verdictOn(context, 'kestrel-client-secret-known/lengthened', 400)).toBe('fail');
});

/** The example whose client secret has a least length, which the given one has, and a pattern, and its key a least length. */
function limited() {
  const request = { file: 'contracts/EXAMPLE/request.schema.yaml' };
  const key = { file: 'specs/EXAMPLE.openapi.yaml' };
  return changedExample()
    .replace('    maxLength: 80\n', "    maxLength: 80\n    pattern: '^[A-Za-z0-9]+$'\n", request)
    .replace('    minLength: 1\n    maxLength: 80\n', '    minLength: 28\n    maxLength: 80\n', request)
    .replace(
      'schema:\n            type: string\n',
      'schema:\n            type: string\n            minLength: 25\n',
      key,
    )
    .replace(
      'at: Request Headers, X-Api-Key\n            refusal: parameters',
      'at: Request Headers, X-Api-Key\n            refusal: { required: parameters, length: parameters }',
      key,
    );
}

test('a credential that is cut below its least length, or breaks its pattern, may be refused as either', () => {
  const example = limited();
  const contract = example.load();
  const context = contextOf(contract, join(example.folder, 'environment.yaml'));
  expect(contradictions(contract, context)).toEqual([]);
  for (const id of [
    'client-secret-known/shortened',
    'client-secret-length/too-short',
    'client-secret-value/other-form',
    'client-secret-known/blank-after',
    'api-key-length/too-short',
  ])
    for (const [status, verdict] of [
      [400, 'pass'],
      [401, 'pass'],
      [200, 'fail'],
      [422, 'fail'],
    ] as const)
      expect.soft(verdictOn(context, `kestrel-${id}`, status, false, contract), `${id} ${status}`).toBe(verdict);
  // Of the documented form, it is another credential and nothing else.
  expect(verdictOn(context, 'kestrel-client-secret-known/flipped-case', 400, false, contract)).toBe('fail');
  expect(verdictOn(context, 'kestrel-client-secret-known/lengthened', 400, false, contract)).toBe('fail');
});

test('a value that was issued may be refused as unknown where it breaks its form, whichever ways ask for another', () => {
  const example = limited()
    .replace(
      '        - unknown\n        - shortened\n        - lengthened\n        - flipped-case\n        - blank-inside\n',
      '        - unknown\n',
    )
    .replace(
      '          - line-after\n          - nul-after\n        effect: notes',
      '          - shortened\n        effect: notes',
    );
  const contract = example.load();
  const context = contextOf(contract, join(example.folder, 'environment.yaml'));
  for (const status of [400, 401])
    expect(verdictOn(context, 'kestrel-api-key-length/too-short', status, false, contract)).toBe('pass');
  expect(verdictOn(context, 'kestrel-api-key-known/unknown', 400, false, contract)).toBe('fail');
  // An answer to the same bytes under another name of the way.
  expect(verdictOn(context, 'kestrel-client-secret-length/too-short', 422, false, contract)).toBe('pass');
  expect(verdictOn(context, 'kestrel-client-secret-value/other-form', 422, false, contract)).toBe('fail');
});

test('a blank in a credential as long as it may be makes it too long, which is refused as it is by any other name', () => {
  const request = { file: 'contracts/EXAMPLE/request.schema.yaml' };
  const example = changedExample()
    .replace(
      '      id: EXAMPLE-client-secret\n      at: Form Parameters, client_secret\n      refusal: parameters\n',
      '      id: EXAMPLE-client-secret\n      at: Form Parameters, client_secret\n      refusal: { required: parameters, length: too-long }\n',
      request,
    )
    .replace(
      'refusals:\n',
      'refusals:\n  too-long:\n    statement: refused as too long\n    documented: [{ status: 413, ways: [too-long] }, { status: 400 }]\n',
    );
  const contract = example.load();
  const context = fullLength(contextOf(contract, join(example.folder, 'environment.yaml')));
  for (const way of ['lengthened', 'blank-before', 'blank-after']) {
    const id = `kestrel-client-secret-known/${way}`;
    expect(verdictOn(context, id, 413, false, contract), way).toBe('pass');
    expect(verdictOn(context, id, 422, false, contract), way).toBe('fail');
  }
});

/** What is documented of a value, its length, bounds, pattern and type, is broken at each end by a value just beyond it. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type BuildContext, build, unavailable } from '../../../src/scenario/build.ts';
import { plan } from '../../../src/scenario/plan.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { buildingOf, resolveTarget } from '../../../src/target/target.ts';
import { type ChangedExample, changedExample, subject } from '../../support/variant.ts';

const payment = { file: 'contracts/EXAMPLE/payment-request.schema.yaml' };
const spec = { file: 'specs/EXAMPLE.openapi.yaml' };

/** The example with other keywords for the note of a payment, which the good request does not send unless a value is given. */
function noted(
  keywords: string,
  { value, required = true }: { value?: string | undefined; required?: boolean } = {},
): ChangedExample {
  const example = changedExample()
    .replace('    type: string\n    maxLength: 140\n', `    ${keywords}\n`, payment)
    .replace('required: [reference, amount]', `required: [reference, amount${required ? ', note' : ''}]`, payment);
  return value === undefined ? example : example.replace('amount: "1.00" }', `amount: "1.00", note: ${value} }`);
}

function contextOf(example: ChangedExample): BuildContext {
  const contract = example.load();
  const environment = loadEnvironment(join(example.folder, 'environment.yaml'), { [subject]: contract });
  const probe = { method: 'GET', path: '/', headers: {} };
  const now = new Date('2026-03-04T05:06:07Z');
  return { ...buildingOf(resolveTarget(environment, contract, {})), contract, now, probe, token: 'a.b.c' };
}

/** What is sent for the ways of clauses whose ids have this ending, by the way. */
function sent<T>(
  example: ChangedExample,
  ending: string,
  of: (request: ReturnType<typeof build>) => T,
): Record<string, T> {
  const context = contextOf({ ...example, load: example.load });
  const scenarios = plan(context.contract).filter(({ clause }) => clause?.id === `${subject}-${ending}`);
  return Object.fromEntries(
    scenarios
      .filter((scenario) => unavailable(scenario, context) === null)
      .map((scenario) => [scenario.change?.way ?? '', of(build(scenario, context))]),
  );
}

const notes = (example: ChangedExample, group: string): Record<string, unknown> =>
  sent(example, `payment-note-${group}`, ({ body }) => JSON.parse(body?.value ?? '{}').note);

test('a text is cut to one character less than its least length, and is sent with one more than its most', () => {
  const both = noted('type: string\n    minLength: 4\n    maxLength: 8', { value: 'abcdef' });
  expect(notes(both, 'length')).toEqual({ 'too-long': 'abcdefxxx', 'too-short': 'abc' });
  expect(notes(noted('type: string\n    minLength: 2', { value: 'abcdef' }), 'length')).toEqual({ 'too-short': 'a' });
  // What no good request sends has no characters to be cut.
  expect(notes(noted('type: string\n    minLength: 4', { required: false }), 'length')).toEqual({ 'too-short': 'xxx' });
  expect(notes(noted('type: string\n    minLength: 3', { value: '"😀😀😀"' }), 'length')).toEqual({
    'too-short': '😀😀',
  });
  // One that is only not to be empty is mandatory, and nothing else.
  expect(notes(noted('type: string\n    minLength: 1', { value: 'abc' }), 'length')).toEqual({});
});

test('a number is just out of its bounds, and a whole one stays whole', () => {
  for (const [keywords, small, large] of [
    ['type: integer\n    minimum: 60\n    maximum: 3600', 59, 3601],
    ['type: integer\n    exclusiveMinimum: 60\n    exclusiveMaximum: 3600', 60, 3600],
    ['type: integer\n    minimum: 0.5\n    maximum: 3.5', 0, 4],
    ['type: number\n    minimum: 0.01\n    maximum: 10.5', 0, 10.6],
    ['type: number\n    exclusiveMinimum: 0\n    exclusiveMaximum: 1.5', 0, 1.5],
    ['type: integer\n    minimum: 1\n    exclusiveMinimum: 3\n    maximum: 9007199254740992', 3, 9007199254740994],
  ] as const)
    expect.soft(notes(noted(keywords, { value: '2' }), 'value'), keywords).toEqual({
      'too-small': small,
      'too-large': large,
    });
  expect(notes(noted('type: integer\n    maximum: 5', { value: '2' }), 'value')).toEqual({ 'too-large': 6 });
  // Of a text a bound says nothing.
  expect(notes(noted('type: string\n    maximum: 5', { value: 'abc' }), 'value')).toEqual({});
});

test('a text breaks its pattern by the smallest alteration that does', () => {
  for (const [pattern, value, other] of [
    ['^[A-Z]{3}$', 'IDR', 'ID!'],
    ['^https://', '"https://a.test"', '!ttps://a.test'],
    ['^.{3}$', 'abc', 'abc!'],
    ['^[A-Z].*[0-9!]$', 'Ab1', 'Abx'],
    ['^[!-~]+@[!-~]+@', '"a@b@cd"', '!'],
  ])
    expect
      .soft(notes(noted(`type: string\n    pattern: '${pattern}'`, { value }), 'value'), pattern)
      .toEqual({ 'other-form': other });
  // What nothing breaks demands nothing.
  expect(notes(noted("type: string\n    pattern: '^.*$'", { value: 'abc' }), 'value')).toEqual({});
});

test('a value of each type is sent as one of others', () => {
  const typed = (type: string, value: string): Record<string, unknown> =>
    notes(noted(`type: ${type}`, { value }), 'type');
  expect(typed('integer', '5')).toEqual({ word: 'conformance', array: [5] });
  expect(typed('number', '5.5')).toEqual({ word: 'conformance', array: [5.5] });
  expect(typed('boolean', 'false')).toEqual({ word: 'conformance', array: [false] });
  expect(typed('array', '[a]')).toEqual({ word: 'conformance', boolean: true });
  expect(typed('object', '{ a: b }')).toEqual({ word: 'conformance', boolean: true });
  expect(typed('string', 'abc')).toEqual({ boolean: true, array: ['abc'] });
});

test('the bounds of a field that may be left out are tried where its mark names their refusal', () => {
  const keywords = 'type: integer\n    minimum: 60';
  const mark = (refusal: string): ChangedExample =>
    noted(keywords, { required: false }).replace(
      '"Body, note", refusal: payment-field',
      `"Body, note", refusal: ${refusal}`,
      payment,
    );
  expect(notes(mark('payment-field'), 'value')).toEqual({});
  expect(notes(mark('{ type: payment-field, value: payment-field }'), 'value')).toEqual({ 'too-small': 59 });
});

test('a mark of an earlier time, with a refusal for each group, demands what it named', () => {
  const earlier = noted('type: integer\n    minimum: 60', { value: '60' }).replace(
    '"Body, note", refusal: payment-field',
    '"Body, note", refusal: { required: payment-field }',
    payment,
  );
  const ids = earlier.load().clauses.map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith(`${subject}-payment-note`))).toEqual([`${subject}-payment-note-required`]);
});

test('a header and a parameter of the query are tried where their marks name the refusal', () => {
  const refusal = '{ required: payment-field, length: payment-field, value: payment-field, type: payment-field }';
  const header = changedExample()
    .replace(
      'schema: { type: string }\n          x-clause: { id: EXAMPLE-payment-key',
      'schema: { type: string, minLength: 8, maxLength: 20, pattern: "^[a-z0-9-]+$" }\n          x-clause: { id: EXAMPLE-payment-key',
      spec,
    )
    .replace(
      'at: Headers, refusal: payment-field',
      `at: Headers, refusal: ${refusal.replace(', type: payment-field', '')}`,
      spec,
    );
  const key = (group: string): Record<string, unknown> =>
    sent(
      header,
      `payment-key-${group}`,
      ({ headers }) => headers.find(([name]) => name === 'Idempotency-Key')?.[1].value,
    );
  expect(key('length')).toEqual({ 'too-long': 'conformance-1xxxxxxxx', 'too-short': 'conform' });
  expect(key('value')).toEqual({ 'other-form': 'conformance-!' });
  const query = changedExample()
    .replace('schema: { type: string, format: date }', 'schema: { type: integer, minimum: 1, maximum: 31 }', spec)
    .replace(
      'at: Query, refusal: payment-field',
      `at: Query, refusal: ${refusal.replace(' length: payment-field,', '')}`,
      spec,
    )
    .replace('query: { day: "2026-01-02" }', 'query: { day: "2" }');
  const day = (group: string): Record<string, unknown> =>
    sent(query, `list-day-${group}`, ({ target }) => /day=([^&]*)/.exec(target.value)?.[1]);
  expect(day('value')).toEqual({ 'too-small': '0', 'too-large': '32' });
  expect(day('type')).toEqual({ word: 'conformance' });
});

test('a form says of a number what it has beyond its type', () => {
  const form = changedExample()
    .replace(
      '  client_secret:\n',
      '  life:\n    type: integer\n    minimum: 60\n    x-clause: { id: EXAMPLE-life, at: Form Parameters, refusal: parameters }\n  client_secret:\n',
      { file: 'contracts/EXAMPLE/request.schema.yaml' },
    )
    .replace('  - client_secret\nproperties', '  - client_secret\n  - life\nproperties', {
      file: 'contracts/EXAMPLE/request.schema.yaml',
    })
    .replace('    grant_type: client_credentials\n', '    grant_type: client_credentials\n    life: 60\n');
  const life = (group: string): Record<string, unknown> =>
    sent(form, `life-${group}`, ({ body }) => new URLSearchParams(body?.value).get('life'));
  expect(life('value')).toEqual({ 'too-small': '59' });
  expect(life('type')).toEqual({ word: 'conformance' });
});

test('a row that a contract has for a bound already states it, and the mark beside it nothing of its own', () => {
  const id = 'EXAMPLE-payment-note-value';
  const row = `  - id: ${id}\n    statement: A note below its least is refused.\n    level: must\n    source: payments\n    at: Body, note\n    operation: createPayment\n    demand: { field: note, break: [object] }\n    refusal: payment-field\n`;
  const example = noted('type: integer\n    minimum: 60', { value: '60' });
  const last = example.text();
  const stated = example.replace(last, `${last.trimEnd()}\n${row}`).load();
  const clauses = stated.clauses.filter((clause) => clause.id === id.replace('EXAMPLE', subject));
  expect(clauses.map(({ request }) => request?.ways)).toEqual([['object']]);
});

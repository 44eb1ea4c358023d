/** Each documented limit of a value is really tried: a server that does not look at it is seen, and one that does is not. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { missedParts } from '../../proof/credentials.ts';
import { laxLimits } from '../../proof/lax-limits.ts';
import type { Schema } from '../../src/formats/json.ts';
import { isText } from '../../src/scenario/draft.ts';
import { shellWord } from '../../src/scenario/shell.ts';
import { credential } from '../../src/scenario/text.ts';
import { beyondWays } from '../../src/scenario/ways/beyond.ts';
import { runServed } from '../support/example.ts';
import { raised } from '../support/lax.ts';
import { start } from '../support/process.ts';
import { changedExample } from '../support/variant.ts';

const payment = { file: 'contracts/EXAMPLE/payment-request.schema.yaml' };
const request = { file: 'contracts/EXAMPLE/request.schema.yaml' };
const spec = { file: 'specs/EXAMPLE.openapi.yaml' };

const mark = (name: string, refusal = 'payment-field'): string =>
  `    x-clause: { id: EXAMPLE-payment-${name}, source: payments, at: "Body, note", refusal: ${refusal} }\n`;

/** Members with a keyword of each kind, at both ends, and their good values. */
const members: [name: string, keywords: string, value: string][] = [
  ['times', 'type: integer\n    minimum: 2\n    maximum: 12', '2'],
  ['rate', 'type: number\n    exclusiveMinimum: 0\n    exclusiveMaximum: 1', '0.5'],
  ['currency', "type: string\n    pattern: '^[A-Z]{3}$'", 'IDR'],
  ['code', 'type: string\n    minLength: 4\n    maxLength: 6', 'abcd'],
  ['urgent', 'type: boolean', 'false'],
  ['tags', 'type: array', '[a]'],
  ['payer', 'type: object', '{ name: a }'],
];

/** The example with limits in the body, in a form, in a header and in the query. */
const limited = () =>
  changedExample()
    .replace(
      '  note:\n',
      `${members.map(([name, keywords]) => `  ${name}:\n    ${keywords}\n${mark(name)}`).join('')}  note:\n`,
      payment,
    )
    .replace(
      'required: [reference, amount]',
      `required: [reference, amount, ${members.map(([name]) => name).join(', ')}]`,
      payment,
    )
    .replace(
      'amount: "1.00" }',
      `amount: "1.00", ${members.map(([name, , value]) => `${name}: ${value}`).join(', ')} }`,
    )
    .replace(
      '    minLength: 1\n    maxLength: 80\n',
      "    minLength: 20\n    maxLength: 80\n    pattern: '^[A-Za-z0-9]+$'\n",
      request,
    )
    .replace(
      '  client_secret:\n',
      '  life:\n    type: integer\n    minimum: 60\n    x-clause: { id: EXAMPLE-life, at: Form Parameters, refusal: parameters }\n  client_secret:\n',
      request,
    )
    .replace('  - client_secret\nproperties', '  - client_secret\n  - life\nproperties', request)
    .replace('    grant_type: client_credentials\n', '    grant_type: client_credentials\n    life: 60\n')
    .replace(
      'schema: { type: string }\n          x-clause: { id: EXAMPLE-payment-key, source: payments, at: Headers, refusal: payment-field }',
      'schema: { type: string, minLength: 8, maxLength: 20, pattern: "^[a-z0-9-]+$" }\n          x-clause: { id: EXAMPLE-payment-key, source: payments, at: Headers, refusal: { required: payment-field, length: payment-field, value: payment-field } }',
      spec,
    )
    .replace('schema: { type: string, format: date }', 'schema: { type: integer, minimum: 1, maximum: 31 }', spec)
    .replace(
      'at: Query, refusal: payment-field',
      'at: Query, refusal: { required: payment-field, value: payment-field, type: payment-field }',
      spec,
    )
    .replace('query: { day: "2026-01-02" }', 'query: { day: "2" }');

test('a server that does not look at one limit is seen by the clause of that limit', async () => {
  const example = limited();
  const contract = example.load();
  const parts = laxLimits(contract).map(({ part }) => part);
  expect(parts).toEqual(
    expect.arrayContaining([
      'client_secret too-short',
      'client_secret other-form',
      'life word',
      'times too-small',
      'times too-large',
      'rate too-small',
      'currency other-form',
      'code too-short',
      'code too-long',
      'urgent word',
      'tags word',
      'payer word',
      'Idempotency-Key too-short',
      'Idempotency-Key too-long',
      'Idempotency-Key other-form',
      'day too-small',
      'day too-large',
      'day word',
    ]),
  );
  const { total, missed } = await missedParts(contract, join(example.folder, 'environment.yaml'), laxLimits);
  expect([total, missed]).toEqual([parts.length, []]);
});

test('a server that looks at each limit conforms', async () => {
  const example = limited();
  const result = await runServed(example.load(), join(example.folder, 'environment.yaml'));
  expect([result.verdict, raised(result)]).toEqual(['conforms', {}]);
});

test('a shell makes each value beyond a limit as the suite does, and none shows a secret', async () => {
  const value = 'Thröw-Away 😀 Secret/5d81';
  const secret = credential('clientSecret', value, 'CLIENT_SECRET', true);
  const tried: [way: 'too-long' | 'too-short' | 'other-form', title: string, schema: Schema][] = [
    ['too-long', 'a longer one', { maxLength: 30 }],
    ['too-short', 'one of many', { minLength: 14 }],
    ['too-short', 'one character', { minLength: 2 }],
    ['other-form', 'another end', { pattern: '1$' }],
    ['other-form', 'another start', { pattern: '^T' }],
    ['other-form', 'one more', { pattern: '^[\\s\\S]{24}$' }],
  ];
  for (const [way, title, schema] of tried) {
    const text = beyondWays[way].make(secret, schema);
    if (!isText(text)) throw new Error(`${way} makes a number`);
    expect(text.value, title).not.toBe(value);
    expect(text.shown, title).not.toContain(text.value);
    expect(text.secrets, title).toContain(value);
    const command = `printf %s ${shellWord(text.shell)}`;
    const { stdout } = await start('bash', ['-c', command], { env: { ...process.env, CLIENT_SECRET: value } }).ended;
    expect(stdout, `${way}: ${title}`).toBe(text.value);
  }
});

/** What is documented of a request and broken by no demand is said: in the notes of a run, and on the page of the provider. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { untriedIn } from '../../../src/contract/untried.ts';
import { providerPage } from '../../../src/docs/provider-page.ts';
import { runServed } from '../../support/example.ts';
import { type ChangedExample, changedExample } from '../../support/variant.ts';

const payment = { file: 'contracts/EXAMPLE/payment-request.schema.yaml' };
const spec = { file: 'specs/EXAMPLE.openapi.yaml' };
const key = 'schema: { type: string }\n          x-clause: { id: EXAMPLE-payment-key';
const day = 'schema: { type: string, format: date }';

/** The example with other keywords for the note of a payment, which may be left out, and none for the day of a list. */
const noted = (keywords: string): ChangedExample =>
  changedExample()
    .replace('    type: string\n    maxLength: 140\n', `    ${keywords}\n`, payment)
    .replace(day, 'schema: { type: string }', spec);

test('each keyword that no demand breaks is said, with its place', () => {
  expect(untriedIn(noted('type: string\n    maxLength: 140').load())).toEqual([]);
  expect(untriedIn(noted('type: integer\n    minimum: 1\n    exclusiveMaximum: 9').load())).toEqual([
    'minimum of the field note (createPayment)',
    'exclusiveMaximum of the field note (createPayment)',
  ]);
  expect(untriedIn(noted('type: string\n    enum: [a, b]\n    maxLength: 140').load())).toEqual([
    'enum of the field note (createPayment)',
  ]);
  // A mark that names its refusals one by one, and not that of the type.
  const unnamed = noted('type: integer').replace(
    '"Body, note", refusal: payment-field',
    '"Body, note", refusal: {}',
    payment,
  );
  expect(untriedIn(unnamed.load())).toEqual(['type of the field note (createPayment)']);
  // One that nothing breaks says nothing, and so does a length that only keeps a value from being empty.
  expect(untriedIn(noted("type: string\n    minLength: 1\n    pattern: '.*'").load())).toEqual([]);
  const header = noted('type: string').replace(key, key.replace('string', 'string, minLength: 8, maxLength: 20'), spec);
  expect(untriedIn(header.load())).toEqual([
    'maxLength of the header Idempotency-Key (createPayment)',
    'minLength of the header Idempotency-Key (createPayment)',
  ]);
  const tried = header.replace(
    'at: Headers, refusal: payment-field',
    'at: Headers, refusal: { required: payment-field, length: payment-field }',
    spec,
  );
  expect(untriedIn(tried.load())).toEqual([]);
});

test('a run and the page of the provider say it, and are silent where all is broken', async () => {
  const untried = noted('type: integer\n    minimum: 1');
  const run = (example: ChangedExample) =>
    runServed(example.load(), join(example.folder, 'environment.yaml'), { select: ({ id }) => id === 'control' });
  expect((await run(untried)).notes).toEqual([
    'documented of requests, and broken by none: minimum of the field note (createPayment)',
  ]);
  expect(providerPage(untried.load())).toContain('## Not tried\n\n');
  const whole = noted('type: string\n    maxLength: 140');
  expect((await run(whole)).notes).toEqual([]);
  expect(providerPage(whole.load())).not.toContain('## Not tried');
});

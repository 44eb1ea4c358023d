/** What a client likes best of an answer (RFC 9110, section 12.5): a server may disregard it, and refuses none for it. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { described, open, page as pageOf } from '../../support/described.ts';
import { table } from '../../support/draft.ts';
import { answer, drafted, head } from '../../support/refusals-drafted.ts';

/** A page whose requests have such headers. */
const page = (...lines: string[]): string =>
  `${head}## Headers\n\n${table('Name | Type | Mandatory | Description', 'Accept-Language | string | yes | `en` or `id`', 'Accept-Rate | string | yes | Rate that is taken')}` +
  `## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory', 'outlet | string | yes')}` +
  `${answer}## Errors\n\n${table('HTTP | Meaning', ...lines, '401 | Wrong credentials')}`;

const marked = (headers: unknown): unknown[] =>
  [headers].flat().map((one) => [Object(one).name, Object(Object(one)['x-clause']).refusal]);

test('a request without the language of its answers is not demanded to be refused, unless words name it', async () => {
  const general = await drafted(page('400 | A required parameter is missing'));
  expect(marked(general.headers)).toEqual([
    ['Accept-Language', undefined],
    ['Accept-Rate', 'parameters'],
  ]);
  const other = await drafted(page('400 | outlet is missing'));
  expect(marked(other.headers)).toEqual([
    ['Accept-Language', undefined],
    ['Accept-Rate', 'unnamed'],
  ]);
  expect(other.asked).toContain('Accept-Rate missing');
  expect(other.asked).not.toContain('Accept-Language');
  const named = await drafted(page('400 | outlet or Accept-Language is missing'));
  expect(marked(named.headers)).toEqual([
    ['Accept-Language', 'parameters'],
    ['Accept-Rate', 'unnamed'],
  ]);
});

test('a mandatory header Accept of a description with one value alone is asked', async () => {
  const asked = async (parameter: string): Promise<string> =>
    open(await factsOf(pageOf(described(`operation: { parameters: [ { name: Accept, in: header, ${parameter} } ] }`))));
  const question = 'with another one than application/vnd.a.v2+json';
  expect(await asked('required: true, schema: { enum: [application/vnd.a.v2+json] }')).toContain(question);
  expect(await asked('required: true, schema: { const: application/vnd.a.v2+json }')).toContain(question);
  for (const parameter of [
    'required: true, schema: { enum: [application/vnd.a.v2+json, text/csv] }',
    'required: false, schema: { const: application/vnd.a.v2+json }',
    'required: true, schema: { type: string }',
  ])
    expect(await asked(parameter), parameter).not.toContain('whether a request without Accept');
});

/** Sources that promise no life of a token: nothing of it is claimed, declared or watched, and the results say so. */
import { expect, test } from '@playwright/test';
import { deepened } from '../../src/scenario/families/deepen.ts';
import { runServed } from '../support/example.ts';
import { raised } from '../support/lax.ts';
import { type ChangedExample, changedExample } from '../support/variant.ts';

const guarded = `
  - id: EXAMPLE-resource-guarded
    statement: A request with another token, or none, is refused.
    level: must
    source: page
    at: Response
    demand: { probe: resource, break: [no-token, unknown-token] }
    refusal: resource
    needs: probe
  - id: EXAMPLE-token-accepted
    statement: A fresh token is accepted.
    level: must
    source: page
    at: Response
    promise: { check: accepted, request: { probe: resource, vary: [fresh] } }
    needs: probe
`;

const lifetimeRow = /\n {2}- id: EXAMPLE-lifetime\n(?: {4}.*\n)+/;

/** The example without a lifetime, and a probe that opens to any live token. */
function unpromised(): ChangedExample {
  const example = changedExample();
  const [row = ''] = lifetimeRow.exec(example.text()) ?? [];
  const schema = 'contracts/EXAMPLE/granted.schema.yaml';
  return example
    .replace(row, '\n')
    .replace('  lifetime: /expires_in\n', '  lifetime: none\n')
    .replace('clauses:\n', `clauses:${guarded}`)
    .replace(
      'refusals:\n',
      'refusals:\n  resource: { statement: refused by the resource, documented: [{ status: probe }] }\n',
    )
    .replace('  - expires_in\n', '', { file: schema })
    .replace(/ {2}expires_in:\n[\s\S]*$/.exec(example.text(schema))?.[0] ?? '', '', { file: schema })
    .replace('    expiryWait: 5', '    probe: { method: GET, path: /protected, refused: [401] }\n    expiryWait: 90', {
      file: 'environment.yaml',
    });
}

for (const profile of ['default', 'deep'] as const)
  test(`${profile}: it conforms, its token is used, and the results say that no life is promised`, async () => {
    const example = unpromised();
    const declared: boolean[] = [];
    const contract = profile === 'deep' ? deepened(example.load()) : example.load();
    const result = await runServed(contract, `${example.folder}/environment.yaml`, {
      intercept: (call) => {
        const answer = call.answer();
        if (call.operation === 'token' && answer.status === 200) declared.push(String(answer.body).includes('expires'));
        return answer;
      },
    });
    expect(raised(result)).toEqual({});
    expect(result.verdict).toBe('conforms');
    expect(result.clauses.find(({ id }) => id.endsWith('token-accepted'))?.verdict).toBe('pass');
    expect(result.clauses.find(({ id }) => id.endsWith('resource-guarded'))?.verdict).toBe('pass');
    expect(result.notes.join()).toContain(
      'the sources promise no life of a token: none is claimed, declared or watched',
    );
    expect(new Set(declared)).toEqual(new Set([false]));
  });

test('a token that no longer opens anything after a time that nobody promised is no deviation', async () => {
  const example = unpromised();
  const result = await runServed(example.load(), `${example.folder}/environment.yaml`, {
    life: 90,
    pace: 20,
  });
  expect(result.requests).toBeGreaterThan(30);
  expect(raised(result)).toEqual({});
  expect(result.verdict).toBe('conforms');
});

const clause = (body: string): string => `clauses:
  - id: EXAMPLE-of-life
    statement: What rests on a life.
    level: must
    source: page
    at: Response
    ${body}
`;

for (const [body, fault] of [
  ['promise: { check: lifetime, on: granted }', 'the check lifetime is about a life, and token.lifetime is none'],
  ['promise: { check: claims-expiry, on: granted }', 'the check claims-expiry is about a life'],
  ['promise: { check: granted, request: { whole: request, vary: [later] } }', 'the way "later" changes nothing'],
  [
    'promise: { check: accepted, request: { probe: resource, vary: [half-life] } }',
    'the way "half-life" changes nothing: token.lifetime is none',
  ],
] as const)
  test(`a row about a life that is not promised is refused: ${body}`, () => {
    const example = unpromised().replace('clauses:\n', clause(body));
    expect(example.problems()).toContain(fault);
  });

test('a unit of a life that is not promised is refused', () => {
  const example = unpromised().replace('  lifetime: none\n', '  lifetime: none\n  lifetimeUnit: minutes\n');
  expect(example.problems()).toContain('lifetimeUnit has no effect: token.lifetime is none');
});

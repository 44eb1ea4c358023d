/** A lifetime in the unit that the page gives: the token is followed to the same end, and a life that is none is seen. */
import { expect, test } from '@playwright/test';
import { at, jsonOf, withMember } from '../../proof/answers.ts';
import { mutantsOf } from '../../proof/mutants.ts';
import { runMutants } from '../../proof/proof.ts';
import { openRig } from '../../proof/rig.ts';
import { runServed } from '../support/example.ts';
import { raised } from '../support/lax.ts';
import { type ChangedExample, changedExample, subject } from '../support/variant.ts';

const followed = `
  - id: EXAMPLE-token-ends
    statement: A token is refused after the end of the life declared for it.
    level: must
    source: page
    at: Response
    demand: { probe: resource, break: [after-end] }
    refusal: resource
    needs: probe
  - id: EXAMPLE-token-lives
    statement: A token is accepted up to the end of the life declared for it.
    level: must
    source: page
    at: Response
    promise: { check: accepted, request: { probe: resource, vary: [fresh, half-life, before-end] } }
    needs: probe
`;

/** The example with its lifetime in a unit, and a probe that follows the token. */
function inUnit(unit: string, type = 'integer'): ChangedExample {
  return changedExample()
    .replace('  lifetime: /expires_in\n', `  lifetime: /expires_in\n  lifetimeUnit: ${unit}\n`)
    .replace('clauses:\n', `clauses:${followed}`)
    .replace(
      'refusals:\n',
      'refusals:\n  resource: { statement: refused by the resource, documented: [{ status: probe }] }\n',
    )
    .replace('expires_in:\n    type: integer', `expires_in:\n    type: ${type}`, {
      file: 'contracts/EXAMPLE/granted.schema.yaml',
    })
    .replace('    expiryWait: 5', '    probe: { method: GET, path: /protected, refused: [401] }\n    expiryWait: 90', {
      file: 'environment.yaml',
    });
}

for (const [unit, type] of [
  ['seconds', 'integer'],
  ['minutes', 'integer'],
  ['milliseconds', 'integer'],
  ['instant', 'integer'],
  ['instant', 'string'],
] as const)
  test(`a lifetime in ${unit}, as ${type}: the token is followed to its end`, async () => {
    const example = inUnit(unit, type);
    const result = await runServed(example.load(), `${example.folder}/environment.yaml`);
    expect(raised(result)).toEqual({});
    expect(result.verdict).toBe('conforms');
    const verdict = (id: string) => result.clauses.find((clause) => clause.id.endsWith(id))?.verdict;
    expect([verdict('token-ends'), verdict('token-lives')]).toEqual(['pass', 'pass']);
  });

for (const [unit, type] of [
  ['minutes', 'integer'],
  ['milliseconds', 'integer'],
  ['instant', 'string'],
] as const)
  test(`the proof knows a lifetime in ${unit}, and a media type of a vendor`, async () => {
    const vendor = 'application/vnd.example+json';
    const example = inUnit(unit, type)
      .replace('equals: application/json', `equals: ${vendor}`, { all: true })
      .replace('application/json:', `${vendor}:`, { all: true, file: 'specs/EXAMPLE.openapi.yaml' });
    const rig = await openRig(subject, {
      folder: `${example.folder}/contracts`,
      environment: `${example.folder}/environment.yaml`,
    });
    const judged = mutantsOf(rig).filter(({ check }) => check === 'lifetime');
    expect(judged.length).toBeGreaterThan(15);
    expect((await runMutants(rig, judged)).survivors).toEqual([]);
    await rig.close();
  });

test('a life that is declared longer than it is, in milliseconds, is seen', async () => {
  const example = inUnit('milliseconds');
  const result = await runServed(example.load(), `${example.folder}/environment.yaml`, {
    intercept: (call) => {
      const answer = call.answer();
      const given = at(jsonOf(answer), '/expires_in');
      return typeof given === 'number' ? withMember(answer, '/expires_in', given * 30) : answer;
    },
  });
  expect(result.verdict).toBe('deviates');
  expect(Object.values(raised(result)).flat()).toContain('token-lives');
});

/** A run at a provider whose grants leave the lifetime out, where the contract calls it optional, or mandatory. */
async function withoutLifetime(isOptional: boolean, value?: unknown) {
  const example = inUnit('seconds');
  if (isOptional) example.replace('  - expires_in\n', '', { file: 'contracts/EXAMPLE/granted.schema.yaml' });
  return runServed(example.load(), `${example.folder}/environment.yaml`, {
    intercept: (call) => {
      const answer = call.answer();
      const isGrant = at(jsonOf(answer), '/expires_in') !== undefined;
      return isGrant ? withMember(answer, '/expires_in', value as undefined) : answer;
    },
  });
}

test('an optional lifetime that no answer gives is held against nobody; one that is given is judged', async () => {
  const result = await withoutLifetime(true);
  expect(raised(result)).toEqual({});
  expect(result.verdict).toBe('conforms');
  const isPassed = (id: string) => result.clauses.find((clause) => clause.id.endsWith(id))?.verdict === 'pass';
  expect(isPassed('-resource-guarded') || isPassed('-granted')).toBe(true);
  expect(Object.values(raised(await withoutLifetime(true, -5))).flat()).toContain('lifetime');
});

test('a mandatory lifetime that is absent is reported', async () => {
  const result = await withoutLifetime(false);
  expect(result.verdict).toBe('deviates');
  expect(Object.values(raised(result)).flat()).toContain('expires-in');
});

/** What a probe sends beside the token: its secrets stand in variables, are known as secrets, and no literal passes for one. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { contractNamed, contracts } from '../../../proof/run.ts';
import { InputError } from '../../../src/contract/problems.ts';
import { probeOperationId } from '../../../src/contract/types.ts';
import { build } from '../../../src/scenario/build.ts';
import { unplannedControl } from '../../../src/scenario/plan.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { buildingOf, resolveTarget } from '../../../src/target/target.ts';
import { newFolder } from '../../support/folders.ts';

const variables = {
  SECRET: 'canary-secret-1',
  SUBSCRIPTION: 'canary-subscription-2',
  BODY: 'canary-in-body-3',
  BROKEN: 'canary-4\n',
};

/** The target of an environment of that kind with a probe. */
function targetWith(probe: string, kind = 'sandbox') {
  const file = join(newFolder('probe'), 'one.yaml');
  const credentials = `credentials: { partnerId: partner-1, clientId: client-1, clientSecret: ${kind === 'mock' ? 'in-clear-1' : '$SECRET'} }`;
  const baseUrl = kind === 'mock' ? 'http://127.0.0.1:1' : 'https://one.example';
  writeFileSync(
    file,
    `kind: ${kind}\nproviders:\n  singapay:\n    baseUrl: ${baseUrl}\n    ${credentials}\n    probe: { refused: [401], ${probe} }\n`,
  );
  return resolveTarget(loadEnvironment(file, contracts), contractNamed('singapay'), variables);
}

const problemsOf = (probe: string): string => {
  try {
    targetWith(probe);
    return '';
  } catch (error) {
    if (error instanceof InputError) return error.problems.join('\n');
    throw error;
  }
};

test('a variable in a header or in the body is resolved, and its value is a secret', () => {
  const target = targetWith(
    'method: POST, path: /v1/x, headers: { X-Subscription-Key: $SUBSCRIPTION, X-Country: ID }, body: { key: { of: [$BODY] }, to: all }',
  );
  expect(target.secrets).toEqual(expect.arrayContaining(['canary-subscription-2', 'canary-in-body-3']));
  const built = build(unplannedControl(probeOperationId), {
    ...buildingOf(target),
    now: new Date(0),
    token: 'token-of-test',
    basePath: '',
  });
  const sent = JSON.stringify(built);
  for (const value of ['canary-subscription-2', 'canary-in-body-3', 'ID']) expect(sent).toContain(value);
  expect(sent).not.toContain('$BODY');
});

test('a literal that may be a secret, a variable that is not set, and one in a path are refused', () => {
  for (const [probe, said] of [
    [
      'method: GET, path: /v1/x, headers: { X-Api-Key: abcdefgh1 }',
      'one.yaml:6: X-Api-Key may be a secret and is written here',
    ],
    ['method: GET, path: /v1/x, headers: { Ocp-Subscription-Key: abcdefgh1 }', 'Ocp-Subscription-Key may be a secret'],
    ['method: GET, path: /v1/x, headers: { Cookie: sid=1 }', 'Cookie may be a secret'],
    ['method: GET, path: "/v1/x?api_key=abc1"', 'api_key may be a secret'],
    ['method: GET, path: "/v1/x?api_key=$SECRET"', 'no variable is read in a path'],
    ['method: POST, path: /v1/x, body: { login: { client_secret: abc1 } }', 'client_secret may be a secret'],
    ['method: GET, path: /v1/x, headers: { X-Api-Key: $BROKEN }', 'X-Api-Key (variable BROKEN) ends with a line break'],
    ['method: GET, path: /v1/x, headers: { X-Api-Key: $MISSING }', 'needs the variable MISSING'],
  ] as const)
    expect(problemsOf(probe), probe).toContain(said);
});

test('other literals, what is made anew, and those of a mock stay as they are', () => {
  for (const probe of [
    'method: GET, path: "/v1/x?page=1&currency=IDR", headers: { X-Country: ID, Idempotency-Key: order-00017 }',
    'method: GET, path: /v1/x, headers: { X-Request-Id: { unique: digits, length: 12 }, X-Client: { credential: clientId } }',
  ])
    expect(problemsOf(probe), probe).toBe('');
  const mock = targetWith('method: GET, path: /v1/x, headers: { X-Api-Key: in-clear-2 }', 'mock');
  expect(mock.probe).toMatchObject({ headers: { 'X-Api-Key': 'in-clear-2' } });
});

/** A draft without open questions conforms at the mock that is made from it, in the deep profile too, and can be proven. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { mutantsOf } from '../../proof/mutants.ts';
import { partsOf, runMutants, runParts } from '../../proof/proof.ts';
import { openRig } from '../../proof/rig.ts';
import { runServed } from '../../proof/served.ts';
import { allowedAnswers } from '../../proof/tolerated.ts';
import type { Json } from '../../src/formats/json.ts';
import { contractOf } from '../../src/judge/catalogue.ts';
import { deepened } from '../../src/scenario/families/deepen.ts';
import { newFolder } from '../support/folders.ts';
import { runHere } from '../support/here.ts';
import { raised } from '../support/lax.ts';

const text = (rules: { [name: string]: Json } = {}): Json => ({ type: 'string', ...rules });
const answer = (description: string, properties: { [name: string]: Json }): Json => ({
  description,
  content: { 'application/json': { schema: { type: 'object', required: Object.keys(properties), properties } } },
});

/** A description whose request has a query parameter and a header beside the credentials. */
const described = (scheme: Json, credentials: Json[]): Json => ({
  openapi: '3.0.3',
  info: { title: 'Quokka Pay', version: '1' },
  servers: [{ url: 'https://sandbox.quokka.test/v2' }],
  paths: {
    '/oauth/token': {
      post: {
        summary: 'Issue an access token',
        security: scheme === null ? [] : [{ client: [] }],
        parameters: [
          { name: 'channel', in: 'query', required: true, schema: text({ enum: ['h2h'] }) },
          { name: 'X-Branch', in: 'header', required: true, schema: text({ enum: ['north'] }) },
          ...credentials,
        ],
        responses: {
          200: answer('Granted', {
            access_token: text({ minLength: 20, maxLength: 512 }),
            expires_in: { type: 'integer', description: 'Lifetime of the token in seconds' },
          }),
          400: answer('A parameter is missing or wrong', { error: text() }),
          401: { description: 'The credentials are wrong' },
        },
      },
    },
  },
  components: scheme === null ? {} : { securitySchemes: { client: scheme } },
});

const header = (name: string): Json => ({ name, in: 'header', required: true, schema: text() });

/** A draft of which the one question that it leaves is decided, and an environment with any credentials. */
async function drafted(scheme: Json, credentials: Json[]) {
  const folder = newFolder('drafted');
  writeFileSync(join(folder, 'api.json'), JSON.stringify(described(scheme, credentials)));
  const { code, output } = await runHere('derive', [join(folder, 'api.json'), '--provider', 'quokka', '--out', folder]);
  expect([code, output]).toEqual([0, expect.stringContaining('To decide: 1.')]);
  const file = join(folder, 'contracts/quokka/contract.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^x-todo:\n(?: {2}.*\n)+/m, ''));
  const contract = contractOf('quokka', dirname(dirname(file)));
  const values = Object.keys(contract.credentials).map((name, at) => `${name}: Throw${at}Away${name}9Rw3Jx6B`);
  const environment = join(folder, 'environments/mock.yaml');
  mkdirSync(dirname(environment));
  writeFileSync(environment, `kind: mock\nproviders:\n  quokka:\n    credentials: { ${values.join(', ')} }\n`);
  return { folder, contract, environment };
}

for (const [what, scheme, credentials] of [
  ['HTTP Basic', { type: 'http', scheme: 'basic' }, []],
  ['an API key', { type: 'apiKey', in: 'header', name: 'X-Api-Key' }, []],
  ['credentials in headers', null, [header('X-Client-Id'), header('X-Client-Secret')]],
] as const satisfies [string, Json, Json[]][])
  test(`${what}: each way that its deep profile breaks is refused by the mock`, async () => {
    const { contract, environment } = await drafted(scheme, [...credentials]);
    const result = await runServed(deepened(contract), environment, { life: 3 });
    expect([result.verdict, raised(result)]).toEqual(['conforms', {}]);
  });

test('the proof of a draft makes only tokens and refusals that its description allows', async () => {
  const { folder, environment } = await drafted({ type: 'apiKey', in: 'header', name: 'X-Api-Key' }, []);
  const rig = await openRig('quokka', { folder: join(folder, 'contracts'), environment });
  expect(await runParts(rig, partsOf(rig))).toEqual([]);
  // Of a wrong key the description documents this status: a server in front answers with it elsewhere.
  expect(allowedAnswers(rig).filter(({ name }) => /-api-key-\S+: 401 with a page$/.test(name))).toEqual([]);
  const { survivors, kills } = await runMutants(
    rig,
    mutantsOf(rig).filter(({ check }) => check === 'unique-members'),
  );
  await rig.close();
  expect([survivors, kills.length > 0]).toEqual([[], true]);
});

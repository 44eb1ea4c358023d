/** What a provider that is data alone is asked for: each demand is in its contract, and a server that is lax in it is seen. */
import { expect, test } from '@playwright/test';
import type { Call, Intercept } from '../../mock/server.ts';
import { jsonOf, withMember } from '../../proof/answers.ts';
import type { Contract } from '../../src/contract/types.ts';
import type { TargetResult } from '../../src/formats/results.ts';
import type { Target } from '../../src/target/target.ts';
import { exampleContract, exampleNames, runExample, runServed } from '../support/example.ts';
import { headerOf, oneOfEach, parametersOf, raised } from '../support/lax.ts';
import { changedExample } from '../support/variant.ts';

/** What the example says of the body of its request. */
const schema = 'contracts/EXAMPLE/request.schema.yaml';

const short = (id: string): string => id.replace(/^[a-z]+-/, '');

/** Clauses about the token's operation that ask for one of these ways, without their prefix. */
const asking = ({ clauses }: Contract, ...ways: string[]): string[] =>
  clauses
    .filter(
      ({ kind, request, operations }) =>
        kind === 'demand' && operations.includes('token') && ways.some((way) => request?.ways.includes(way)),
    )
    .map(({ id }) => short(id));

/** Grants what the mock refuses where the request is one that the lax server takes; `credentials` are those of the target. */
async function lax(name: string, takes: (call: Call, credentials: string[]) => boolean): Promise<TargetResult> {
  let credentials: string[] = [];
  const intercept: Intercept = (call) =>
    call.operation === 'token' && call.answer().status >= 400 && takes(call, credentials)
      ? call.grant()
      : call.answer();
  const target = (resolved: Target): Partial<Target> => {
    credentials = Object.values(resolved.credentials).flatMap(({ value }) => value);
    return {};
  };
  return runExample(name, {
    intercept,
    target,
    select: ({ change, operation }) => operation === 'token' && change?.way !== 'later',
  });
}

for (const name of exampleNames) {
  const contract = exampleContract(name);
  const form = contract.operation.mediaType?.endsWith('urlencoded') === true;

  const compared = asking(contract, 'flipped-case', 'flipped-case-client');
  // A client that signs an assertion sends no credential as it is.
  const isAsserted = contract.operation.control.auth.some(({ assertion }) => assertion !== undefined);

  test(`${name}: each credential that is sent as it is counts in its letter case`, async () => {
    const result = await lax(name, (call, credentials) => {
      const queried = new URLSearchParams(call.received.query).values();
      const given = [...call.received.headers.map(([, value]) => value), ...parametersOf(call).values(), ...queried];
      return given.some((value) =>
        credentials.some((right) => value !== right && value.toLowerCase() === right.toLowerCase()),
      );
    });
    expect(compared.length > 0).toBe(!isAsserted);
    expect(raised(result)).toEqual(isAsserted ? {} : { fails: compared });
  });

  if (contract.operation.mediaType !== null)
    test(`${name}: the body is of the media type that is documented`, async () => {
      const other = form ? 'application/json' : 'application/x-www-form-urlencoded';
      const result = await lax(name, (call) => headerOf(call, 'Content-Type') === other);
      expect(raised(result)).toEqual({ fails: ['media-type'] });
    });

  test(`${name}: an answer is a grant or a refusal`, async () => {
    const [member = ''] = contract.operation.envelopes.granted;
    const result = await runExample(name, {
      select: oneOfEach(),
      intercept: (call) => {
        const answer = call.answer();
        const refuses = call.operation === 'token' && answer.status >= 400 && jsonOf(answer);
        return refuses ? withMember(answer, member, 'abc') : answer;
      },
    });
    expect(raised(result)).toEqual({ fails: ['refusal-alone'] });
  });

  if (form)
    test(`${name}: parameters in the query give no token, and one that does not decode may be ignored`, async () => {
      const inQuery = await lax(
        name,
        ({ received }) => received.method === 'POST' && received.query.includes('grant_type='),
      );
      expect(raised(inQuery)).toEqual({ fails: ['query-parameters'] });
      const ignoring = await lax(name, ({ received }) => String(Buffer.from(received.body)).includes('%ZZ'));
      expect(raised(ignoring)).toEqual({});
    });
}

test('a field that is one of several texts, whose mark was written before this was a demand, loads as it did', () => {
  const changed = changedExample()
    .replace('const: client_credentials', 'enum: [client_credentials, device_code]', { file: schema })
    .replace('refusal: parameters', 'refusal: { required: parameters }', { file: schema });
  const ids = changed.load().clauses.map(({ id }) => id.replace(/^[a-z]+-/, ''));
  expect(ids).toContain('grant-type-required');
  expect(ids).not.toContain('grant-type-value');
});

test('a field that is one of several texts: another is refused by the mock, and a provider that takes it is seen', async () => {
  const changed = changedExample().replace('const: client_credentials', 'enum: [client_credentials, device_code]', {
    file: schema,
  });
  const run = (intercept: Intercept) =>
    runServed(changed.load(), `${changed.folder}/environment.yaml`, {
      intercept,
      select: ({ change }) => change === null || (change.part === 'field' && change.way === 'other-value'),
    });
  const fair = await run((call) => call.answer());
  expect(raised(fair)).toEqual({});
  const own = fair.clauses.find(({ id }) => id.endsWith('-grant-type-value'));
  expect(own?.observations.map(({ verdict }) => verdict)).toEqual(['pass']);
  const lax = await run((call) =>
    call.operation === 'token' && parametersOf(call).get('grant_type') === 'client_credentialt'
      ? call.grant()
      : call.answer(),
  );
  expect(raised(lax)).toEqual({ fails: ['grant-type-value'] });
});

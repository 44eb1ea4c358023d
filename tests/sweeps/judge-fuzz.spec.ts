import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { type Clause, type Contract, isUntestable } from '../../src/contract/types.ts';
import { catalogue } from '../../src/judge/catalogue.ts';
import { judge } from '../../src/judge/judge.ts';
import type { Judged } from '../../src/judge/observation.ts';
import { build } from '../../src/scenario/build.ts';
import { plan, type Scenario } from '../../src/scenario/plan.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { resolveTarget } from '../../src/target/target.ts';
import { bodyLimit } from '../../src/wire/decode.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import { seed, shareOf } from '../support/seed.ts';

const contracts = catalogue();
const environment = loadEnvironment('mock', contracts);
const now = new Date();

let made: Case[] | null = null;

/** Every scenario with its request; made when the first test asks, since the process that lists the tests needs none. */
function cases(): Case[] {
  made ??= Object.values(contracts).flatMap(casesOf);
  return made;
}

function casesOf(contract: Contract) {
  const target = resolveTarget(environment, contract, {});
  const probe = target.probe && { ...target.probe, token: 'a-token' };
  const context = { contract, credentials: target.credentials, now, timestampOffset: 86_400, probe };
  return plan(contract).map((scenario) => ({ target, scenario, request: build(scenario, context) }));
}
type Case = ReturnType<typeof casesOf>[number];

interface Answer {
  status: number;
  headers: [string, string][];
  body: Buffer;
}

function exchangeOf({ scenario, request }: Case, { status, headers, body }: Answer): Exchange {
  return {
    scenario: scenario.id,
    baseUrl: 'https://provider.example',
    request,
    attempts: [{ startedAt: now, ms: 1, trouble: null }],
    response: { status, headers, body, bodyFault: null },
    trouble: null,
    answeredAt: now,
  };
}

function judged(one: Case, answer: Answer): Judged[] {
  return judge(one.target.contract, one.scenario, exchangeOf(one, answer), one.target.secrets);
}

const memberOf = (clause: Clause | undefined): boolean =>
  clause?.kind === 'promise' &&
  !isUntestable(clause) &&
  ['value', 'json-object', 'jwt', 'lifetime'].includes(clause.check);

/** Promises about the body, which a body that is no JSON object cannot keep. */
function keptUnread(contractClauses: Clause[], observations: Judged[]): string[] {
  return observations
    .filter(({ clause, verdict }) => verdict === 'pass' && memberOf(contractClauses.find(({ id }) => id === clause)))
    .map(({ clause }) => clause);
}

function isObject(body: Buffer): boolean {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

const headerName = fc.constantFrom(
  'Content-Type',
  'Date',
  'Allow',
  'WWW-Authenticate',
  'Cache-Control',
  'Content-Encoding',
  'X-CLIENT-KEY',
  'Set-Cookie',
  '__proto__',
);
const awkward = fc.constantFrom(
  '{}',
  '[]',
  'null',
  '{"__proto__":{"x":1}}',
  '{"data":[]}',
  '{"data":{"access_token":"a.b.c"}}',
  '{"data":{"access_token":"e30.bnVsbA.x","expires_in":"1"},"status":200}',
  '{"access_token":"..","expires_in":1e400}',
  '{"accessToken":"e30.e30.","expiresIn":"00000"}',
  '{"responseCode":{},"error":[]}',
  '{"error":{"code":[],"message":{}}}',
  `${'['.repeat(50_000)}`,
  `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
);
/** Answers of any kind; the arbitrary texts take a while to be made ready, so that nobody makes them who runs no test. */
const answers = (): fc.Arbitrary<Answer> =>
  fc.record({
    status: fc.oneof(
      fc.constantFrom(200, 201, 204, 301, 400, 401, 403, 404, 405, 422, 500),
      fc.integer({ min: 100, max: 999 }),
    ),
    headers: fc.array(fc.tuple(headerName, fc.string()), { maxLength: 8 }),
    body: fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
      fc.json().map((text) => Buffer.from(text)),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      awkward.map((text) => Buffer.from(text)),
    ),
  });

test('whatever is answered, the judge neither fails nor says pass of what it could not read', () => {
  console.log(`CONFORMANCE_SEED=${seed}`);
  const property = fc.property(fc.constantFrom(...cases()), answers(), (one, given) => {
    const observations = judged(one, given);
    const errors = observations.filter(({ verdict }) => verdict === 'error').map(({ clause }) => clause);
    const kept = isObject(given.body) ? [] : keptUnread(one.target.contract.clauses, observations);
    // An expectation for each of the answers would cost more than to judge it.
    if (errors.length + kept.length > 0) throw new Error(`error: ${errors}; passed unread: ${kept}`);
  });
  fc.assert(property, { seed, numRuns: shareOf(1000) });
});

/** A body of so many bytes. */
type Filled = (bytes: number) => Buffer;

const filled =
  (text: string, start = '', end = ''): Filled =>
  (bytes) => {
    const room = bytes - Buffer.byteLength(start) - Buffer.byteLength(end);
    return Buffer.from(`${start}${text.repeat(Math.floor(room / Buffer.byteLength(text)))}${end}`);
  };

const large: Record<string, Filled> = {
  blanks: filled(' '),
  'one string': filled('a', '"', '"'),
  'one token': filled('a', '{"data":{"access_token":"', '"}}'),
  'a token of dots': filled('a.', '{"access_token":"', '"}'),
  'a token of eyJ': filled('eyJ', '{"accessToken":"', '"}'),
  'a member many times over': filled('"a":1,', '{', '"b":2}'),
  'objects in a list': filled('{"a":1},', '{"list":[', '{}]}'),
  'brackets, open': filled('['),
  'numbers in a list': filled('1,', '{"list":[', '1]}'),
  'access_token= over and over': filled('access_token=abcdefgh&'),
  'scopes over and over': filled('billing ', '{"scope":"', 'x"}'),
  'bytes that are no UTF-8': (bytes) => Buffer.alloc(bytes, 0xff),
  'an error of quotes': filled('\\"', '{"error":"', '"}'),
};

const control = (one: Case): boolean => one.scenario.clause === null;
const refused = ({ scenario }: { scenario: Scenario }): boolean => scenario.expects === 'refused';

for (const [name, body] of Object.entries(large)) {
  // What grows with the square of its length does not end in the time of a test.
  test(`1 MiB of ${name} is judged without a fault of our own`, () => {
    const headers: [string, string][] = [['Content-Type', 'application/json']];
    const whole = body(bodyLimit);
    for (const contract of Object.values(contracts)) {
      const own = cases().filter(({ target }) => target.contract === contract);
      for (const [one, status] of [
        [own.find(control), 200],
        [own.find(refused), 401],
      ] as const) {
        if (!one) throw new Error(`${contract.provider} has no such scenario`);
        const observations = judged(one, { status, headers, body: whole });
        expect(observations.length).toBeGreaterThan(0);
        expect(observations.filter(({ verdict }) => verdict === 'error')).toEqual([]);
      }
    }
  });
}

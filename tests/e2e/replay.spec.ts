/** A good request that is sent again, byte for byte: a demand where a source says that it is taken once, and only there. */
import { expect, test } from '@playwright/test';
import { genericProvider } from '../../mock/generic.ts';
import { type Intercept, startMock } from '../../mock/server.ts';
import { memoryStore, openSession } from '../../src/run/session.ts';
import { plan } from '../../src/scenario/plan.ts';
import { accountOf } from '../../src/target/account.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { resolveTarget } from '../../src/target/target.ts';
import { runServed } from '../support/example.ts';
import { oneOfEach, raised } from '../support/lax.ts';
import { installed, openShell } from '../support/shells.ts';
import { rows, signedExample } from '../support/signed-example.ts';
import type { ChangedExample } from '../support/variant.ts';

const time = '{ header: X-Time, form: epoch-seconds }';
const over = '{body}.{header:X-Time}';
const signed = { algorithm: 'hmac-sha256', encoding: 'hex', over, timestamp: time };
const drawn = { algorithm: 'rsa-pss-sha256', encoding: 'base64', over: '{body}' };

/** The signed example, which takes a payment once. */
const takenOnce = (example: ChangedExample, demand: string): ChangedExample =>
  example.replace(
    'clauses:\n',
    `clauses:
  - id: EXAMPLE-once
    statement: A request that was taken before is refused.
    level: must
    source: payments
    at: Signature
    operation: createPayment
    demand: { ${demand}, break: [replayed] }
    refusal: token
`,
  );

const demands: Record<string, string> = { 'the signature': 'auth: signature', 'the whole request': 'whole: request' };

const once = (clause: { id: string }): boolean => clause.id.endsWith('-once');

/** A provider that takes again what it took before. */
const takesAgain = (): Intercept => {
  const granted = new Map<string, ReturnType<Parameters<Intercept>[0]['answer']>>();
  return (call) => {
    const answer = call.answer();
    const key = JSON.stringify([call.received.headers, Buffer.from(call.received.body).toString()]);
    if (call.operation !== 'createPayment') return answer;
    if (answer.status < 300) granted.set(key, answer);
    return granted.get(key) ?? answer;
  };
};

for (const [index, [what, demand]] of Object.entries(demands).entries()) {
  test(`${what} is taken once: the mock conforms, and a provider that takes it again is seen`, async () => {
    const example = takenOnce(signedExample(signed), demand);
    const contract = example.load();
    const file = `${example.folder}/environment.yaml`;
    const seen: string[] = [];
    // No other way to break a request sends one again, which all of them show once.
    const good = await runServed(contract, file, {
      select: index === 0 ? () => true : oneOfEach(),
      intercept: (call) => {
        if (call.operation === 'createPayment') seen.push(JSON.stringify(call.received.headers));
        return call.answer();
      },
    });
    expect(raised(good)).toEqual({});
    expect(good.verdict).toBe('conforms');
    expect(good.clauses.find(once)?.observations.map(({ received }) => received)).toEqual(['refused with 401']);
    expect(seen.length - new Set(seen).size).toBe(1);
    const lax = await runServed(contract, file, { select: oneOfEach(), intercept: takesAgain() });
    expect(raised(lax)).toEqual({ fails: ['once'] });
  });

  test(`${what}: every command sends the request twice, and is answered as the suite was`, async () => {
    for (const row of [signed, drawn]) {
      const example = takenOnce(signedExample(row), demand);
      const contract = example.load();
      const environment = loadEnvironment(`${example.folder}/environment.yaml`, { [contract.provider]: contract });
      const target = resolveTarget(environment, contract, {});
      const served = genericProvider({ contract: contract.file, account: accountOf(target) });
      const mock = await startMock({ more: [served] });
      const session = openSession(target, `${mock.url}${served.basePath}`, memoryStore());
      const [scenario] = plan(contract).filter(({ change }) => change?.way === 'replayed');
      const { exchange } = await session.run(scenario ?? plan(contract)[0]);
      await session.close();
      expect(exchange?.response?.status).toBe(401);
      const variables = Object.values(target.credentials).map(({ variable, value }) => [variable, String(value)]);
      for (const name of installed) {
        const before = mock.requests;
        const shell = openShell(name, Object.fromEntries(variables));
        const printed = await shell.run(exchange?.curl ?? '');
        await shell.close();
        expect(/^HTTP\/[\d.]+ (\d{3})/m.exec(printed)?.[1], `${name}:\n${exchange?.curl}\n${printed}`).toBe('401');
        // One for the token, and two for the payment.
        expect(mock.requests - before).toBe(3);
      }
      await mock.close();
    }
  });
}

test('nothing is sent again where the request before it is not granted, and nobody is accused', async () => {
  const example = takenOnce(signedExample(signed), 'auth: signature');
  let payments = 0;
  const result = await runServed(example.load(), `${example.folder}/environment.yaml`, {
    select: ({ id, operation, change }) =>
      id === 'control' || (operation === 'createPayment' && (change === null || change.way === 'replayed')),
    intercept: (call) => {
      if (call.operation !== 'createPayment') return call.answer();
      payments += 1;
      return payments === 1 ? call.answer() : { status: 500, headers: [], body: '' };
    },
  });
  const { verdict, reason } = result.clauses.find(once) ?? {};
  expect([verdict, payments]).toEqual(['inconclusive', 2]);
  expect(reason).toContain('the good request before it was not granted');
});

test('a demand that no good request be sent again is refused where two of them are the same', () => {
  const [, day] = Object.entries(rows).find(([title]) => title.includes('the date')) ?? [];
  const example = takenOnce(signedExample(day ?? signed), 'auth: signature');
  expect(example.problems()).toContain(
    'the way "replayed" changes nothing: two good requests of createPayment are the same',
  );
});

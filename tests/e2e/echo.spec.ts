/** no-echo and no-token: what an answer may give back, what it may not, and in which spelling it was found. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Answer, type Call, type Mock, startMock } from '../../mock/server.ts';
import { jwt } from '../../proof/answers.ts';
import { now } from '../../proof/careless.ts';
import { contractNamed, contracts, runProvider } from '../../proof/run.ts';
import type { TargetResult } from '../../src/formats/results.ts';
import { rejudge } from '../../src/results/rejudge-target.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { metaOf } from '../../src/target/meta.ts';
import { expectNoSecret } from '../support/canaries.ts';
import { exampleContract, examples, runServed } from '../support/example.ts';
import { subject } from '../support/variant.ts';

let mock: Mock;
test.beforeAll(async () => {
  mock = await startMock();
});
test.afterAll(() => mock.close());

const today = '2026-01-02';

/** What a clause says of the control, in the run and when it is judged again, and all that the results hold. */
async function judged(provider: string, clause: string): Promise<{ said: string[]; all: string; again: string[] }> {
  const result = await runProvider(mock, provider, { select: ({ id }) => id === 'control' });
  const contract = contractNamed(provider);
  const again = rejudge(structuredClone(result), contract, metaOf(contract, loadEnvironment('mock', contracts)), today);
  const saidOf = ({ clauses }: TargetResult): string[] =>
    (clauses.find(({ id }) => id === `${provider}-${clause}`)?.observations ?? []).map(
      ({ verdict, received }) => `${verdict}: ${received}`,
    );
  return { said: saidOf(result), all: JSON.stringify([result, again]), again: saidOf(again) };
}

/** What no-echo says of the control of a provider that puts a text into its answers. */
async function saidOf(provider: string, note: (call: Call) => string): Promise<string[]> {
  mock.intercept = (call) => {
    const answer: Answer = call.answer();
    const body = `${Buffer.from(answer.body).toString('utf8').slice(0, -1)},"note":"${note(call)}"}`;
    return { ...answer, body };
  };
  return (await judged(provider, 'no-echo')).said;
}

/** Answers as the mock does, with another reason phrase. */
function withReason(reason: (call: Call) => string): void {
  mock.intercept = (call) => {
    const { status, headers, body } = call.answer();
    return { raw: (response) => response.writeHead(status, reason(call), headers.flat()).end(body) };
  };
}

const sent = (call: Call, name: string): string =>
  call.received.headers.find(([header]) => header.toLowerCase() === name)?.[1] ?? '';
const secretOf = (call: Call): string =>
  Buffer.from(sent(call, 'authorization').slice(6), 'base64').toString().split(':')[1] ?? '';
const escaped = (text: string, sign: (code: string) => string): string =>
  text.replace(/[+/=A-F]/g, (one) => sign(one.charCodeAt(0).toString(16).padStart(2, '0')));

const rows: [spelling: string, provider: string, note: (call: Call) => string, said: RegExp][] = [
  ['whole', 'finnet', (call) => sent(call, 'x-signature'), /^fail: the X-SIGNATURE that was sent, in the body$/],
  [
    'its middle',
    'finnet',
    (call) => sent(call, 'x-signature').slice(90, 110),
    /^fail: 2\d of 344 characters of the X-SIGNATURE that was sent, in the body$/,
  ],
  [
    '\\u002B',
    'finnet',
    (call) => escaped(sent(call, 'x-signature'), (code) => `\\u00${code}`),
    /^fail: the X-SIGNATURE.* with the escapes of a JSON string, in the body$/,
  ],
  [
    '&#x2b;',
    'finnet',
    (call) => escaped(sent(call, 'x-signature'), (code) => `&#x${code};`),
    /^fail: the X-SIGNATURE.* with character references of HTML, in the body$/,
  ],
  [
    '%2B',
    'finnet',
    (call) => escaped(sent(call, 'x-signature'), (code) => `%${code}`),
    /^fail: the X-SIGNATURE.* percent-encoded, in the body$/,
  ],
  [
    'Basic credentials',
    'singapay',
    (call) => sent(call, 'authorization'),
    /^fail: the secret clientSecret, in Base64, in the body$/,
  ],
  [
    'Base64, one byte before',
    'singapay',
    (call) => Buffer.from(`:${secretOf(call)}`).toString('base64'),
    /^fail: the secret clientSecret, in Base64, at another offset, in the body$/,
  ],
  [
    'another case',
    'singapay',
    (call) => secretOf(call).toUpperCase(),
    /^fail: the secret clientSecret, in another letter case, in the body$/,
  ],
  [
    'the secret of another provider',
    'finnet',
    () => 'ThrowAwayPasswordjX2EnYJE7sBrDKphu4sswq3jK',
    /^fail: the secret of the environment, in the body$/,
  ],
];

for (const [spelling, provider, note, said] of rows)
  test(`${provider} gives back what was sent, ${spelling}`, async () => {
    expect(await saidOf(provider, note)).toEqual([expect.stringMatching(said)]);
  });

test('the name of a client, the timestamp and the media type may come back', async () => {
  expect(Object.keys(contracts)).toContain('finnet');
  const fair = (call: Call): string =>
    ['x-client-key', 'x-timestamp', 'content-type'].map((name) => sent(call, name)).join(' ');
  expect(await saidOf('finnet', fair)).toEqual(['pass: none']);
  const client = (call: Call): string =>
    Buffer.from(sent(call, 'authorization').slice(6), 'base64').toString().split(':')[0] ?? '';
  expect(await saidOf('singapay', client)).toEqual(['pass: none']);
  expect(await saidOf('singapay', (call) => Buffer.from(client(call)).toString('base64'))).toEqual(['pass: none']);
});

test('what comes back in the reason phrase is seen, and shown nowhere', async () => {
  const secrets: string[] = [];
  withReason((call) => {
    secrets.push(secretOf(call));
    return `The secret is ${secretOf(call)}`;
  });
  const { said, all, again } = await judged('singapay', 'no-echo');
  expect(said).toEqual(['fail: the secret clientSecret, in the reason phrase']);
  expect(again).toEqual(said);
  expect(all).toMatch(/"reason":"The secret is ‹secret clientSecret: /);
  expectNoSecret(all, secrets);
  withReason(() => 'Fine');
  expect(await judged('singapay', 'no-echo')).toMatchObject({
    said: ['pass: none'],
    all: expect.stringContaining('"reason":"Fine"'),
  });
});

test('a token in the reason phrase of a refusal is seen: one of any form, and one that was granted before', async () => {
  const refusals = ['absent', 'other-scheme'].map((way) => `pyng-basic-present/${way}`);
  const said = async (reason: (granted: string) => string): Promise<string[]> => {
    let granted = '';
    mock.intercept = (call) => {
      const { status, headers, body } = call.answer();
      granted = /"access_token":"([^"]+)"/.exec(Buffer.from(body).toString())?.[1] ?? granted;
      if (status < 400) return { status, headers, body };
      return { raw: (response) => response.writeHead(status, reason(granted), headers.flat()).end(body) };
    };
    const result = await runProvider(mock, 'pyng', { select: ({ id }) => id === 'control' || refusals.includes(id) });
    const found = result.clauses.find(({ id }) => id === 'pyng-no-token-in-error')?.observations ?? [];
    return [...new Set(found.map(({ verdict, received }) => `${verdict}: ${received}`))];
  };
  expect(await said((granted) => `Not for ${granted}`)).toEqual(['fail: a token in the reason phrase']);
  expect(await said(() => `Use ${jwt({ exp: now() + 900 })}`)).toEqual(['fail: a token in the reason phrase']);
  expect(await said(() => 'Token required')).toEqual(['pass: no token']);
});

test('a member that is documented to give back what was sent under its name may do so, and holds no other secret', async () => {
  const contract = exampleContract(subject);
  const parameters = { besides: ['/client_secret'] };
  const clauses = contract.clauses.map((clause) =>
    'check' in clause && clause.check === 'no-echo' ? { ...clause, parameters } : clause,
  );
  const said = async (answer: (secret: string, key: string) => string): Promise<string[]> => {
    const { clauses: results } = await runServed(
      { ...contract, clauses },
      join(examples, subject, 'environment.yaml'),
      {
        select: ({ id }) => id === 'control',
        intercept: (call) => {
          const given = call.answer();
          const secret = new URLSearchParams(Buffer.from(call.received.body).toString()).get('client_secret') ?? '';
          const members = answer(secret, sent(call, 'x-api-key'));
          return { ...given, body: `${Buffer.from(given.body).toString().slice(0, -1)},${members}}` };
        },
      },
    );
    const { observations = [] } = results.find(({ id }) => id === `${subject}-no-echo`) ?? {};
    return observations.map(({ verdict, received }) => `${verdict}: ${received}`);
  };
  expect(await said((secret) => `"client_secret":"${secret}"`)).toEqual(['pass: none']);
  for (const [answer, name] of [
    [(secret: string) => `"client_secret":"${secret}","note":"${secret}"`, 'clientSecret'],
    [(secret: string) => `"note":"${secret}","note":"","client_secret":"${secret}"`, 'clientSecret'],
    [(_: string, key: string) => `"client_secret":"${key}"`, 'apiKey'],
  ] as const)
    expect(await said(answer)).toEqual([expect.stringContaining(`fail: the secret ${name}`)]);
});

/** A server with one fault has one cause, however many clauses fail for it; one with two faults has two. */
import { expect, test } from '@playwright/test';
import { headerValues } from '../../mock/http.ts';
import { type Answer, type Call, type Intercept, startMock } from '../../mock/server.ts';
import { jsonOf, put, withBody, withHeader, withMember } from '../../proof/answers.ts';
import {
  accounts,
  basic,
  basicOf,
  body,
  header,
  isBearer,
  pyngPair,
  setHeader,
  singapayPair,
} from '../../proof/careless.ts';
import { runProvider } from '../../proof/run.ts';
import { tokenOperationId } from '../../src/contract/types.ts';
import type { TargetResult } from '../../src/formats/results.ts';
import { causesOf } from '../../src/results/causes.ts';
import type { Scenario } from '../../src/scenario/plan.ts';
import { oneOfEach } from '../support/lax.ts';

type Server = () => Intercept;

/** What tells one fault from two beside one scenario of each clause: every way about the resource or the partner. */
const isOpen = ({ operation, change }: Scenario): boolean =>
  operation !== tokenOperationId || change?.name === 'X-PARTNER-ID';

/** The ledger of a run on a clock that only waiting moves. */
async function against(provider: string, server: Server): Promise<TargetResult> {
  let now = Date.parse('2026-11-26T08:00:00Z');
  const mock = await startMock({ clock: () => now, lifeSeconds: 2, intercept: server() });
  const sleep = async (ms: number): Promise<void> => {
    now += ms;
  };
  const isFirst = oneOfEach();
  const select = (scenario: Scenario): boolean => isFirst(scenario) || isOpen(scenario);
  try {
    return await runProvider(mock, provider, { clock: () => new Date(now), sleep, select });
  } finally {
    await mock.close();
  }
}

const every =
  (how: (answer: Answer) => Answer): Server =>
  () =>
  (call) =>
    how(call.answer());
const member = (at: string, how: (found: string) => string | number | undefined): Server =>
  every((answer) => {
    const found = jsonOf(answer)[at.slice(1)];
    return found === undefined ? answer : withMember(answer, at, how(String(found)));
  });
const asGood =
  (how: (call: Call) => void): Server =>
  () =>
  (call) => {
    if (call.operation === 'token') how(call);
    return call.answer();
  };
const tokenIn = (answer: Answer): string =>
  /"(?:access_token|accessToken)":"([^"]+)"/.exec(String(answer.body))?.[1] ?? '';
const live = (call: Call, token: string): Answer => {
  setHeader(call.received, 'Authorization', `Bearer ${token}`);
  return call.answer();
};
/** A resource that takes some requests as if they came with the token granted last. */
const takes =
  (which: (call: Call) => boolean): Server =>
  () => {
    let token = '';
    return (call) => {
      if (call.operation !== 'token') return which(call) ? live(call, token) : call.answer();
      token = tokenIn(call.answer()) || token;
      return call.answer();
    };
  };
/** A server that hands out one token for ever, and takes it for ever. */
const forEver: Server = () => {
  let token = '';
  return (call) => {
    const answer = call.answer();
    if (call.operation === 'token') {
      token ||= tokenIn(answer);
      return { ...answer, body: String(answer.body).replace(tokenIn(answer) || '\n', token) };
    }
    const isIt = isBearer(call.received) && header(call.received, 'Authorization').endsWith(` ${token}`);
    return isIt && answer.status === 401 ? { ...answer, status: 200, body: '{}' } : answer;
  };
};
const grants =
  (refused: RegExp): Server =>
  () =>
  (call) =>
    call.operation === 'token' && refused.test(String(call.answer().body)) ? call.grant() : call.answer();
const life = '/data/expires_in';
const formBody = 'grant_type=client_credentials&scope=';

const faults: [provider: string, fault: string, server: Server, cause: string][] = [
  ['finnet', 'responseCode is a number', member('/responseCode', Number), 'finnet-error-code'],
  ['finnet', 'responseCode is absent', member('/responseCode', () => undefined), 'finnet-error-code'],
  [
    'finnet',
    'responseCode has a blank before it',
    member('/responseCode', (code) => ` ${code}`),
    'finnet-response-code-status',
  ],
  [
    'finnet',
    'responseCode begins with 999',
    member('/responseCode', (code) => `999${code.slice(3)}`),
    'finnet-response-code-status',
  ],
  [
    'finnet',
    'responseCode has another service',
    member('/responseCode', (code) => `${code.slice(0, 3)}11${code.slice(5)}`),
    'finnet-response-code',
  ],
  [
    'finnet',
    'responseCode ends with 99',
    member('/responseCode', (code) => `${code.slice(0, 5)}99`),
    'finnet-response-code',
  ],
  ['finnet', 'responseMessage is absent', member('/responseMessage', () => undefined), 'finnet-error-message'],
  ['finnet', 'no signature is verified', grants(/Invalid Signature/), 'finnet-signature-required'],
  ['finnet', 'any client is granted', grants(/Unknown Client/), 'finnet-client-key-known'],
  ['finnet', 'any time is granted', grants(/Invalid Timestamp/), 'finnet-timestamp-current'],
  ['singapay', 'success is a word', member('/success', String), 'singapay-error-success'],
  [
    'singapay',
    'its envelope is in another',
    every((answer) => withBody(answer, { result: jsonOf(answer) })),
    'singapay-error-envelope-status',
  ],
  ['singapay', 'the resource is open to everybody', takes(() => true), 'singapay-resource-guarded'],
  [
    'singapay',
    'the resource takes any token',
    takes(({ received }) => isBearer(received)),
    'singapay-resource-guarded',
  ],
  [
    'singapay',
    'no credentials are looked at',
    asGood(({ received }) => setHeader(received, 'Authorization', basic(singapayPair))),
    'singapay-basic-present',
  ],
  [
    'singapay',
    'no partner is looked at',
    asGood(({ received }) => setHeader(received, 'X-PARTNER-ID', accounts.singapay.partnerId)),
    'singapay-partner-id-required',
  ],
  ['singapay', 'one token for ever', forEver, 'singapay-token-shrinks'],
  [
    'singapay',
    'a life of no time',
    every((answer) =>
      answer.status === 200 && tokenIn(answer) !== '' ? withBody(answer, put(jsonOf(answer), life, '0')) : answer,
    ),
    'singapay-lifetime',
  ],
  ['pyng', 'no Content-Type anywhere', every((answer) => withHeader(answer, 'Content-Type')), 'pyng-json'],
  ['pyng', 'no challenge anywhere', every((answer) => withHeader(answer, 'WWW-Authenticate')), 'pyng-challenge'],
  ['pyng', 'the resource is open to everybody', takes(() => true), 'pyng-customers-guarded'],
  [
    'pyng',
    'no credentials are looked at',
    asGood(({ received }) => setHeader(received, 'Authorization', basic(pyngPair))),
    'pyng-basic-present',
  ],
  ['pyng', 'one token for ever', forEver, 'pyng-token-shrinks'],
];

for (const [provider, fault, server, cause] of faults)
  test(`${provider}: ${fault}: one cause`, async () => {
    const { clauses } = await against(provider, server);
    expect(causesOf(clauses).map(({ clause }) => clause.id)).toEqual([cause]);
  });

const two: [provider: string, fault: string, server: Server, causes: string[]][] = [
  [
    'finnet',
    'responseCode is a number in refusals and too short in grants',
    every((answer) => {
      const code = String(jsonOf(answer)['responseCode']);
      return withMember(answer, '/responseCode', answer.status === 200 ? code.slice(0, 6) : Number(code));
    }),
    ['finnet-error-code', 'finnet-response-code'],
  ],
  [
    'singapay',
    'success is missing in refusals and a word in grants',
    every((answer) => withMember(answer, '/success', answer.status === 200 ? 'true' : undefined)),
    ['singapay-error-success', 'singapay-success'],
  ],
  [
    'singapay',
    'a partner may be left out, and one in other letters is taken, but no unknown one',
    asGood(({ received }) => {
      const own = accounts.singapay.partnerId;
      const given = header(received, 'X-PARTNER-ID');
      if (headerValues(received, 'X-PARTNER-ID').length > 1) return;
      if (given.toLowerCase() === own.toLowerCase() || given === '') setHeader(received, 'X-PARTNER-ID', own);
    }),
    ['singapay-partner-id-required', 'singapay-partner-id-known'],
  ],
  [
    'pyng',
    'any secret is granted, and a body without a grant type',
    asGood(({ received }) => {
      const [name, secret] = basicOf(received).split(':');
      const isBasic = header(received, 'Authorization').startsWith('Basic ');
      if (isBasic && name === accounts.pyng.username && secret !== undefined)
        setHeader(received, 'Authorization', basic(pyngPair));
      const scope = new URLSearchParams(body(received)).get('scope') ?? '';
      if (!body(received).includes('grant_type') && scope !== '')
        received.body = Buffer.from(`${formBody}${encodeURIComponent(scope)}`);
    }),
    ['pyng-basic-secret', 'pyng-grant-type-required'],
  ],
  [
    'singapay',
    'the lifetime is a number, and no token ends',
    () => {
      const granted = new Set<string>();
      return (call) => {
        const answer = call.answer();
        const token = tokenIn(answer);
        if (token !== '') {
          granted.add(token);
          return withBody(answer, put(jsonOf(answer), life, 2));
        }
        const sent = header(call.received, 'Authorization').replace(/^Bearer /, '');
        return answer.status === 401 && granted.has(sent) ? { ...answer, status: 200, body: '{}' } : answer;
      };
    },
    ['singapay-expires-in', 'singapay-token-ends'],
  ],
];

for (const [provider, fault, server, causes] of two)
  test(`${provider}: ${fault}: two causes`, async () => {
    const found = causesOf((await against(provider, server)).clauses).map(({ clause }) => clause.id);
    expect(found.sort()).toEqual([...causes].sort());
  });

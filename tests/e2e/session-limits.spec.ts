/** Rate limits that are answered otherwise than by 429: waited out like one, and never in place of a refusal. */
import { expect, test } from '@playwright/test';
import type { Answer, Call } from '../../mock/server.ts';
import { rejudge } from '../../src/results/rejudge-target.ts';
import type { ScenarioEvidence } from '../../src/run/session.ts';
import { isControl } from '../../src/scenario/plan.ts';
import { metaOf } from '../../src/target/meta.ts';
import { mockTarget } from '../support/network.ts';
import { failed, runAgainst, unlimited } from '../support/standing-clock.ts';

type Header = [name: string, value: string];

const body = '{"error":"access_denied","error_description":"rate limit exceeded"}';
const refusal = (status: number, ...headers: Header[]): Answer => ({
  status,
  headers: [['Content-Type', 'application/json'], ...headers],
  body,
});

const target = () => ({ ...mockTarget('pyng'), pace: unlimited, expiryWait: 0 });
/** The control, and every way of the clauses about wrong credentials. */
const few = (scenario: Parameters<typeof isControl>[0]): boolean =>
  isControl(scenario) || scenario.clause?.id === 'pyng-basic-secret';

const wrong = (call: Call): boolean => call.operation === 'token' && call.answer().status === 401;

const causes = (outcomes: ScenarioEvidence[]): string[] => outcomes.flatMap(({ incident }) => incident?.cause ?? []);

const epoch = Date.UTC(2026, 10, 23, 10) / 1000;

const limits: [name: string, status: number, headers: Header[]][] = [
  [
    'Retry-After and a quota that is used up',
    403,
    [
      ['Retry-After', '1'],
      ['X-RateLimit-Remaining', '0'],
    ],
  ],
  ['Retry-After alone', 403, [['Retry-After', '1']]],
  ['Retry-After alone', 400, [['Retry-After', '1']]],
  [
    'a date',
    401,
    [
      ['Retry-After', 'Mon, 23 Nov 2026 10:00:05 GMT'],
      ['Date', 'Mon, 23 Nov 2026 10:00:00 GMT'],
    ],
  ],
  [
    'a quota and its reset in seconds',
    403,
    [
      ['ratelimit-remaining', '0'],
      ['ratelimit-reset', '2'],
    ],
  ],
  [
    'a quota and its reset as an instant',
    403,
    [
      ['X-RateLimit-Remaining', '0'],
      ['X-RateLimit-Reset', `${epoch}`],
    ],
  ],
  ['RateLimit with an item for each policy', 403, [['RateLimit', '"day";r=90;t=80, "minute";r=0;t=3']]],
  ['RateLimit with members', 403, [['RateLimit', 'limit=10, remaining=0, reset=3']]],
];
for (const [name, status, headers] of limits)
  test(`a rate limit answered as ${status} with ${name} is waited out, and no clause fails`, async () => {
    let count = 0;
    const { result, outcomes } = await runAgainst(target(), (call) => {
      count += 1;
      return count % 6 === 0 ? refusal(status, ...headers) : call.answer();
    });
    expect(failed(result)).toEqual([]);
    expect(causes(outcomes)).toEqual([]);
    expect(result.verdict).toBe('conforms');
    expect(result.notes.join()).toContain('set a slower pace (pace.perSecond');
  });

test('one that is not waited out is not judged, and the reason names the wait, its bound and the pace; the run gives up', async () => {
  let count = 0;
  const headers: Header[] = [
    ['Retry-After', '3600'],
    ['X-RateLimit-Remaining', '0'],
  ];
  const { result, outcomes, calls } = await runAgainst(target(), (call) => {
    count += 1;
    return count > 6 ? refusal(403, ...headers) : call.answer();
  });
  expect(failed(result)).toEqual([]);
  expect(causes(outcomes)[0]).toMatch(
    /^the provider limits the rate of requests \(403\) and asks to wait 3600 s; .*retryBudget.* pace \(pace\.perSecond\)/,
  );
  expect(causes(outcomes).join()).toContain('given up after 3 requests');
  expect(calls).toHaveLength(9);
});

for (const headers of [
  [['Retry-After', '3600']],
  [
    ['X-RateLimit-Remaining', '0'],
    ['X-RateLimit-Reset', '3600'],
  ],
] satisfies Header[][])
  test(`what may be one and cannot be waited for is not judged, and says so; the run goes on: ${headers[0]?.[0]}`, async () => {
    const { result, outcomes } = await runAgainst(
      target(),
      (call) => (wrong(call) ? refusal(403, ...headers) : call.answer()),
      { select: few },
    );
    expect(failed(result)).toEqual([]);
    expect(new Set(causes(outcomes)).size).toBe(1);
    expect(causes(outcomes)[0]).toMatch(
      /^the provider may limit the rate of requests \(403\) and asks to wait 3600 s; /,
    );
    expect(causes(outcomes).length).toBeGreaterThan(3);
  });

const refusals: [name: string, status: number, headers: Header[], attempts: number][] = [
  ['403 that asks for a wait each time it was waited for', 403, [['Retry-After', '1']], 3],
  [
    '403 that names a used-up quota each time',
    403,
    [
      ['RateLimit-Remaining', '0'],
      ['RateLimit-Reset', '1'],
    ],
    3,
  ],
  [
    '401 that is the last of a quota',
    401,
    [
      ['X-RateLimit-Remaining', '0'],
      ['X-RateLimit-Reset', '1'],
    ],
    1,
  ],
  [
    '403 of a quota that is not used up',
    403,
    [
      ['X-RateLimit-Remaining', '1'],
      ['X-RateLimit-Reset', '1'],
    ],
    1,
  ],
  [
    '403 of a quota that nobody can read',
    403,
    [
      ['RateLimit', '"a";r=none;t=1'],
      ['RateLimit-Remaining', 'none'],
    ],
    1,
  ],
  [
    '500 that asks for a wait',
    500,
    [
      ['Retry-After', '1'],
      ['X-RateLimit-Remaining', '0'],
    ],
    1,
  ],
];
for (const [name, status, headers, attempts] of refusals)
  test(`a wrong refusal fails its clause: ${name}`, async () => {
    const { result, outcomes } = await runAgainst(
      { ...target(), retryBudget: 10_000 },
      (call) => (wrong(call) ? refusal(status, ...headers) : call.answer()),
      { select: few },
    );
    expect(failed(result)).toContain('pyng-basic-secret');
    const sent = outcomes.filter(({ exchange }) => exchange?.response?.status === status);
    expect(sent.length).toBeGreaterThan(3);
    expect(new Set(sent.map(({ exchange }) => exchange?.attempts.length))).toEqual(new Set([attempts]));
    // What was waited for is known from the record as well.
    const { contract, environment } = target();
    const again = rejudge(result, contract, metaOf(contract, environment), '2026-11-23');
    expect(failed(again)).toEqual(failed(result));
  });

const documented: [headers: Header[], retryBudget: number][] = [
  [[['Retry-After', '1']], 1000],
  [[['X-RateLimit-Remaining', '0']], 1000],
  [
    [
      ['Retry-After', '30'],
      ['X-RateLimit-Remaining', '0'],
    ],
    0,
  ],
];
for (const [headers, retryBudget] of documented)
  test(`a documented refusal is judged though it has ${headers.join(' and ')}, and is sent once`, async () => {
    const { result, outcomes, calls } = await runAgainst({ ...target(), retryBudget }, (call) => {
      const answer = call.answer();
      return answer.status >= 400 ? { ...answer, headers: [...(answer.headers ?? []), ...headers] } : answer;
    });
    expect(failed(result)).toEqual([]);
    expect(causes(outcomes)).toEqual([]);
    expect(result.verdict).toBe('conforms');
    expect(calls.some(({ operation }) => operation !== 'token')).toBe(true);
    expect(outcomes.flatMap(({ limited }) => limited ?? [])).toEqual([]);
  });

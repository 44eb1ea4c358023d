/**
 * One cause, one finding: a fault of every refusal is reported by the clause that states it, and each demand is judged
 * by what it demands.
 */
import { expect, test } from '@playwright/test';
import { type Answer, startMock } from '../../mock/server.ts';
import { withHeader } from '../../proof/answers.ts';
import { runProvider } from '../../proof/run.ts';
import type { JsonObject } from '../../src/formats/json.ts';
import type { TargetResult } from '../../src/formats/results.ts';
import { causesOf as causesIn } from '../../src/results/causes.ts';
import { oneOfEach } from '../support/lax.ts';

type Edit = (body: JsonObject, status: number) => JsonObject;

/** Ids of the clauses that fail for a fault which no other clause reports. */
const causesOf = ({ clauses }: TargetResult): string[] =>
  clauses.flatMap(({ id, observations }) =>
    observations.some(({ verdict, cause }) => verdict === 'fail' && cause === undefined) ? [id] : [],
  );

/** The ledger of a provider that answers about tokens otherwise. */
async function answering(provider: string, how: (answer: Answer) => Answer): Promise<TargetResult> {
  const mock = await startMock();
  mock.intercept = (call) => (call.operation === 'token' ? how(call.answer()) : call.answer());
  try {
    return await runProvider(mock, provider, { target: { probe: null }, select: oneOfEach() });
  } finally {
    await mock.close();
  }
}

/** The ledger of a provider whose refusals have their bodies changed. */
const refusing = (provider: string, edit: Edit, as?: number): Promise<TargetResult> =>
  answering(provider, (answer) => {
    if (answer.status < 400) return answer;
    const body = edit(JSON.parse(String(answer.body)) as JsonObject, answer.status);
    return { ...answer, status: as ?? answer.status, body: JSON.stringify(body) };
  });

const without =
  (name: string): Edit =>
  ({ [name]: _gone, ...rest }) =>
    rest;

const wrongEverywhere: [provider: string, what: string, edit: Edit, clauses: string[]][] = [
  ['pyng', 'error under another name', ({ error, ...rest }) => ({ ...rest, code: error ?? null }), ['pyng-error']],
  ['finnet', 'no responseCode', without('responseCode'), ['finnet-error-code']],
  [
    'finnet',
    'a responseCode that is a number',
    (body) => ({ ...body, responseCode: Number(body['responseCode']) }),
    ['finnet-error-code'],
  ],
  ['singapay', 'success that is a word', (body) => ({ ...body, success: 'false' }), ['singapay-error-success']],
  ['singapay', 'success that is true', (body) => ({ ...body, success: true }), ['singapay-error-success']],
  ['singapay', 'an error that is a text', (body) => ({ ...body, error: 'no' }), ['singapay-error']],
  ['finnet', 'a responseCode of two digits', (body) => ({ ...body, responseCode: '00' }), ['finnet-error-code']],
  [
    'finnet',
    'a responseCode that begins with another status',
    (body) => ({ ...body, responseCode: `500${String(body['responseCode']).slice(3)}` }),
    ['finnet-response-code-status'],
  ],
  [
    'pyng',
    'error in capitals',
    (body) => ({ ...body, error: String(body['error']).toUpperCase() }),
    ['pyng-error-code'],
  ],
  [
    'pyng',
    'error with hyphens',
    (body) => ({ ...body, error: String(body['error']).replaceAll('_', '-') }),
    ['pyng-error-code'],
  ],
];

for (const [provider, what, edit, clauses] of wrongEverywhere) {
  test(`${provider}, ${what} in every refusal: one clause fails, and counts the answers`, async () => {
    const result = await refusing(provider, edit);
    expect(causesOf(result)).toEqual(clauses);
    const cause = result.clauses.find(({ id }) => id === clauses[0]);
    const failed = cause?.observations.filter(({ verdict }) => verdict === 'fail') ?? [];
    expect(failed.length).toBeGreaterThan(10);
    expect(result.verdict).toBe('deviates');
  });
}

for (const provider of ['singapay', 'finnet', 'pyng'])
  for (const status of [200, 500])
    test(`${provider}, ${status} in place of the status of every refusal: one clause fails for it`, async () => {
      const result = await refusing(provider, (body) => body, status);
      expect(causesOf(result)).toEqual([`${provider}-documented-status`]);
      expect(result.verdict).toBe('deviates');
    });

test('what separates one refusal from another stays the demand’s, also in a value of the wrong form', async () => {
  const swapped =
    (of: (code: string) => string | number): Edit =>
    (body) =>
      body['responseCode'] === '4007301' ? { ...body, responseCode: of('4007399') } : body;
  const words = causesOf(
    await refusing(
      'finnet',
      swapped((code) => code),
    ),
  );
  expect(words).toContain('finnet-timestamp-format');
  expect(words).not.toContain('finnet-error-code');
  const numbers = causesOf(await refusing('finnet', swapped(Number)));
  expect(numbers).toEqual(expect.arrayContaining(['finnet-timestamp-format', 'finnet-error-code']));
});

/** The causes that a report leads with: the clause, and how many clauses fail for it besides. */
const led = ({ clauses }: TargetResult): [id: string, answers: number, others: number][] =>
  causesIn(clauses).map(({ clause, answers, others }) => [clause.id, answers, others.length]);

for (const provider of ['singapay', 'finnet', 'pyng'])
  test(`${provider}: a status that is not documented, in every refusal, is one cause`, async () => {
    for (const status of [302, 400, 401, 403, 404]) {
      const [[, answers = 0, others = 0] = [], ...more] = led(await refusing(provider, (body) => body, status));
      expect([status, ...more]).toEqual([status]);
      expect([status, answers > 1, others > 0]).toEqual([status, true, true]);
    }
  });

test('the same status is no cause of what is wrong besides', async () => {
  const bare = (body: JsonObject): JsonObject => ({ ...body, status: 401, error: { code: 401, message: 'no' } });
  // Where 401 is documented, it lacks its challenge of its own accord.
  expect(led(await refusing('singapay', bare, 401)).map(([id]) => id)).toEqual(['singapay-body', 'singapay-challenge']);
  const wordless = await refusing('singapay', without('success'), 403);
  expect(led(wordless)).toHaveLength(1);
});

const page = { type: 'text/html', body: '<html><body>No</body></html>' };
/** The answer with another status, body or media type. */
const changed = (answer: Answer, { type, ...part }: Partial<Answer> & { type?: string }): Answer =>
  type === undefined ? { ...answer, ...part } : withHeader({ ...answer, ...part }, 'Content-Type', type);
/** What one fault makes of each answer, and the provider's answers that have it. */
const faults: [what: string, part: Parameters<typeof changed>[1], refuses: boolean][] = [
  ['an object without any of its members', { body: '{}' }, true],
  ['a page in place of JSON', page, true],
  ['a success without a token', { status: 204, body: '' }, true],
  ['an undocumented status and a page', { ...page, status: 418 }, true],
  ['an object without any of its members', { body: '{}' }, false],
  ['another status of success', { status: 201 }, false],
  ['no content', { status: 204, body: '' }, false],
];
for (const [what, part, refuses] of faults)
  test(`${what} in each ${refuses ? 'refusal' : 'grant'} is one cause`, async () => {
    for (const provider of ['singapay', 'finnet', 'pyng']) {
      const wrong = await answering(provider, (answer) =>
        answer.status >= 400 === refuses ? changed(answer, part) : answer,
      );
      expect([provider, led(wrong).length]).toEqual([provider, 1]);
      expect(wrong.verdict).toBe('deviates');
    }
  });

test('one wrong code in every refusal is one cause, and two codes are two', async () => {
  const alike = await refusing('pyng', (body) => ({ ...body, error: 'invalid_request' }));
  expect(led(alike).map(([id]) => id)).toEqual(['pyng-grant-type-value']);
  const half = await refusing('pyng', (body, status) => ({
    ...body,
    error: status === 401 ? 'invalid_grant' : 'invalid_request',
  }));
  expect(led(half)).toHaveLength(2);
});

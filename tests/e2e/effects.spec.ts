/** What a finding does to a run: answers that are tolerated, strictness, and what a failure hides. */
import { expect, test } from '@playwright/test';
import { withHeader, withMember, withStatus, withText } from '../../proof/answers.ts';
import type { ClauseResult, TargetResult } from '../../src/formats/results.ts';
import { causesOf } from '../../src/results/causes.ts';
import type { WaiverRow } from '../../src/target/waiver-rows.ts';
import { against, headerOf, observed, oneOfEach, onRefusal, raised } from '../support/lax.ts';

const clauseOf = ({ clauses }: TargetResult, id: string): ClauseResult => {
  const found = clauses.find((clause) => clause.id === id);
  if (!found) throw new Error(`no clause ${id}`);
  return found;
};

const waive = (provider: string, ids: string[]): WaiverRow[] =>
  ids.map((clause) => ({
    clause: `${provider}-${clause}`,
    provider,
    reason: 'agreed',
    owner: 'jo',
    until: '2027-01-31',
    where: 'waived.yaml:5',
  }));

const badParameters = onRefusal((answer) => (answer.status === 422 ? withStatus(answer, 400) : answer));

let tolerated: ReturnType<typeof observed> | null = null;

/** The ledger of a provider whose refusals of parameters are tolerated, run once for the tests of this file. */
async function tolerating(strictness: 'standard' | 'exact' | 'page'): Promise<TargetResult> {
  tolerated ??= observed('singapay', badParameters);
  return (await tolerated)({ strictness });
}

test('an answer that is tolerated though another is documented warns, and names both statuses', async () => {
  const result = await tolerating('standard');
  const said = raised(result);
  expect(Object.keys(said)).toEqual(['warns']);
  expect(said['warns']).toContain('grant-type-required');
  expect(result.verdict).toBe('conforms');
  const [seen] = clauseOf(result, 'singapay-grant-type-required').observations;
  expect(seen).toMatchObject({ verdict: 'fail', tolerated: true, documented: expect.stringContaining('422') });
  expect(seen?.received).toMatch(/^refused with 400: \{"status":400/);
});

test('a refusal that is wrong only in what the sources advise warns, once, in every refusal', async () => {
  const other = onRefusal((answer) => withText(answer, String(answer.body).replace(/"(\d{3})73(\d\d)"/, '"$124$2"')));
  const result = await against('finnet', other);
  expect(Object.keys(raised(result))).toEqual(['warns']);
  expect(raised(result)['warns']).toContain('error-service');
  expect(causesOf(result.clauses).map(({ clause }) => clause.id)).toEqual(['finnet-error-service']);
});

test('with strictness exact it fails, and with page it still warns', async () => {
  const exact = await tolerating('exact');
  expect(Object.keys(raised(exact))).toContain('fails');
  expect(exact.verdict).toBe('deviates');
  const page = await tolerating('page');
  expect(Object.keys(raised(page))).toEqual(['warns']);
});

test('a clause with a failure beside a tolerated answer fails', async () => {
  const result = await against(
    'singapay',
    onRefusal((answer, call) => {
      if (answer.status !== 422) return answer;
      return /null/.test(String(Buffer.from(call.received.body))) ? withStatus(answer, 418) : withStatus(answer, 400);
    }),
  );
  expect(clauseOf(result, 'singapay-grant-type-required').effect).toBe('fails');
});

test('an answer of which the page says nothing is noted and passes', async () => {
  const result = await against(
    'finnet',
    onRefusal((answer) => (answer.status === 405 ? withStatus(answer, 403) : answer)),
  );
  expect(raised(result)).toEqual({});
  expect(clauseOf(result, 'finnet-method').observations[0]?.note).toMatch(/no status for another method/);
});

test('a malformed body is a matter of the standard: strictness page softens it', async () => {
  const wrong = onRefusal((answer, call) =>
    call.received.body.length === 0 && headerOf(call, 'Content-Type') !== '' && call.received.query === ''
      ? withStatus(answer, 403)
      : answer,
  );
  const ledger = await observed('pyng', wrong, { select: oneOfEach() });
  const body = (strictness: 'standard' | 'page') => clauseOf(ledger({ strictness }), 'pyng-body').effect;
  expect([body('standard'), body('page')]).toEqual(['fails', 'warns']);
});

test('what a failure that is not waived hides stays not judged', async () => {
  const result = await against(
    'singapay',
    onRefusal((answer) => withMember(answer, '/error', undefined)),
    {
      meta: { waivers: waive('singapay', ['error-success']) },
    },
  );
  expect(clauseOf(result, 'singapay-error-message')).toMatchObject({ effect: 'fails', waiver: null });
});

test('a lifetime that is missing is the cause of what rests on it', async () => {
  const result = await against('pyng', (call) =>
    call.operation === 'token' && call.answer().status === 200
      ? withMember(withHeader(call.answer(), 'X-Any', 'x'), '/scope', undefined)
      : call.answer(),
  );
  const [seen] = clauseOf(result, 'pyng-scope-documented').observations;
  expect(seen).toMatchObject({ verdict: 'inconclusive', because: 'pyng-granted-scope' });
});

import type { ExchangeRecord } from '../../src/formats/exchange-record.ts';
import type { ClauseResult, Counts, Results, TargetResult, TargetVerdict } from '../../src/formats/results.ts';
import { type ClauseOutcome, outcomeOf } from '../../src/results/outcome.ts';

/** Text a hostile provider could answer with; it must stay text wherever a report shows it. */
export const HOSTILE = '<script>window.pwned=1</script><img src=x onerror="window.pwned=2">';

/** A text that tries to leave a Markdown table cell, a code span, an HTML comment and its line. */
export const HOSTILE_MARKDOWN = '`|<!--\n# owned ![x](https://evil.example/x.png) @everyone';

type Observed = ClauseResult['observations'][number];
type ClauseSeed = Partial<ClauseResult> & Pick<ClauseResult, 'id' | 'statement'>;

/** A clause that passed on exchange ex-1, unless the test changes it. */
export function clause(seed: ClauseSeed): ClauseResult {
  const verdict = seed.verdict ?? 'pass';
  const seen: Observed[] = [
    { scenario: 'control', verdict: 'pass', documented: 'as documented', received: 'as documented', exchange: 'ex-1' },
  ];
  return {
    kind: 'promise',
    level: 'must',
    source: 'page',
    sourceTitle: 'Access Token',
    at: 'Response',
    url: 'https://docs.example.com/access-token#body-response',
    effect: verdict === 'fail' ? 'fails' : 'none',
    reason: '',
    waiver: null,
    observations: verdict === 'not-exercised' ? [] : seen,
    ...seed,
    verdict,
  };
}

/** A clause that failed with one observation. */
export function failing(
  seed: ClauseSeed,
  documented: string,
  received: string,
  seen: Partial<Observed> = {},
): ClauseResult {
  const observation: Observed = {
    scenario: 'control',
    verdict: 'fail',
    documented,
    received,
    exchange: 'ex-1',
    ...seen,
  };
  return clause({ verdict: 'fail', observations: [observation], ...seed });
}

/** A recorded exchange that answered with `body`. */
export function exchange(id: string, scenario: string, status: number, body: string, ms = 84): ExchangeRecord {
  return {
    id,
    scenario,
    title: scenario === 'control' ? 'A good request' : `A good request but for ${scenario.replaceAll('-', ' ')}`,
    request: {
      method: 'POST',
      url: 'https://devo.finnet.co.id/pg/snap/oauth/v1.0/access-token/b2b',
      headers: [
        ['Content-Type', 'application/json'],
        ['X-TIMESTAMP', '2026-11-22T09:12:04+07:00'],
        ['X-CLIENT-KEY', '$FINNET_CLIENT_KEY'],
        ['X-SIGNATURE', '$SIGNATURE'],
      ],
      body: { text: '{"grantType":"client_credentials"}', bytes: 34, cut: false },
    },
    response: {
      status,
      headers: [
        ['content-type', 'application/json; charset=utf-8'],
        ['x-powered-by', HOSTILE],
        ['set-cookie', '‹redacted: 24 characters›'],
      ],
      body: { text: body, bytes: new TextEncoder().encode(body).length, cut: false },
      redacted: [
        {
          pointer: '/accessToken',
          length: 712,
          sha256: '9f31c2aa',
          shape: 'aaAaaAAaAaAAAaAa.aaAAaAa.aAaAa',
          jwt: {
            header: { typ: 'JWT', alg: 'RS256' },
            claims: { iat: 1665648305, exp: 1697184305, scopes: ['request'] },
          },
        },
      ],
    },
    attempts: [{ startedAt: '2026-11-22T02:12:04.120Z', ms, outcome: 'answered' }],
    curl: `curl --request POST 'https://devo.finnet.co.id/pg/snap/oauth/v1.0/access-token/b2b' \\\n  --header 'Content-Type: application/json' \\\n  --header "X-TIMESTAMP: $TIMESTAMP" \\\n  --header "X-CLIENT-KEY: $FINNET_CLIENT_KEY" \\\n  --header "X-SIGNATURE: $SIGNATURE" \\\n  --data '{"grantType":"client_credentials"}'`,
  };
}

/** An exchange in which no byte of a response came. */
export function unanswered(id: string, scenario: string): ExchangeRecord {
  const attempt = { startedAt: '2026-11-22T02:12:31.000Z', ms: 10_000, outcome: 'no-answer' as const };
  const cause = 'connection reset by the server after the request was sent';
  return {
    ...exchange(id, scenario, 0, ''),
    response: null,
    attempts: [attempt, attempt, attempt].map((each) => ({ ...each, cause })),
  };
}

/** A target whose counts and verdict follow from its clauses. */
export function target(seed: Partial<TargetResult> & Pick<TargetResult, 'target' | 'clauses'>): TargetResult {
  const [provider = '', environment = ''] = seed.target.split('@');
  const counts = countsOf(seed.clauses);
  return {
    provider,
    title: provider,
    environment,
    kind: environment === 'mock' ? 'mock' : 'sandbox',
    baseUrl: `https://${environment}.${provider}.example`,
    ...verdictOf(counts),
    requests: seed.exchanges?.length ?? 1,
    durationMs: 4210,
    counts,
    readings: [],
    notes: [],
    incidents: [],
    exchanges: [exchange('ex-1', 'control', 200, '{"accessToken":"‹redacted›","expiresIn":900}')],
    ...seed,
  };
}

/** A run over targets. */
export function results(targets: TargetResult[], seed: Partial<Results> = {}): Results {
  return {
    formatVersion: 1,
    tool: { name: 'payment-token-conformance', version: '0.1.0' },
    startedAt: '2026-11-22T02:12:00.000Z',
    durationMs: 14_300,
    exitCode: targets.some((each) => each.verdict === 'deviates') ? 1 : 0,
    problems: [],
    targets,
    ...seed,
  };
}

/** A run as large as the report must carry: every target of one provider holds every clause and an exchange per four. */
export function largeResults(targetCount: number, clauseCount: number): Results {
  const kinds: ClauseOutcome[] = [
    'passed',
    'passed',
    'passed',
    'passed',
    'passed',
    'failed',
    'passed',
    'warned',
    'passed',
    'not-judged',
  ];
  const body = JSON.stringify({
    responseCode: '2007300',
    accessToken: '‹redacted›',
    note: 'x'.repeat(300),
    expiresIn: 900,
  });
  return results(
    Array.from({ length: targetCount }, (_, at) => {
      const exchanges = Array.from({ length: Math.ceil(clauseCount / 4) }, (_, n) =>
        exchange(`ex-${n + 1}`, `scenario-${n}`, 200, body),
      );
      const clauses = Array.from({ length: clauseCount }, (_, n) => {
        const seed = {
          id: `p-clause-${n}`,
          statement: `member${n}: mandatory string of 1–${n + 1} characters`,
          at: `Body Response, row ${n}`,
        };
        const kind = kinds[(n * 7 + at) % 10];
        if (kind === 'not-judged')
          return clause({ ...seed, verdict: 'inconclusive', reason: 'the server answered 503' });
        if (kind === 'passed' || (at % 2 === 1 && n > 20)) return clause(seed);
        const effect = kind === 'failed' ? 'fails' : 'warns';
        return failing({ ...seed, effect }, `string of 1–${n + 1} characters`, `string of ${n + 2} characters`, {
          exchange: `ex-${(n % exchanges.length) + 1}`,
          pointer: '/expiresIn',
        });
      });
      return target({ target: `p@env-${at}`, clauses, exchanges });
    }),
  );
}

function countsOf(clauses: readonly ClauseResult[]): Counts {
  const count = (outcome: ClauseOutcome) => clauses.filter((each) => outcomeOf(each) === outcome).length;
  return {
    pass: count('passed'),
    fail: count('failed'),
    warning: count('warned'),
    waived: count('waived'),
    advice: count('advised'),
    inconclusive: count('not-judged'),
    notExercised: count('not-exercised'),
    error: count('error'),
  };
}

function verdictOf(counts: Counts): { verdict: TargetVerdict; reason: string } {
  if (counts.error > 0) return { verdict: 'error', reason: `${counts.error} checks ended in an error of the suite` };
  if (counts.fail > 0) return { verdict: 'deviates', reason: `${counts.fail} clauses deviate from the page` };
  if (counts.inconclusive > 0)
    return { verdict: 'not-judged', reason: `${counts.inconclusive} clauses could not be judged` };
  return { verdict: 'conforms', reason: '' };
}

import type { ClauseResult, TargetResult } from '../../src/formats/results.ts';
import { clause, exchange, failing, HOSTILE, HOSTILE_MARKDOWN, target, unanswered } from './results.ts';

const SNAP = {
  source: 'snap',
  sourceTitle: 'BI SNAP Open API',
  url: 'https://apidevportal.aspi-indonesia.or.id/api-services/keamanan',
};
const PYNG = { sourceTitle: 'Authentication', url: 'https://docs.pyng.example/authentication#scopes' };

/** Body of the answer to Finnet's good request. */
const FINNET_BODY =
  '{"responseMessage":"Request has been processed successfully","responseCode":"2007300","accessToken":"‹redacted: 712 characters, sha256 9f31c2aa›","tokenType":"BearerToken","expiresIn":900}';

/** Finnet: fails, warns, is waived in dev, and could not be judged in one clause. */
export function finnet(environment: 'dev' | 'staging'): TargetResult {
  const dev = environment === 'dev';
  const clauses: ClauseResult[] = [
    clause({
      id: 'finnet-response-code',
      statement: 'responseCode: mandatory string of 7 digits that starts with the HTTP status',
      at: 'Body Response, row 1',
    }),
    clause({
      id: 'finnet-access-token',
      statement: 'accessToken: mandatory string of 1–3000 characters',
      at: 'Body Response, row 3',
    }),
    dev
      ? failing(
          {
            id: 'finnet-token-type',
            statement: 'tokenType: mandatory string of 1–6 characters',
            at: 'Body Response, row 4',
            impact: 'Clients that compare the type with "Bearer" refuse the token.',
          },
          '"Bearer", 1–6 characters',
          '"BearerToken", 11 characters',
          { pointer: '/tokenType' },
        )
      : clause({
          id: 'finnet-token-type',
          statement: 'tokenType: mandatory string of 1–6 characters',
          at: 'Body Response, row 4',
        }),
    failing(
      {
        id: 'finnet-expires-in',
        statement: 'expiresIn: mandatory string of 1–5 characters',
        at: 'Body Response, row 5',
        effect: dev ? 'waived' : 'fails',
        impact: 'Clients generated from the table reject a number.',
        waiver: dev
          ? { reason: 'The sample on the same page shows a number.', owner: 'integrations', until: '2027-01-31' }
          : null,
      },
      'string, "900"',
      'number, 900',
      { pointer: '/expiresIn', note: 'The page contradicts itself: see the reading finnet-expires-in-type.' },
    ),
    signatureVerified(),
    failing(
      {
        ...SNAP,
        id: 'finnet-content-type',
        statement: 'The answer says Content-Type: application/json.',
        at: 'Header',
        level: 'should',
        effect: 'warns',
      },
      'application/json',
      'application/json; charset=utf-8',
      { header: 'content-type' },
    ),
    failing(
      {
        ...SNAP,
        id: 'finnet-no-script',
        statement: `No markup is sent: ${HOSTILE}`,
        at: 'Header',
        level: 'should',
        effect: 'warns',
      },
      'no header x-powered-by',
      HOSTILE,
      { header: 'x-powered-by' },
    ),
    clause({
      ...SNAP,
      id: 'finnet-timestamp-window',
      kind: 'demand',
      statement: 'A request with a stale X-TIMESTAMP is refused.',
      at: 'Access Token B2B, X-TIMESTAMP',
      verdict: 'inconclusive',
      reason: 'no byte of an answer came in 3 attempts',
      observations: [
        {
          scenario: 'stale-timestamp',
          verdict: 'inconclusive',
          documented: '401 or 400',
          received: 'no answer',
          exchange: 'ex-3',
        },
      ],
    }),
    clause({
      ...SNAP,
      id: 'finnet-rate-limit',
      kind: 'demand',
      statement: 'Too many requests are refused with 429.',
      at: 'Response codes',
      level: 'may',
      verdict: 'not-exercised',
      reason: 'The page states no limit that a run could reach.',
    }),
    ...Array.from({ length: 9 }, (_, n) =>
      clause({
        ...SNAP,
        id: `finnet-demand-${n}`,
        kind: 'demand',
        statement: `A request without header ${n + 1} of 9 is refused.`,
        at: `Header, row ${n + 1}`,
      }),
    ),
  ];
  return target({
    target: `finnet@${environment}`,
    title: 'Finnet',
    baseUrl: dev ? 'https://devo.finnet.co.id/pg/snap' : 'https://snapstag.finnet.co.id/pg/snap',
    clauses,
    exchanges: [
      exchange('ex-1', 'control', 200, FINNET_BODY),
      exchange(
        'ex-2',
        'signature-of-another-key',
        200,
        `{"responseCode":"2007300","responseMessage":${JSON.stringify(HOSTILE)},"nested":{"list":[1,2.50,{"deep":null}]}}`,
      ),
      unanswered('ex-3', 'stale-timestamp'),
      exchange('ex-4', 'empty-signature', 401, '{"responseCode":"4017300"}'),
    ],
    requests: 17,
    incidents: [
      { scenario: 'stale-timestamp', cause: 'connection reset by the server after the request was sent', attempts: 3 },
    ],
    readings: [
      {
        id: 'finnet-expires-in-type',
        statement: 'The type of expiresIn: the table says string, the sample shows a number.',
        follows: 'sample',
        documented: ['table: string', 'sample: number'],
        exchange: 'ex-1',
      },
    ],
    notes: dev ? ['The clock of the server is 3 s behind.', 'The waiver of finnet-expires-in ends on 2027-01-31.'] : [],
  });
}

/** Broken in two ways: one is refused as documented, the other is granted. */
function signatureVerified(): ClauseResult {
  const documented = '401 Unauthorized, responseCode 4017300';
  const granted = { scenario: 'signature-of-another-key', exchange: 'ex-2', received: '200 OK, responseCode 2007300' };
  return clause({
    ...SNAP,
    id: 'finnet-signature-verified',
    kind: 'demand',
    statement: 'A request whose X-SIGNATURE does not verify is refused.',
    at: 'Access Token B2B, X-SIGNATURE',
    verdict: 'fail',
    observations: [
      { scenario: 'empty-signature', exchange: 'ex-4', verdict: 'pass', documented, received: documented },
      { ...granted, verdict: 'fail', documented, pointer: '/responseCode' },
    ],
  });
}

/** Pyng: hostile text in a scope and a body, an address that is a script. */
export function pyng(): TargetResult {
  return target({
    target: 'pyng@sandbox',
    title: 'Pyng',
    clauses: [
      failing(
        {
          ...PYNG,
          id: 'pyng-scope-within-request',
          statement: 'The granted scope holds nothing that was not asked for.',
          at: 'Scopes',
          impact: 'A token with more scopes than asked for is a privilege nobody reviewed.',
        },
        'billing:customers:read',
        `billing:customers:read ${HOSTILE} ${HOSTILE_MARKDOWN}`,
        { pointer: '/scope' },
      ),
      failing(
        {
          ...PYNG,
          id: 'pyng-cache-control',
          statement: 'Cache-Control: no-store is sent with every token.',
          at: 'RFC 6749, section 5.1',
          source: 'rfc6749',
          sourceTitle: 'RFC 6749',
        },
        'Cache-Control: no-store',
        'no header Cache-Control',
        { header: 'cache-control' },
      ),
      failing(
        {
          ...PYNG,
          id: 'pyng-expires-in',
          statement: 'expires_in: the lifetime of the token in seconds, a number.',
          at: 'Response',
          url: 'javascript:window.pwned=3',
        },
        'a number',
        'no member expires_in',
        { pointer: '/expires_in' },
      ),
      failing(
        { ...PYNG, id: 'pyng-html-answer', kind: 'demand', statement: 'A refusal is JSON.', at: 'Errors' },
        'application/json',
        'text/html',
        { scenario: 'wrong-password', exchange: 'ex-2' },
      ),
      ...Array.from({ length: 6 }, (_, n) =>
        clause({
          ...PYNG,
          id: `pyng-promise-${n}`,
          statement: `Promise ${n + 1} of 6 about the token response`,
          at: 'Response',
        }),
      ),
    ],
    exchanges: [
      exchange(
        'ex-1',
        'control',
        200,
        `{"access_token":"‹redacted›","token_type":"bearer","scope":${JSON.stringify(`billing:customers:read ${HOSTILE}`)}}`,
      ),
      exchange('ex-2', 'wrong-password', 401, `<!doctype html><title>Whoops</title>${HOSTILE}`),
    ],
    requests: 26,
  });
}

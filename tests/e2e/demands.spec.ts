/** Servers that deviate in one way, and fair ones that do what others do not: what a whole run says of each. */
import { expect, test } from '@playwright/test';
import { readAccounts } from '../../mock/accounts.ts';
import type { Intercept } from '../../mock/server.ts';
import { jsonOf, withHeader, withMember } from '../../proof/answers.ts';
import type { Json } from '../../src/formats/json.ts';
import type { Scenario } from '../../src/scenario/plan.ts';
import {
  against,
  atOnce,
  headerOf,
  oneOfEach,
  onGrant,
  onRefusal,
  onToken,
  parametersOf,
  type Raised,
  raised,
} from '../support/lax.ts';

const { pyng } = readAccounts();

/** A deviating or a fair server: what it does, and what is to be said of it. */
type Server = [name: string, provider: string, intercept: Intercept, said: Raised];

const challengeHeader = 'WWW-Authenticate';
const challenge = (value: string): Intercept =>
  onRefusal((answer) => (answer.status === 401 ? withHeader(answer, challengeHeader, value) : answer));

const granting = (how: (asked: string[]) => string | undefined): Intercept =>
  onToken((answer, call) => {
    const parameters = parametersOf(call);
    const asked = (parameters.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
    const aboutScope = answer.status === 200 || /invalid_scope/.test(String(answer.body));
    if (!aboutScope || parameters.getAll('scope').length > 1) return answer;
    return withMember(call.grant(), '/scope', how(asked));
  });

const known = (asked: string[]): string[] => asked.filter((scope) => pyng.scopes.includes(scope));
const all = pyng.scopes.join(' ');

let cached: string | null = null;

/** A server that adds a member to every grant, or to every refusal. */
type Added = [name: string, provider: string, on: typeof onGrant, pointer: string, value: Json, said: Raised];
const added: Added[] = [
  ['grants with an error beside the token', 'pyng', onGrant, '/error', 'x', { fails: ['grant-alone'] }],
  ['grants with an error beside the token', 'singapay', onGrant, '/error', { code: 401 }, { fails: ['grant-alone'] }],
  ['grants with an error beside the token', 'finnet', onGrant, '/error', 'x', { warns: ['grant-alone'] }],
  ['refuses with a short token', 'pyng', onRefusal, '/access_token', 'abc', { fails: ['refusal-alone'] }],
  ['refuses with a short token', 'singapay', onRefusal, '/data/access_token', 'abc', { fails: ['refusal-alone'] }],
  ['refuses with a lifetime', 'finnet', onRefusal, '/expiresIn', '900', { fails: ['refusal-alone'] }],
  [
    'refuses with a whole token',
    'finnet',
    onRefusal,
    '/accessToken',
    'a-token-of-its-own',
    { fails: ['no-token-in-error'] },
  ],
];
const besides = added.map(
  ([name, provider, on, pointer, value, said]): Server => [
    name,
    provider,
    on((answer) => withMember(answer, pointer, value)),
    said,
  ],
);

const servers: Server[] = [
  ...besides,
  ['refuses with the members of a grant, all null', 'singapay', onRefusal((a) => withMember(a, '/data', null)), {}],

  [
    'grants the same token for every scope',
    'pyng',
    onGrant((answer) => {
      cached ??= String(jsonOf(answer)['access_token']);
      return withMember(answer, '/access_token', cached);
    }),
    { fails: ['token-per-scope'] },
  ],
  [
    'grants the first of the scopes asked for',
    'pyng',
    onGrant((answer, call) => withMember(answer, '/scope', parametersOf(call).get('scope')?.split(' ')[0])),
    { fails: ['scope-any-order', 'scope-pairs'] },
  ],
  [
    'ignores unknown scopes, and says what it grants',
    'pyng',
    granting((asked) => known(asked).join(' ') || all),
    { warns: ['scope-required'] },
  ],
  [
    'ignores unknown scopes, and grants nothing',
    'pyng',
    granting((asked) => known(asked).join(' ')),
    { fails: ['scope-known', 'scope-default'], warns: ['scope-required'] },
  ],
  [
    'names no scope',
    'pyng',
    onGrant((a) => withMember(a, '/scope', undefined)),
    {
      fails: ['granted-scope'],
      inconclusive: ['scope-within-request', 'scope-documented', 'scope-alone', 'scope-any-order', 'scope-pairs'],
    },
  ],

  [
    'takes the parameters from the query',
    'pyng',
    onToken((answer, call) =>
      call.received.method === 'POST' && /grant_type=/.test(call.received.query) && answer.status === 400
        ? call.grant()
        : answer,
    ),
    { fails: ['query-parameters'] },
  ],
  [
    'takes JSON at a form endpoint',
    'pyng',
    onToken((a, call) =>
      headerOf(call, 'Content-Type') === 'application/json' && a.status === 400 ? call.grant() : a,
    ),
    { fails: ['media-type'] },
  ],
  [
    'takes a form at a JSON endpoint',
    'finnet',
    onToken((a, call) =>
      headerOf(call, 'Content-Type').endsWith('urlencoded') && a.status === 400 ? call.grant() : a,
    ),
    { warns: ['media-type'] },
  ],
  [
    'ignores a parameter that does not decode',
    'pyng',
    onToken((a, call) => (/%ZZ/.test(String(Buffer.from(call.received.body))) ? call.grant() : a)),
    {},
  ],

  ['challenges Bearer in the realm basic', 'pyng', challenge('Bearer realm="basic"'), { fails: ['challenge'] }],
  ['challenges X-Basic', 'pyng', challenge('X-Basic realm="api"'), { fails: ['challenge'] }],
  ['challenges X-Basic', 'singapay', challenge('X-Basic realm="api"'), { warns: ['challenge'] }],
  ['challenges Basic without a realm', 'pyng', challenge('Basic'), { warns: ['challenge-realm'] }],
  ['challenges Basic without a realm', 'singapay', challenge('Basic charset="UTF-8"'), { warns: ['challenge-realm'] }],
  [
    'challenges Basic beside another scheme',
    'pyng',
    challenge('Negotiate abc==, basic charset="UTF-8", realm="a, b"'),
    {},
  ],
  [
    'challenges Basic only where Basic was sent',
    'pyng',
    onRefusal((a, call) =>
      a.status === 401 && !headerOf(call, 'Authorization').startsWith('Basic') ? withHeader(a, challengeHeader) : a,
    ),
    { warns: ['challenge-any'] },
  ],
  [
    'challenges the scheme that was used',
    'pyng',
    onRefusal((a, call) =>
      a.status === 401 && !headerOf(call, 'Authorization').startsWith('Basic')
        ? withHeader(a, challengeHeader, 'Bearer realm="api"')
        : a,
    ),
    {},
  ],
];
for (const [name, provider, intercept, said] of servers) {
  test(`${provider}: a server that ${name}`, async () => {
    cached = null;
    // Of a fair server nothing is said, whatever is sent; what deviates in one part is asked in every way about that part.
    const about = Object.values(said).flat();
    const isFirst = oneOfEach();
    const isOf = ({ clause }: Scenario): boolean => about.some((id) => clause?.id === `${provider}-${id}`);
    const select = (scenario: Scenario): boolean =>
      atOnce(scenario) && (about.length === 0 || isFirst(scenario) || isOf(scenario));
    expect(raised(await against(provider, intercept, { select }))).toEqual(said);
  });
}

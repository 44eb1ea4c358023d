/** Near misses of a token at the protected resource: in its text, its scheme, its place and its own header. */
import type { Contract, DemandClause } from '../../contract/types.ts';
import { basicLine } from '../auth/basic.ts';
import { tokenVariable } from '../auth/bearer.ts';
import { type RequestDraft, textOf } from '../draft.ts';
import { variable } from '../shell.ts';
import { altered, change, encoded, join, plain, type Text, urlComponent } from '../text.ts';
import type { Way, WayContext } from '../ways/way.ts';
import { demandOfResource, demandOn, type Family, grantsTokens, type Row } from './family.ts';
import { embedded, forgeries } from './forged-tokens.ts';
import { basicSpec, way, withoutAuth } from './parts.ts';

/** The token of the request, taken from a variable in a shell. */
function tokenOf({ token = '' }: WayContext): Text {
  return { value: token, shown: '‹token›', shell: variable(tokenVariable), secrets: token === '' ? [] : [token] };
}

const lines = (title: string, make: (token: Text, context: WayContext) => [string, Text][]): Way =>
  way(title, (draft, context): RequestDraft => withoutAuth(draft, make(tokenOf(context), context)));

const line = (title: string, make: (token: Text, context: WayContext) => Text): Way =>
  lines(title, (token, context) => [['Authorization', make(token, context)]]);

const bearer = (token: Text): Text => join('Bearer ', token);

/** A token whose segments are put together otherwise; for one without dots, its halves. */
function segments(token: Text, said: string, how: (parts: string[]) => string[], perl: string): Text {
  return change(token, {
    value: (value) => how(value.split('.')).join('.'),
    shown: (shown) => `${shown}‹${said}›`,
    command: `perl -pe '@p=split/\\./,$_,-1;${perl};$_=join q(.),@p'`,
  });
}

/** A header of a JWT that no signature of the provider's covers. */
const otherHeader = Buffer.from('{"alg":"HS512","typ":"JWT"}').toString('base64url');

const texts: Record<string, Way> = {
  'no-signature-segment': line('the token without its last segment', (token) =>
    bearer(
      token.value.includes('.')
        ? segments(token, 'without its last segment', (parts) => parts.slice(0, -1), 'pop@p')
        : half(token),
    ),
  ),
  'other-header': line('the token under another header of its own', (token) =>
    bearer(segments(token, 'another header', ([, ...rest]) => [otherHeader, ...rest], `$p[0]=q(${otherHeader})`)),
  ),
  'extra-segment': line('the token with one more segment', (token) => bearer(join(token, '.x'))),
  'dot-behind': line('the token with a dot behind it', (token) => bearer(join(token, '.'))),
  half: line('the first half of the token', (token) => bearer(half(token))),
  listed: line('the token behind another, with a comma', (token) => bearer(join('none,', token))),
  quoted: line('the token in quotation marks', (token) => bearer(join('"', token, '"'))),
  null: line('the word null for a token', () => bearer(plain('null'))),
  empty: line('the scheme without a token', () => plain('Bearer')),
};

function half(token: Text): Text {
  return change(token, {
    value: (value) => value.slice(0, Math.floor(value.length / 2)),
    shown: (shown) => `${shown}‹its first half›`,
    command: `perl -pe '$_=substr($_,0,int(length($_)/2))'`,
  });
}

const schemes: Record<string, Way> = {
  'no-scheme': line('the token without a scheme', (token) => token),
  'token-scheme': line('the token under the scheme Token', (token) => join('Token ', token)),
  'jwt-scheme': line('the token under the scheme JWT', (token) => join('JWT ', token)),
  'oauth-scheme': line('the token under the scheme OAuth', (token) => join('OAuth ', token)),
  'basic-user': line('the token as the user of HTTP Basic', (token) => basicLine(basicSpec([]), token, plain(''))),
  'colon-scheme': line('a colon behind the scheme', (token) => join('Bearer: ', token)),
};

const places: Record<string, Way> = {
  'in-query': way('the token in the query alone', (draft, context) => ({
    ...withoutAuth(draft),
    query: [
      ...draft.query,
      ...['access_token', 'token', 'jwt'].map((name): RequestDraft['query'][number] => [plain(name), tokenOf(context)]),
    ],
  })),
  'in-cookie': lines('the token in a cookie alone', (token) => [
    ['Cookie', join('access_token=', token, '; token=', token, '; jwt=', token)],
  ]),
  'in-header': lines('the token in headers of other names', (token) => [
    ['X-Access-Token', token],
    ['X-Auth-Token', token],
    ['Token', token],
    ['X-Authorization', bearer(token)],
    ['Proxy-Authorization', bearer(token)],
    ['X-Forwarded-Authorization', bearer(token)],
    ['X-Original-Authorization', bearer(token)],
  ]),
};

const two: Record<string, Way> = {
  'good-last': lines('two Authorization lines, the good token last', (token) => [
    ['Authorization', bearer(altered(token))],
    ['Authorization', bearer(token)],
  ]),
  'good-first': lines('two Authorization lines, the good token first', (token) => [
    ['Authorization', bearer(token)],
    ['Authorization', bearer(altered(token))],
  ]),
  'wrong-header-good-query': way('a wrong token in the header, the good one in the query', (draft, context) => ({
    ...withoutAuth(draft, [['Authorization', bearer(altered(tokenOf(context)))]]),
    query: [...draft.query, [plain('access_token'), tokenOf(context)]],
  })),
};

const callers: Record<string, Way> = {
  'forwarded-for': lines('no token, sent on for this machine', () => [
    ['X-Forwarded-For', plain('127.0.0.1')],
    ['X-Real-IP', plain('127.0.0.1')],
  ]),
  'no-token-post': way('no token in a header, and one in a form, by POST', (draft, context) => ({
    ...withoutAuth(draft),
    method: 'POST',
    bodiless: false,
    contentType: 'application/x-www-form-urlencoded',
    rawBody: join('access_token=', encoded(tokenOf(context), urlComponent)),
  })),
  'no-token-head': way('no token, by HEAD', (draft) => ({ ...withoutAuth(draft), method: 'HEAD' })),
  'client-credentials': {
    ...way('the credentials of the client in place of a token', (draft, { contract, credentials }) => {
      const spec = basicSpec(contract.operation.control.auth);
      const part = (name: string): Text => textOf(credentials[spec.inputs[name] ?? '']);
      return withoutAuth(draft, [['Authorization', basicLine(spec, part('id'), part('secret'))]]);
    }),
    variants: ({ operation }) => (operation.control.auth.some(({ mechanism }) => mechanism === 'basic') ? [''] : []),
  },
  'no-token-slash': way('no token, and a slash behind the path', (draft) => ({
    ...withoutAuth(draft),
    path: draft.path.replace(/\/?(\?|$)/, '/$1'),
  })),
};

const granted: Record<string, Way> = {
  'lower-case-scheme': line('the scheme written bearer', (token) => join('bearer ', token)),
  'upper-case-scheme': line('the scheme written BEARER', (token) => join('BEARER ', token)),
  'blanks-after-scheme': line('two blanks behind the scheme', (token) => join('Bearer  ', token)),
  'lower-case-header': lines('the name authorization in small letters', (token) => [['authorization', bearer(token)]]),
  'connection-closed': lines('the token on a connection that is closed', (token) => [
    ['Authorization', bearer(token)],
    ['Connection', plain('close')],
  ]),
};

const forged: Record<string, Way> = {
  ...Object.fromEntries(
    Object.entries(forgeries).map(([name, { title, make }]): [string, Way] => [
      name,
      line(title, (token, { now }) => bearer(make(token, now))),
    ]),
  ),
  jwk: way('its claims signed by a key in its own header', (draft, context) => {
    const { text, prelude } = embedded(tokenOf(context), context.now);
    return { ...withoutAuth(draft, [['Authorization', bearer(text)]]), prelude: [...draft.prelude, ...prelude] };
  }),
};

/** The demand that an operation be opened by a token; undefined where anything else opens it too. */
function demandOfToken(contract: Contract): DemandClause | undefined {
  const [only, ...more] = contract.operation.control.auth;
  const isAlone = only?.mechanism === 'bearer' && !only.token && more.length === 0;
  return isAlone ? demandOn(contract, 'auth', 'bearer', ['no-token']) : undefined;
}

/** Tokens that are nearly right, at the protected resource of the environment and at the operations that a token opens. */
export const tokens: Family = {
  name: 'tokens',
  about:
    'tokens that are nearly right, at the protected resource: segments, schemes, places, algorithms, keys of their own',
  ways: { ...texts, ...schemes, ...places, ...two, ...callers, ...granted, ...forged },
  rows(contract) {
    const base = grantsTokens(contract) ? demandOfResource(contract) : demandOfToken(contract);
    if (!base) return [];
    const judged = { refused: base };
    const page = { clause: base };
    const rows: Omit<Row, 'probe'>[] = [
      {
        what: 'text',
        statement: 'A token that is cut, lengthened, joined or written otherwise is refused.',
        origin: page,
        ways: Object.keys(texts),
        judged,
      },
      {
        what: 'scheme',
        statement: 'A token that is not sent under the scheme Bearer is refused.',
        origin: page,
        ways: Object.keys(schemes),
        judged,
      },
      {
        what: 'place',
        statement: 'A token counts in Authorization alone; the page names no other place.',
        origin: { standard: 'rfc6750', at: 'section 2.1, section 2.3', level: 'should' },
        ways: Object.keys(places),
        judged,
      },
      {
        what: 'two',
        statement: 'A request with two tokens is refused, whichever comes first.',
        origin: { standard: 'rfc6750', at: 'section 2, section 3.1', level: 'should' },
        ways: Object.keys(two),
        judged,
      },
      {
        what: 'caller',
        statement: 'Nothing but a token opens the protected resource.',
        origin: page,
        ways: Object.keys(callers),
        judged,
      },
      {
        what: 'forged',
        statement: 'A token whose header names another algorithm or key than the provider’s own is refused.',
        origin: page,
        ways: Object.keys(forged),
        judged,
      },
      {
        what: 'granted',
        statement: 'A token is accepted under its scheme in any letter case, with one blank or more behind it.',
        origin: { standard: 'rfc9110', at: 'section 11.1, section 11.4', level: 'must' },
        ways: Object.keys(granted),
        judged: { check: 'accepted' },
      },
    ];
    return grantsTokens(contract) ? rows.map((row) => ({ ...row, probe: true })) : rows;
  },
};

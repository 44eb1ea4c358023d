/** Near misses of a token at the protected resource: in its text, its scheme, its place and its own header. */
import type { Contract, DemandClause } from '../../contract/types.ts';
import { basicLine } from '../auth/basic.ts';
import { cookieText } from '../cookies.ts';
import { type RequestDraft, textOf } from '../draft.ts';
import { altered, encoded, join, plain, type Text, urlComponent } from '../text.ts';
import type { Way } from '../ways/way.ts';
import { demandOfResource, demandOn, type Family, grantsTokens, type Row } from './family.ts';
import { embedded, forgeries } from './forged-tokens.ts';
import { basicSpec, way, withoutAuth } from './parts.ts';
import { bearer, line, lines, schemes, texts, tokenOf } from './token-forms.ts';

/** Names under which a token is read where it does not belong. */
const inQuery = ['access_token', 'accessToken', 'token', 'jwt', 'auth_token', 'bearer_token', 'api_key'];
const inHeaders = ['X-Access-Token', 'X-Auth-Token', 'X-Api-Key', 'X-Token', 'Access-Token', 'Auth-Token', 'Token'];
const inCookies = ['access_token', 'accessToken', 'token', 'jwt', 'session', 'auth'];

const places: Record<string, Way> = {
  'in-query': way('the token in the query alone', (draft, context) => ({
    ...withoutAuth(draft),
    query: [...draft.query, ...inQuery.map((name): RequestDraft['query'][number] => [plain(name), tokenOf(context)])],
  })),
  'in-header': lines('the token in headers of other names, and in a cookie', (token) => [
    ...inHeaders.map((name): [string, Text] => [name, token]),
    ['Cookie', join(...inCookies.flatMap((name, index) => [`${index === 0 ? '' : '; '}${name}=`, token]))],
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

/** Without a token, by another spelling of the path; values in it are no part of the spelling. */
const otherPath = (title: string, how: (path: string) => string): Way =>
  way(title, (draft) => {
    const [path = '', ...query] = draft.path.split('?');
    const spelled = how(path).replace(/\{[^}]*\}/g, (name) => known(draft, name));
    return { ...withoutAuth(draft), path: [spelled, ...query].join('?') };
  });

/** The name of a value in a path as the draft has it, whatever its letter case. */
const known = ({ pathValues }: RequestDraft, braced: string): string => {
  const name = Object.keys(pathValues).find((one) => `{${one}}`.toLowerCase() === braced.toLowerCase());
  return name === undefined ? braced : `{${name}}`;
};

const callers: Record<string, Way> = {
  'forwarded-for': lines(
    'no token but the provider’s cookies, sent on for this machine',
    (_token, { cookies = '' }) => [
      ['X-Forwarded-For', plain('127.0.0.1')],
      ['X-Real-IP', plain('127.0.0.1')],
      ...(cookies === '' ? [] : [['Cookie', cookieText(cookies)] satisfies [string, Text]]),
    ],
  ),
  'no-token-range': lines('no token, for a part of the answer alone', () => [['Range', plain('bytes=0-')]]),
  'no-token-post': way('no token but in a form, by POST that says it is GET', (draft, context) => ({
    ...withoutAuth(draft, [
      ['X-HTTP-Method-Override', plain('GET')],
      ['X-Method-Override', plain('GET')],
    ]),
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
};

const spelledPaths: Record<string, Way> = {
  'no-token-parameter': otherPath('no token, and ;x=y behind the path', (path) => `${path};x=y`),
  'no-token-slash': otherPath('no token, and a slash behind the path', (path) => path.replace(/\/?$/, '/')),
  'no-token-capitals': otherPath('no token, and the path in capitals', (path) => path.toUpperCase()),
  'no-token-suffix': otherPath('no token, and .json behind the path', (path) => `${path}.json`),
};

const granted: Record<string, Way> = {
  'lower-case-scheme': lines('scheme and header name in small letters, on a connection that is closed', (token) => [
    ['authorization', join('bearer ', token)],
    ['Connection', plain('close')],
  ]),
  'upper-case-scheme': line('the scheme written BEARER, two blanks behind it', (token) => join('BEARER  ', token)),
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
  ways: { ...texts, ...schemes, ...places, ...two, ...callers, ...spelledPaths, ...granted, ...forged },
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
        what: 'path',
        statement: 'No other spelling of the path is served without a token.',
        origin: { clause: base, level: 'should' },
        ways: Object.keys(spelledPaths),
        judged,
        mayLead: true,
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

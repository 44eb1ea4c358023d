/** Requests that say nothing of who sends them, each with something that may let them pass. */
import { cookieText } from '../cookies.ts';
import { inputsOf, isText, type RequestDraft } from '../draft.ts';
import { join, plain, type Text } from '../text.ts';
import type { Way } from '../ways/way.ts';
import { anonymous, asQuery, way, withHeaders } from './parts.ts';

/** A request that says nothing of who sends it, and something that may let it pass. */
const unknownCaller = (title: string, ...lines: [name: string, value: string][]): Way =>
  way(title, (draft, { contract }) => withHeaders(anonymous(draft, contract), ...lines));

const here = ['127.0.0.1', 'localhost'] as const;

/** Headers by which a proxy or a gateway names the user or client that it authenticated. */
const userHeaders = [
  ...['X-Forwarded-User', 'X-Remote-User', 'Remote-User', 'X-Authenticated-User', 'X-User', 'X-Client-Id'],
  ...[
    'X-Consumer-Username',
    'X-Consumer-Id',
    'X-Credential-Identifier',
    'X-Authenticated-Userid',
    'X-Amzn-Oidc-Identity',
  ],
  ...['X-Goog-Authenticated-User-Email', 'X-MS-Client-Principal-Name', 'X-SSL-Client-S-DN', 'SSL-Client-Subject-Dn'],
];

/** What a proxy would say of the caller: its address, its user, its certificate. Whoever trusts one of them trusts all of these. */
export const forwarded: Record<string, Way> = {
  'forwarded-for': way('no credentials, but an address and a user that a proxy names', (draft, { contract }) => {
    const id = publicId(draft);
    const bare = anonymous(draft, contract);
    const lines = userHeaders.map((name): [string, Text] => [name, id]);
    return withHeaders(
      { ...bare, headers: [...bare.headers, ...lines] },
      ['X-Forwarded-For', here[0]],
      ['X-Real-IP', here[0]],
      ['X-Client-IP', here[0]],
      ['X-Remote-IP', here[0]],
      ['X-Originating-IP', here[0]],
      ['True-Client-IP', here[0]],
      ['Forwarded', `for=${here[0]};host=${here[1]};proto=https`],
      ['X-Forwarded-Host', here[1]],
      ['X-SSL-Client-Verify', 'SUCCESS'],
      ['X-Client-Verified', 'SUCCESS'],
      ['X-Forwarded-Client-Cert', 'By=spiffe://cluster/ns/api;Hash=00;Subject="CN=client"'],
      ['X-Client-Cert', 'present'],
    );
  }),
};

/** A JWT that is not signed, as a gateway would hand on the claims of a token that it had verified. */
const unsignedToken = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"admin","exp":4102444800}').toString('base64url')}.`;

/** What would switch something on for a developer. */
export const switches: Record<string, Way> = {
  switches: way('no credentials, and what switches something on', (draft, { contract }) => {
    const bare = anonymous(draft, contract);
    const parameters = asQuery(
      ['debug', 'true'],
      ['test', '1'],
      ['mock', 'true'],
      ['admin', '1'],
      ['bypass', '1'],
      ['callback', 'x'],
    );
    return withHeaders(
      { ...bare, query: [...bare.query, ...parameters] },
      ['X-Debug', '1'],
      ['X-Test', 'true'],
      ['X-Internal', 'true'],
      ['X-Admin', 'true'],
      ['X-Environment', 'test'],
      ['X-Bypass-Auth', 'true'],
      ['X-Skip-Auth', 'true'],
      ['X-Trusted', 'true'],
      ['X-From-Gateway', 'true'],
      ['X-Internal-Request', 'true'],
    );
  }),
  bearer: unknownCaller('no credentials, and a token that nobody signed', ['Authorization', `Bearer ${unsignedToken}`]),
};

/** Cookies in place of credentials. */
export const cookies: Record<string, Way> = {
  cookies: way(
    'no credentials but in cookies, and cookies that claim a session',
    (draft, { contract, cookies: set = '' }) => {
      const inputs = Object.entries(inputsOf(draft)).filter(([name]) => !/key$|passphrase|:/i.test(name));
      const bare = anonymous(draft, contract);
      const pairs = inputs.flatMap(([name, value]) => [`client_${name}=`, value, '; ']);
      const flags = 'authenticated=true; loggedin=1; admin=1; session=1; sessionid=1; JSESSIONID=1; PHPSESSID=1';
      // Those of the provider first: of two of one name, most readers take the first.
      const own = set === '' ? [] : [cookieText(set), '; '];
      return { ...bare, headers: [...bare.headers, ['Cookie', join(...own, ...pairs, flags)]] };
    },
  ),
};

/** Browsers ask so before a request to another host; no answer to that grants anything. */
export const preflight: Record<string, Way> = {
  options: way('the same request by OPTIONS', (draft) =>
    withHeaders({ ...draft, method: 'OPTIONS' }, ['Access-Control-Request-Method', 'POST']),
  ),
};

/** A part of the good request that names the caller and need not be kept. */
function publicId(draft: RequestDraft): Text {
  const { id, clientKey } = inputsOf(draft);
  const field = draft.fields.find(([name]) => /client_?id/i.test(name))?.[1];
  const own = isText(field) ? field : plain('client');
  return id ?? clientKey ?? own;
}

/** Other spellings of the path. */
export const urls: Record<string, Way> = {
  'original-url': way('no credentials, and the path in X-Original-URL', (draft, { contract }) =>
    withHeaders(anonymous(draft, contract), ['X-Original-URL', draft.path], ['X-Rewrite-URL', draft.path]),
  ),
  'path-parameter': way('no credentials, and ;x=y behind the path', (draft, { contract }) => ({
    ...anonymous(draft, contract),
    path: `${draft.path};x=y`,
  })),
  'path-doubled': way('no credentials, and two slashes before the path', (draft, { contract }) => ({
    ...anonymous(draft, contract),
    path: `/${draft.path}`,
  })),
  'path-capitals': way('no credentials, and the path in capitals', (draft, { contract }) => ({
    ...anonymous(draft, contract),
    path: draft.path.toUpperCase(),
  })),
  'path-slash': way('no credentials, and a slash behind the path', (draft, { contract }) => ({
    ...anonymous(draft, contract),
    path: `${draft.path}/`,
  })),
};

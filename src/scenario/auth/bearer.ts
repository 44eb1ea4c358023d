import { createHmac } from 'node:crypto';
import { change, headerMisses, join, nearMisses, plain, type Text } from '../text.ts';
import type { Mechanism, SealContext } from './mechanism.ts';

/** What `tampered` does, in Perl, to the segment of that index. */
const swap = (index: string): string =>
  `@p=split/\\./,$_,-1;$i=${index};$m=int(length($p[$i])/2);substr($p[$i],$m,1)=substr($p[$i],$m,1)eq"A"?"B":"A";$_=join".",@p`;

/** Another character in the middle of one of the token's segments: the first but the header, or the last. */
function tampered(token: Text, segment: 'claims' | 'signature'): Text {
  return change(token, {
    value: (value) => {
      const parts = value.split('.');
      const index = segment === 'claims' && parts.length > 1 ? 1 : parts.length - 1;
      const part = parts[index] ?? '';
      const middle = Math.floor(part.length / 2);
      parts[index] = `${part.slice(0, middle)}${part[middle] === 'A' ? 'B' : 'A'}${part.slice(middle + 1)}`;
      return parts.join('.');
    },
    shown: (shown) => `${shown}‹one character of its ${segment} changed›`,
    shell: (shell) => `$(printf '%s' "${shell}" | perl -pe '${swap(segment === 'claims' ? '@p>1?1:$#p' : '$#p')}')`,
  });
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Header and claims of a token in date, as an issuer would make it whom the provider has no reason to trust. */
function claimed(now: Date, alg: string): string {
  const iat = Math.floor(now.getTime() / 1000);
  const claims = { iss: 'https://another-issuer.example', sub: 'conformance', iat, nbf: iat, exp: iat + 900 };
  return `${encoded({ alg, typ: 'JWT' })}.${encoded(claims)}`;
}

/** Such a token, well signed. */
function minted(now: Date): Text {
  const unsigned = claimed(now, 'HS256');
  const signature = createHmac('sha256', 'a key that no provider holds').update(unsigned).digest('base64url');
  return plain(`${unsigned}.${signature}`);
}

const noneHeader = encoded({ alg: 'none', typ: 'JWT' });

/**
 * The token's own claims with an empty signature, under its own header or one whose alg is none (RFC 8725, 3.2). A token
 * that is no JWT has no claims to take: one is made that a reader of JWTs would take.
 */
function unsigned(token: Text, now: Date, alg: 'none' | 'own'): Text {
  const [header = '', claims, signature] = token.value.split('.');
  if (claims === undefined || signature === undefined)
    return plain(`${claimed(now, alg === 'none' ? 'none' : 'HS256')}.`);
  const said = alg === 'none' ? 'its alg none, ' : '';
  return change(token, {
    value: () => `${alg === 'none' ? noneHeader : header}.${claims}.`,
    shown: (shown) => `${shown}‹${said}its signature taken away›`,
    shell: (shell) =>
      `$(printf '%s' "${shell}" | perl -pe '@p=split/\\./;$_="${alg === 'none' ? noneHeader : '$p[0]'}.$p[1]."')`,
  });
}

const unknown = plain(
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJjb25mb3JtYW5jZSJ9.bm90LWEtcmVhbC1zaWduYXR1cmUtYnktYW55LWtleQ',
);

function foreign({ foreignToken, now }: SealContext): Text {
  if (!foreignToken) return minted(now);
  return { value: foreignToken, shown: '‹token of another provider›', shell: '$OTHER_TOKEN', secrets: [foreignToken] };
}

const header = (scheme: string, token: Text): [string, Text][] => [['Authorization', join(`${scheme} `, token)]];

/** Each way, as the Authorization lines it sends for a token. */
const lines: Record<string, (token: Text, context: SealContext) => [string, Text][]> = {
  documented: (token) => header('Bearer', token),
  'no-token': () => [],
  'unknown-token': () => header('Bearer', unknown),
  'foreign-token': (_token, context) => header('Bearer', foreign(context)),
  'altered-claims': (token) => header('Bearer', tampered(token, 'claims')),
  'altered-signature': (token) => header('Bearer', tampered(token, 'signature')),
  'alg-none': (token, { now }) => header('Bearer', unsigned(token, now, 'none')),
  unsigned: (token, { now }) => header('Bearer', unsigned(token, now, 'own')),
  ...Object.fromEntries(
    headerMisses.map((miss) => [miss, (token: Text) => header('Bearer', nearMisses[miss]?.make(token) ?? token)]),
  ),
  'basic-scheme': (token) => header('Basic', token),
};

/** The ways that wait for a moment in the life of a token, in its order; the others are sent at once. */
export const timedWays: readonly string[] = ['half-life', 'later', 'before-end', 'after-end'];

/** Bearer (RFC 6750, section 2.1): `Authorization: Bearer <token>`, with a token that the provider granted. */
export const bearer: Mechanism = {
  inputs: [],
  ways: {
    'no-token': 'without a token',
    'unknown-token': 'with a token never issued',
    'foreign-token': 'with the token of another issuer',
    'altered-claims': 'with the token’s claims changed',
    'altered-signature': 'with the token’s signature changed',
    'alg-none': 'with the token’s claims under alg none, unsigned',
    unsigned: 'with the token’s signature taken away',
    ...Object.fromEntries(headerMisses.map((miss) => [miss, `with the token ${nearMisses[miss]?.title}`])),
    'basic-scheme': 'with the token under the scheme Basic',
    'after-end': 'just after the token’s end',
  },
  seal(auth, context) {
    const value = context.token ?? '';
    const token: Text = { value, shown: '‹token›', shell: '$TOKEN', secrets: value === '' ? [] : [value] };
    const make = lines[timedWays.includes(auth.way ?? '') ? 'documented' : (auth.way ?? 'documented')];
    if (!make) throw new Error(`Bearer has no way "${auth.way}"`);
    return { headers: make(token, context), prelude: [] };
  },
};

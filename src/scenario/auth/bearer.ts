import { createHmac } from 'node:crypto';
import { change, join, plain, type Text } from '../text.ts';
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

/** A token in date and well signed, as an issuer would make it whom the provider has no reason to trust. */
function minted(now: Date): Text {
  const iat = Math.floor(now.getTime() / 1000);
  const claims = { iss: 'https://another-issuer.example', sub: 'conformance', iat, nbf: iat, exp: iat + 900 };
  const unsigned = [{ alg: 'HS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = createHmac('sha256', 'a key that no provider holds').update(unsigned).digest('base64url');
  return plain(`${unsigned}.${signature}`);
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
  lengthened: (token) => header('Bearer', join(token, 'x')),
  'basic-scheme': (token) => header('Basic', token),
};

/** The ways that wait for a moment in the life of a token, in its order; the others are sent at once. */
export const timedWays: readonly string[] = ['half-life', 'later', 'before-end', 'after-end'];

/** Bearer (RFC 6750, section 2.1): `Authorization: Bearer <token>`, with a token that the provider granted. */
export const bearer: Mechanism = {
  inputs: [],
  headers: ['Authorization'],
  ways: {
    'no-token': 'without a token',
    'unknown-token': 'with a token never issued',
    'foreign-token': 'with the token of another issuer',
    'altered-claims': 'with the token’s claims changed',
    'altered-signature': 'with the token’s signature changed',
    lengthened: 'with one more character in the token',
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

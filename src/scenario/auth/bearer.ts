import { createHmac } from 'node:crypto';
import type { AuthSpec } from '../../contract/types.ts';
import { headerMisses, nearMisses } from '../near-misses.ts';
import { joinShell, literal, mentions, type Shell, shellWord, through, variable } from '../shell.ts';
import { change, join, plain, type Text } from '../text.ts';
import type { AuthDraft, Breaks, Mechanism, SealContext } from './mechanism.ts';

/** What `tampered` does, in Perl, to the segment of that index. */
const swap = (index: string): string =>
  `@p=split/\\./,$_,-1;$i=${index};$m=int(length($p[$i])/2);substr($p[$i],$m,1)=substr($p[$i],$m,1)eq q(A)?q(B):q(A);$_=join q(.),@p`;

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
    command: `perl -pe '${swap(segment === 'claims' ? '@p>1?1:$#p' : '$#p')}'`,
  });
}

/** The variable of a shell that holds the token a provider granted; set by who writes the command. */
export const tokenVariable = 'conformance_token';

const issuerKey = 'a key that no provider holds';
const joseHeader = '{"alg":"HS256","typ":"JWT"}';
const noneHeader = '{"alg":"none","typ":"JWT"}';
/** The command that writes bytes in Base64url, without padding. */
export const toBase64url = "base64 | tr -d '=\\n' | tr '+/' '-_'";

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

/** A shell makes a token from what is readable in it: the token itself would be masked in a report. */
export const base64urlShell = (shell: Shell): Shell => through(shell, toBase64url);

/** The claims of a token that is good for a quarter of an hour from the second `now`. */
function claims<T>(literally: (text: string) => T, now: (plus: number) => T): T[] {
  const open = '{"iss":"https://another-issuer.example","sub":"conformance","iat":';
  return [literally(open), now(0), literally(',"nbf":'), now(0), literally(',"exp":'), now(900), literally('}')];
}

/** Header and claims of a token in date, as an issuer would make it whom the provider has no reason to trust. */
function claimed(now: Date, header: string): string {
  const iat = Math.floor(now.getTime() / 1000);
  return `${base64url(header)}.${base64url(claims(String, (plus) => String(iat + plus)).join(''))}`;
}

/** Such a token, well signed. */
function minted(now: Date): Text {
  const unsigned = claimed(now, joseHeader);
  const signature = createHmac('sha256', issuerKey).update(unsigned).digest('base64url');
  return { ...plain(`${unsigned}.${signature}`), shell: mintedInShell };
}

const unsignedVariable = 'conformance_unsigned';
const signedInShell = base64urlShell(
  through(variable(unsignedVariable), `openssl dgst -sha256 -hmac '${issuerKey}' -binary`),
);
const mintedInShell = joinShell([variable(unsignedVariable), literal('.'), signedInShell]);

/** Sets what `mintedInShell` signs: the token would be out of date when the command is run. */
function mintingPrelude(header: string): string[] {
  const at = (plus: number) => (plus === 0 ? variable('conformance_now') : variable('conformance_end'));
  const parts = [base64urlShell(literal(header)), literal('.'), base64urlShell(joinShell(claims(literal, at)))];
  return [
    'conformance_now=$(date +%s)',
    'conformance_end=$((conformance_now + 900))',
    `${unsignedVariable}=${shellWord(joinShell(parts))}`,
  ];
}

/**
 * The token's own claims with an empty signature, under its own header or one whose alg is none (RFC 8725, 3.2). A token
 * that is no JWT has no claims to take: one is made that a reader of JWTs would take.
 */
function unsigned(token: Text, now: Date, alg: 'none' | 'own'): Text {
  const [header = '', payload, signature] = token.value.split('.');
  const none = alg === 'none';
  if (payload === undefined || signature === undefined) {
    const shell = joinShell([variable(unsignedVariable), literal('.')]);
    return { ...plain(`${claimed(now, none ? noneHeader : joseHeader)}.`), shell };
  }
  const segment = (index: number): Shell => through(token.shell, `perl -pe '@p=split/\\./;$_=$p[${index}]'`);
  const value = `${none ? base64url(noneHeader) : header}.${payload}.`;
  return {
    value,
    shown: `${token.shown}‹${none ? 'its alg none, ' : ''}its signature taken away›`,
    shell: joinShell([
      none ? base64urlShell(literal(noneHeader)) : segment(0),
      ...[literal('.'), segment(1), literal('.')],
    ]),
    secrets: [...token.secrets, value],
  };
}

const unknownParts = [joseHeader, '{"sub":"conformance"}', 'not-a-real-signature-by-any-key'];
const unknown: Text = {
  ...plain(unknownParts.map(base64url).join('.')),
  shell: joinShell(
    unknownParts.flatMap((part, index) => [literal(index === 0 ? '' : '.'), base64urlShell(literal(part))]),
  ),
};

function foreign({ foreignToken, now }: SealContext): Text {
  if (!foreignToken) return minted(now);
  // Nobody but the run holds that token; a command shows the same with one that it mints.
  return { ...minted(now), value: foreignToken, shown: '‹token of another provider›', secrets: [foreignToken] };
}

/** A token, and the scheme it is sent under where that is not the documented one. */
interface Line {
  token: Text;
  scheme?: string;
}

/** Each way, as what it sends for a token; null for no header at all. */
const lines: Record<string, (token: Text, context: SealContext) => Line | null> = {
  documented: (token) => ({ token }),
  'no-token': () => null,
  'unknown-token': () => ({ token: unknown }),
  'foreign-token': (_token, context) => ({ token: foreign(context) }),
  'altered-claims': (token) => ({ token: tampered(token, 'claims') }),
  'altered-signature': (token) => ({ token: tampered(token, 'signature') }),
  'alg-none': (token, { now }) => ({ token: unsigned(token, now, 'none') }),
  unsigned: (token, { now }) => ({ token: unsigned(token, now, 'own') }),
  ...Object.fromEntries(
    headerMisses.map((miss) => [miss, (token: Text): Line => ({ token: nearMisses[miss]?.make(token) ?? token })]),
  ),
  'basic-scheme': (token) => ({ token, scheme: 'Basic' }),
};

/** What a contract writes for the scheme where the token is sent as it is. */
const noScheme = 'none';

/** The ways that wait for a moment in the life of a token, in its order; the others are sent at once. */
export const timedWays: readonly string[] = ['half-life', 'later', 'before-end', 'after-end'];

/** The ways to break a request that sends a token, each with what a title says of it. */
export const bearerWays: Readonly<Record<string, string>> = {
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
};

/** What those ways do to the token. */
export const bearerBreaks: Readonly<Record<string, Breaks>> = {
  'no-token': 'out',
  'unknown-token': 'any',
  'foreign-token': 'any',
  'basic-scheme': 'own',
};

/** The token of a request as its way has it, with the scheme it is sent under; null for none at all. */
function lineOf({ way }: AuthDraft, context: SealContext): Line | null {
  const value = context.token ?? '';
  const secrets = value === '' ? [] : [value];
  const token: Text = { value, shown: '‹token›', shell: variable(tokenVariable), secrets };
  const make = lines[timedWays.includes(way ?? '') ? 'documented' : (way ?? 'documented')];
  if (!make) throw new Error(`Bearer has no way "${way}"`);
  return make(token, context);
}

const preludeOf = ({ way }: AuthDraft, { token }: Line): string[] =>
  mentions(token.shell, unsignedVariable) ? mintingPrelude(way === 'alg-none' ? noneHeader : joseHeader) : [];

const isInHeader = ({ token: { field, parameter } = {} }: AuthSpec): boolean => (field ?? parameter) === undefined;

/**
 * A token that the provider granted: `Authorization: Bearer <token>` (RFC 6750, section 2.1), in another header, or in a
 * parameter of the body or of the query (sections 2.2 and 2.3).
 */
export const bearer: Mechanism = {
  inputs: [],
  breaks: bearerBreaks,
  headers: (spec) => (isInHeader(spec) ? [spec.token?.header ?? 'Authorization'] : []),
  addsFields: ({ token: { field } = {} }) => (field === undefined ? [] : [field]),
  addsParameters: ({ token: { parameter } = {} }) => (parameter === undefined ? [] : [parameter]),
  ways: (spec) =>
    isInHeader(spec)
      ? { ...bearerWays }
      : Object.fromEntries(Object.entries(bearerWays).filter(([way]) => way !== 'basic-scheme')),
  fields(auth, context) {
    const { field, parameter } = auth.spec.token ?? {};
    const made = isInHeader(auth.spec) ? null : lineOf(auth, context);
    if (made === null) return { fields: [], prelude: [] };
    return {
      fields: field === undefined ? [] : [[field, made.token]],
      parameters: parameter === undefined ? [] : [[plain(parameter), made.token]],
      prelude: preludeOf(auth, made),
    };
  },
  seal(auth, context) {
    const made = lineOf(auth, context);
    if (made === null) return { headers: [], prelude: [] };
    if (!isInHeader(auth.spec)) return { headers: [], prelude: [], token: made.token };
    const { header: name = 'Authorization', scheme: documented = 'Bearer' } = auth.spec.token ?? {};
    const scheme = made.scheme ?? documented;
    return {
      headers: [[name, scheme === noScheme ? made.token : join(`${scheme} `, made.token)]],
      prelude: preludeOf(auth, made),
      token: made.token,
    };
  },
};

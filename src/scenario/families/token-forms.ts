/** The token of a request in texts and under schemes that are nearly right. */
import { basicLine } from '../auth/basic.ts';
import { tokenVariable } from '../auth/bearer.ts';
import type { RequestDraft } from '../draft.ts';
import { variable } from '../shell.ts';
import { base64, change, join, plain, type Text } from '../text.ts';
import type { Way, WayContext } from '../ways/way.ts';
import { basicSpec, way, withoutAuth } from './parts.ts';

/** The token of the request, taken from a variable in a shell. */
export function tokenOf({ token = '' }: WayContext): Text {
  return { value: token, shown: '‹token›', shell: variable(tokenVariable), secrets: token === '' ? [] : [token] };
}

/** A way that sends these lines in place of those of the auth mechanism. */
export const lines = (title: string, make: (token: Text, context: WayContext) => [string, Text][]): Way =>
  way(title, (draft, context): RequestDraft => withoutAuth(draft, make(tokenOf(context), context)));

/** A way that sends another value of Authorization. */
export const line = (title: string, make: (token: Text, context: WayContext) => Text): Way =>
  lines(title, (token, context) => [['Authorization', make(token, context)]]);

/** A token under the scheme Bearer. */
export const bearer = (token: Text): Text => join('Bearer ', token);

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

/** The token in another text, those first that find most. */
export const texts: Record<string, Way> = {
  'no-signature-segment': line('the token without its last segment', (token) =>
    bearer(
      token.value.includes('.')
        ? segments(token, 'without its last segment', (parts) => parts.slice(0, -1), 'pop@p')
        : half(token),
    ),
  ),
  half: line('the first half of the token', (token) => bearer(half(token))),
  quoted: line('the token in quotation marks', (token) => bearer(join('"', token, '"'))),
  null: line('the word null for a token', () => bearer(plain('null'))),
  'extra-segment': line('the token with one more segment', (token) => bearer(join(token, '.x'))),
  'comma-behind': line('the token before another, with a comma', (token) => bearer(join(token, ',none'))),
  escaped: line('a letter of the token percent-encoded', (token) =>
    bearer(
      change(token, {
        value: (value) => value.replace(/[A-Za-z0-9]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
        shown: (shown) => `${shown}‹a letter percent-encoded›`,
        command: `perl -pe 's/[A-Za-z0-9]/sprintf q(%%%02x),ord $&/e'`,
      }),
    ),
  ),
  'semicolon-behind': line('the token before a parameter, with a semicolon', (token) => bearer(join(token, ';v=1'))),
  'padding-behind': line('the token with padding behind it', (token) => bearer(join(token, '='))),
  listed: line('the token behind another, with a comma', (token) => bearer(join('none,', token))),
  'dot-behind': line('the token with a dot behind it', (token) => bearer(join(token, '.'))),
  'other-header': line('the token under another header of its own', (token) =>
    bearer(segments(token, 'another header', ([, ...rest]) => [otherHeader, ...rest], `$p[0]=q(${otherHeader})`)),
  ),
  empty: line('the scheme without a token', () => plain('Bearer')),
  undefined: line('the word undefined for a token', () => bearer(plain('undefined'))),
  encoded: line('the token in Base64', (token) => bearer(base64(token))),
};

function half(token: Text): Text {
  return change(token, {
    value: (value) => value.slice(0, Math.floor(value.length / 2)),
    shown: (shown) => `${shown}‹its first half›`,
    command: `perl -pe '$_=substr($_,0,int(length($_)/2))'`,
  });
}

/** The token under another scheme. */
export const schemes: Record<string, Way> = {
  'no-scheme': line('the token without a scheme', (token) => token),
  'token-scheme': line('the token under the scheme Token', (token) => join('Token ', token)),
  'jwt-scheme': line('the token under the scheme JWT', (token) => join('JWT ', token)),
  'oauth-scheme': line('the token under the scheme OAuth', (token) => join('OAuth ', token)),
  'basic-user': line('the token as the user of HTTP Basic', (token) => basicLine(basicSpec([]), token, plain(''))),
  'colon-scheme': line('a colon behind the scheme', (token) => join('Bearer: ', token)),
};

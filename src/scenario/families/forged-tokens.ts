/** Tokens that claim what the provider's own claim, under a header that leads a careless reader to another key (RFC 8725, 3.1 to 3.10). */
import { createHmac, createSign } from 'node:crypto';
import { base64urlShell } from '../auth/bearer.ts';
import { unknownKey } from '../auth/signature/unknown-keys.ts';
import { joinShell, literal, output, type Shell, shellWord, through, variable } from '../shell.ts';
import { change, plain, type Text } from '../text.ts';

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** The claims of a token; for one that is no JWT, claims that a reader of JWTs would take. */
function claimsOf(token: string, now: Date): { claims: string; own: boolean } {
  const [, claims, signature] = token.split('.');
  if (claims !== undefined && signature !== undefined) return { claims, own: true };
  const iat = Math.floor(now.getTime() / 1000);
  return { claims: encoded({ iss: 'conformance', sub: 'conformance', iat, nbf: iat, exp: iat + 900 }), own: false };
}

/** The same claims under another header, signed by what `sign` makes; `shell` is the Perl that signs `$m` into `$s`. */
function forged(header: object, sign: (unsigned: string) => string, shell: string) {
  return (token: Text, now: Date): Text => {
    const { claims, own } = claimsOf(token.value, now);
    const unsigned = `${encoded(header)}.${claims}`;
    const value = `${unsigned}.${sign(unsigned)}`;
    if (!own) return plain(value);
    return change(token, {
      value: () => value,
      shown: (shown) => `${shown}‹its claims under another header›`,
      command: `perl -MMIME::Base64 -MDigest::SHA=hmac_sha256 -pe '@p=split/\\./;$m=q(${encoded(header)}.).$p[1];${shell};$_=$m.q(.).$s'`,
    });
  };
}

const mac = (key: string) => (unsigned: string) => createHmac('sha256', key).update(unsigned).digest('base64url');

const macShell = (key: string): string => `$s=encode_base64(hmac_sha256($m,q(${key})),q());$s=~tr#+/#-_#;$s=~s/=//g`;

const withKey = (header: object, key: string) =>
  forged({ alg: 'HS256', typ: 'JWT', ...header }, mac(key), macShell(key));

const none = (alg: string) => forged({ alg, typ: 'JWT' }, () => '', '$s=q()');

const ourVariable = { key: 'conformance_key', modulus: 'conformance_modulus', unsigned: 'conformance_unsigned' };

/** What the shell form of `embedded` uses: a key of its own, and what is signed with it. */
function keyPrelude(claims: Shell): string[] {
  const file = `"$${ourVariable.key}"`;
  const modulus = `openssl rsa -in ${file} -noout -modulus | perl -0777 -pe 's/^Modulus=|\\s//g;$_=pack q(H*),$_'`;
  const header = joinShell([
    literal('{"alg":"RS256","typ":"JWT","jwk":{"kty":"RSA","n":"'),
    variable(ourVariable.modulus),
    literal('","e":"AQAB"}}'),
  ]);
  return [
    `${ourVariable.key}=$(mktemp)`,
    `trap 'rm -f ${file}' EXIT`,
    `openssl genrsa -out ${file} 2048 2>/dev/null`,
    `${ourVariable.modulus}=${shellWord(base64urlShell(output(modulus)))}`,
    `${ourVariable.unsigned}=${shellWord(joinShell([base64urlShell(header), literal('.'), claims]))}`,
  ];
}

/** A token signed by a key of our own, which its header carries; and what its shell form needs to have been set. */
export function embedded(token: Text, now: Date): { text: Text; prelude: string[] } {
  const ours = unknownKey('rsa');
  const { kty, n, e } = ours.export({ format: 'jwk' });
  const { claims, own } = claimsOf(token.value, now);
  const unsigned = `${encoded({ alg: 'RS256', typ: 'JWT', jwk: { kty, n, e } })}.${claims}`;
  const value = `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(ours).toString('base64url')}`;
  const signing = `openssl dgst -sha256 -sign "$${ourVariable.key}"`;
  const signature = base64urlShell(through(variable(ourVariable.unsigned), signing));
  const ownClaims = through(token.shell, `perl -pe '@p=split/\\./;$_=$p[1]'`);
  const made = base64urlShell(literal(Buffer.from(claims, 'base64url').toString()));
  return {
    text: {
      value,
      shown: '‹its claims, signed by a key in its own header›',
      shell: joinShell([variable(ourVariable.unsigned), literal('.'), signature]),
      secrets: [],
    },
    prelude: keyPrelude(own ? ownClaims : made),
  };
}

const elsewhere = 'https://keys.conformance.example/keys';

/** Each forgery, with what a title says of it. */
export const forgeries: Record<string, { title: string; make: (token: Text, now: Date) => Text }> = {
  'none-capitalised': { title: 'its claims under alg None', make: none('None') },
  'weak-key': { title: 'its claims signed with the key secret', make: withKey({}, 'secret') },
  'kid-path': {
    title: 'its claims under a kid that is a path to an empty file',
    make: withKey({ kid: '../../../../../../dev/null' }, ''),
  },
  jku: { title: 'its claims under a jku of ours', make: withKey({ jku: elsewhere, kid: 'ours' }, 'ours') },
};

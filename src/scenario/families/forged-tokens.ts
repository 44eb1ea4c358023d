/** Tokens that claim what the provider's own claim, under a header that leads a careless reader to another key (RFC 8725, 3.1 to 3.10). */
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
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
function forged(header: object, sign: (unsigned: string) => string, shell: string | null) {
  return (token: Text, now: Date): Text => {
    const { claims, own } = claimsOf(token.value, now);
    const unsigned = `${encoded(header)}.${claims}`;
    const value = `${unsigned}.${sign(unsigned)}`;
    if (!own) return plain(value);
    if (shell === null) return { ...plain(value), shown: '‹its claims, signed by a key of ours›' };
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

let ours: KeyObject | null = null;

/** Signed by a key of our own, which the header carries. */
function embedded(token: Text, now: Date): Text {
  ours ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const { kty, n, e } = ours.export({ format: 'jwk' });
  const key = ours;
  const sign = (unsigned: string): string => createSign('RSA-SHA256').update(unsigned).sign(key).toString('base64url');
  return forged({ alg: 'RS256', typ: 'JWT', jwk: { kty, n, e } }, sign, null)(token, now);
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
  jwk: { title: 'its claims signed by a key in its own header', make: embedded },
};

/** Which side of the exchange fields are of, by the heading above them and by their names. */
import { ignoredHeaders } from '../../facts/ignored-headers.ts';
import { lettersOf } from '../words/spellings.ts';
import type { Context } from './heading-words.ts';
import type { Field } from './reading.ts';

/** Names that only one side of the exchange has. */
const beside = ['expiresin', 'tokentype'];
const granted = ['accesstoken', ...beside];

/** Names of the member that holds a token, by their letters. */
export const tokens: readonly string[] = ['token', 'accesstoken', 'sessiontoken', 'sessionkey', 'jwt', 'tokenakses'];

const lifetimes = /^(?:token|accesstoken)?(?:expir[a-z]*|ttl|validity|validuntil|masaberlaku|berlakusampai)$/;
const asking = ['granttype', 'clientsecret'];
const asked = [...asking, 'clientid'];

/** Ends of names that hold what a client was issued, or a person typed: no grant gives it back. */
const issued = /(?:app|api|client|consumer|partner|merchant)\w*secret$|password$|passphrase$|passcode$|katasandi$/;

/** The side that a list of fields is about, by its heading, or by names that only one side has. */
export function sideOf(fields: Field[], { side, error }: Context): 'request' | 'response' | null {
  const names = fields.map(({ name }) => lettersOf(name.split('.').at(-1) ?? ''));
  const has = (list: readonly string[]): boolean => names.some((name) => list.includes(name));
  // A heading may be left behind: what asks for a token and gives none is a request, whatever stands above it.
  if (has(asking) && !has(granted)) return 'request';
  if (side !== null || error) return side ?? 'response';
  const isAsked = has(asked) || names.some((name) => issued.test(name));
  if (has(granted) === isAsked) return null;
  // An access token alone may be what any other operation is asked with.
  return isAsked ? 'request' : has(beside) ? 'response' : null;
}

/** Names that members of a body alone have. */
export const isOfBody = (name: string): boolean => ['granttype', 'accesstoken', 'expiresin'].includes(lettersOf(name));

/** Names that headers alone have. */
export const isHeaderName = (name: string): boolean =>
  /^X-[A-Za-z]/i.test(name) || ignoredHeaders.includes(name.toLowerCase());

/**
 * Whether fields that are sent alike are of both sides by their names: a head or a heading between them may be lost. Those of
 * the other side would then follow: a token before everything that asks for one is sent with it, and a secret behind a whole
 * grant is given with it.
 */
export function showsBoth(fields: Field[], side: ReturnType<typeof sideOf>): boolean {
  const names = fields.filter(({ place }) => place === '').map(({ name }) => lettersOf(name.split('.').at(-1) ?? ''));
  const firstAsking = names.findIndex((name) => asking.includes(name));
  const grants = names.filter((name) => granted.includes(name));
  // A request may ask for a lifetime, and hold no token beside what it asks with.
  if (firstAsking >= 0) {
    const before = names.slice(0, firstAsking).filter((name) => granted.includes(name));
    const isWhole = before.length === grants.length;
    if (side === 'request' && isWhole && grants.length === 1) return false;
    if (side === 'response' && isWhole && grants.length > 1 && !names.includes('granttype')) return false;
    return names.includes('accesstoken');
  }
  if (side !== 'request') return false;
  const isGrant = names.some((name) => tokens.includes(name)) && names.some((name) => lifetimes.test(name));
  return isGrant || grants.length > 1;
}

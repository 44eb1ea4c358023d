/** The mechanisms of a draft: Basic, the signature of BI SNAP, a client certificate, an assertion that the client signs. */
import type { JsonObject } from '../../../formats/json.ts';
import { lastKeyOf } from '../../../formats/json.ts';
import type { Facts, HeaderFact, Todo } from '../../facts/facts.ts';
import { isInItems } from '../../facts/list-items.ts';
import { formsOf, openForm } from '../../merge/signed-time.ts';
import { clientAssertion } from '../../page/sentences/stated-proofs.ts';
import { credentialKind } from '../../page/values/values.ts';
import { signedIn } from '../../page/words/signed.ts';
import { headerCalled, privateKey, signsOtherwise, signsUnlike, unsureWords } from './signature.ts';

/** What a mechanism adds to the access of a draft. */
interface Added {
  mechanism: string | null;
  auth: JsonObject | JsonObject[] | null;
  credentials: Record<string, JsonObject>;
  settled: RegExp;
  todos: Todo[];
}

/** What JOSE calls the algorithms of signatures; an assertion has none of a shared secret. */
const joseNames = {
  'rsa-sha256': 'RS256',
  'rsa-pss-sha256': 'PS256',
  'ecdsa-p256-sha256': 'ES256',
  ed25519: 'EdDSA',
  'hmac-sha256': null,
  'hmac-sha512': null,
} as const;

/** The algorithm of an assertion, where the page names one alone. */
function algorithmOf({ signed, request }: Facts): string | null {
  const notes = request.flatMap(({ pointer, notes = '' }) =>
    pointer.startsWith('/client_assertion') ? [`signature: ${notes}`] : [],
  );
  if (signed.some(({ isUnsure }) => isUnsure)) return null;
  const named = [...signed.map(({ value }) => value), ...notes].flatMap((words) => signedIn(words).algorithm ?? []);
  const [first, ...others] = new Set(named);
  return first === undefined || others.length > 0 ? null : joseNames[first];
}

/** Drafts what the page states of a client certificate, or of an assertion whose algorithm it names. */
export function credentialMechanism(facts: Facts, access: Added): void {
  const { security, unclear, request } = facts;
  const isSaid = (what: string): boolean => unclear.some(({ value }) => value === what);
  // With a secret beside it a certificate may be one of two ways.
  const isOneOfTwo =
    isSaid('a client certificate for some requests') ||
    request.some(({ pointer }) => !isInItems(pointer) && credentialKind(lastKeyOf(pointer)) === 'secret');
  const isAsserted = isSaid('a signed JWT') || isSaid(clientAssertion);
  const asserts = request.some(({ pointer }) => pointer === '/client_assertion') || isAsserted;
  const algorithm = asserts ? algorithmOf(facts) : null;
  if (algorithm !== null) {
    access.mechanism = 'private-key-jwt';
    access.auth = {
      ...{ mechanism: 'private-key-jwt', algorithm, key: { credential: 'privateKey' } },
      ...{ client: 'clientId', audience: 'audience' },
    };
    access.credentials['clientId'] = { description: 'The client id, issuer and subject of the assertion' };
    access.credentials['audience'] = {
      description: 'Audience of the assertion: the address of the token endpoint, or the issuer',
    };
    access.credentials['privateKey'] = privateKey('Private key');
    access.settled = /signed JWT|client assertion|signature/i;
  } else if (
    !asserts &&
    (security?.value === 'mutual-tls' || (security === null && isSaid('a client certificate') && !isOneOfTwo))
  ) {
    access.mechanism = 'mutual-tls';
    access.auth = { mechanism: 'mutual-tls' };
    access.settled = /client certificate/;
  }
}

/** Forms of a timestamp that the signature of BI SNAP does not send: fractions of a second, UTC as Z, an offset without a colon, a count. */
const otherTimestamp =
  /\.s{1,3}|\.S{1,6}|\.\d{3}|\bSSS\b|\dZ\b|:\d\d[+-]\d{4}\b|ss'?Z'?\b|\bUTC\b(?!\s*[+(-])|\bepoch\b|\bunix\b|millisecond|milidetik/;

/** The form of BI SNAP in letters. */
const snapForm =
  /\byyyy-mm-dd\W{0,2}t\W{0,2}hh:mm:ss\W?(?:tzd|x{3}|z{2,3}:?z{0,2}|±?hh:mm|[+-]?(?:hh|\d\d):(?:mm|\d\d))/gi;

/** Words and letters for any other form. */
const otherForm =
  /y{2,4}\W?m{2}|d{2}\W?m{2}\W?y|\bepoch\b|\bunix\b|\b(?:tanpa|without|no) (?:an? )?(?:zona|offset|time ?zone|zone)\b|\brfc ?(?:822|1123|2822|5322|7231|9110)\b|\bmilli-?seconds?\b|\bmilidetik\b|\b(?:seconds|detik) (?:since|sejak)\b/i;

/** Drafts HTTP Basic. */
export function basic(access: Added): void {
  access.mechanism = 'basic';
  access.auth = { mechanism: 'basic', id: 'clientId', secret: 'clientSecret' };
  access.credentials['clientId'] = { description: 'Id of HTTP Basic' };
  access.credentials['clientSecret'] = { description: 'Secret of HTTP Basic', secret: true };
}

/** Drafts the signature of BI SNAP. */
export function snapSignature(access: Added, facts: Facts): void {
  access.mechanism = 'snap-signature';
  access.auth = {
    ...{ mechanism: 'snap-signature', clientKey: 'clientKey' },
    ...{ privateKey: 'privateKey', passphrase: 'passphrase' },
  };
  access.credentials['clientKey'] = { description: 'The client id issued at onboarding, sent as X-CLIENT-KEY' };
  access.credentials['privateKey'] = privateKey('RSA private key');
  access.credentials['passphrase'] = { description: 'Passphrase of the private key', secret: true, optional: true };
  const signature = headerCalled(facts.headers, 'x-signature');
  if (signature && facts.security?.isDecided !== true && signsOtherwise(facts)) {
    const unlike = 'the page has another algorithm, text or form than BI SNAP, which the signature of the draft has';
    const unread = 'the draft has the signature of BI SNAP, and not all words of the page about it were understood';
    access.todos.push({
      name: 'signature form',
      what: `how X-SIGNATURE (${signature.at}) is made: ${signsUnlike(facts) ? unlike : unread}${unsureWords(facts.signed)}`,
    });
  }
  const stamp = stampOf(facts);
  if (stamp && hasOtherTime(facts))
    access.todos.push({
      name: 'timestamp form',
      what: `${openForm(facts) ?? `the form of X-TIMESTAMP (${stamp.at})`}: the page gives another than 2020-12-31T23:59:59+07:00, which the signature sends`,
    });
}

const stampOf = ({ headers }: Facts): HeaderFact | undefined => headerCalled(headers, 'x-timestamp');

/** Whether the page gives another form of X-TIMESTAMP than the one that BI SNAP has. */
export function hasOtherTime(facts: Facts): boolean {
  const { value = '', example = '' } = stampOf(facts) ?? {};
  const words = [value, example, ...formsOf(facts.clocks ?? [])].join(' ');
  return otherTimestamp.test(words) || otherForm.test(words.replace(snapForm, ' '));
}

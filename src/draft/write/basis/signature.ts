/** The signature of a request, where the words of a page give all that a contract has to say of one. Pure. */
import type { SignatureRow } from '../../../formats/auth.ts';
import type { JsonObject } from '../../../formats/json.ts';
import type { Facts, HeaderFact, Said, Todo } from '../../facts/facts.ts';
import type { ClockSaid } from '../../facts/said-in-words.ts';
import { isSignature, isTime, timeOf, withoutExample } from '../../merge/signed-time.ts';
import { type SignedWords, signedIn } from '../../page/words/signed.ts';
import { lettersOf } from '../../page/words/spellings.ts';

/** A signature as a contract has it, and what it needs beside it. */
export interface DraftedSignature {
  row: SignatureRow;
  /** The same, as it is written. */
  auth: JsonObject;
  /** Where the page has it, and the time that is signed with it. */
  at: string;
  timeAt: string;
  /** Names of the headers that the signature makes. */
  makes: string[];
  /** What the page does not say, and BI SNAP gives, whose headers it has. */
  ofStandard: { over: boolean; encoding: boolean };
  /** One example alone shows the form of its time. */
  isFormShown: boolean;
  /** Where it says that a time beyond a window is refused, or one in UTC with its letter. */
  clocks: ClockSaid[];
  /** Headers of which each request has a new value. */
  unique: string[];
  credentials: Record<string, JsonObject>;
}

const isNonce = ({ name }: HeaderFact): boolean => /nonce$/.test(lettersOf(name));
/** The header of a name, in any letter case; `name` is in small letters. */
export const headerCalled = (headers: HeaderFact[], name: string): HeaderFact | undefined =>
  headers.find((header) => header.name.toLowerCase() === name);

/** What the page says of its signature in words that are not understood, or says twice and not alike. */
export function unsureOf(signed: Said[]): Said[] {
  const unsure = signed.filter(({ isUnsure }) => isUnsure);
  const sure = signed.filter((one) => !unsure.includes(one));
  const differs = (['algorithm', 'encoding', 'over'] as const).filter(
    (key) => new Set(sure.flatMap(({ value }) => signedIn(value)[key] ?? [])).size > 1,
  );
  return [...unsure, ...sure.filter(({ value }) => differs.some((key) => signedIn(value)[key] !== undefined))];
}

/** Sentences about a signature that a question quotes. */
const mostQuoted = 3;

/** What the page says of its signature, what is not understood of it where there is any, as the end of a question. */
export function unsureWords(signed: Said[]): string {
  const unsure = unsureOf(signed);
  const all = unsure.length > 0 ? unsure : signed.filter(({ value }) => value.startsWith('signature: '));
  const said = all.map(
    ({ value }) =>
      `"${value
        .replace(/^signature: /, '')
        .replace(/\s+/g, ' ')
        .slice(0, 200)}"`,
  );
  return said.length > 0 ? `, of which it says ${[...new Set(said)].slice(0, mostQuoted).join(' and ')}` : '';
}

/** What the page says once of each; of what it says twice, nothing. */
export function together(signed: Said[]): SignedWords {
  const all = signed.filter(({ isUnsure }) => !isUnsure).map(({ value }) => signedIn(value));
  const one = <K extends keyof SignedWords>(key: K): Pick<SignedWords, K> | object => {
    const values = [...new Set(all.flatMap((words) => words[key] ?? []))];
    return values.length === 1 ? { [key]: values[0] } : {};
  };
  return { ...one('algorithm'), ...one('encoding'), ...one('over') };
}

/** What BI SNAP signs, where the headers are its own and the page does not say: by the algorithm, of a transaction. */
function snapText(headers: HeaderFact[], algorithm: string): string | undefined {
  const has = (name: string): boolean => headerCalled(headers, name) !== undefined;
  if (!has('x-timestamp') || !has('x-signature')) return undefined;
  if (has('x-client-key')) return '{header:X-CLIENT-KEY}|{timestamp}';
  if (!has('x-partner-id') || !has('x-external-id')) return undefined;
  const token = algorithm.startsWith('hmac') ? '{token}:' : '';
  return `{method}:{path}:${token}{sha256(minified body)|hex|lower}:{timestamp}`;
}

/** Signatures of RSA with another hash than SHA-256, which no contract has. */
const otherHash =
  /\bsha[ _-]?(?!256)\d{1,3}[ _-]{0,2}with[ _-]{0,2}rsa|\brsa[ _-]{0,2}sha[ _-]?(?!256)\d{1,3}\b|\brs(?:384|512)\b/i;

/** Whether the page signs otherwise than BI SNAP does, or may: not all of its words about that are understood. */
export const signsOtherwise = (facts: Pick<Facts, 'headers' | 'signed'>): boolean =>
  unsureOf(facts.signed).length > 0 || signsUnlike(facts);

/** Whether it signs with another algorithm than BI SNAP, over another text, or written in another form. */
export function signsUnlike({ headers, signed }: Pick<Facts, 'headers' | 'signed'>): boolean {
  const { algorithm = 'rsa-sha256', encoding = 'base64', over } = together(signed);
  const own = snapText(headers, algorithm);
  const text = (words: string): string | null => resolved(words, headers, false)?.toLowerCase() ?? null;
  const isOtherText = over !== undefined && own !== undefined && text(over) !== text(own);
  const isOtherHash = signed.some(({ value }) => otherHash.test(value));
  return isOtherHash || algorithm !== 'rsa-sha256' || encoding !== 'base64' || isOtherText;
}

/** A private key as a credential; `what` says of which kind. */
export const privateKey = (what: string): JsonObject => ({
  description: `${what} whose public half the provider holds: PEM text, or a path to a .pem or .p12 file`,
  secret: true,
  format: 'private-key',
});

/** The credential that signs: a secret that both know, or a private key. */
function keyFor(algorithm: SignatureRow['algorithm']): { name: string; credential: JsonObject } {
  if (algorithm.startsWith('hmac'))
    return {
      name: 'clientSecret',
      credential: { description: 'The secret that requests are signed with', secret: true },
    };
  const what = algorithm.startsWith('rsa') ? 'RSA private key' : 'Private key';
  return { name: 'privateKey', credential: privateKey(what) };
}

/** The text that is signed with the names of what is sent; null where it names what is not sent. */
function resolved(over: string, headers: HeaderFact[], hasToken: boolean): string | null {
  const time = headers.find(isTime);
  const nonce = headers.find(isNonce);
  const client = headers.find(({ name }) => /^(x)?client(key|id)$/.test(lettersOf(name)));
  const header = (fact: HeaderFact | undefined): string => (fact ? `{header:${fact.name}}` : '');
  const text = over
    .replaceAll('{timestamp}', () => header(time))
    .replaceAll('{nonce}', () => header(nonce))
    .replaceAll('{client}', () => header(client) || '{credential:clientId}');
  const named = [...text.matchAll(/\{header:([^}|]+)/g)].map(([, name = '']) => name.toLowerCase());
  const isSent = named.every((name) => headerCalled(headers, name) !== undefined);
  const isWhole = !over.includes('{timestamp}') || time !== undefined;
  const isDrawn = !over.includes('{nonce}') || nonce !== undefined;
  return isSent && isWhole && isDrawn && (hasToken || !text.includes('{token')) ? text : null;
}

/**
 * The signature that the headers and the words of a page give; null where anything of it is missing, which stays open then.
 * `hasToken` tells whether the request sends a token that may be signed.
 */
export function signatureOf(
  { headers, signed, clocks = [] }: { headers: HeaderFact[]; signed: Said[]; clocks?: ClockSaid[] },
  hasToken: boolean,
): DraftedSignature | null {
  const [proof, ...more] = headers.filter(({ name }) => isSignature(name));
  if (!proof || more.length > 0 || unsureOf(signed).length > 0) return null;
  const { algorithm, encoding, over } = together(signed);
  if (algorithm === undefined) return null;
  const standard = snapText(headers, algorithm);
  const text = over ?? standard;
  const written = encoding ?? (standard === undefined ? undefined : 'base64');
  const own = text === undefined ? null : resolved(text, headers, hasToken);
  const time = headers.find(isTime);
  const timestamp = time && timeOf(time, clocks);
  if (own === null || written === undefined || timestamp === null) return null;
  const key = keyFor(algorithm);
  const client = own.includes('{credential:clientId}') ? { clientId: { description: 'Id of the client' } } : {};
  const shownTime: JsonObject = timestamp ? { timestamp: { ...timestamp } } : {};
  return {
    row: {
      ...{ mechanism: 'signature', header: proof.name, algorithm, key: { credential: key.name } },
      ...{ encoding: written, over: own },
      ...(timestamp ? { timestamp } : {}),
    },
    auth: {
      ...{ mechanism: 'signature', header: proof.name, algorithm, key: { credential: key.name } },
      ...{ encoding: written, over: own, ...shownTime },
    },
    at: proof.at,
    timeAt: time?.at ?? proof.at,
    ofStandard: { over: over === undefined, encoding: encoding === undefined },
    isFormShown: time !== undefined && timeOf(withoutExample(time), clocks) === null,
    clocks,
    makes: [proof.name, ...(timestamp ? [timestamp.header] : [])],
    unique: headers.filter(isNonce).map(({ name }) => name),
    credentials: { [key.name]: key.credential, ...client },
  };
}

/** The question about a time of which the page shows one example, and no form. */
export const timeTodos = (signature: DraftedSignature | null): Todo[] =>
  signature?.isFormShown && signature.row.timestamp
    ? [
        {
          name: 'form of time',
          what: `the form and the zone of ${signature.row.timestamp.header}, and how another is refused: the page shows an example alone, and the draft has no clause for that`,
        },
      ]
    : [];

/** Authentication that only words speak of: what no reader understands is a question, whatever the body holds beside it. */
import type { Statement } from '../../facts/facts.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { denies } from '../words/denied.ts';
import { isPartial } from '../words/doubts.ts';
import { deedsIn, isOfNotices } from '../words/made-before-sent.ts';
import { isOfOtherCalls, isOfOthers, otherSubject } from './others.ts';

/** One of several systems, by the word for it. */
const system = oneOf('live', 'test', 'demo', 'uji coba');
const itsParts = oneOf('systems?', 'environments?', 'modes?', 'servers?', 'hosts?', 'keys?');
const namesSystem = pattern`\b${system} ${itsParts}\b|\b(?:in|on) ${system}\b|\binstead\b`;

const oneTime = oneOf(
  ...['t?otp', 'one[- ]time (?:password|passcode|code|pin)s?', 'second factor', 'two-factor code'],
  ...['(?:kata )?sandi sekali pakai', 'kode (?:otp|sekali pakai)'],
);
const given = oneOf(
  ...[word.send, word.with, 'carr(?:y|ies)', 'sen[dt]', 'includes?d?', 'provided?', 'needs?', 'requires?', 'must'],
  ...['adds?', 'enters?', 'suppl(?:y|ies)', 'put', 'present', 'type', 'submit', 'masukk?an', '(?:di)?kirim\\w*'],
  ...['isikan', '(?:di)?sertakan', 'memerlukan', 'membutuhkan', 'memakai'],
);
const needed = oneOf(word.is, word.mandatory, 'must', 'harus', '(?:di)?kirim\\w*', '(?:di)?sertakan');

/** What a sentence says that clients authenticate with. */
const authenticates = oneOf('authenticates?', 'authenticating', 'authentication', 'autentikasi', 'otentikasi');

/** What is made of a JWT to authenticate with; a bearer token that is one may be what is issued. */
const asserted = pattern`\b${oneOf(
  ...['private_key_jwt', 'jwt assertion', 'jwt bearer(?!,? (?:access )?tokens?\\b)'],
  `${authenticates}\\b[^.;]{0,60}\\bjwt bearer`,
  'jwt bearer tokens?\\b[^.;]{0,60}\\bassertion',
)}\b`;
const assertions = /\b(?:client[ _]assertions?|asersi klien)\b/i;

/** How a question calls an assertion of which nothing says what it is. */
export const clientAssertion = 'a client assertion';

const certificate = /\b(client certificate|mutual tls|mtls|two-way (ssl|tls)|(self_signed_)?tls_client_auth)\b/i;

const without = pattern`\b${oneOf(word.not, word.without, 'no', 'optional', 'opsional')}\b`;

/** How a question calls a certificate of the client. */
export const clientCertificate = 'a client certificate';

/** Whether a sentence of a description says that a client shows a certificate, and of no other call. */
export const showsCertificate = (sentence: string): boolean =>
  certificate.test(sentence) &&
  !without.test(sentence) &&
  !denies(sentence) &&
  !isOfNotices(sentence) &&
  !isOfOtherCalls(sentence);

/** Ways to authenticate, and how a message calls each. */
const proofs: readonly (readonly [RegExp, string])[] = [
  [/\bhmac\b/i, 'an HMAC'],
  [certificate, clientCertificate],
  [asserted, 'a signed JWT'],
  // An assertion may be of another kind than a JWT.
  [assertions, clientAssertion],
  [/\bdigest authentication\b/i, 'digest authentication'],
  // What is rare is looked for first, and what stands before it behind it.
  [
    pattern`\b(?=${oneTime}\b)(?<=\b${given}\b[^.;]{0,80})|\b${oneTime}\s(?:\p{L}+ ){0,6}?${needed}\b`,
    'a one-time password',
  ],
];

const by = oneOf(word.with, ...['using', 'by', 'via', 'through', 'menggunakan', 'memakai', 'lewat', 'melalui']);
const way = pattern`\b(?:${authenticates}\b[^.;:]{0,40}?|authenticated)\s${by}\s+([^.;:,]{1,80})`;

/** Words of ways that other readers know, or that say where something is. */
const ofCredentials = oneOf(
  ...['ids?', 'secrets?', 'credentials?', 'keys?', 'passwords?', 'user ?names?', 'tokens?', 'bearer', 'basic'],
  ...['oauth\\w*', 'log-?in', 'kredensial', 'sandi', 'kunci', 'rahasia', 'pengguna'],
);
const ofPlaces = oneOf(
  ...[word.body, word.request, word.operation, 'headers?', 'form', 'json', 'call\\w*', 'post', 'get'],
  ...['it', 'them', 'this', 'these', 'following', 'below', 'above', 'berikut', 'ini'],
);
const known = pattern`[_\`]|\b${oneOf(ofCredentials, ofPlaces)}\b`;

/** Where a person proves who they are. */
const ofPerson = /\b(?:portal|dashboard|console|back ?office|log(?:s|ged|ging)? (?:in|on))\b/i;

/** What is said of all calls is said of this one as well. */
const ofAll = pattern`\b${word.all}\s(?:\p{L}+\s){0,2}api calls?\b`;

/** That one thing is all that shows who asks: `Use the partner key header alone for this call`. */
const shows = oneOf(
  'keys?',
  'headers?',
  'basic',
  'certificates?',
  'credentials?',
  'kunci',
  'tajuk',
  'kredensial',
  'sertifikat',
);
const sending = oneOf(word.use, word.uses, word.send, word.sent, 'needs?', 'requires?', 'takes?', 'memerlukan');
const thisCall = `\\b${oneOf(word.for, word.in, word.with)} (?:this|ini|${oneOf(word.operation, word.request)} ini)\\b`;
const alone = pattern`\b${sending} (?:[\w-]+ ){0,5}?${shows} (?:(?!over|via|in|on|by|to|from|with|through)[\w-]+ ){0,2}?(?:alone|only|saja)\b(?! (?:if|when|over|via|once))|\b(?:${word.only} (?:${word.the} )?(?:[\w-]+ ){0,3}?${shows}|hanya (?:[\w-]+ ){0,3}?${shows})\b[^.;]{0,30}?${thisCall}`;

/** Takes words by which one thing alone authenticates, where a part of the sentence says so of this request. */
function takeAlone(sentence: string, at: string, statement: Statement): void {
  const own = sentence.split(/;\s/).find((one) => alone.test(one.replace(/[`*_]/g, '')) && !isOfOtherCalls(one));
  if (own !== undefined && !isOfOthers(own)) statement.unclear.push({ value: `${saysAlone}"${own.trim()}"`, at });
}

/** How a question begins with such words. */
export const saysAlone = 'in words ';

/** Takes what a sentence says of how a client authenticates that is none of Basic, a token or members of the body. */
export function readProofs(
  sentence: string,
  isDenied: boolean,
  isPart: () => boolean,
  at: string,
  statement: Statement,
): void {
  takeAlone(sentence, at, statement);
  const isOther = otherSubject.test(sentence) || isOfOtherCalls(sentence);
  if (isOfNotices(sentence) || (isOther && !ofAll.test(sentence))) return;
  // The name of a host may hold that of a proof.
  const named = sentence.replace(/https?:\/\/\S+/g, ' ');
  const found = isDenied
    ? []
    : proofs.flatMap(([form, value]) =>
        form.test(named) && !(value === 'a one-time password' && (ofPerson.test(named) || isOfOthers(named)))
          ? [value]
          : [],
      );
  const isJwt = found.includes(clientAssertion) && /\bjwt\b/i.test(named);
  if (isJwt)
    found.splice(0, found.length, ...new Set(found.map((one) => (one === clientAssertion ? 'a signed JWT' : one))));
  if (deedsIn(named).has('signed')) found.push('a signature');
  const [, means] = isDenied || found.length > 0 || ofPerson.test(named) ? [] : (way.exec(named) ?? []);
  if (means !== undefined && !known.test(means)) found.push(`"${means.trim()}"`);
  for (const value of found)
    if (!statement.unclear.some((one) => one.value === value))
      statement.unclear.push({
        value: isPart() || isPartial(sentence) || namesSystem.test(sentence) ? `${value} for some requests` : value,
        at,
      });
}

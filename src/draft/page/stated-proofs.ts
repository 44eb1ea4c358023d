/** Authentication that only words speak of: what no reader understands is a question, whatever the body holds beside it. */
import type { Statement } from '../facts/facts.ts';
import { isPartial } from './doubts.ts';
import { deedsIn, isOfNotices } from './made-before-sent.ts';
import { isOfOtherCalls, isOfOthers, otherSubject } from './others.ts';

/** One of several systems, by the word for it. */
const namesSystem =
  /\b(?:live|test|demo|uji coba) (?:systems?|environments?|modes?|servers?|hosts?|keys?)\b|\b(?:in|on) (?:live|test|demo)\b|\binstead\b/i;

const oneTime =
  '(?:t?otp|one[- ]time (?:password|passcode|code|pin)s?|(?:kata )?sandi sekali pakai|kode (?:otp|sekali pakai)|second factor|two-factor code)';
const given =
  '(?:enters?|sen[dt]|carr(?:y|ies)|include[sd]?|provide[sd]?|suppl(?:y|ies)|adds?|put|pass|present|type|submit|with|needs?|requires?|must|masukkan|masukan|(?:di)?kirim\\w*|(?:di)?sertakan|isi|isikan|dengan|memerlukan|membutuhkan|memakai)';
const needed = '(?:is|are|must|wajib|harus|required|needed|mandatory|(?:di)?kirim\\w*|(?:di)?sertakan)';

/** Ways to authenticate, and how a message calls each. */
const proofs: readonly (readonly [RegExp, string])[] = [
  [/\bhmac\b/i, 'an HMAC'],
  [
    /\b(client certificate|mutual tls|mtls|two-way (ssl|tls)|(self_signed_)?tls_client_auth)\b/i,
    'a client certificate',
  ],
  [/\b(client[ _]assertions?|private_key_jwt|jwt assertion|jwt bearer|asersi klien)\b/i, 'a signed JWT'],
  [/\bdigest authentication\b/i, 'digest authentication'],
  [
    RegExp(`\\b${given}\\b[^.;]{0,80}\\b${oneTime}\\b|\\b${oneTime}\\s(?:\\p{L}+ ){0,6}?${needed}\\b`, 'iu'),
    'a one-time password',
  ],
];

/** What a sentence says that clients authenticate with. */
const way =
  /\b(?:(?:authenticates?|authenticating|authentication|autentikasi|otentikasi)\b[^.;:]{0,40}?|authenticated)\s(?:with|using|by|via|through|dengan|menggunakan|memakai|lewat|melalui)\s+([^.;:,]{1,80})/i;

/** Words of ways that other readers know, or that say where something is. */
const known =
  /[_`]|\b(?:ids?|secrets?|credentials?|keys?|passwords?|user ?names?|tokens?|bearer|basic|oauth\w*|log-?in|bod(?:y|ies)|headers?|form|json|requests?|endpoints?|apis?|call\w*|post|get|it|them|this|these|following|below|above|kredensial|sandi|kunci|rahasia|permintaan|pengguna|berikut|ini)\b/i;

/** Where a person proves who they are. */
const ofPerson = /\b(?:portal|dashboard|console|back ?office|log(?:s|ged|ging)? (?:in|on))\b/i;

/** What is said of all calls is said of this one as well. */
const ofAll = /\b(?:all|every|each|any|semua|setiap)\s(?:\p{L}+\s){0,2}api calls?\b/iu;

/** Takes what a sentence says of how a client authenticates that is none of Basic, a token or members of the body. */
export function readProofs(
  sentence: string,
  isDenied: boolean,
  isPart: () => boolean,
  at: string,
  statement: Statement,
): void {
  const isOther = otherSubject.test(sentence) || isOfOtherCalls(sentence);
  if (isOfNotices(sentence) || (isOther && !ofAll.test(sentence))) return;
  // The name of a host may hold that of a proof.
  const named = sentence.replace(/https?:\/\/\S+/g, ' ');
  const found = isDenied
    ? []
    : proofs.flatMap(([pattern, value]) =>
        pattern.test(named) && !(value === 'a one-time password' && (ofPerson.test(named) || isOfOthers(named)))
          ? [value]
          : [],
      );
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

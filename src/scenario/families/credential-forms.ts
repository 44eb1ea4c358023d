/** Credentials and signatures whose parts are right, in a form that is not. */

import type { Contract, DemandClause } from '../../contract/types.ts';
import type { SignatureRow } from '../../formats/auth.ts';
import { basicPart } from '../auth/basic.ts';
import { mechanisms } from '../auth/index.ts';
import { inputsOf } from '../draft.ts';
import { credentialIn } from '../given.ts';
import { base64, change, join, plain, repeated, type Text } from '../text.ts';
import type { Way } from '../ways/way.ts';
import { demandOn, type Row, refusedRows } from './family.ts';
import { basicSpec, byPerl, way, withoutAuth } from './parts.ts';

const basicForm = (title: string, value: (id: Text, secret: Text) => Text): Way =>
  way(title, (draft) => {
    const { id = plain(''), secret = plain('') } = inputsOf(draft);
    const spec = basicSpec(draft.auth.map((one) => one.spec));
    return withoutAuth(draft, [['Authorization', value(basicPart(spec, id), basicPart(spec, secret))]]);
  });

const pair = (id: Text, secret: Text): Text => base64(join(id, ':', secret));
const junkInside = (text: Text): Text =>
  byPerl(
    text,
    'with a character beside the alphabet',
    (value) => `${value.slice(0, 4)}*${value.slice(4)}`,
    's/^(.{4})/$1*/',
  );

const urlSafe = (text: string): string => Buffer.from(text, 'base64').toString('base64url');

/** The first header of the good request that is a credential; undefined where none is. */
const issuedHeader = ({ operation }: Contract): string | undefined =>
  Object.entries(operation.control.headers).find(([, value]) => credentialIn(value) !== null)?.[0];

/** Credentials of HTTP Basic whose parts are right, and whose form is not. */
const basicForms: Record<string, Way> = {
  'basic-no-id': basicForm('Basic credentials with the secret and an empty id', (_id, secret) =>
    join('Basic ', pair(plain(''), secret)),
  ),
  'basic-swapped': basicForm('Basic credentials, secret before id', (id, secret) => join('Basic ', pair(secret, id))),
  'basic-id-twice': basicForm('Basic credentials, the id for a secret', (id) => join('Basic ', pair(id, id))),
  'basic-of-header': {
    ...way('Basic credentials that are another header of the client, twice', (draft, { contract }) => {
      const value = draft.headers.find(([name]) => name === issuedHeader(contract))?.[1] ?? plain('');
      return withoutAuth(draft, [['Authorization', join('Basic ', pair(value, value))]]);
    }),
    variants: (contract) => (issuedHeader(contract) === undefined ? [] : ['']),
  },
  'basic-no-scheme': basicForm('Basic credentials without their scheme', (id, secret) => pair(id, secret)),
  'basic-longer-scheme': basicForm('Basic credentials under the scheme Basics', (id, secret) =>
    join('Basics ', pair(id, secret)),
  ),
  'basic-secret-twice': basicForm('Basic credentials, the secret for an id', (_id, secret) =>
    join('Basic ', pair(secret, secret)),
  ),
  'basic-raw': basicForm('Basic credentials that are not encoded', (id, secret) => join('Basic ', id, ':', secret)),
  'basic-suffix': basicForm('Basic credentials with a third part', (id, secret) =>
    join('Basic ', base64(join(id, ':', secret, ':x'))),
  ),
  'basic-junk': basicForm('Basic credentials with an asterisk inside', (id, secret) =>
    join('Basic ', junkInside(pair(id, secret))),
  ),
  'basic-unpadded': {
    ...basicForm('Basic credentials in base64url, without padding', (id, secret) =>
      join('Basic ', byPerl(pair(id, secret), 'in base64url', urlSafe, 'tr{+/}{-_};s/=//g')),
    ),
    unavailable(_context, draft) {
      const { id = plain(''), secret = plain('') } = inputsOf(draft);
      const spec = basicSpec(draft.auth.map((one) => one.spec));
      const { value } = pair(basicPart(spec, id), basicPart(spec, secret));
      return urlSafe(value) === value ? 'their Base64 has no padding, nor a character that base64url has not' : null;
    },
  },
};

/** The signature that the good request for a token sends in a header of its own; undefined where it sends none. */
function signatureOf({
  operation,
}: Contract): (Pick<SignatureRow, 'header' | 'encoding'> & { mechanism: string }) | undefined {
  return operation.control.auth.flatMap((spec) => {
    const sent = mechanisms[spec.mechanism]?.signature?.(spec);
    return sent ? [{ header: sent.header, encoding: sent.encoding, mechanism: spec.mechanism }] : [];
  })[0];
}

type Encoding = SignatureRow['encoding'];

const everyEncoding: readonly Encoding[] = ['base64', 'base64url', 'hex', 'hex-upper'];

/** A form of a signature, for those in one of the encodings; no other would be in another form, or a fair reader takes it. */
const signatureLine = (title: string, make: (text: Text) => Text, encodings = everyEncoding): Way => ({
  title: () => title,
  variants(contract) {
    const sent = signatureOf(contract);
    return sent && encodings.includes(sent.encoding) ? [''] : [];
  },
  apply: (draft, { contract }) => ({
    ...draft,
    rewriteHeaders: [
      ...draft.rewriteHeaders,
      (headers) => {
        const header = signatureOf(contract)?.header.toLowerCase();
        return headers.map(([name, value]) => [name, name.toLowerCase() === header ? make(value) : value]);
      },
    ],
  }),
});

/** A signature that is right, in a form that is not. */
const signatureForms: Record<string, Way> = {
  'signature-null': signatureLine('the word null for a signature', () => plain('null')),
  'signature-undefined': signatureLine('the word undefined for a signature', () => plain('undefined')),
  'signature-test': signatureLine('the word test for a signature', () => plain('test')),
  'signature-long': signatureLine('a signature of 4 kB', () => repeated('A', 4096)),
  'signature-unpadded': signatureLine(
    'the signature without its padding',
    (text) => byPerl(text, 'without padding', (value) => value.replace(/=+$/, ''), 's/=+\\z//'),
    ['base64'],
  ),
  'signature-hex': signatureLine(
    'the signature in hexadecimal',
    (text) =>
      change(text, {
        value: (value) => Buffer.from(value, 'base64').toString('hex'),
        shown: (shown) => `${shown}‹in hexadecimal›`,
        command: `openssl base64 -d -A | perl -0777 -pe '$_=unpack q(H*),$_'`,
      }),
    ['base64'],
  ),
  'signature-url-safe': signatureLine(
    'the signature in the alphabet of base64url',
    (text) => byPerl(text, 'in base64url', (value) => value.replaceAll('+', '-').replaceAll('/', '_'), 'tr{+/}{-_}'),
    ['base64'],
  ),
  'signature-junk': signatureLine('an asterisk inside the signature', junkInside),
  'signature-doubled': signatureLine('the signature twice in a row', (text) => join(text, text)),
  'signature-lower-case': signatureLine(
    'the signature in small letters',
    (text) => byPerl(text, 'in small letters', (value) => value.toLowerCase(), '$_=lc'),
    ['base64', 'base64url'],
  ),
};

/** Ways to send credentials and signatures that are right in a form that is not. */
export const formWays: Record<string, Way> = { ...basicForms, ...signatureForms };

/** What a decoder may pass over, where the standard has it refuse. */
const lenient = ['basic-junk', 'basic-unpadded', 'signature-junk', 'signature-url-safe', 'signature-unpadded'];

/** The demand on the form of the credentials, the ways to send them in another one, and how they are encoded. */
function formsOf(contract: Contract): { base: DemandClause; ways: string[]; encoding: string } | undefined {
  const basic = demandOn(contract, 'auth', 'basic', ['other-secret']);
  if (basic) return { base: basic, ways: Object.keys(basicForms), encoding: 'Base64' };
  const sent = signatureOf(contract);
  const signed = sent && demandOn(contract, 'auth', sent.mechanism, ['other-key', 'other-client']);
  const encoding = sent?.encoding.startsWith('hex') ? 'Hexadecimal' : 'Base64';
  return signed && { base: signed, ways: Object.keys(signatureForms), encoding };
}

/** The rows on the form of the credentials of a contract. */
export function formRows(contract: Contract): Row[] {
  const forms = formsOf(contract);
  if (!forms) return [];
  const { base, ways, encoding } = forms;
  const isLenient = (way: string): boolean => lenient.includes(way);
  return refusedRows(base, {
    'credential-form': {
      statement: 'Credentials in another form than the documented one are refused.',
      ways: ways.filter((way) => !isLenient(way)),
    },
    [encoding.toLowerCase()]: {
      statement: `${encoding} with a character beside its alphabet, or without its padding, is refused.`,
      origin: { standard: 'rfc4648', at: 'section 3.2, section 3.3', level: 'must' },
      ways: ways.filter(isLenient),
    },
  });
}

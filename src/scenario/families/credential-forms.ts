/** Credentials and signatures whose parts are right, in a form that is not. */

import { inputsOf } from '../draft.ts';
import { base64, change, join, plain, type Text } from '../text.ts';
import type { Way } from '../ways/way.ts';
import { byPerl, withoutAuth } from './parts.ts';

const basicLine = (title: string, value: (id: Text, secret: Text) => Text): Way => ({
  title: () => title,
  apply: (draft) => {
    const { id = plain(''), secret = plain('') } = inputsOf(draft);
    return withoutAuth(draft, [['Authorization', value(id, secret)]]);
  },
});

const pair = (id: Text, secret: Text): Text => base64(join(id, ':', secret));
const junkInside = (text: Text): Text =>
  byPerl(
    text,
    'with a character beside the alphabet',
    (value) => `${value.slice(0, 4)}*${value.slice(4)}`,
    's/^(.{4})/$1*/',
  );

/** Credentials of HTTP Basic whose parts are right, and whose form is not. */
export const basicForms: Record<string, Way> = {
  'basic-swapped': basicLine('Basic credentials, secret before id', (id, secret) => join('Basic ', pair(secret, id))),
  'basic-suffix': basicLine('Basic credentials with a third part', (id, secret) =>
    join('Basic ', base64(join(id, ':', secret, ':x'))),
  ),
  'basic-id-twice': basicLine('Basic credentials, the id for a secret', (id) => join('Basic ', pair(id, id))),
  'basic-raw': basicLine('Basic credentials that are not encoded', (id, secret) => join('Basic ', id, ':', secret)),
  'basic-junk': basicLine('Basic credentials with an asterisk inside', (id, secret) =>
    join('Basic ', junkInside(pair(id, secret))),
  ),
  'basic-no-scheme': basicLine('Basic credentials without their scheme', (id, secret) => pair(id, secret)),
};

const signatureLine = (title: string, make: (text: Text) => Text): Way => ({
  title: () => title,
  apply: (draft) => ({
    ...draft,
    rewriteHeaders: [
      ...draft.rewriteHeaders,
      (headers) => headers.map(([name, value]) => [name, name === 'X-SIGNATURE' ? make(value) : value]),
    ],
  }),
});

/** A signature that is right, in a form that is not. */
export const signatureForms: Record<string, Way> = {
  'signature-hex': signatureLine('the X-SIGNATURE in hexadecimal', (text) =>
    change(text, {
      value: (value) => Buffer.from(value, 'base64').toString('hex'),
      shown: (shown) => `${shown}‹in hexadecimal›`,
      command: `openssl base64 -d -A | perl -0777 -pe '$_=unpack q(H*),$_'`,
    }),
  ),
  'signature-url-safe': signatureLine('the X-SIGNATURE in the alphabet of base64url', (text) =>
    byPerl(text, 'in base64url', (value) => value.replaceAll('+', '-').replaceAll('/', '_'), 'tr{+/}{-_}'),
  ),
  'signature-junk': signatureLine('an asterisk inside the X-SIGNATURE', junkInside),
  'signature-doubled': signatureLine('the X-SIGNATURE twice in a row', (text) => join(text, text)),
  'signature-lower-case': signatureLine('the X-SIGNATURE in small letters', (text) =>
    byPerl(text, 'in small letters', (value) => value.toLowerCase(), '$_=lc'),
  ),
};

/** Providers that are careless about what is signed, in ways that no family was made for. */
import { constants, createHmac, verify } from 'node:crypto';
import { accounts, type DeepServer, f, granting, header, row } from './careless.ts';

/** Whether a signature verifies in a careless way, over a current timestamp of the known client. */
const signed = (how: (signature: string, text: string, key: string) => boolean) =>
  granting(({ received }) => {
    const [key, time] = [header(received, 'X-CLIENT-KEY'), header(received, 'X-TIMESTAMP')];
    const signature = header(received, 'X-SIGNATURE');
    return key === accounts.finnet.clientKey && signature !== '' && how(signature, `${key}|${time}`, key);
  });

const isSigned = (text: string, signature: Buffer): boolean =>
  verify('RSA-SHA256', Buffer.from(text), accounts.finnet.publicKey, signature);

/** One that reads a timestamp of another form, and verifies what is signed over it. */
const timed = (form: RegExp) =>
  signed((signature, text) => form.test(text.split('|')[1] ?? '') && isSigned(text, Buffer.from(signature, 'base64')));

/** Listed after the families. */
export const laterSigned: DeepServer[] = [
  row(null, 'takes a second that no minute has', f, timed(/:6\d/)),
  row(null, 'takes seconds since 1970', f, timed(/^\d{10,13}$/)),
  row(null, 'takes a timestamp with a blank for the T', f, timed(/^\d{4}-\d\d-\d\d \d/)),
  row(
    null,
    'takes a signature in hexadecimal',
    f,
    signed((given, text) => /^[\da-f]+$/i.test(given) && isSigned(text, Buffer.from(given, 'hex'))),
  ),
  row(
    null,
    'takes a signature in base64url',
    f,
    signed((given, text) => !/[+/]/.test(given) && isSigned(text, Buffer.from(given, 'base64url'))),
  ),
  row(
    null,
    'takes a signature by RSA-PSS',
    f,
    signed((given, text) => {
      const key = { key: accounts.finnet.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING };
      return verify('RSA-SHA256', Buffer.from(text), key, Buffer.from(given, 'base64'));
    }),
  ),
  row(
    null,
    'takes a signature without the stroke between the parts',
    f,
    signed((given, text) => isSigned(text.replace('|', ''), Buffer.from(given, 'base64'))),
  ),
  row(
    null,
    'takes a signature over the client key alone',
    f,
    signed((given, _text, key) => isSigned(key, Buffer.from(given, 'base64'))),
  ),
  row(
    null,
    'takes a MAC whose key is the client key',
    f,
    signed((given, text, key) =>
      ['sha256', 'sha512'].some((hash) => createHmac(hash, key).update(text).digest('base64') === given),
    ),
  ),
];

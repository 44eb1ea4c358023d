/** The two halves of credentials: an id, and the secret that goes with it. */

import { credentialKind } from '../../page/values/values.ts';
import { lettersOf } from '../../page/words/spellings.ts';

/** Secrets that go with an id. A key stands alone. */
export const paired = /secret|password|passwd|passphrase|passcode|rahasia|sandi|pass$|^pwd$|^pin$/;

/** The name of whose credential it is: `merchant` of `merchantId` and `merchant_secret`. */
export const stemOf = (name: string): string =>
  lettersOf(name)
    .replace(/^x/, '')
    .replace(/(?:id|key|code|name|no|number|secret|password|pass|pin|rahasia|katasandi|sandi)$/, '');

/** Whether a name is that of an id beside a secret of the same bearer, as `kiosk_id` beside `kiosk_secret`, whatever a kiosk is. */
function isHalf(name: string, all: string[]): boolean {
  const stem = stemOf(name);
  const isId = /(?:id|key|code|no|number)$/.test(lettersOf(name)) && credentialKind(name) !== 'secret';
  return (
    isId &&
    stem !== '' &&
    all.some((one) => stemOf(one) === stem && credentialKind(one) === 'secret' && paired.test(lettersOf(one)))
  );
}

/** What a field of a request holds by its name and the names of the others: a secret, the name of an account, or neither. */
export const kindAmong = (name: string, all: string[]): ReturnType<typeof credentialKind> =>
  credentialKind(name) ?? (isHalf(name, all) ? 'id' : null);

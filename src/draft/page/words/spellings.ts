/** Names in the spellings that are compared, and those that our files have. */
import { lastKeyOf } from '../../../formats/json.ts';
import { remembered } from './remembered.ts';

/** The letters and digits of a name in lower case, which all its spellings share: `client_id2` and `clientId2`. */
export const flat = remembered((name: string): string => name.replace(/[^a-z\d]/gi, '').toLowerCase());

/** The letters of a name in lower case, which all its spellings share, numbered or not. */
export const lettersOf = remembered((name: string): string => flat(name).replace(/\d/g, ''));

/** The letters of the name of a member, which ends its pointer. */
export const lastLetters = (pointer: string): string => lettersOf(lastKeyOf(pointer));

/** A name in kebab-case. */
export const kebab = remembered((name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, ''),
);

/** A code that is written as one word, as words: `UNKNOWN_CLIENT`, `client_not_found`. */
export const codesAsWords = (text: string): string =>
  text.replace(/(?<![A-Za-z\d_])(?:[A-Z]+(?:_[A-Z]+)+|[a-z]+(?:_[a-z]+)+)(?![A-Za-z\d_])/g, (code) =>
    code.replaceAll('_', ' ').toLowerCase(),
  );

/** A name in camelCase. */
export function camel(name: string): string {
  return kebab(name).replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Whether a name is that of the kind of something, as `credentialType` is: anybody may know it. */
export const isKindName = (name: string): boolean =>
  /(?:type|tipe|jenis|kind|method|metode|format|alg|algorithm|algoritma)$/.test(flat(name));

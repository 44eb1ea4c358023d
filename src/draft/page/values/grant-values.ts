/** Names of grants among values, which a field of the same name is none of. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { credentialKind } from './values.ts';

/** The first two are names of nothing else. */
const grants = ['client_credentials', 'authorization_code', 'password', 'refresh_token', 'implicit', 'device_code'];

/** Whether values are names of grants. */
export const areGrants = (values: string[]): boolean =>
  values.every((one) => grants.includes(one)) && values.some((one) => grants.indexOf(one) < 2);

/** Whether values are kinds of credentials, in capitals, of which not each is the name of one as well. */
const areKinds = (values: string[]): boolean =>
  values.every((one) => /^[A-Z]{2,12}$/.test(one)) && values.some((one) => credentialKind(one) === null);

/** Whether names of other fields are among values: they are none of this one. */
export const nameFields = (values: string[]): boolean =>
  !areGrants(values) && !areKinds(values) && values.some((value) => credentialKind(value) !== null);

/** Whether words leave the choice of several grants, of which the first two are named at least, as `can be a, b or c` does. */
export const listsGrants = (notes: string): boolean =>
  grants.slice(0, 2).every((one) => notes.includes(one)) && choice.test(notes);
const choice = pattern`\b${oneOf(word.or, 'one of', 'salah satu', 'either')}\b`;

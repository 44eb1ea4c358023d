/** Names of grants among values, which a field of the same name is none of. */
import { credentialKind } from './values.ts';

/** The first two are names of nothing else. */
const grants = ['client_credentials', 'authorization_code', 'password', 'refresh_token', 'implicit', 'device_code'];

/** Whether values are names of grants. */
export const areGrants = (values: string[]): boolean =>
  values.every((one) => grants.includes(one)) && values.some((one) => grants.indexOf(one) < 2);

/** Whether names of other fields are among values: they are none of this one. */
export const nameFields = (values: string[]): boolean =>
  !areGrants(values) && values.some((value) => credentialKind(value) !== null);

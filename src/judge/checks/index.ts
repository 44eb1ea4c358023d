import { certificateDays } from './certificate-days.ts';
import { challenge, challengeParameter } from './challenge.ts';
import type { Check } from './check.ts';
import { claimsBegun, claimsExpiry, claimsLive } from './claims-dates.ts';
import { claimsHoldNoSecret, claimsNumeric, claimsSigned } from './claims-form.ts';
import { claimsOrder } from './claims-order.ts';
import { claimsTypes } from './claims-types.ts';
import { claimsUnique } from './claims-unique.ts';
import { defaultScope } from './default-scope.ts';
import { granted } from './granted.ts';
import { header } from './header.ts';
import { allow, cacheDirective } from './header-list.ts';
import { https } from './https.ts';
import { joseEncoding } from './jose-encoding.ts';
import { joseHeader } from './jose-header.ts';
import { joseKey, joseSignature } from './jose-signature.ts';
import { jsonObject } from './json.ts';
import { jwt } from './jwt.ts';
import { accepted, lifeShrinks } from './life.ts';
import { lifetime } from './lifetime.ts';
import { mediaType } from './media-type.ts';
import { noEcho } from './no-echo.ts';
import { noToken } from './no-token.ts';
import { oneEnvelope } from './one-envelope.ts';
import { repeatsStatus } from './repeats-status.ts';
import { scopeDocumented, scopeGranted, scopeWithinRequest } from './scope.ts';
import { clientError, status } from './status.ts';
import { tokenLength } from './token-length.ts';
import { tokenPerScope } from './token-per-scope.ts';
import { tokenVaries } from './token-varies.ts';
import { uniqueMembers } from './unique-members.ts';
import { value } from './value.ts';

/** Every check, by the name a contract uses. */
export const checks: Record<string, Check> = {
  accepted,
  allow,
  'cache-directive': cacheDirective,
  'certificate-days': certificateDays,
  challenge,
  'challenge-parameter': challengeParameter,
  'claims-begun': claimsBegun,
  'claims-expiry': claimsExpiry,
  'claims-hold-no-secret': claimsHoldNoSecret,
  'claims-live': claimsLive,
  'claims-numeric': claimsNumeric,
  'claims-order': claimsOrder,
  'claims-signed': claimsSigned,
  'claims-types': claimsTypes,
  'claims-unique': claimsUnique,
  'client-error': clientError,
  'default-scope': defaultScope,
  granted,
  header,
  https,
  'jose-encoding': joseEncoding,
  'jose-header': joseHeader,
  'jose-key': joseKey,
  'jose-signature': joseSignature,
  'json-object': jsonObject,
  jwt,
  'life-shrinks': lifeShrinks,
  lifetime,
  'media-type': mediaType,
  'no-echo': noEcho,
  'no-token': noToken,
  'one-envelope': oneEnvelope,
  'repeats-status': repeatsStatus,
  'scope-documented': scopeDocumented,
  'scope-granted': scopeGranted,
  'scope-within-request': scopeWithinRequest,
  status,
  'token-length': tokenLength,
  'token-per-scope': tokenPerScope,
  'token-varies': tokenVaries,
  'unique-members': uniqueMembers,
  value,
};

import { certificateBound } from './certificate-bound.ts';
import { certificateDays, certificateDaysParameters } from './certificate-days.ts';
import { challenge, challengeParameter, challengeParameterParameters, challengeParameters } from './challenge.ts';
import { type CheckEntry, noParameters } from './check.ts';
import { claimsBegun, claimsExpiry, claimsLive } from './claims-dates.ts';
import { claimsHoldNoSecret, claimsNumeric, claimsSigned } from './claims-form.ts';
import { claimsOrder } from './claims-order.ts';
import { claimsTypes, claimsTypesParameters } from './claims-types.ts';
import { claimsUnique } from './claims-unique.ts';
import { defaultScope, defaultScopeParameters } from './default-scope.ts';
import { granted } from './granted.ts';
import { header, headerParameters } from './header.ts';
import { allow, allowParameters, cacheDirective, cacheDirectiveParameters } from './header-list.ts';
import { https } from './https.ts';
import { joseEncoding } from './jose-encoding.ts';
import { joseHeader } from './jose-header.ts';
import { joseKey, joseSignature } from './jose-signature.ts';
import { jsonObject } from './json.ts';
import { jwt } from './jwt.ts';
import { accepted, lifeShrinks } from './life.ts';
import { lifetime, lifetimeParameters } from './lifetime.ts';
import { mediaType, mediaTypeParameters } from './media-type.ts';
import { noEcho, noEchoParameters } from './no-echo.ts';
import { noToken } from './no-token.ts';
import { oneEnvelope, oneEnvelopeParameters } from './one-envelope.ts';
import { repeatsStatus, repeatsStatusParameters } from './repeats-status.ts';
import { scopeDocumented, scopeGranted, scopeWithinRequest } from './scope.ts';
import { clientError, status, statusParameters } from './status.ts';
import { tokenLength } from './token-length.ts';
import { tokenPerScope } from './token-per-scope.ts';
import { tokenVaries } from './token-varies.ts';
import { uniqueMembers } from './unique-members.ts';
import { value, valueParameters } from './value.ts';

/** Every check, by the name a contract uses. `npm run formats` compiles the schemas of their parameters. */
export const checks: Readonly<Record<string, CheckEntry>> = {
  accepted: { check: accepted, parameters: noParameters },
  allow: { check: allow, parameters: allowParameters },
  'cache-directive': { check: cacheDirective, parameters: cacheDirectiveParameters },
  'certificate-bound': { check: certificateBound, parameters: noParameters, needsRawBytes: true },
  'certificate-days': {
    check: certificateDays,
    parameters: certificateDaysParameters,
    needsRawBytes: true,
  },
  challenge: { check: challenge, parameters: challengeParameters },
  'challenge-parameter': { check: challengeParameter, parameters: challengeParameterParameters },
  'claims-begun': { check: claimsBegun, parameters: noParameters },
  'claims-expiry': { check: claimsExpiry, parameters: noParameters, ofLife: true },
  'claims-hold-no-secret': { check: claimsHoldNoSecret, parameters: noParameters, needsRawBytes: true },
  'claims-live': { check: claimsLive, parameters: noParameters },
  'claims-numeric': { check: claimsNumeric, parameters: noParameters },
  'claims-order': { check: claimsOrder, parameters: noParameters },
  'claims-signed': { check: claimsSigned, parameters: noParameters },
  'claims-types': { check: claimsTypes, parameters: claimsTypesParameters },
  'claims-unique': { check: claimsUnique, parameters: noParameters, needsRawBytes: true },
  'client-error': { check: clientError, parameters: noParameters },
  'default-scope': { check: defaultScope, parameters: defaultScopeParameters },
  granted: { check: granted, parameters: noParameters },
  header: { check: header, parameters: headerParameters },
  https: { check: https, parameters: noParameters },
  'jose-encoding': { check: joseEncoding, parameters: noParameters, needsRawBytes: true },
  'jose-header': { check: joseHeader, parameters: noParameters },
  'jose-key': { check: joseKey, parameters: noParameters, needsRawBytes: true },
  'jose-signature': { check: joseSignature, parameters: noParameters, needsRawBytes: true },
  'json-object': { check: jsonObject, parameters: noParameters },
  jwt: { check: jwt, parameters: noParameters },
  'life-shrinks': { check: lifeShrinks, parameters: noParameters, needsRawBytes: true, ofLife: true },
  lifetime: { check: lifetime, parameters: lifetimeParameters, ofLife: true },
  'media-type': { check: mediaType, parameters: mediaTypeParameters },
  'no-echo': { check: noEcho, parameters: noEchoParameters, needsRawBytes: true },
  'no-token': { check: noToken, parameters: noParameters },
  'one-envelope': { check: oneEnvelope, parameters: oneEnvelopeParameters },
  'repeats-status': { check: repeatsStatus, parameters: repeatsStatusParameters },
  'scope-documented': { check: scopeDocumented, parameters: noParameters },
  'scope-granted': { check: scopeGranted, parameters: noParameters },
  'scope-within-request': { check: scopeWithinRequest, parameters: noParameters },
  status: { check: status, parameters: statusParameters },
  'token-length': { check: tokenLength, parameters: noParameters, needsRawBytes: true },
  'token-per-scope': { check: tokenPerScope, parameters: noParameters, needsRawBytes: true },
  'token-varies': { check: tokenVaries, parameters: noParameters, needsRawBytes: true },
  'unique-members': { check: uniqueMembers, parameters: noParameters },
  value: { check: value, parameters: valueParameters },
};

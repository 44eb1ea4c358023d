/** What the name of a member or a header says of its value: a credential, an identifier, or neither. */

import { isWordLike, wordsIn } from './letters.ts';

/** Names of members and headers whose values are credentials. */
const credential =
  /token$|(?:access|refresh|session|sesi|bearer|auth)[-_]?token[-_]?(?:value|string|text|jwt)$|^token[-_]?(?:ak[sz]es|access|refresh|session|sesi|penyegar|pembaru(?:an)?|value|string|jwt)$|^(?:access|bearer|jwt|ticket|sid|credentials?|authori[sz]ation|signature)$|secret|password|passphrase|session|sessid|assertion|api[-_]?key|cookie|^x-auth/i;
/** Words in a name that show that the value describes a credential and is not one. */
const about = /(?:type|expir\w*|expires[-_]?(?:in|at)|ttl|lifetime|timeout|ur[il]|endpoint|count|state|status)$/i;

/** Whether values under a name are credentials. */
export const isCredentialName = (name: string): boolean => credential.test(name) && !about.test(name);

/**
 * The words for an identifier, in English and Indonesian, short forms such as `uid`, `jti` and `ECID`, but not those of a
 * session, and words for a place in a trace.
 */
const identifier =
  /^(?:(?!s?sid)[a-z]{0,3}ids?|jti|no|nr|number|nomor|ref|reference|referensi|correlation|cursor|span|trace.*)$/i;
/** Words for what happens between client and server, whose identifiers support asks for; and words for what lets somebody in. */
const happening =
  /^(?:request|response|trace|correlation|transaction|reference|flow|message|event|log|debug|error|operation|process|activity)$/i;
const admitting = /^(?:o?auth.*|log[io]n|access|refresh|grant|bearer|consent|otp)$/i;

/** Whether one of the words of a name says that its value identifies something, which a provider's support asks for. */
export function isId(name: string): boolean {
  return wordsIn(name).some((word) => identifier.test(word)) && !isCredentialName(name);
}

/** Whether a value under a name identifies a request, or what came of it, as that of `requestId` does, but not of `auth_req_id`. */
export function isIdOfRequest(name: string): boolean {
  const words = wordsIn(name);
  return isId(name) && words.some((word) => happening.test(word)) && !words.some((word) => admitting.test(word));
}

/** Names of hashes, of what is known by its hash, such as a public key and a state of a source, and of what contains one. */
const digest =
  /hash|digest|checksum|sha-?\d|md5|crc\d|etag|fingerprint|thumbprint|^x5t|^s256$|^kid$|key[-_]?id$|commit|revision|build|version/i;

/** Whether values under a name are hashes, or contain one. */
export const isDigestName = (name: string): boolean => digest.test(name) && !isCredentialName(name);

/**
 * Headers that hold no credential by their purpose: the way of an answer, the version of its content (RFC 9110, section 8.8.3),
 * and what a server tells a browser about its pages and where to report their errors.
 */
const withoutCredential =
  /^(?:via|etag|report-to|nel|reporting-endpoints|content-security-policy(?:-report-only)?|expect-ct|public-key-pins(?:-report-only)?|permissions-policy|alt-svc|sourcemap)$/i;

/**
 * Words in the names of others: a nonce goes to whoever asks and proves nothing (RFC 7616, section 3.3; RFC 9449, section 8), and
 * what caches tell of themselves (RFC 9211) is the same for all clients.
 */
const ofNoCredential = /^(?:nonce|cache|surrogate)$/i;

/** Whether a header of that name holds no credential, whatever its value looks like. */
export const holdsNoCredential = (name: string): boolean =>
  withoutCredential.test(name) || (wordsIn(name).some((word) => ofNoCredential.test(word)) && !isCredentialName(name));

/** Headers whose value is the address of a resource (RFC 9110, sections 8.7 and 10.2.2; RFC 8288). */
const address = /^(?:content-)?location$|^link$/i;

/** Whether a header of that name holds addresses. */
export const holdsAddresses = (name: string): boolean => address.test(name);

const least = 4;
/** Longest value that is read for words: no error code is longer. */
const longest = 80;

/**
 * Whether a value under the name of a credential is words about it, such as `TokenExpiredError` or
 * `invalid_client_secret`, and not one.
 */
export function speaksOf(name: string, value: string): boolean {
  if (value.length > longest || /\d{3}|\d[a-z]*\d/i.test(value.replace(/\d+$/, ''))) return false;
  const bare = value.replace(/[^a-z]/gi, '').toLowerCase();
  const said = wordsIn(name).some((word) => word.length > least && bare.includes(word.slice(0, 8).toLowerCase()));
  const words = wordsIn(value).filter((word) => word.length > 2);
  return said && words.length > 1 && words.every(isWordLike);
}

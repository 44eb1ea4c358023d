/** How a request is refused that lacks a header or a parameter of the query, or has another value of one. */
import type { Facts, HeaderFact } from '../../facts/facts.ts';
import { type Refused, refusedBy, type Wording } from './how-refused.ts';
import { absent } from './refusal-words.ts';
import { isNoParameter } from './refusals.ts';
import { absentAs } from './refused-absent.ts';

/** The parameters of the query that are always sent, and that have one value alone. */
export const withOnlyValue = ({ queries }: Pick<Facts, 'queries'>): HeaderFact[] =>
  queries.filter(({ required, schema }) => required === true && typeof schema['const'] === 'string');

/** Whether a header is the signature, or a key that no words call a parameter. */
function isProofHeader({ facts, access }: Wording, { name }: HeaderFact): boolean {
  const signs = access.mechanism === 'snap-signature' ? ['x-signature'] : (access.signature?.makes.slice(0, 1) ?? []);
  const isSignature = signs.some((one) => one.toLowerCase() === name.toLowerCase());
  return isSignature || (access.known.headers.includes(name) && isNoParameter(facts, name));
}

/** How a request without a header or a parameter of the query is refused. */
export function withoutPart(wording: Wording, fact: HeaderFact, place: 'header' | 'query'): Refused {
  const { facts, refusals, isSettled, areBoth, ofCredentials, isAbsenceSaid, areAll, asMissing, own } = wording;
  const one = refusedBy(wording, { of: 'required', name: fact.name, place, isCredential: false }, true);
  const isDoubted = own.some((it) => it.isDoubted && it.place === place && it.name === fact.name);
  const said = absentAs(fact, facts, refusals) ?? (isDoubted && !isSettled ? 'own' : null);
  if (said !== null) return { ...one, as: said };
  if (fact.credential) {
    // Without the key that a security scheme names nobody knows who asks: HTTP has 401 for that, and no other status.
    const isOther = ofCredentials.some(({ status, words }) => status !== 401 && words !== '' && !absent.test(words));
    if (isOther && !isSettled) return one;
    // One status is for what is missing, and the other for what is wrong: a key that is missing may have either.
    const isEither = one.as === 'parameters' && !isSettled && areBoth && !isAbsenceSaid;
    return { ...one, as: isEither && ofCredentials.every(({ silent }) => !silent) ? 'either' : asMissing };
  }
  if (place === 'query' || !isProofHeader(wording, fact)) return { ...one, isProof: false };
  return areAll && (isSettled || one.as === 'unnamed') ? { ...one, as: asMissing } : one;
}

/** How a request is refused in which a parameter of the query has another value than its only one. */
export const otherInQuery = (wording: Wording, { name }: HeaderFact): Refused =>
  refusedBy(wording, { of: 'value', name, place: 'query', isCredential: false });

/** How a request is refused whose client assertion is not there, or is none. */
import { lastKeyOf } from '../../../formats/json.ts';
import type { Member } from '../../facts/facts.ts';
import type { RefusedAs, Wording } from './how-refused.ts';
import type { Fault } from './named-faults.ts';

/** An assertion that is not there, or has no value; and what is no JWT, or of another type. */
export interface OfAssertion {
  absent: RefusedAs;
  form: RefusedAs;
  /** Of one of another type than the page gives: a fixed value of a parameter is one of these as well. */
  otherType: RefusedAs;
}

/** Whether a member is an assertion which the mechanism of a draft makes, or its type. */
export const isAsserted = ({ access }: Pick<Wording, 'access'>, { pointer }: Pick<Member, 'pointer'>): boolean =>
  access.mechanism === 'private-key-jwt' && lastKeyOf(pointer).startsWith('client_assertion');

/**
 * The classes of refusal: an assertion is a credential, and the request lacks a parameter without it. Where words about
 * wrong parameters name that fault, or none say of wrong credentials that they may be absent, it may be refused as either.
 */
export function withoutAssertion({ naming, isAbsenceSaid }: Wording): OfAssertion {
  const of = (fault: 'required' | 'form'): Fault => ({
    ...{ of: fault, name: 'client_assertion', place: 'body', isCredential: true },
  });
  const isNamed = (fault: Fault): boolean => naming(fault).length > 0;
  return {
    absent: isAbsenceSaid && !isNamed(of('required')) ? 'credentials' : 'either',
    form: isNamed(of('form')) ? 'either' : 'credentials',
    otherType: 'either',
  };
}

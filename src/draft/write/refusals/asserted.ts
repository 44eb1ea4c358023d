/** How a request is refused whose client assertion is not there, or is none. */
import { lastKeyOf } from '../../../formats/json.ts';
import type { Member } from '../../facts/facts.ts';
import { openWays, type RefusedAs, type Wording } from './how-refused.ts';
import type { Fault } from './named-faults.ts';
import { faultsShown } from './shown-faults.ts';

/** An assertion that is not there, and one that has no value; and what is no JWT, or of another type. */
export interface OfAssertion {
  absent: RefusedAs;
  empty: RefusedAs;
  form: RefusedAs;
  /** Of one of another type than the page gives: a fixed value of a parameter is one of these as well. */
  otherType: RefusedAs;
}

/** Whether a member is an assertion which the mechanism of a draft makes, or its type. */
export const isAsserted = ({ access }: Pick<Wording, 'access'>, { pointer }: Pick<Member, 'pointer'>): boolean =>
  access.mechanism === 'private-key-jwt' && lastKeyOf(pointer).startsWith('client_assertion');

/** That a member is wrong by itself; an assertion is a credential. */
const faultOf = (of: 'required' | 'form'): Fault => ({
  ...{ of, name: 'client_assertion', place: 'body', isCredential: true },
});

/**
 * The ways in which an assertion has no value, of which nothing is said where words about wrong parameters call it by its name as
 * one that is not there, and those about wrong credentials speak of none that is not; null where they leave it open.
 */
export function valuelessAssertion(wording: Wording): ('empty' | 'null')[] | null {
  const { facts, refusals, naming, isSettled, isAbsenceSaid } = wording;
  const isSaid = naming(faultOf('required')).some(
    ({ subject, wrong }) => typeof subject === 'object' && wrong === 'absent',
  );
  const isOfBoth = isAbsenceSaid || faultsShown(facts, refusals.credentials)(faultOf('required')).length > 0;
  return isSaid && !isSettled && !isOfBoth ? openWays(wording, faultOf('required'), ['empty', 'null']) : null;
}

/**
 * The classes of refusal: an assertion is a credential, and the request lacks a parameter without it. Where words about
 * wrong parameters may be of that fault, or none say of wrong credentials that they may be absent, it may be refused as either;
 * where they call it by its name, as they say.
 */
export function withoutAssertion(wording: Wording): OfAssertion {
  const isNamed = (fault: Fault): boolean => wording.naming(fault).length > 0;
  const valueless = valuelessAssertion(wording);
  const open = wording.isAbsenceSaid && !isNamed(faultOf('required')) ? 'credentials' : 'either';
  return {
    absent: valueless === null ? open : 'parameters',
    empty: valueless?.includes('empty') === false ? 'parameters' : open,
    form: isNamed(faultOf('form')) ? 'either' : 'credentials',
    otherType: 'either',
  };
}

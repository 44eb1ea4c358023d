/** Whether a proof alone shows who asks, as far as the page says: none of its words refuses other values beside it. */
import type { Facts } from '../../facts/facts.ts';
import { credentialKind } from '../../page/values/values.ts';
import type { Access } from '../basis/good-request.ts';
import { whichRefuse } from './which-refuses.ts';

/** Whether a client is known by a signature or a certificate, or perhaps by one, and no refusal of credentials was read. */
export function isShownAlone(facts: Facts, { mechanism, isSigned }: Access): boolean {
  const isProven = isSigned || (mechanism !== null && mechanism !== 'basic');
  return isProven && !whichRefuse(facts).some(({ status, credentials }) => credentials !== null || status === 401);
}

/** What a page says of values of which it does not say that others are refused. */
export function callsOf(left: { name: string; isScheme: boolean }[], facts: Facts, access: Access): string {
  if (!left.some(({ name, isScheme }) => isScheme || credentialKind(name) === 'secret'))
    return `does not call ${left.length > 1 ? 'them credentials' : 'it a credential'}`;
  return isShownAlone(facts, access)
    ? 'says of no refusal that was read that it is for it'
    : 'refuses others by their names';
}

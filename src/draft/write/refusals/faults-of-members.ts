/** How a request is refused in which a member is not there, or breaks what its keywords say. */
import { fieldWays, groups } from '../../../contract/default-ways.ts';
import { keysOf, lastKeyOf } from '../../../formats/json.ts';
import type { Member } from '../../facts/facts.ts';
import { onceEach } from '../../facts/once.ts';
import { isFresh } from '../../page/values/values.ts';
import { isForm, mayBeIgnored } from '../basis/bodies.ts';
import { isProofOf } from '../basis/good-request.ts';
import { isAsserted, type OfAssertion, valuelessAssertion, withoutAssertion } from './asserted.ts';
import { asAbsent, type Refused, type RefusedAs, refusedApart, refusedBy, type Wording } from './how-refused.ts';
import type { Fault } from './named-faults.ts';
import { calledWrong, givenOf } from './refused-names.ts';

/** Whether another value of a member may be refused as wrong credentials. */
const isProof = ({ access: { fields, untold } }: Wording, name: string): boolean =>
  fields.includes(name) || untold.includes(name);

/** Whether words about wrong credentials call a value of it wrong: it may be one, whatever else of it is wrong. */
const mayBeProof = onceEach((wording: Wording, name: string): boolean => {
  const { facts, refusals } = wording;
  const all = givenOf(wording);
  const one = all.find((given) => given.place === 'body' && given.name === name);
  return one !== undefined && calledWrong(one, all, facts, (status) => refusals.credentials.includes(status)) !== null;
});

/** How another value of an assertion is refused, or of its type. */
const formOf = ({ form, otherType }: OfAssertion, name: string): RefusedAs =>
  name.endsWith('_type') ? otherType : form;

/** How an assertion is refused that is not there, or its type: words about the one are none about the other. */
function withoutOne(wording: Wording, fault: Extract<Fault, { name: string }>, tried: string[]): Refused {
  const { absent, otherType } = withoutAssertion(wording);
  const open = valuelessAssertion(wording);
  if (open !== null && fault.name.endsWith('_type')) return { fault, isProof: true, as: otherType };
  const valueless = (open ?? []).filter((way) => tried.includes(way));
  return valueless.length > 0
    ? { fault, isProof: true, as: 'or-empty', valueless }
    : { fault, isProof: true, as: absent };
}

/** Whether a member is a proof that no mechanism of the draft makes, whose other values may be refused as wrong credentials. */
const isOtherProof = ({ access }: Wording, { name, notes }: { name: string; notes: string | undefined }): boolean =>
  access.mechanism === null && isProofOf(access, name, notes) && !isFresh(name);

/** How a fault of such a proof is refused: words about wrong parameters that name it say nothing of what it proves. */
const orWrong = (one: Refused, { isSettled, areBoth }: Wording): Refused =>
  one.as === 'parameters' && areBoth && !isSettled ? { ...one, as: 'either' } : one;

/** How each fault of a member is refused; none of one that only some requests hold. */
export const faultsOfMember = onceEach((wording: Wording, member: Member): readonly Refused[] => {
  const { facts, isKind } = wording;
  if (mayBeIgnored(member, facts)) return [];
  const name = lastKeyOf(member.pointer);
  const ways = fieldWays(isForm(facts.mediaType) ? 'form' : 'json', member.schema, member.required === true);
  // One that may be no credential is refused as any other field.
  const isCredential = isKind(name) && (keysOf(member.pointer).length > 1 || isProof(wording, name));
  // Words about mandatory fields are of those that the page calls so.
  const isOptional = member.required !== true;
  const asserted = isAsserted(wording, member) ? withoutAssertion(wording) : null;
  const place = 'body';
  return groups.flatMap((of): Refused[] => {
    const hasEmpty = of === 'required' && ways.required.break.includes('empty');
    const fault = { of, name, place, isCredential, isOptional, hasEmpty } as const;
    if (asserted && ways[of].break.length > 0)
      return [
        of === 'required'
          ? withoutOne(wording, fault, ways.required.break)
          : { fault, isProof: true, as: formOf(asserted, name) },
      ];
    const isOfOther = isOtherProof(wording, { name, notes: member.notes });
    const isOfProof = isOfOther || isProof(wording, name) || (of !== 'required' && mayBeProof(wording, name));
    const each = refusedApart(wording, fault, ways[of], isOfProof);
    const all = isOfOther && of !== 'required' ? each.map((one) => orWrong(one, wording)) : each;
    return of === 'required' ? all.map((one) => asMissing(wording, one, ways.required.break, name)) : all;
  });
});

/** How a member is refused that is not there; null for one that words about credentials call wrong is perhaps a wrong value. */
function asMissing(wording: Wording, one: Refused, tried: string[], name: string): Refused {
  const plain = asAbsent(wording, one, tried);
  if (one.isProof || !mayBeProof(wording, name)) return plain;
  const asProof = asAbsent(wording, { ...one, isProof: true }, tried);
  return asProof.as === 'or-empty' ? asProof : plain;
}

/** How the faults of the members of a request are refused. */
export interface FaultsOfMembers {
  all: Refused[];
  /** Those of each member. */
  each: (readonly Refused[])[];
  /** Those of a member that is not there. */
  absences: Refused[];
}

/** Reads how the faults of all members of a request are refused. */
export function faultsOfMembers(wording: Wording): FaultsOfMembers {
  const { facts, isKind } = wording;
  const members = facts.request.filter(({ pointer }) => keysOf(pointer).length === 1);
  const each = members.map((member) => faultsOfMember(wording, member));
  const inBody = each.flat();
  const lacking = inBody.filter(({ fault }) => fault.of === 'required');
  // Where the page calls none mandatory, a request without all of them lacks each.
  const isAnyLacking = isForm(facts.mediaType) && lacking.length === 0;
  const unsaid = (isAnyLacking ? members : []).map(({ pointer }): Refused => {
    const name = lastKeyOf(pointer);
    const fault = { of: 'required', name, place: 'body', isCredential: isKind(name) } as const;
    return asAbsent(wording, refusedBy(wording, fault, isProof(wording, name)), []);
  });
  return { all: [...inBody, ...unsaid], each, absences: [...lacking, ...unsaid] };
}

/** The unit of a lifetime, where it is said elsewhere than beside the member that counts it. */
import type { Member } from './facts.ts';

/** A member that counts a lifetime, with those of the sentences about it that name a unit among its notes. */
export function withUnit(member: Member, sentences: string[]): Member {
  if (member.origin === 'sample' || !/expir|valid|ttl|life|berlaku/i.test(member.pointer)) return member;
  const units = sentences.filter((one) =>
    /seconds|\bsecond\b(?! (?:call|request|token|time|attempt))|minute|hour|\bday|detik|menit|\bjam\b|\bhari\b|\bms\b|timestamp|epoch/i.test(
      one,
    ),
  );
  return units.length === 0 ? member : { ...member, notes: [member.notes ?? '', ...units].join('. ') };
}

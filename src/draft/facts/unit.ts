/** The unit of a lifetime, where it is said elsewhere than beside the member that counts it. */
import type { Member } from './facts.ts';

const unit =
  /seconds|\bsecond\b(?! (?:call|request|token|time|attempt))|minute|hour|\bday|detik|menit|\bjam\b|\bhari\b|\bms\b|timestamp|epoch/i;

/** An instant has no unit but that of its form. */
const formOfInstant = /timestamp|epoch|\bms\b/i;

/** A passage that goes on as a line of its own. */
const ended = (words: string): string => (/[.;!?]$/.test(words) ? words : `${words}.`);

/** A member that counts a lifetime, with those of the sentences about it that name a unit among its notes. */
export function withUnit(member: Member, sentences: string[]): Member {
  if (member.origin === 'sample' || !/expir|valid|ttl|life|berlaku/i.test(member.pointer)) return member;
  const wanted = /(?:at|until)$/i.test(member.pointer) ? formOfInstant : unit;
  const units = sentences.filter((one) => wanted.test(one));
  const said = [member.notes ?? '', ...units].map((one) => one.trim()).filter((one) => one !== '');
  return units.length === 0 ? member : { ...member, notes: said.map(ended).join('\n') };
}

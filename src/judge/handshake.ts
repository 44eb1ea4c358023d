/** Refusals in the handshake of TLS: no answer comes, and the demand on the client certificate is met all the same. */
import { mutualTls } from '../contract/mutual-tls.ts';
import { isUntestable } from '../contract/types.ts';
import type { Scenario } from '../scenario/plan.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { Judged } from './observation.ts';

/**
 * Whether a server turned away the client certificate that a way put in place of the client's own, or its absence. Where it
 * turns the client's own away, nothing is shown of any demand.
 */
export function isTurnedAway({ clause }: Scenario, { request, trouble, response }: Exchange): boolean {
  const isDemand = clause !== null && !isUntestable(clause) && clause.kind === 'demand';
  return isDemand && response === null && trouble?.turnedAway === true && request.certificate?.isOwn === false;
}

/** The demand of a scenario whose client certificate was turned away in the handshake; null for any other exchange. */
export function judgeTurnedAway({ id, clause, change }: Scenario, { turnedAway }: Exchange): Judged[] | null {
  // A record may come from elsewhere: no other demand is met in the handshake.
  if (change?.part !== 'auth' || change.name !== mutualTls) return null;
  if (!turnedAway || clause === null || isUntestable(clause) || clause.kind !== 'demand') return null;
  const { statement, documented } = clause.refusal;
  const base = { clause: clause.id, scenario: id, verdict: 'pass' as const, documented: statement };
  const received = 'refused in the handshake of TLS';
  if (documented.some(({ handshake }) => handshake)) return [{ ...base, received }];
  const note = 'TLS lets a server end the handshake (RFC 8446, section 4.4.2.4), and the sources say nothing of it';
  return [{ ...base, received, note }];
}

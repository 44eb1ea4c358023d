import { patternOf } from '../contract/pattern.ts';
import { faults } from '../contract/schema.ts';
import { isSuccess } from '../contract/status.ts';
import type { Reading, ReadingOption } from '../contract/types.ts';
import { atPointer } from '../formats/json.ts';
import { controlId } from '../scenario/plan.ts';
import type { Evidence } from './checks/check.ts';
import { claimsOf } from './checks/claims.ts';
import { agrees, expiryOff } from './checks/expiry.ts';

/** Whether the token's own claims agree with the declared lifetime. */
function claimsFollowLifetime(evidence: Evidence): 'agree' | 'differ' | null {
  const claims = claimsOf(evidence);
  const off = claims && expiryOff(evidence, claims);
  return off === null ? null : agrees(off) ? 'agree' : 'differ';
}

/** Checks that only a reading may name: which of two documented behaviours an answer shows; null when neither. */
export const readingChecks: Record<string, (evidence: Evidence) => 'agree' | 'differ' | null> = {
  'claims-follow-lifetime': claimsFollowLifetime,
};

/** Those of them that compare something with the declared life of a token. */
export const lifeReadings: readonly string[] = ['claims-follow-lifetime'];

function shows(option: ReadingOption, evidence: Evidence, outcome: string | null): boolean {
  const { response, json, exchange } = evidence;
  const url = `${exchange.baseUrl}${exchange.request.target.value}`;
  const bodies = Object.entries(option.body ?? {});
  return (
    (option.status === undefined || option.status === response.status) &&
    (option.url === undefined || patternOf(option.url).test(url)) &&
    (option.when === undefined || option.when === outcome) &&
    bodies.every(([pointer, schema]) => {
      const found = atPointer(json, pointer);
      return found !== undefined && faults(schema, found).length === 0;
    })
  );
}

/** The readings an exchange decides: the name of the statement followed, or `neither`. */
export function decideReadings(readings: Reading[], evidence: Evidence): { id: string; follows: string }[] {
  const { scenario, response } = evidence;
  return readings.flatMap((reading) => {
    const concerned =
      reading.on === 'granted'
        ? scenario.id === controlId && isSuccess(response.status)
        : reading.scenario === scenario.id;
    if (!concerned) return [];
    const check = reading.check === null ? null : readingChecks[reading.check];
    const outcome = check ? check(evidence) : null;
    if (reading.check !== null && outcome === null) return [];
    return [
      {
        id: reading.id,
        follows: reading.options.find((option) => shows(option, evidence, outcome))?.name ?? 'neither',
      },
    ];
  });
}

import type { Schema } from '../../formats/json.ts';
import { foundText } from '../../wire/clear/describe.ts';
import { bodyBeside } from '../given-back.ts';
import { type Check, type CheckResult, echoesIn } from './check.ts';

/** `{ besides }`: places in an answer. */
export const noEchoParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: { besides: { type: 'array', minItems: 1, items: { $ref: 'contract.schema.json#/$defs/pointer' } } },
};

const documented = 'no secret, key or signature that was sent';

/**
 * No secret that was sent or that belongs to the environment, and no part of one, comes back in any spelling: in the reason
 * phrase, a header or the body. `besides` are JSON pointers of members that are documented to give back what was sent under
 * their names, as a refresh token that stays the same.
 */
export const noEcho: Check = (evidence, { besides = [] }) => {
  const fail = (received: string, header?: string): CheckResult => ({
    verdict: 'fail',
    documented,
    received,
    ...(header === undefined ? {} : { header }),
  });
  const [inReason] = echoesIn(evidence, evidence.response.reason ?? '');
  if (inReason) return fail(`${foundText(inReason)}, in the reason phrase`);
  for (const [name, value] of evidence.response.headers) {
    const [inName] = echoesIn(evidence, name);
    if (inName) return fail(`${foundText(inName)}, in the name of a header`);
    const [inValue] = echoesIn(evidence, value);
    if (inValue) return fail(`${foundText(inValue)}, in the header ${name}`, name);
  }
  const [inBody] = echoesIn(evidence, bodyBeside(evidence, [besides].flat().map(String)));
  return inBody ? fail(`${foundText(inBody)}, in the body`) : { verdict: 'pass', documented, received: 'none' };
};

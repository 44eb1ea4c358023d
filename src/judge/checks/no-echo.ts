import { atPointer, isObject, keysOf, lastKeyOf, own, pointerOf, type Schema } from '../../formats/json.ts';
import { credentialIn } from '../../scenario/given.ts';
import { operationOf } from '../../scenario/plan.ts';
import { bodyText } from '../../wire/clear/charset.ts';
import { foundText } from '../../wire/clear/describe.ts';
import { type Check, type CheckResult, type Evidence, echoesIn } from './check.ts';
import { repeatedName } from './unique-members.ts';

/** `{ besides }`: places in an answer. */
export const noEchoParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: { besides: { type: 'array', minItems: 1, items: { $ref: 'contract.schema.json#/$defs/pointer' } } },
};

const documented = 'no secret, key or signature that was sent';

/** Whether a member is the credential that the good request sends under its name, and nothing more. */
function isGivenBack(evidence: Evidence, place: string): boolean {
  const { contract, scenario, json } = evidence;
  const value = atPointer(json, place);
  const sent = credentialIn(own(operationOf(contract, scenario.operation).control.body, lastKeyOf(place)));
  return (
    typeof value === 'string' &&
    echoesIn(evidence, value).some(({ known }) => known.name === sent && known.value === value)
  );
}

/** The body as a text, without the members that give back what was sent; whole where a member of it is hidden by another of its name. */
function bodyBeside(evidence: Evidence, places: string[]): string {
  const text = bodyText(evidence.response);
  const given = places.filter((place) => isGivenBack(evidence, place));
  if (given.length === 0 || repeatedName(text) !== null) return text;
  const rest = structuredClone(evidence.json);
  for (const place of given) {
    const keys = keysOf(place);
    const holder = atPointer(rest, pointerOf(keys.slice(0, -1)));
    if (isObject(holder)) delete holder[keys.at(-1) ?? ''];
  }
  return JSON.stringify(rest);
}

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

import { isSuccess } from '../../contract/status.ts';
import type { Schema } from '../../formats/json.ts';
import { atPointer, isObject } from '../../formats/json.ts';
import { operationOf } from '../../scenario/plan.ts';
import { describedStatus } from '../described.ts';
import { tokensNamed } from '../token-names.ts';
import { type Check, inapplicable, says, show } from './check.ts';
import { noToken } from './no-token.ts';

/** `{ besides }`: places in an answer. */
export const oneEnvelopeParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: { besides: { type: 'array', minItems: 1, items: { $ref: 'contract.schema.json#/$defs/pointer' } } },
};

/**
 * `{ besides }`: an answer is a grant or a refusal, not both. A grant has no member that the schemas give to refusals
 * alone; a refusal has no token and no member that they give to grants alone, however short. `besides` are JSON
 * pointers of more members that belong to the other outcome.
 */
export const oneEnvelope: Check = (evidence, { besides = [] }, statement) => {
  const { contract, scenario, response, json } = evidence;
  const grants = isSuccess(response.status) && describedStatus(evidence) === null;
  const documented = grants ? 'no member of a refusal' : 'no member of a grant';
  if (!isObject(json)) return inapplicable(documented, 'the body is not a JSON object');
  // Where the contract has a clause about tokens in refusals, that clause reports them.
  const judgesTokens = contract.clauses.some((clause) => 'check' in clause && clause.check === 'no-token');
  if (!grants && judgesTokens && noToken(evidence, {}, statement).verdict === 'fail')
    return inapplicable(documented, 'it carries a token');
  const { granted, refused } = operationOf(contract, scenario.operation).envelopes;
  const barred = [...(grants ? refused : granted), ...(Array.isArray(besides) ? besides.map(String) : [])];
  const holder = (pointer: string): boolean => barred.some((other) => other.startsWith(`${pointer}/`));
  const carried = barred.filter((pointer) => {
    const found = atPointer(json, pointer);
    // An object without any of the documented members is something else with the same name.
    return says(found) && !(isObject(found) && holder(pointer));
  });
  if (!grants) carried.push(...tokensNamed(contract, json).filter((pointer) => !carried.includes(pointer)));
  const [first] = carried;
  return {
    verdict: first === undefined ? 'pass' : 'fail',
    documented,
    received:
      first === undefined
        ? 'none'
        : carried.map((pointer) => `${pointer} is ${show(atPointer(json, pointer))}`).join(', '),
    ...(first === undefined ? {} : { pointer: first }),
  };
};

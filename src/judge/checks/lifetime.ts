import type { Schema } from '../../formats/json.ts';
import { atPointer } from '../../formats/json.ts';
import { declaredSeconds, isUndeclared } from '../declared.ts';
import { noLife } from '../late.ts';
import { century, guess, isMistaken } from '../mistaken-life.ts';
import { type Check, inapplicable, show, unreadable } from './check.ts';

/** `{ most }`: seconds; without it a life may be as long as it is meant. */
export const lifetimeParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: { most: { type: 'number', exclusiveMinimum: 0 } },
};

/** `{ most }`: the token's lifetime is above 0 and at most `most` seconds; without it no other unit and no date, as far as it shows. */
export const lifetime: Check = (evidence, parameters) => {
  const pointer = evidence.contract.token.lifetime;
  const isBound = parameters['most'] !== undefined;
  const most = Number(parameters['most'] ?? century);
  const documented = isBound ? `a lifetime above 0 and at most ${most} seconds` : 'a lifetime above 0';
  if (pointer === null) return inapplicable(documented, 'the sources promise no life of a token');
  const blocked = unreadable(evidence, pointer, documented);
  if (blocked) return blocked;
  if (isUndeclared(evidence.json, evidence.contract.token))
    return inapplicable(documented, 'it is optional, and the answer has none');
  const found = atPointer(evidence.json, pointer);
  const { lifetimeUnit = 'seconds' } = evidence.contract.token;
  const now = evidence.exchange.answeredAt.getTime() / 1000 + evidence.skew;
  const seconds = declaredSeconds(evidence.json, evidence.contract.token, now);
  if (seconds === null) {
    const what = lifetimeUnit === 'instant' ? 'not a date of expiry' : `not a number of ${lifetimeUnit}`;
    return { verdict: 'fail', documented, received: `${show(found)}, which is ${what}`, pointer };
  }
  const isOther = isMistaken(seconds, lifetimeUnit, now);
  const fine = seconds > 0 && seconds <= most && !isOther;
  const hint = lifetimeUnit === 'seconds' && !fine ? guess(seconds, now) : '';
  const received = `${seconds} seconds${hint}`;
  if (fine) return { verdict: 'pass', documented, received, pointer };
  return { verdict: 'fail', documented, received, pointer, ...(isBound ? {} : { fault: noLife }) };
};

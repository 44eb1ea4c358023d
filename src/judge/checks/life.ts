import { isSuccess } from '../../contract/status.ts';
import { atPointer } from '../../formats/json.ts';
import { declaredSeconds, isUndeclared } from '../declared.ts';
import { declared, lateness, neverAges } from '../late.ts';
import { type Check, type Evidence, inapplicable } from './check.ts';

/** Seconds by which a declared life may seem not to have shrunk: both ends are rounded to whole seconds. */
const tolerance = 2;

/** When in the life of its token a request was sent; empty where the request examines no token's life. */
function moment(evidence: Evidence): string {
  const { followed } = evidence;
  if (!followed) return '';
  return `, ${(-lateness(evidence, followed) / 1000).toFixed(1)} s before the end of a token ${declared(followed)}`;
}

/** The protected resource accepts the token with a 2xx answer. */
export const accepted: Check = (evidence) => {
  const { status } = evidence.response;
  return {
    verdict: isSuccess(status) ? 'pass' : 'fail',
    documented: 'the token is accepted',
    received: `the protected resource answered ${status}${moment(evidence)}`,
  };
};

/** A token that is issued again declares its remaining life, not its full life again. */
export const lifeShrinks: Check = (evidence) => {
  const { contract, json, earlier, exchange } = evidence;
  const documented = 'a new token, or the same one with what is left of its life';
  const { value, lifetime } = contract.token;
  const at = lifetime === null ? {} : { pointer: lifetime };
  const token = atPointer(json, value);
  const seconds = declaredSeconds(json, contract.token, exchange.answeredAt.getTime() / 1000 + evidence.skew);
  if (!earlier) return inapplicable(documented, 'no earlier token to compare with');
  if (isUndeclared(json, contract.token)) return inapplicable(documented, 'the answer declares no life');
  if (typeof token !== 'string' || seconds === null) {
    return { verdict: 'inconclusive', documented, received: 'the answer holds no token with a lifetime' };
  }
  if (token !== earlier.token) return { verdict: 'pass', documented, received: 'a new token' };
  const passed = (exchange.answeredAt.getTime() - earlier.answeredAt) / 1000;
  const most = earlier.seconds - passed + tolerance;
  // For a life shorter than the tolerance, the elapsed share of it decides.
  const fine = seconds <= Math.min(most, passed >= 1 ? earlier.seconds - Math.floor(passed) : earlier.seconds);
  const received = `the same token after ${passed.toFixed(1)} s, with ${seconds} of its ${earlier.seconds} s`;
  return fine
    ? { verdict: 'pass', documented, received, ...at }
    : { verdict: 'fail', documented, received, ...at, fault: neverAges };
};

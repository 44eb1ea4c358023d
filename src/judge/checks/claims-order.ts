import { type Check, inapplicable } from './check.ts';
import { claimsOf } from './claims.ts';

/** As seconds, this is the year 5138: a larger value must be in milliseconds. */
const most = 100_000_000_000;

/** The dates of a JWT are seconds, and its end is not before its beginning. */
export const claimsOrder: Check = (evidence) => {
  const documented = 'dates in seconds, exp not before nbf or iat';
  const claims = claimsOf(evidence);
  if (!claims) return inapplicable(documented, 'the token is not a JWT');
  const dates = ['exp', 'nbf', 'iat'].flatMap((name): [string, number][] =>
    typeof claims[name] === 'number' ? [[name, claims[name]]] : [],
  );
  if (dates.length === 0) return inapplicable(documented, 'the token has no date');
  const end = dates.find(([name]) => name === 'exp')?.[1];
  const wrong = dates.flatMap(([name, value]) => {
    if (value > most) return [`${name} is ${value}, which cannot be in seconds`];
    return end !== undefined && value > end ? [`${name} is later than exp`] : [];
  });
  return {
    verdict: wrong.length > 0 ? 'fail' : 'pass',
    documented,
    received: wrong.length > 0 ? wrong.join(', ') : 'so',
    pointer: evidence.contract.token.value,
  };
};

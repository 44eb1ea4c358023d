import { atPointer } from '../../contract/schema.ts';
import { bodyStart, type Check, show } from './check.ts';

/** The request is granted: a 2xx answer that holds a token. */
export const granted: Check = (evidence) => {
  const { response, json, contract } = evidence;
  const documented = 'granted, with a token';
  const token = atPointer(json, contract.token.value);
  const success = response.status >= 200 && response.status < 300;
  if (success && typeof token === 'string' && token !== '')
    return { verdict: 'pass', documented, received: `granted (${response.status})` };
  return {
    verdict: 'fail',
    documented,
    received: success
      ? `HTTP status ${response.status}, and for a token: ${show(token)}`
      : `HTTP status ${response.status}: ${bodyStart(evidence)}`,
  };
};

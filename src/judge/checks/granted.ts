import { atPointer } from '../../contract/json.ts';
import { type Check, show } from './check.ts';

/** The request is granted: a 2xx answer that holds a token. */
export const granted: Check = ({ response, json, contract }) => {
  const documented = 'granted, with a token';
  const token = atPointer(json, contract.token.value);
  const success = response.status >= 200 && response.status < 300;
  if (success && typeof token === 'string' && token !== '')
    return { verdict: 'pass', documented, received: `granted (${response.status})` };
  const body = response.body.subarray(0, 200).toString('utf8').replace(/\s+/g, ' ');
  return {
    verdict: 'fail',
    documented,
    received: success
      ? `HTTP status ${response.status}, and for a token: ${show(token)}`
      : `HTTP status ${response.status}: ${body}`,
    ...(success ? { pointer: contract.token.value } : {}),
  };
};

import { atPointer } from '../../contract/json.ts';
import { type Check, show, unreadText } from './check.ts';

/** The request is granted: a 2xx answer that holds a token. */
export const granted: Check = ({ response, json, unread, contract }) => {
  const documented = 'granted, with a token';
  const token = atPointer(json, contract.token.value);
  const success = response.status >= 200 && response.status < 300;
  if (success && typeof token === 'string' && token !== '')
    return { verdict: 'pass', documented, received: `granted (${response.status})` };
  // Nothing at all holds no token; what cannot be read may hold one.
  if (success && unread !== null && response.body.length > 0)
    return { verdict: 'inconclusive', documented, received: unreadText(unread) };
  const body = response.body.subarray(0, 200).toString('utf8').replace(/\s+/g, ' ');
  return {
    verdict: 'fail',
    documented,
    received: success
      ? `HTTP status ${response.status}, and for a token: ${show(token)}`
      : `HTTP status ${response.status}: ${body}`,
  };
};

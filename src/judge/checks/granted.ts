import { isSuccess } from '../../contract/status.ts';
import { atPointer } from '../../formats/json.ts';
import { bodyStart, type Check, show, unreadText } from './check.ts';

/** The request is granted: a 2xx answer that holds a token. */
export const granted: Check = (evidence) => {
  const { response, json, unread, contract } = evidence;
  const documented = 'granted, with a token';
  const token = atPointer(json, contract.token.value);
  const success = isSuccess(response.status);
  if (success && typeof token === 'string' && token !== '')
    return { verdict: 'pass', documented, received: `granted (${response.status})` };
  // An empty body certainly holds no token; an unreadable one may hold one.
  if (success && unread !== null && response.body.length > 0)
    return { verdict: 'inconclusive', documented, received: unreadText(unread) };
  return {
    verdict: 'fail',
    documented,
    received: success
      ? `HTTP status ${response.status}, and as a token: ${show(token)}`
      : `HTTP status ${response.status}: ${bodyStart(evidence)}`,
    ...(success ? { pointer: contract.token.value } : {}),
  };
};

import { createFinder } from '../../wire/redact.ts';
import type { Check } from './check.ts';

/** No secret that was sent, nor any of the target's, comes back in raw or encoded form. */
export const noEcho: Check = ({ response, secrets }) => {
  const documented = 'no secret, key or signature that was sent';
  const holds = createFinder(secrets);
  const header = response.headers.find(([, value]) => holds(value));
  if (header)
    return {
      verdict: 'fail',
      documented,
      received: `a secret that was sent, in the header ${header[0]}`,
      header: header[0],
    };
  const inBody = holds(response.body.toString('utf8'));
  return {
    verdict: inBody ? 'fail' : 'pass',
    documented,
    received: inBody ? 'a secret that was sent, in the body' : 'none',
  };
};

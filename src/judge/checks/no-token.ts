import { tokensIn } from '../../wire/redact.ts';
import type { Check } from './check.ts';

// A name that ends in token may be that of a cookie against forged requests; these are a client's.
const tokenHeader = /^(x-)?(access-?token|auth-?token|authorization)$/i;

/** An answer that refuses holds no token, in its body or in a header. */
export const noToken: Check = ({ response, json }) => {
  const text = response.body.toString('utf8');
  const inHeaders = response.headers.some(
    ([name, value]) => (tokenHeader.test(name) && value.trim() !== '') || tokensIn('', value).length > 0,
  );
  const found = tokensIn(text, json);
  const documented = 'no token in an answer that refuses';
  if (found.length === 0 && !inHeaders) return { verdict: 'pass', documented, received: 'no token' };
  const [first] = found;
  const pointer = first && first.pointer !== '' ? { pointer: first.pointer } : {};
  return {
    verdict: 'fail',
    documented,
    received: first ? `a token in the body${first.pointer && ` at ${first.pointer}`}` : 'a token in a header',
    ...pointer,
  };
};

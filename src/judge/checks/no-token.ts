import { bodyText } from '../../wire/clear/charset.ts';
import { grantedToken } from '../../wire/clear/gate.ts';
import { isId } from '../../wire/clear/names.ts';
import { tokensIn } from '../../wire/clear/tokens.ts';
import type { Check } from './check.ts';

// A name that ends in token may belong to a cookie against forged requests; these names are those of a client's tokens.
const tokenHeader = /^(x-)?(access-?token|auth-?token|authorization)$/i;

/** An answer that refuses holds no token, in its reason phrase, in a header or in its body. */
export const noToken: Check = ({ response, json, gate }) => {
  const text = bodyText(response);
  const repeats = (one: string): boolean =>
    gate.find(one).some(({ known, whole }) => whole && known.name === grantedToken);
  const inHeaders = response.headers.some(
    ([name, value]) =>
      (tokenHeader.test(name) && value.trim() !== '') ||
      tokensIn(value, value).length > 0 ||
      (!isId(name) && repeats(value)),
  );
  const reason = response.reason ?? '';
  const inReason = tokensIn(reason, reason).length > 0 || repeats(reason);
  const found = tokensIn(text, json);
  const documented = 'no token in an answer that refuses';
  const again = found.length === 0 && repeats(text);
  if (found.length === 0 && !inHeaders && !inReason && !again)
    return { verdict: 'pass', documented, received: 'no token' };
  const [first] = found;
  const pointer = first && first.pointer !== '' ? { pointer: first.pointer } : {};
  return {
    verdict: 'fail',
    documented,
    received: first
      ? `a token in the body${first.pointer && ` at ${first.pointer}`}`
      : `a token ${again ? 'that was granted before, in the body' : inHeaders ? 'in a header' : 'in the reason phrase'}`,
    ...pointer,
  };
};

import { isLoopback } from '../../wire/address.ts';
import { type Check, inapplicable } from './check.ts';

/** The endpoint is used over https; on loopback, and where the environment names a mock, http is allowed. */
export const https: Check = ({ exchange, mockHost }) => {
  const { protocol } = new URL(exchange.baseUrl);
  if (protocol === 'https:') return { verdict: 'pass', documented: 'https', received: 'https' };
  if (mockHost) return inapplicable('https', 'the target is a mock');
  if (isLoopback(exchange.baseUrl)) return inapplicable('https', 'the target is on loopback');
  return { verdict: 'fail', documented: 'https', received: protocol.replace(':', '') };
};

import { isLoopback } from '../../wire/proxy.ts';
import { type Check, inapplicable } from './check.ts';

/** The endpoint is reached over https; on loopback nothing has to be. */
export const https: Check = ({ exchange }) => {
  const { protocol } = new URL(exchange.baseUrl);
  if (protocol === 'https:') return { verdict: 'pass', documented: 'https', received: 'https' };
  if (isLoopback(exchange.baseUrl)) return inapplicable('https', 'the target is on loopback');
  return { verdict: 'fail', documented: 'https', received: protocol.replace(':', '') };
};

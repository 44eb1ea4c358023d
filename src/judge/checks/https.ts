import { type Check, inapplicable } from './check.ts';

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** The endpoint is reached over https; on loopback nothing has to be. */
export const https: Check = ({ exchange }) => {
  const { protocol, hostname } = new URL(exchange.baseUrl);
  if (protocol === 'https:') return { verdict: 'pass', documented: 'https', received: 'https' };
  if (loopback.includes(hostname)) return inapplicable('https', 'the target is on loopback');
  return { verdict: 'fail', documented: 'https', received: protocol.replace(':', '') };
};

import type { Check } from './check.ts';

/** The endpoint is reached over https. */
export const https: Check = ({ exchange }) => {
  const { protocol } = new URL(exchange.baseUrl);
  return { verdict: protocol === 'https:' ? 'pass' : 'fail', documented: 'https', received: protocol.replace(':', '') };
};

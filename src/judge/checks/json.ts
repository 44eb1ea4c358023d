import type { Check } from './check.ts';

/** The body, as UTF-8, is one JSON object. */
export const jsonObject: Check = ({ json, unread }) => {
  const documented = 'one JSON object in UTF-8';
  const kind =
    json === null
      ? 'null'
      : Array.isArray(json)
        ? 'an array'
        : typeof json === 'object'
          ? 'an object'
          : `a ${typeof json}`;
  if (unread !== null) return { verdict: 'fail', documented, received: unread };
  return { verdict: kind === 'an object' ? 'pass' : 'fail', documented, received: `JSON, ${kind}` };
};

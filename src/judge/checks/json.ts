import { bodyStart, type Check } from './check.ts';

/** The body, as UTF-8, is one JSON object. */
export const jsonObject: Check = (evidence) => {
  const { response, json } = evidence;
  const documented = 'one JSON object in UTF-8';
  const kind =
    json === null
      ? 'null'
      : Array.isArray(json)
        ? 'an array'
        : typeof json === 'object'
          ? 'an object'
          : `a ${typeof json}`;
  if (response.bodyFault) return { verdict: 'fail', documented, received: response.bodyFault };
  if (json === undefined) {
    return {
      verdict: 'fail',
      documented,
      received: response.body.length === 0 ? 'an empty body' : `a body that is no JSON: ${bodyStart(evidence, 60)}`,
    };
  }
  return { verdict: kind === 'an object' ? 'pass' : 'fail', documented, received: `JSON, ${kind}` };
};

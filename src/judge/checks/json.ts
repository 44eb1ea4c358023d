import { visit } from 'jsonc-parser';
import type { Check } from './check.ts';
import { inapplicable } from './check.ts';

/** The body, as UTF-8, is one JSON object. */
export const jsonObject: Check = ({ response, json }) => {
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
    const start = response.body.subarray(0, 60).toString('utf8').replace(/\s+/g, ' ');
    return {
      verdict: 'fail',
      documented,
      received: response.body.length === 0 ? 'an empty body' : `a body that is no JSON: ${start}`,
    };
  }
  return { verdict: kind === 'an object' ? 'pass' : 'fail', documented, received: `JSON, ${kind}` };
};

/** A member name occurs once in each object of the body. */
export const uniqueMembers: Check = ({ response, json }) => {
  const documented = 'each member name once';
  if (json === undefined) return inapplicable(documented, 'no JSON');
  const open: Set<string>[] = [];
  const repeated: string[] = [];
  // JSON.parse hides a repeated name; only the text shows it.
  visit(response.body.toString('utf8'), {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (name) => {
      if (open.at(-1)?.has(name)) repeated.push(name);
      open.at(-1)?.add(name);
    },
  });
  return {
    verdict: repeated.length > 0 ? 'fail' : 'pass',
    documented,
    received: repeated.length > 0 ? 'a member name more than once' : documented,
  };
};

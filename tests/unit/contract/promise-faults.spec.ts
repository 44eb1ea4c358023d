/** Parameters of a promise that could only be a slip are refused with their line. */
import { expect, test } from '@playwright/test';
import { changedExample } from '../../support/variant.ts';

const promised = (check: string, given: string) =>
  `clauses:\n  - id: EXAMPLE-extra\n    statement: It holds.\n    level: must\n    source: page\n    at: A\n    promise: { check: ${check}, on: granted, with: ${given} }\n`;
const slips: [check: string, given: string, message: string][] = [
  ['allow', '{ method: PSOT }', 'method "PSOT" is not known; did you mean "POST"?'],
  ['allow', '{ method: post }', 'the parameter of the check allow at /method must match pattern'],
  ['allow', '{ method: PURGE }', ''],
  ['challenge', '{ scheme: Basci }', 'scheme "Basci" is not known; did you mean "Basic"?'],
  ['challenge', '{ notTo: Bearr }', 'notTo "Bearr" is not known; did you mean "Bearer"?'],
  ['challenge', '{ scheme: basic, to: Hawk }', ''],
  ['cache-directive', '{ directive: no-stor }', 'directive "no-stor" is not known; did you mean "no-store"?'],
  ['cache-directive', '{ directive: No-Store }', ''],
  ['cache-directive', '{ directive: no-lookup }', ''],
  [
    'value',
    '{ at: /access_token, schema: { properties: { scheme: {} }, required: [schem] } }',
    'requires "schem", which properties does not name; did you mean "scheme"?',
  ],
  ['value', '{ at: /access_token, schema: { required: [a] } }', ''],
];
for (const [check, given, message] of slips)
  test(`${message === '' ? 'loads' : 'refused'}: ${check} with ${given}`, () => {
    const said = changedExample().replace('clauses:\n', promised(check, given)).problems();
    if (message === '') expect(said).toBe('');
    else expect(said).toMatch(new RegExp(`contract\\.yaml:\\d+: .*${message.replaceAll('?', '\\?')}`));
  });

/** A slip in a reading is refused. */
import { expect, test } from '@playwright/test';
import type { FaultRow } from '../../support/fault-rows.ts';
import { changedExample } from '../../support/variant.ts';

const reading = `readings:
  - id: EXAMPLE-life
    statement: Which of the two lives it has.
    at: Response
    on: granted
    options:
      - { name: a, documented: One., body: { /expires_in: { type: integer } } }
      - { name: b, documented: Two., body: { /expires_in: { type: string } } }
clauses:
`;
const readings: FaultRow[] = [
  [
    'an unknown scenario',
    '    on: granted',
    '    scenario: EXAMPLE-client-id-requird/absent',
    'no scenario "EXAMPLE-client-id-requird/absent"; did you mean "EXAMPLE-client-id-required/absent"?',
  ],
  [
    'a check of promises',
    '    on: granted',
    '    on: granted\n    check: lifetime',
    'no check "lifetime" of a reading; there is: claims-follow-lifetime',
  ],
  ['when without a check', 'documented: One.,', 'documented: One., when: agree,', 'when has no effect without a check'],
  [
    'a check without when',
    '    on: granted',
    '    on: granted\n    check: claims-follow-lifetime',
    'the check claims-follow-lifetime decides by when, which is missing',
  ],
  [
    'an unknown member',
    '/expires_in: { type: string }',
    '/expires: { type: string }',
    'no documented answer has a member at /expires',
  ],
  [
    'an unknown status',
    'body: { /expires_in: { type: string } }',
    'status: 402',
    'neither the OpenAPI file nor a refusal of token, createPayment, listPayments has the status 402',
  ],
  [
    'an address that goes back',
    'body: { /expires_in: { type: string } }',
    "url: '(a)\\1'",
    'is no pattern that is matched in linear time',
  ],
  ['two options of one name', 'name: b,', 'name: a,', 'the option "a" is used twice'],
  ['an id without the prefix', 'id: EXAMPLE-life', 'id: other-life', 'the id "other-life" lacks the prefix "EXAMPLE-"'],
];

test('a reading that is right loads', () => {
  expect(changedExample().replace('clauses:\n', reading).problems()).toBe('');
});

for (const [title, from, to, message] of readings) {
  test(`refused in a reading: ${title}`, () => {
    expect(changedExample().replace('clauses:\n', reading.replace(from, to)).problems()).toContain(message);
  });
}

/** The patterns of a contract: each is matched for itself, and in time that grows with the text alone. */
import { expect, test } from '@playwright/test';
import { RE2JS } from 're2js';
import { patternOf } from '../../../src/contract/pattern.ts';
import { faults } from '../../../src/contract/schema.ts';

test('two patterns of one schema are matched each for itself', () => {
  const schema = {
    type: 'object',
    properties: { a: { type: 'string', pattern: '^[0-9]+$' }, b: { type: 'string', pattern: '^[a-z]+$' } },
  };
  expect(faults(schema, { a: '12', b: 'xy' })).toEqual([]);
  expect(faults(schema, { a: 'xy', b: '12' })).toHaveLength(2);
});

test('a pattern that may be matched in many ways takes no longer than another', () => {
  const long = 'a'.repeat(1 << 16);
  // A matcher that goes back would not end on these.
  for (const source of [
    '^(a*)*b$',
    '^(a|aa)+$',
    '^(a?)*b$',
    '^(?:a+)+b',
    '^a*a*a*a*b$',
    '(a*)*b',
    '^(x*y*)z*$',
    '^a+b?$',
    '^(aa*)*b$',
    '^(a+( a+)*)*b$',
    '^(?:a[ab]*)*b$',
  ])
    expect(patternOf(source).test(`${long}\u0000`), source).toBe(false);
  for (const source of ['^a+$', '^(?:a+b?)$', '^[^b]*$', '^(a|b)*$']) expect(patternOf(source).test(long)).toBe(true);
});

test('a group whose every turn begins with a character of its own is matched as quickly as a pattern without groups', () => {
  const scopes = patternOf('^[!#-~]+( [!#-~]+)*$');
  for (const one of [scopes, patternOf('^[a-z]+(?:\\.[a-z]+)*$')]) expect(one).not.toBeInstanceOf(RE2JS);
  for (const [text, matches] of [
    ['a b:c d', true],
    ['a  b', false],
    [' a', false],
    ['a ', false],
    ['', false],
    [`${'a '.repeat(1 << 16)}a`, true],
    [`${'a '.repeat(1 << 16)}`, false],
  ] as const)
    expect(scopes.test(text), text.slice(0, 9)).toBe(matches);
  const ofNone = [
    '^(\\bx*)*$',
    '^(?:\\x41*)*$',
    '^(?:\\u0041+)+$',
    '^(?:\\u{41}*)*$',
    '^(?:\\cA*)*$',
    '^(?:\\p{L}*)*$',
  ];
  for (const source of ['^(aa*)*$', '^(a|b)*$', '^((ab)*c)*$', '^(a?b)*$', ...ofNone])
    expect(patternOf(source)).toBeInstanceOf(RE2JS);
});

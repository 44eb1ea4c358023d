/** Which variables settings refer to. */
import { expect, test } from '@playwright/test';
import { variablesIn } from '../../../src/target/variables.ts';

test('a variable is one that a value refers to, however deep, and never the key of a setting', () => {
  const own = variablesIn({});
  const settings = { $KEY: { headers: [{ $NAME: '$VALUE' }] }, id: '$CLIENT_ID', text: 'not $THIS' };
  expect([...variablesIn(settings)].filter((name) => !own.has(name))).toEqual(['VALUE', 'CLIENT_ID']);
});

/** What the gate of a target shows though a secret contains it. */
import { expect, test } from '@playwright/test';
import { registeredWords } from '../../../src/contract/registered.ts';
import { gateOfTarget } from '../../../src/run/target-gate.ts';
import { mockTarget } from '../../support/network.ts';

test('a word that a standard registers is shown though a secret begins with it, and a longer part of the secret is not', () => {
  const rest = 'Zk48tQ9-vB7m';
  const shown = Object.values(registeredWords)
    .flat()
    .map((word) => {
      const gate = gateOfTarget({ ...mockTarget(), secrets: [`${word}-${rest}`] });
      const text = `${word} is not supported`;
      expect(gate.clear(`${text}: ${word}-${rest}`)).not.toContain(rest);
      return [text, gate.clear(text)];
    });
  expect(shown.length).toBeGreaterThan(10);
  for (const [text, cleared] of shown) expect(cleared).toBe(text);
});

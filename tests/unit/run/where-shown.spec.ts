/** A clause that no test bears is named with the test that shows it. */
import { expect, test } from '@playwright/test';
import { contracts } from '../../../proof/run.ts';
import { isUntestable } from '../../../src/contract/types.ts';
import { whereShown } from '../../../src/run/where-shown.ts';
import { casesOf } from '../../../src/scenario/cases.ts';

test('every clause without a test of its own is listed with a test that shows it, and one that has its own is not', () => {
  for (const contract of Object.values(contracts)) {
    const cases = casesOf(contract);
    const own = new Set(cases.map(({ scenarios: [{ clause }] }) => clause?.id));
    const hidden = contract.clauses.filter(({ id }) => !own.has(id));
    expect(hidden.length).toBeGreaterThan(10);
    const shownAlone = contract.clauses.filter(({ id }) => own.has(id)).map(({ id }) => id);
    expect(whereShown(`^(${shownAlone.join('|')})$`, [contract])).toBe('');
    const wrong = hidden.flatMap((clause) => {
      const said = whereShown(`^${clause.id}$`, [contract]);
      const [, shown] = / shows it; run --grep='?(.*?)'?$/.exec(said) ?? [];
      const isRight = shown === undefined ? isUntestable(clause) : cases.some(({ title }) => title.startsWith(shown));
      return isRight && said.includes(clause.id) ? [] : [`${clause.id}: ${said}`];
    });
    expect(wrong).toEqual([]);
  }
});

test('many are listed by the first few, an invalid pattern by nothing, and a deep clause by its profile', () => {
  const { pyng } = contracts;
  if (!pyng) throw new Error('no pyng');
  expect(whereShown('PYNG-', [pyng])).toMatch(/; and \d+ more$/);
  expect(whereShown('/^PYNG-EXPIRES-IN$/i', [pyng])).toContain("control shows it; run --grep='control:'");
  expect(whereShown('[', [pyng])).toBe('');
  expect(whereShown('', [pyng])).toBe('');
  expect(whereShown('no-such', [pyng])).toBe('');
  expect(whereShown('pyng-deep-', [pyng])).toContain('is a clause of the deep profile; set CONFORMANCE_PROFILE=deep');
});

/** Slips in the example contract, and the messages that refuse them. */
import { expect, test } from '@playwright/test';
import { changedExample } from './variant.ts';

/** The old text, the new text and the message; `@` means `contract.yaml:` and the line on which the new text begins. */
export type FaultRow = [title: string, from: string, to: string, message: string, options?: { file?: string }];

/** The OpenAPI file of the example. */
export const spec = { file: 'specs/EXAMPLE.openapi.yaml' };
/** A schema file of the example. */
export const schema = (name: string) => ({ file: `contracts/EXAMPLE/${name}.schema.yaml` });

/** Declares a test of all rows: each changed example is refused with its message. */
export function refusesEach(rows: FaultRow[]): void {
  test('each slip is refused with its message', () => {
    expect(rows.length).toBeGreaterThan(0);
    const wrong = rows.flatMap(([title, from, to, message, options = {}]) => {
      const example = changedExample().replace(from, to, options);
      const line = options.file ? 0 : example.lineOf(to) + to.slice(0, to.search(/\S/)).split('\n').length - 1;
      const wanted = message.replace(/^@/, `contract.yaml:${line}:`);
      const said = example.problems();
      return said.includes(wanted) ? [] : [{ title, wanted, said }];
    });
    expect(wrong).toEqual([]);
  });
}

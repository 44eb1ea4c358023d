/** What the terminal shows at the end of a run. */
import { expect, test } from '@playwright/test';
import { renderLedger } from '../../../reporters/terminal.ts';
import { results, target } from '../../support/results.ts';

test('trouble of the network that many requests met alike is one line, with a count', () => {
  const met = (scenario: string, cause: string, attempts: number) => ({ scenario, cause, attempts });
  const incidents = [
    met('a', 'the proxy refuses', 1),
    met('b', 'no answer', 3),
    met('c', 'the proxy refuses', 1),
    met('d', 'the proxy refuses', 3),
  ];
  const shown = renderLedger(
    results([target({ target: 'acme@dev', clauses: [], incidents })]),
    (_colour, text) => text,
  );
  expect(shown.match(/^ +network .*$/gm)).toEqual([
    '    network  a and 2 more scenarios: the proxy refuses (5 attempts)',
    '    network  b: no answer (3 attempts)',
  ]);
});

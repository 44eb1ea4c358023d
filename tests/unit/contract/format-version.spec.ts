/** A contract says which format it is written in; one of a later format is one message that says what to do. */
import { expect, test } from '@playwright/test';
import { toolOf } from '../../../src/files/tool.ts';
import { changedExample } from '../../support/variant.ts';

const line = 'formatVersion: 1\n';

test('a contract that names no format is of the first', () => {
  expect(changedExample().replace(line, '').problems()).toBe('');
});

test('a contract of a later format is one message, whatever else it says', () => {
  const { version } = toolOf();
  const said = changedExample()
    .replace(line, 'formatVersion: 2\nx-todo: { EXAMPLE-page: where it is }\nlater: { a: 1 }\n')
    .replace('control:\n', 'controls:\n')
    .problems();
  expect(said.split('\n')).toHaveLength(2);
  expect(said).toMatch(/contract\.yaml:3: it is written in format 2, and /);
  expect(said).toContain(`payment-token-conformance ${version} reads format 1; install a later version`);
  expect(said).toContain('npm install --save-dev payment-token-conformance@latest');
});

test('what is no format is refused with its line', () => {
  for (const wrong of ['0', '"1"', '1.5', '[1]', 'latest'])
    expect(changedExample().replace(line, `formatVersion: ${wrong}\n`).problems(), wrong).toMatch(
      /contract\.yaml:3: .*formatVersion must be 1/,
    );
});

/** What a run loads: the sources, compiled, as they are now. */
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { conformance, controlOnly, playwright } from '../support/command.ts';

const kept = 'node_modules/.cache/payment-token-conformance';

const compiled = (): { folder: string; inputs: Record<string, string> } =>
  JSON.parse(readFileSync(join(kept, 'compiled.json'), 'utf8'));

test('a source that changed is compiled again, and a reporter that is named by its source belongs to the run', async () => {
  const source = 'src/index.ts';
  const now = new Date();
  utimesSync(source, now, now);
  const run = await playwright(conformance(...controlOnly, '--reporter=list,./reporters/conformance.ts'));
  expect(run.code, run.output).toBe(0);
  expect(run.results().targets.map(({ verdict }) => verdict)).toEqual(['conforms']);
  const { folder, inputs } = compiled();
  expect(inputs[source]).toBe(`${statSync(source).mtimeMs} ${statSync(source).size}`);
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(['mock/accounts.yaml', 'src/run/session.ts']));
  expect(existsSync(join(kept, folder, 'reporters/conformance.js'))).toBe(true);
});

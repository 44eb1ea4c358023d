/** Providers that exist as data alone, generated and as examples, through the real commands. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { essence, lay, run } from '../../bench/runs.ts';
import { startMock } from '../../mock/server.ts';
import { exampleNames } from '../support/example.ts';
import { newFolder } from '../support/folders.ts';
import { runHere } from '../support/here.ts';

const [example = ''] = exampleNames;

test('providers that exist as data alone run as any other, each with its own verdict', async () => {
  const mock = await startMock();
  const ground = lay(2, mock);
  try {
    const one = await run(ground, 'one', ['--grep=@gate']);
    const whole = essence(one.results) as { targets: { target: string; counts: { pass: number } }[] };
    expect(whole.targets.map(({ target }) => target)).toEqual(['generated0@mock', 'generated1@mock']);
    for (const { counts } of whole.targets) expect(counts.pass).toBeGreaterThan(3);
    expect(one.peakMb).toBeGreaterThan(0);
  } finally {
    await mock.close();
    rmSync(ground.folder, { recursive: true });
  }
});

test('a folder without contracts is reported with its remedy', async () => {
  const { code, output } = await runHere('doctor', [], { CONFORMANCE_CONTRACTS: join(newFolder('none'), 'none') });
  expect(output).toMatch(/CONFORMANCE_CONTRACTS names/);
  expect(code).toBe(3);
});

test('the doctor serves a provider that is data alone from its contract', async () => {
  const { code, output } = await runHere('doctor', [], {
    CONFORMANCE_CONTRACTS: `examples/${example}`,
    TARGET_ENV: `examples/${example}/environment.yaml`,
  });
  expect(output).toMatch(/ok +control/);
  expect(code).toBe(0);
});

/** Generated providers through the real command: cut into shards and merged, a run is what it is in one piece. */
import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { essence, lay, run, sharded } from '../../bench/runs.ts';
import { startMock } from '../../mock/server.ts';
import { exampleNames } from '../support/example.ts';
import { runHere } from '../support/here.ts';

const [example = ''] = exampleNames;

test('four providers that exist as data alone: two shards merged equal one run', async () => {
  const mock = await startMock();
  const ground = lay(4, mock);
  try {
    const few = '--grep=@gate';
    const one = await run(ground, 'one', [few]);
    const parts = await sharded(ground, 2, [few]);
    const whole = essence(one.results) as { targets: { target: string; counts: { pass: number } }[] };
    expect(whole.targets.map(({ target }) => target)).toEqual([0, 1, 2, 3].map((index) => `generated${index}@mock`));
    for (const { counts } of whole.targets) expect(counts.pass).toBeGreaterThan(3);
    expect(essence(parts.results)).toEqual(whole);
    expect(one.peakMb).toBeGreaterThan(0);
  } finally {
    await mock.close();
    rmSync(ground.folder, { recursive: true });
  }
});

test('a folder without contracts is reported with its remedy', async () => {
  const mock = await startMock();
  const ground = lay(1, mock);
  try {
    const elsewhere = { CONFORMANCE_CONTRACTS: `${ground.folder}/none` };
    await expect(run(ground, 'none', [], elsewhere)).rejects.toThrow(/ended with 3:.*CONFORMANCE_CONTRACTS names/s);
  } finally {
    await mock.close();
    rmSync(ground.folder, { recursive: true });
  }
});

test('the doctor serves a provider that is data alone from its contract', async () => {
  const { code, output } = await runHere('doctor', [], {
    CONFORMANCE_CONTRACTS: `examples/${example}`,
    TARGET_ENV: `examples/${example}/environment.yaml`,
  });
  expect(output).toMatch(/ok +control/);
  expect(code).toBe(0);
});

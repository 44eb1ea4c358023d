/** Providers that exist as data alone, generated and as examples, through the commands. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { lay } from '../../bench/runs.ts';
import { startMock } from '../../mock/server.ts';
import { exampleNames } from '../support/example.ts';
import { newFolder } from '../support/folders.ts';
import { runHere } from '../support/here.ts';
import { playHere } from '../support/play.ts';

const [example = ''] = exampleNames;

test('providers that exist as data alone run as any other, each with its own verdict', async () => {
  const mock = await startMock();
  const ground = lay(2, mock);
  try {
    const { results } = await playHere(['--grep=@gate'], ground.variables);
    const { targets } = results();
    expect(targets.map(({ target }) => target)).toEqual(['generated0@mock', 'generated1@mock']);
    for (const { counts, verdict } of targets) {
      expect(verdict).toBe('conforms');
      expect(counts.pass).toBeGreaterThan(3);
    }
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

test('the doctor serves a provider that is data alone, and finds its environments by name before ours', async () => {
  const folder = join(newFolder('elsewhere'), example);
  cpSync(join('examples', example), folder, { recursive: true });
  cpSync(join(folder, 'environment.yaml'), join(folder, 'environments/mock.yaml'));
  for (const TARGET_ENV of ['', 'environment', `examples/${example}/environment.yaml`]) {
    const { code, output } = await runHere('doctor', [], { CONFORMANCE_CONTRACTS: folder, TARGET_ENV });
    expect(output).toMatch(/ok +control/);
    expect(code).toBe(0);
  }
});

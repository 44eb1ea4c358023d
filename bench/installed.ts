/** The start of a run where the package is installed in another folder, beside the start of the same run from source. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Results } from '../src/formats/results.ts';
import { root } from './generate.ts';
import { median } from './parts.ts';
import { type Spent, spent } from './spent.ts';

/** Milliseconds, medians of the rounds. */
export interface Installed {
  rounds: number;
  installed: { wallMs: number; cpuMs: number };
  source: { wallMs: number; cpuMs: number };
}

const name = 'payment-token-conformance';

/** A folder in which the package is installed as npm packs it, and what `conform init` writes. */
function installedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-installed-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  for (const entry of readdirSync(join(root, 'node_modules')).filter((one) => one !== name && !one.startsWith('.')))
    symlinkSync(join(root, 'node_modules', entry), join(modules, entry));
  symlinkSync(join(root, 'node_modules/.bin'), join(modules, '.bin'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root, stdio: 'ignore' });
  const [packed = ''] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  execFileSync('tar', ['xzf', packed], { cwd: folder });
  renameSync(join(folder, 'package'), join(modules, name));
  execFileSync(process.execPath, [join(modules, name, 'dist/src/cli/main.js'), 'init'], {
    cwd: folder,
    stdio: 'ignore',
  });
  return folder;
}

function medianOf(all: Spent[]): Installed['installed'] {
  return { wallMs: median(all.map(({ wallMs }) => wallMs)), cpuMs: median(all.map(({ cpuMs }) => cpuMs)) };
}

/** Sends the good request of every provider, in turn by the installed package and from source. @throws Error where one is not granted. */
export async function installed(rounds: number): Promise<Installed> {
  const folder = installedFolder();
  const report = join(folder, 'report');
  const run = async (cwd: string): Promise<Spent> => {
    const output = join(folder, 'out');
    const command = ['npx', 'playwright', 'test', '--grep=control: the good request', `--output=${output}`];
    const one = await spent(command, { CONFORMANCE_REPORT: report }, cwd);
    const { targets } = JSON.parse(readFileSync(join(report, 'results.json'), 'utf8')) as Results;
    if (targets.length === 0 || targets.some(({ verdict }) => verdict !== 'conforms'))
      throw new Error(`npx playwright test in ${cwd} found no conforming target:\n${one.output.slice(-3000)}`);
    return one;
  };
  try {
    for (const cwd of [folder, root]) await run(cwd);
    const [there, here]: [Spent[], Spent[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      there.push(await run(folder));
      here.push(await run(root));
    }
    return { rounds, installed: medianOf(there), source: medianOf(here) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

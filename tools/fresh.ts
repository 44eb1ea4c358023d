/**
 * The modules of this project as Playwright loads them fastest. It transforms each source by itself and in each of its
 * processes, which takes longer than a run; so a run of tests loads the sources compiled, once for each state of them. A
 * session, in which people edit and debug, loads the sources themselves.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeFolder } from '../src/files/make-folder.ts';
import { writeWhole } from '../src/files/whole.ts';
import { keptFolder } from '../src/package/place.ts';

const root = join(import.meta.dirname, '..');

/** The folder that a run compiled its modules into, for its workers. */
const variable = 'CONFORMANCE_COMPILED';

/** What was compiled: the folder's name, and time and size of each file that it was made of. */
interface Kept {
  folder: string;
  inputs: Record<string, string>;
}

const keptFile = join(keptFolder, 'compiled.json');

const stateOf = (input: string): string => {
  const { mtimeMs, size } = statSync(join(root, input));
  return `${mtimeMs} ${size}`;
};

/** The folder that was compiled from the sources as they are now; null where there is none. */
function known(): string | null {
  try {
    const { folder, inputs }: Kept = JSON.parse(readFileSync(keptFile, 'utf8'));
    const path = join(keptFolder, folder);
    return existsSync(path) && Object.entries(inputs).every(([input, state]) => stateOf(input) === state) ? path : null;
  } catch {
    return null;
  }
}

const dayMs = 24 * 60 * 60 * 1000;

/** Removes what earlier sources were compiled into, once no run can still load of it. */
function sweep(): void {
  for (const name of readdirSync(keptFolder)) {
    const path = join(keptFolder, name);
    if (statSync(path).isDirectory() && statSync(path).mtimeMs < Date.now() - dayMs)
      rmSync(path, { recursive: true, force: true });
  }
}

async function compiled(): Promise<string> {
  makeFolder(keptFolder);
  sweep();
  const { compileInto } = await import('./compile.ts');
  // Under a name of its own: another run may compile at the same time.
  const folder = mkdtempSync(join(keptFolder, 'compiled-'));
  const { inputs } = await compileInto(folder);
  const files = [
    ...Object.keys(inputs),
    relative(root, createRequire(import.meta.url).resolve('esbuild/package.json')),
  ];
  const kept: Kept = {
    folder: relative(keptFolder, folder),
    inputs: Object.fromEntries(files.map((file) => [file, stateOf(file)])),
  };
  writeWhole(keptFile, JSON.stringify(kept));
  return folder;
}

/** Whether the process runs tests to their end, and nobody debugs it. */
function isPlainRun(): boolean {
  const [, , name, ...words] = process.argv;
  const asksForSession = words.some((word) => /^--(?:ui|debug)/.test(word));
  const isWatched = Boolean(process.env['PWDEBUG'] || process.env['PWTEST_WATCH']) || inspector.url() !== undefined;
  return name === 'test' && !asksForSession && !isWatched;
}

/** The folder of the compiled modules of which this process was started; null where it was not. */
function ownFolder(): string | null {
  const [, program = ''] = process.argv;
  const [name = '', ...below] = relative(keptFolder, program).split(sep);
  return below.length > 0 && name !== '..' ? join(keptFolder, name) : null;
}

/** The folder of the compiled modules that this process loads; null where it loads the sources. */
async function folderOfRun(): Promise<string | null> {
  const own = ownFolder();
  if (own !== null) return own;
  const isWorker = process.env['TEST_WORKER_INDEX'] !== undefined;
  if (isWorker) return process.env[variable] ?? null;
  delete process.env[variable];
  if (!isPlainRun()) return null;
  try {
    const folder = known() ?? (await compiled());
    process.env[variable] = folder;
    return folder;
  } catch {
    // A source that does not compile is named by Playwright, with its line; a folder that cannot be written costs time only.
    return null;
  }
}

/**
 * A module of this project; `module` starts from the project's folder and has no ending.
 * @throws what the module throws
 */
export async function fresh<T>(module: string): Promise<T> {
  const folder = await folderOfRun();
  const file = folder === null ? join(root, `${module}.ts`) : join(folder, `${module}.js`);
  return import(pathToFileURL(file).href);
}

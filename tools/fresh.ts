/**
 * The modules of this project as Playwright loads them fastest. It transforms each source by itself and in each of its
 * processes, which takes longer than a run; so a run of tests loads the sources compiled, once for each state of them. A
 * session, in which people edit and debug, loads the sources themselves.
 */
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeFolder } from '../src/files/make-folder.ts';
import { writeWhole } from '../src/files/whole.ts';
import { keptFolder } from '../src/package/place.ts';
import { isWorker } from '../src/playwright/worker.ts';
import { keptFile, known, stateOf } from './kept.mjs';

const root = join(import.meta.dirname, '..');

/** The folder that a run compiled its modules into, for its workers. */
const variable = 'CONFORMANCE_COMPILED';

/** What was compiled: the name of the folder, the digest of each file that it was made of, and the state of each that it holds. */
interface Kept {
  folder: string;
  inputs: Record<string, string>;
  outputs: Record<string, string>;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Removes what earlier sources were compiled into, once no run can still load of it. */
function sweep(): void {
  for (const name of readdirSync(keptFolder)) {
    const path = join(keptFolder, name);
    // Another run may remove the same.
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory() && found.mtimeMs < Date.now() - dayMs) rmSync(path, { recursive: true, force: true });
  }
}

async function compiled(): Promise<string | null> {
  makeFolder(keptFolder);
  // The modules find the project from where they lie, which Node.js takes for the place that a link leads to.
  if (relative(realpathSync(root), realpathSync(keptFolder)) !== relative(root, keptFolder)) return null;
  sweep();
  const { compileInto } = await import('./compile.ts');
  // Under a name of its own: another run may compile at the same time.
  const folder = mkdtempSync(join(keptFolder, 'compiled-'));
  const inputs = await compileInto(folder);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  const outputs = Object.fromEntries(files.map((name) => [name, stateOf(join(folder, name))]));
  const kept: Kept = { folder: relative(keptFolder, folder), inputs, outputs };
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

/** The folder that the sources as they are now are compiled into; null where they do not compile, or it cannot be written. */
export async function compiledFolder(): Promise<string | null> {
  try {
    return known() ?? (await compiled());
  } catch {
    // A source that does not compile is named by who loads it, with its line; a folder that cannot be written costs time only.
    return null;
  }
}

/** The folder of the compiled modules that this process loads; null where it loads the sources. */
async function folderOfRun(): Promise<string | null> {
  const own = ownFolder();
  if (own !== null) return own;
  if (isWorker()) return process.env[variable] ?? null;
  delete process.env[variable];
  if (!isPlainRun()) return null;
  const folder = await compiledFolder();
  if (folder !== null) process.env[variable] = folder;
  return folder;
}

/**
 * A module of this project; `module` starts from the project's folder and has no ending.
 * @throws what the module throws
 */
export async function fresh<T>(module: string): Promise<T> {
  const folder = await folderOfRun();
  const file = folder === null ? null : join(folder, `${module}.js`);
  // The folder may be removed while a run lives, as by `npm ci`: a worker that starts later loads the sources.
  const isThere = file !== null && existsSync(file);
  return import(pathToFileURL(isThere ? file : join(root, `${module}.ts`)).href);
}

/**
 * Ends the command that cannot load its configuration as it ends for any other fault of our own: what an earlier run reported
 * does not pass for this one, and the exit code is 3.
 * @throws the error itself where the process runs no tests, or not even that can be loaded
 */
export async function notLoaded(error: unknown): Promise<never> {
  if (isWorker() || process.argv[2] !== 'test') throw error;
  const begin = await import('../src/playwright/begin.ts').catch(() => null);
  if (begin === null) throw error;
  return begin.failCommand(error, begin.beginCommand(process.argv));
}

/** Commands find contracts, environments and the report where a run does: by the configuration in the working directory. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '../contract/problems.ts';
import { configureRoots } from '../files/roots.ts';
import { isCompiled, isSource } from '../package/place.ts';
import type { Configured } from '../playwright/config.ts';

/** A project that had a Playwright configuration before has a second one for its targets. */
const names = ['conformance.config', 'playwright.config'];
const endings = ['.ts', '.mts', '.js', '.mjs', '.cts', '.cjs'];

/** The configurations of Playwright in the working directory. */
export function configurationFiles(): string[] {
  return names.flatMap((name) => endings.map((ending) => `${name}${ending}`)).filter((file) => existsSync(file));
}

/** The configuration that the command line names. */
let given: string | null = null;

/** The configuration that the command line names, else the one of the working directory that tests targets; null where there is none. */
export function configurationFile(): string | null {
  if (given !== null) return given;
  return configurationFiles().find((file) => /conformance/i.test(readFileSync(file, 'utf8'))) ?? null;
}

/** `npm run` starts what is compiled without the loader of TypeScript, which takes a quarter of a second. */
async function readTypeScript(): Promise<void> {
  for (const { register } of await Promise.all([import('tsx/cjs/api'), import('tsx/esm/api')])) register();
}

async function load(file: string): Promise<void> {
  if (!isCompiled) {
    if (!isSource) await readTypeScript();
    return import(pathToFileURL(file).href);
  }
  // Only later versions of Node.js read TypeScript, and none finds a module without its ending, as Playwright does.
  const { createJiti } = await import('jiti');
  await createJiti(import.meta.url, { fsCache: false }).import(file);
}

/**
 * Takes over the folders that the configuration says: the one at `named`, else that of the working directory. `lenient`: one
 * that cannot be loaded says nothing. @throws InputError where it cannot be loaded, or `named` is not there.
 */
export async function readConfiguration(named: string | undefined, lenient = false): Promise<void> {
  if (named !== undefined && !existsSync(named))
    throw new InputError('The configuration cannot be loaded:', [`${named}: there is no such file`]);
  given = named ?? null;
  const file = configurationFile();
  if (file === null) return;
  let found: Configured | null;
  try {
    // Where there is no configuration, nothing of a run is loaded.
    const { configurationOf } = await import('../playwright/config.ts');
    found = await configurationOf(() => load(resolve(file)));
  } catch (error) {
    if (lenient) return;
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError('The configuration cannot be loaded:', [`${file}: ${reason}`]);
  }
  if (!found) return;
  configureRoots(found.roots);
  if (found.faults.length === 0 || lenient) return;
  const { wrongArguments } = await import('../playwright/options.ts');
  throw new InputError(
    wrongArguments,
    found.faults.map((fault) => `${file}: ${fault}`),
  );
}

/** Playwright runs tests only where the package that declares them finds the very copy that runs them. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { InputError } from '../contract/problems.ts';
import { isObject, parseJson } from '../formats/json.ts';

/** A copy of Playwright: its folder, and its version. */
interface Copy {
  folder: string;
  version: string;
}

/** The copy that a file belongs to or finds; null where there is none. */
function copyFrom(file: string): Copy | null {
  try {
    const runner = createRequire(createRequire(file).resolve('@playwright/test/package.json'));
    const manifest = realpathSync(runner.resolve('playwright/package.json'));
    const json = parseJson(readFileSync(manifest, 'utf8'));
    return { folder: dirname(manifest), version: isObject(json) ? String(json['version']) : 'unknown' };
  } catch {
    return null;
  }
}

/** The copy whose program this process runs; null where it runs another program. */
function runningCopy(program: string): Copy | null {
  if (program === '' || !existsSync(program)) return null;
  const file = realpathSync(program);
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const json = parseJson(readFileSync(manifest, 'utf8'));
    const { name, version } = isObject(json) ? json : {};
    if (name === 'playwright') return { folder, version: String(version) };
    if (name === '@playwright/test') return copyFrom(file);
  }
  return null;
}

/**
 * Requires that the program which runs the tests and the modules of this package use one copy of Playwright.
 * @throws InputError that names both copies, or that there is none.
 */
export function requireOneCopy(program = process.argv[1] ?? '', module = import.meta.filename): void {
  const running = runningCopy(program);
  if (running === null) return;
  const found = copyFrom(module);
  if (found?.folder === running.folder) return;
  const shown = ({ folder, version }: Copy): string => `${folder} (${version})`;
  if (found === null)
    throw new InputError('This package does not find Playwright:', [
      `the command runs ${shown(running)}; install @playwright/test beside payment-token-conformance, in one folder`,
    ]);
  throw new InputError('There are two copies of Playwright:', [
    `the command runs ${shown(running)}`,
    `payment-token-conformance finds ${shown(found)}`,
    'keep one: install @playwright/test once, in the project that has the configuration, and run npm dedupe',
  ]);
}

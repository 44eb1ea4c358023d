/** The package as another team has it: packed as npm does, and laid out as npm and pnpm install it. */
import { cpSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { newFolder } from './folders.ts';
import { brief, type Ended, start } from './process.ts';

/** What the package is called. */
export const name = 'payment-token-conformance';
/** The packages that this project has installed. */
export const modules = resolve('node_modules');
/** Nothing of the run that runs this test; neither does a team's shell know it. The compiler ends before it has to collect. */
const env = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^(TEST_|PLAYWRIGHT|PW_|FORCE_COLOR|CONFORMANCE_|npm_)/.test(key)),
  ),
  GOGC: 'off',
};

const run = (cwd: string, program: string, ...args: string[]): Promise<Ended> =>
  start(process.execPath, [...brief, program, ...args], { cwd, env, input: '' }).ended;

let packed: Promise<string> | undefined;

/** Packs the package as npm does, its build before it; the folder of what it holds. */
export function unpacked(): Promise<string> {
  packed ??= (async () => {
    const folder = newFolder('packed');
    const npm = await start('npm', ['pack', '--silent', '--pack-destination', folder], { env, input: '' }).ended;
    expect(npm.code, npm.output).toBe(0);
    const [file = ''] = readdirSync(folder);
    const tar = await start('tar', ['xzf', file], { cwd: folder, env, input: '' }).ended;
    expect(tar.code, tar.output).toBe(0);
    return join(folder, 'package');
  })();
  return packed;
}

/** A folder of a team, with a blank and letters beyond ASCII in its path, in which the package and what it needs are installed. */
export async function team(...left: string[]): Promise<string> {
  const folder = join(newFolder('team'), 'Zahlungs-Prüfung ü 試験');
  const installed = join(folder, 'node_modules');
  mkdirSync(installed, { recursive: true });
  for (const entry of readdirSync(modules).filter((one) => !one.startsWith('.') && !left.includes(one)))
    symlinkSync(join(modules, entry), join(installed, entry));
  cpSync(await unpacked(), join(installed, name), { recursive: true });
  return folder;
}

/** Runs the command of the package, as it is installed in a folder. */
export const conform = (folder: string, ...args: string[]): Promise<Ended> =>
  run(folder, join('node_modules', name, 'dist/src/cli/main.js'), ...args);

/** Imports the modules whose paths standard input holds as JSON, one after the other in one process; prints what any of them threw. */
const importer = `
import { readFileSync } from 'node:fs';
const files = JSON.parse(readFileSync(0, 'utf8'));
process.argv.length = 1;
for (const file of files) await import(file).catch((error) => console.error(file + ': ' + error.message));
console.log('loaded ' + files.length);`;

/** Loads every module of the package as it is installed in a folder, but for those that Playwright alone can load. */
export function loadAll(folder: string): Promise<Ended> {
  const dist = realpathSync(join(folder, 'node_modules', name, 'dist'));
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && file !== join('src/playwright/spec.js'))
    .map((file) => pathToFileURL(join(dist, file)).href);
  const args = [...brief, '--input-type=module', '--eval', importer];
  return start(process.execPath, args, { cwd: folder, env, input: JSON.stringify(files) }).ended;
}

/** Runs Playwright in a folder. */
export const playwright = (folder: string, ...args: string[]): Promise<Ended> =>
  run(folder, createRequire(import.meta.url).resolve('@playwright/test/cli'), 'test', ...args);
/** Checks the types of files in a folder. */
export const typescript = (folder: string, ...files: string[]): Promise<Ended> =>
  run(
    folder,
    join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc'),
    ...[
      '--singleThreaded',
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      'node',
      ...files,
    ],
  );

/** What a package asks to be installed beside it. */
function needed(folder: string): string[] {
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
}

/**
 * A folder of a team in the layout of pnpm: each package in a store below `node_modules/.pnpm`, beside links to what it asks for
 * and to nothing else; on the first level, links to what the team asked for.
 */
export async function teamOfPnpm(): Promise<string> {
  const folder = join(newFolder('team-pnpm'), 'Zahlungs-Prüfung ü');
  const link = (target: string, path: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path);
  };
  const store = join(folder, 'node_modules/.pnpm', `${name}@0.0.0`, 'node_modules');
  mkdirSync(store, { recursive: true });
  cpSync(await unpacked(), join(store, name), { recursive: true });
  for (const one of needed(join(store, name))) link(join(modules, one), join(store, one));
  link(join(store, name), join(folder, 'node_modules', name));
  for (const one of ['@playwright/test', '@types/node']) link(join(modules, one), join(folder, 'node_modules', one));
  return folder;
}

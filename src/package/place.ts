/** Where this package lies, and how its commands are called there. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder upwards that holds a package.json: compiled files lie one folder deeper than their sources. */
function nearest(folder: string): string {
  const above = dirname(folder);
  return existsSync(join(folder, 'package.json')) || above === folder ? folder : nearest(above);
}

/** Folder of this package, absolute; its formats and its built-in data lie there. */
export const packageFolder = nearest(import.meta.dirname);

/** Whether this is the compiled package, as it is installed, and not its source. */
export const isCompiled = import.meta.filename.endsWith('.js');

/** What to type for one of our commands, with its arguments: by npm in this repository, as `conform` where the package is installed. */
export function commandLineOf(name: string, args = ''): string {
  if (isCompiled) return `npx conform ${name}${args === '' ? '' : ` ${args}`}`;
  return `npm run ${name}${args === '' ? '' : ` -- ${args}`}`;
}

/** What --reporter calls the reporter that writes the report. */
export const reporterName = isCompiled ? 'payment-token-conformance/reporter' : './reporters/conformance.ts';

/** Path of what a source reads beside itself; `path` starts from the folder of this package. */
export function fileOf(path: string): string {
  return join(packageFolder, isCompiled ? 'dist' : '', path);
}

/** Path of a module of this package, for what is loaded by its path; `module` starts from the folder of this package, without an ending. */
export function moduleFile(module: string): string {
  return fileOf(`${module}${isCompiled ? '.js' : '.ts'}`);
}

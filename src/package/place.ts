/** Where this package lies, and how its commands are called there. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The nearest folder upwards that holds a package.json: compiled files lie one folder deeper than their sources. */
function nearest(folder: string): string {
  const above = dirname(folder);
  return existsSync(join(folder, 'package.json')) || above === folder ? folder : nearest(above);
}

/** Folder of this package, absolute; its formats and its built-in data lie there. */
export const packageFolder = nearest(import.meta.dirname);

const inside = (folder: string): boolean => import.meta.filename.startsWith(folder + sep);

/** Whether this is the compiled package, as it is installed, and not its source. */
export const isCompiled = inside(join(packageFolder, 'dist'));

/** Folder for what is made of the sources once and kept until they change; absolute. */
export const keptFolder = join(packageFolder, 'node_modules/.cache/payment-token-conformance');

/** The folder into which the code that runs here was compiled; null where it is the source itself. */
function compiledInto(): string | null {
  if (isCompiled) return join(packageFolder, 'dist');
  if (!inside(keptFolder)) return null;
  const [name = ''] = relative(keptFolder, import.meta.filename).split(sep);
  return join(keptFolder, name);
}

const compiled = compiledInto();

/** Whether the source itself runs here: Node.js needs a loader then to read what is loaded by its path. */
export const isSource = compiled === null;

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
  return compiled === null ? join(packageFolder, `${module}.ts`) : join(compiled, `${module}.js`);
}

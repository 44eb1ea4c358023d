/** `npm run <command>`: the commands with their modules compiled once, which load in a fraction of the time that the sources take. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiledFolder } from './fresh.ts';

const folder = await compiledFolder();
const main = folder === null ? join(import.meta.dirname, '../src/cli/main.ts') : join(folder, 'src/cli/main.js');
process.argv[1] = main;
await import(pathToFileURL(main).href);

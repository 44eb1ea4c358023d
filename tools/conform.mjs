/** `npm run <command>`: the commands with their modules compiled once, which load in a fraction of the time that the sources take. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { known } from './kept.mjs';

/** Compiles the sources, which takes the loader of TypeScript; null where they do not compile. */
async function compiled() {
  await import('tsx');
  const { compiledFolder } = await import('./fresh.ts');
  return compiledFolder();
}

const folder = known() ?? (await compiled());
const main = folder === null ? join(import.meta.dirname, '../src/cli/main.ts') : join(folder, 'src/cli/main.js');
process.argv[1] = main;
await import(pathToFileURL(main).href);

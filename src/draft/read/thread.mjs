// A thread does not inherit the loader of TypeScript that its process was started with.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// A run of tests compiled the sources already, and names the folder: to load them here takes four times as long.
const compiled = join(process.env['CONFORMANCE_COMPILED'] ?? 'none', 'src/draft/read/reader.js');
if (existsSync(compiled)) await import(pathToFileURL(compiled).href);
else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./reader.ts');
}

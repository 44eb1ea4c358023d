/** The sources as JavaScript: one file for each entry, and what they share in files beside them. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** What is loaded by its path: by those who import the package, by Playwright, by Node.js, by a thread. */
const entries = [
  'src/index.ts',
  'src/playwright/spec.ts',
  'reporters/conformance.ts',
  'reporters/progress.ts',
  'mock/index.ts',
  'src/cli/main.ts',
  'src/draft/read/reader.ts',
];

/** The mock, which shares no code with the suite, looks for its accounts beside the file that it is compiled into. */
const accounts = 'mock/accounts.yaml';

/**
 * Compiles the sources into a folder.
 * @returns what each file was made of
 * @throws what esbuild throws, with file and line, where a source does not compile
 */
export async function compileInto(folder: string): Promise<Metafile> {
  // One file for each module would take more than twice the room on a disk, and longer to load.
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outbase: '.',
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    sourcemap: true,
    sourcesContent: false,
    chunkNames: '[name]-[hash]',
    tsconfigRaw: {},
    metafile: true,
    logLevel: 'silent',
  });
  copyFileSync(join(root, accounts), join(folder, 'accounts.yaml'));
  return { ...metafile, inputs: { ...metafile.inputs, [accounts]: { bytes: 0, imports: [] } } };
}

/** The sources as JavaScript: one file for each entry, and what they share in files beside them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { sha256Of } from '../src/formats/sha256.ts';

const root = join(import.meta.dirname, '..');

/** What is loaded by its path: by those who import the package, by Playwright, by Node.js, by a thread; or says itself why it is a file of its own. */
const entries = [
  'src/index.ts',
  'src/playwright/spec.ts',
  'src/playwright/control-test.ts',
  'src/playwright/host.ts',
  'reporters/conformance.ts',
  'reporters/progress.ts',
  'mock/index.ts',
  'src/cli/main.ts',
  'src/draft/read/reader.ts',
];

/** The mock, which shares no code with the suite, looks for its accounts beside the file that it is compiled into. */
const accounts = 'mock/accounts.yaml';

/** What decides the outcome beside the sources: how they are compiled, and by which version of esbuild. */
const ways = [import.meta.filename, createRequire(import.meta.url).resolve('esbuild/package.json')];

/**
 * Compiles the sources into a folder.
 * @param small with short names of variables and functions, for who loads it from elsewhere: a quarter less
 * @returns the digest of each file that decided the outcome, as it was when it was read; paths start from the project's folder
 * @throws what esbuild throws, with file and line, where a source does not compile
 */
export async function compileInto(folder: string, { small = false } = {}): Promise<Record<string, string>> {
  const inputs: Record<string, string> = {};
  // Read here, so that a source which is saved meanwhile cannot pass for the one that was compiled.
  const read = (path: string): Uint8Array => {
    const contents = readFileSync(path);
    inputs[relative(root, path)] = sha256Of(contents);
    return contents;
  };
  for (const path of ways) read(path);
  // One file for each module would take more than twice the room on a disk, and longer to load.
  await build({
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
    // A tenth of the package would be blanks and long-winded syntax; the maps lead to lines and columns all the same.
    minifyWhitespace: true,
    minifySyntax: true,
    minifyIdentifiers: small,
    chunkNames: '[name]-[hash]',
    tsconfigRaw: {},
    logLevel: 'silent',
    plugins: [
      {
        name: 'digests',
        setup: ({ onLoad }) => onLoad({ filter: /^/ }, ({ path }) => ({ contents: read(path), loader: 'default' })),
      },
    ],
  });
  writeFileSync(join(folder, 'accounts.yaml'), read(join(root, accounts)));
  return inputs;
}

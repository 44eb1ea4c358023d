/**
 * `npm run build`: makes in dist what the package holds: JavaScript with source maps, the types that users of the package
 * reach, what the sources read beside themselves, and the script and style of the report.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundled } from '../reporters/html/assets.ts';
import { print } from '../src/output/print.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

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

/** What the sources read beside themselves, and where; the mock, which shares no code with the suite, looks beside its chunk. */
const besideSources = [
  ['src/formats/validators.cjs', 'src/formats/validators.cjs'],
  ['mock/accounts.yaml', 'accounts.yaml'],
] as const;

/** Where the types begin that users of the package reach: the entries of `exports`. */
const typed = ['src/index.d.ts', 'src/playwright/spec.d.ts', 'reporters/conformance.d.ts', 'mock/index.d.ts'];

function compile(...options: string[]): void {
  const compiler = createRequire(import.meta.url).resolve('typescript/package.json');
  const tsc = join(dirname(compiler), 'bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), ...options], { stdio: 'inherit' });
}

/** The declarations that others lead to. */
function reached(files: readonly string[], known: Set<string> = new Set()): Set<string> {
  for (const file of files.filter((one) => !known.has(one))) {
    known.add(file);
    const found = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)\.[jt]s['"]/g);
    reached(
      [...found].map(([, path = '']) => `${resolve(dirname(file), path)}.d.ts`),
      known,
    );
  }
  return known;
}

rmSync(dist, { recursive: true, force: true });
// One file for each module would take more than twice the room on a disk, and longer to load.
await build({
  absWorkingDir: root,
  entryPoints: entries,
  outbase: '.',
  outdir: 'dist',
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
});
compile();
const wanted = reached(typed.map((file) => join(dist, file)));
for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  const file = join(dist, name);
  if (!name.endsWith('.d.ts')) continue;
  if (!wanted.has(file)) rmSync(file);
  // TypeScript leaves the endings of the sources in declarations.
  else writeFileSync(file, readFileSync(file, 'utf8').replace(/((?:from|import)\s*\(?\s*'\.[^']+)\.ts'/g, "$1.js'"));
}
for (const [from, to] of besideSources) {
  mkdirSync(dirname(join(dist, to)), { recursive: true });
  copyFileSync(join(root, from), join(dist, to));
}
writeFileSync(join(dist, 'reporters/html/assets.json'), JSON.stringify(bundled()));
chmodSync(join(dist, 'src/cli/main.js'), 0o755);
print(`made ${relative(process.cwd(), dist) || dist}`);

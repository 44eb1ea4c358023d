/**
 * `npm run build`: makes in dist what the package holds: JavaScript with source maps, the types that users of the package
 * reach, what the sources read beside themselves, and the script and style of the report.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';
import { bundled } from '../reporters/html/assets.ts';
import { print } from '../src/output/print.ts';
import { compileInto } from './compile.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** What the sources read beside themselves. */
const besideSources = ['src/formats/validators.cjs'];

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

/**
 * A source map that leads to the beginning of lines: the columns in them would be a third of the package, and a line is what a
 * report of a fault needs.
 */
function ofLines<Map extends { mappings: string; sources: string[] }>(map: Map): Map {
  const lines = decode(map.mappings).map((segments) =>
    segments
      .filter(([, source, line], index) => {
        const [, lastSource, lastLine] = segments[index - 1] ?? [];
        return source !== lastSource || line !== lastLine;
      })
      // Nothing happens at a bracket that closes what stands before it.
      .filter(([column], index, kept) => (kept[index + 1]?.[0] ?? Number.POSITIVE_INFINITY) - column > 1)
      .map(
        ([column, source, line]): SourceMapSegment =>
          source === undefined || line === undefined ? [column] : [column, source, line, 0],
      ),
  );
  const sourceRoot = folderOf(map.sources);
  const sources = map.sources.map((one) => one.slice(sourceRoot.length));
  return { ...map, sourceRoot, sources, mappings: encode(lines), names: [] };
}

/** The folder that holds all of some files, which a source map names once. */
function folderOf([first = '', ...others]: readonly string[]): string {
  const folders = first.split('/').slice(0, -1);
  const isOfAll = (count: number): boolean =>
    others.every((one) => one.startsWith(`${folders.slice(0, count).join('/')}/`));
  while (folders.length > 0 && !isOfAll(folders.length)) folders.pop();
  return folders.length === 0 ? '' : `${folders.join('/')}/`;
}

rmSync(dist, { recursive: true, force: true });
await compileInto(dist, { small: true });
for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.js.map'))) {
  const file = join(dist, name);
  writeFileSync(file, JSON.stringify(ofLines(JSON.parse(readFileSync(file, 'utf8')))));
}
// The types are checked by `npm run check`, which every commit passes; here they are written only, in a third of the time.
compile('--noCheck');
const wanted = reached(typed.map((file) => join(dist, file)));
for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  const file = join(dist, name);
  if (!name.endsWith('.d.ts')) continue;
  if (!wanted.has(file)) rmSync(file);
  // TypeScript leaves the endings of the sources in declarations.
  else writeFileSync(file, readFileSync(file, 'utf8').replace(/((?:from|import)\s*\(?\s*'\.[^']+)\.ts'/g, "$1.js'"));
}
for (const file of besideSources) {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  copyFileSync(join(root, file), join(dist, file));
}
writeFileSync(join(dist, 'reporters/html/assets.json'), JSON.stringify(bundled()));
chmodSync(join(dist, 'src/cli/main.js'), 0o755);
print(`made ${relative(process.cwd(), dist) || dist}`);
